"""Quotations checked by the bot, and the figures that come of it, with intervals over articles."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from eval.kinds.quotations.misquoted import ALTERED, ELSEWHERE, MISATTRIBUTED, REPORTED, TRUE, Asked
from eval.results import Line
from eval.set_kind import Progress
from eval.significance import Figure, estimate, estimate_pooled, percentile, share

Checker = Callable[[Asked], QuoteCheck]


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation, and what came of checking it.

    Attributes:
        asked: the quotation.
        check: what the bot said; None where it raised.
        error: what it raised, or None.
        seconds: how long it took.
    """

    asked: Asked
    check: QuoteCheck | None
    error: str | None
    seconds: float

    @property
    def right(self) -> bool:
        """Whether the status is the right one."""
        return self.check is not None and self.check.status is expected(self.asked.sort)

    @property
    def named(self) -> bool:
        """Whether it was found to be altered, and one of the differences names what was done."""
        kinds = {difference.kind for difference in self.check.differences} if self.check else set()
        return self.right and bool(kinds & ALTERED.get(self.asked.sort, frozenset()))

    @property
    def shown(self) -> bool:
        """Whether words that nobody is quoted with are shown at their place."""
        near = self.check.nearest if self.check else None
        quote = self.asked.quote
        return near is not None and near.document.id == quote.article.document.id and near.start < quote.end


def expected(sort: str) -> QuoteStatus:
    """Return the status that a quotation of a sort is to have."""
    if sort in TRUE:
        return QuoteStatus.EXACT
    if sort in ALTERED:
        return QuoteStatus.ALTERED
    return QuoteStatus.WRONG_SPEAKER if sort == MISATTRIBUTED else QuoteStatus.NOT_FOUND


def check_all(asked: Sequence[Asked], checker: Checker, progress: Progress) -> Iterator[Checked]:
    """Check every quotation; a checker that raises has failed at that one."""
    for number, one in enumerate(asked):
        progress(number, len(asked))
        check, error, begun = None, None, time.perf_counter()
        try:
            check = checker(one)
        except Exception as raised:  # noqa: BLE001 - whatever goes wrong in a checker is a result, not the run's end
            error = f"{type(raised).__name__}: {raised}"
        yield Checked(one, check, error, time.perf_counter() - begun)


def check_lines(checked: Sequence[Checked]) -> Iterator[Line]:
    """Yield how many quotations of each sort are recognised for what they are, and how long a check takes."""
    for sort in TRUE:
        yield Line(sort, f"quotations called exact: {TRUE[sort]}", _share(checked, sort, lambda one: one.right))
    for sort in ALTERED:
        yield Line(sort, "quotations altered so that are called altered", _share(checked, sort, lambda one: one.right))
        figure = _share(checked, sort, lambda one: one.named)
        yield Line(f"{sort}, named", "the same, and what was done is named", figure)
    figure = _share(checked, MISATTRIBUTED, lambda one: one.right)
    yield Line(MISATTRIBUTED, "true words under a wrong name that are called so", figure)
    figure = _share(checked, REPORTED, lambda one: one.right)
    yield Line(REPORTED, "reported words that are no quotation, as is said", figure)
    figure = _share(checked, REPORTED, lambda one: one.right and one.shown)
    yield Line(f"{REPORTED}, shown", "the same, and their place is shown", figure)
    meaning = "quotations not found once their article is left out; others may have them too"
    yield Line(ELSEWHERE, meaning, _share(checked, ELSEWHERE, lambda one: one.right))
    seconds = [one.seconds for one in checked]
    for name, part in (("median", 50), ("95 %", 95)):
        meaning = f"how long a check takes: {name}"
        yield Line(f"seconds a check, {name}", meaning, estimate(seconds, percentile(part)), larger_is_better=False)


def check_rows(checked: Sequence[Checked]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each quotation that was checked."""
    for one in checked:
        yield {
            "id": one.asked.id,
            "scores": {one.asked.sort: float(one.right)},
            "error": one.error,
            "seconds": one.seconds,
            "words": one.asked.words,
            "speaker": one.asked.speaker,
            "check": one.check.to_dict() if one.check else None,
        }


def _share(checked: Sequence[Checked], sort: str, right: Callable[[Checked], bool]) -> Figure:
    """Return the share of the quotations of a sort that are right, drawn by articles."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in checked:
        if one.asked.sort == sort:
            sums[one.asked.quote.article.document.id][0] += right(one)
            sums[one.asked.quote.article.document.id][1] += 1
    counts = list(sums.values())
    return estimate_pooled(counts, share, int(sum(row[1] for row in counts)))
