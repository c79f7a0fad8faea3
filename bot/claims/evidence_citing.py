"""Evidence to statements with their citations, numbered through."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.citation import Citation, Stance, Statement
from bot.claims.check import Check
from bot.claims.evidence import Evidence
from bot.writing import Writer, narration
from index import Kind, Passage, Quotation


def statement(stance: Stance, evidence: Evidence, writer: Writer) -> Statement:
    """Write what a voice says, with its own verb; the numbers are given by `numbered`."""
    said, quotation = evidence.assertion, evidence.assertion.quotation
    if quotation is None:
        whole = said.sentence
        plain = Citation(0, whole, None, Kind.NARRATION, sentence=whole, also=evidence.also, stance=stance)
        return narration(replace(plain, confidence=evidence.of(stance)))
    cited = [_cited(piece, quotation, evidence, stance) for piece in said.words]
    return writer.statement(replace(quotation, words=said.words), cited, introduce=True)


def _cited(words: Passage, quotation: Quotation, evidence: Evidence, stance: Stance) -> Citation:
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


def numbered(checks: Sequence[Check]) -> list[Check]:
    """Return checks whose citations are numbered through, from 1."""
    found, number = [], 1
    for check in checks:
        statements = tuple(_numbered(check.statements, number))
        number += sum(len(one.quotes) for one in statements)
        found.append(replace(check, statements=statements))
    return found


def _numbered(statements: Iterable[Statement], first: int) -> Iterable[Statement]:
    for one in statements:
        yield replace(one, quotes=tuple(replace(quote, number=first + at) for at, quote in enumerate(one.quotes)))
        first += len(one.quotes)
