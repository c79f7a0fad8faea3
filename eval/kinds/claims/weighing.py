"""Claims, their evidence and gold verdicts; weighed, and timed."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.verdict import Verdict
from bot.weighing.comparing import compare
from bot.weighing.focusing import focused
from bot.weighing.judging import Weighing, weighing
from eval.claim_measures import GOLD_LABELS
from eval.errors import CaseError
from eval.rows import SetRow
from eval.rows import rows as read_rows
from eval.set_kind import Progress

WeighAll = Callable[[Sequence[tuple[str, str]]], list[Weighing]]
"""From pairs of claim and evidence to a weighing of each."""

_AT_ONCE = 50
_UNDECIDED = 0.5
"""The share of a claim's words that evidence must have before the baseline calls it supported."""


@dataclass(frozen=True, slots=True)
class Given:
    """A claim, its evidence, and the gold verdict."""

    claim: str
    evidence: str
    gold: Verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim that was given, and what came."""

    given: Given
    weighing: Weighing


def read_given(path: Path) -> list[Given]:
    """Return the claims of a set.

    Raises:
        CaseError: a row has no claim or evidence, or a label that is not known.
    """
    return [_given(row) for row in read_rows(path)]


def weigh(given: Sequence[Given], weigh_all: WeighAll, progress: Progress) -> tuple[list[Weighed], float]:
    """Return every claim weighed, and the seconds that it took."""
    found: list[Weighing] = []
    begun = time.perf_counter()
    for start in range(0, len(given), _AT_ONCE):
        progress(start, len(given))
        found += weigh_all([(one.claim, one.evidence) for one in given[start : start + _AT_ONCE]])
    seconds = time.perf_counter() - begun
    return [Weighed(*both) for both in zip(given, found, strict=True)], seconds


def by_overlap(pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
    """Weigh by shared words, and refute where numbers, dates or negation differ: what a verifier must beat."""
    return [_by_overlap(claim, evidence) for claim, evidence in pairs]


def _by_overlap(claim: str, evidence: str) -> Weighing:
    seen = compare(claim, focused(claim, evidence))
    there = 1 - seen.words_missing
    differs = bool(seen.numbers_differ or seen.dates_differ or seen.negated)
    total = there + _UNDECIDED
    shares = (0.0, there / total) if differs else (there / total, 0.0)
    return weighing((*shares, _UNDECIDED / total))


def _given(row: SetRow) -> Given:
    claim, evidence, label = (row.values.get(name) for name in ("claim", "evidence", "label"))
    gold = GOLD_LABELS.get(str(label))
    if not isinstance(claim, str) or not isinstance(evidence, str) or gold is None:
        known = ", ".join(GOLD_LABELS)
        message = f"{row.place}: a row has claim and evidence as text, and a label of {known}; here it is {label!r}"
        raise CaseError(message)
    return Given(claim, evidence, gold)
