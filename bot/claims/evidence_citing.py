"""Evidence to statements with their citations, numbered through."""

from collections.abc import Callable, Iterable, Sequence
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


def numbered(checks: Sequence[Check]) -> list[Check]:
    """Return checks whose citations are numbered through, from 1: what decides, then what was considered besides."""
    numbers = count(1)
    decisive = [replace(check, statements=_renumbered(check.statements, lambda _: next(numbers))) for check in checks]
    return [replace(check, considered=_renumbered(check.considered, lambda _: next(numbers))) for check in decisive]


def numbered_behind(last: int, check: Check) -> Check:
    """Return a check whose citations, and those of its parts, have numbers behind another's last one."""
    statements, considered = (
        _renumbered(each, lambda number: last + number) for each in (check.statements, check.considered)
    )
    parts = tuple(numbered_behind(last, part) for part in check.parts)
    return replace(check, statements=statements, considered=considered, parts=parts)


def _renumbered(statements: Iterable[Statement], number: Callable[[int], int]) -> tuple[Statement, ...]:
    return tuple(
        replace(one, quotes=tuple(replace(quote, number=number(quote.number)) for quote in one.quotes))
        for one in statements
    )
