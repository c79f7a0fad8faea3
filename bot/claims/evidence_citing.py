"""Evidence to statements with their citations, numbered through."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from bot.citation import Citation, Stance, Statement
from bot.claims.check import Check
from bot.claims.evidence import Evidence
from bot.writing import Writer, narration
from index import Kind, Passage, Quotation


def statement(stance: Stance | None, evidence: Evidence, writer: Writer) -> Statement:
    """Write what a voice says, with its own verb; the numbers are given by `numbered`."""
    said, quotation = evidence.assertion, evidence.assertion.quotation
    if quotation is None:
        whole = said.sentence
        plain = Citation(0, whole, None, Kind.NARRATION, sentence=whole, also=evidence.also, stance=stance)
        return narration(replace(plain, confidence=evidence.of(stance)))
    cited = [_cited(piece, quotation, evidence, stance) for piece in said.words]
    return writer.statement(replace(quotation, words=said.words), cited, introduce=True)


def _cited(words: Passage, quotation: Quotation, evidence: Evidence, stance: Stance | None) -> Citation:
    return Citation(
        number=0,
        quote=words,
        speaker=quotation.name,
        kind=quotation.kind,
        certain=quotation.certain,
        cue=quotation.cue,
        role=quotation.role,
        sentence=evidence.assertion.sentence,
        also=evidence.also,
        stance=stance,
        confidence=evidence.of(stance),
    )


def numbered(checks: Sequence[Check], numbers: Iterator[int] | None = None) -> list[Check]:
    """Return checks whose citations are numbered through: what decides, then what was considered besides.

    Args:
        checks: the checks.
        numbers: what to number with; from 1 where it is left out.
    """
    numbers = numbers or count(1)
    decisive = [
        replace(check, statements=tuple(_numbered(one, numbers) for one in check.statements)) for check in checks
    ]
    return [replace(check, considered=tuple(_numbered(one, numbers) for one in check.considered)) for check in decisive]


def _numbered(statement: Statement, numbers: Iterator[int]) -> Statement:
    return replace(statement, quotes=tuple(replace(quote, number=next(numbers)) for quote in statement.quotes))
