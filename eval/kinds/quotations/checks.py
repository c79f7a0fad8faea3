"""Quotations checked by the bot, and the figures that come of it, with intervals over articles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from eval.attempt import attempt
from eval.columns import Columns
from eval.figures import pooled_line
from eval.kinds.quotations.misquoted import ALTERED, ELSEWHERE, MISATTRIBUTED, REPORTED, TRUE, Asked
from eval.outcome import Outcome, length_slice
from eval.report import quote_line
from eval.results import Line
from eval.significance import estimate, percentile, share

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
        near, quote = self.check.nearest if self.check else None, self.asked.quote
        if near is None or near.document.id != quote.article.document.id:
            return False
        return near.start < quote.pieces[-1].end and quote.pieces[0].start < near.end


def expected(sort: str) -> QuoteStatus:
    """Return the status that a quotation of a sort is to have."""
    if sort in TRUE:
        return QuoteStatus.EXACT
    if sort in ALTERED:
        return QuoteStatus.ALTERED
    return QuoteStatus.WRONG_SPEAKER if sort == MISATTRIBUTED else QuoteStatus.NOT_FOUND


def check(asked: Asked, checker: Checker) -> Checked:
    """Check a quotation; a checker that raises has failed it."""
    found, error, seconds = attempt(lambda: checker(asked))
    return Checked(asked, found, error, seconds)


def check_lines(of: Columns) -> Iterator[Line]:
    """Yield how many quotations of each sort are recognised for what they are, and how long a check takes."""
    for sort in TRUE:
        yield pooled_line(of, sort, f"quotations called exact: {TRUE[sort]}", share)
    for sort in ALTERED:
        yield pooled_line(of, sort, "quotations altered so that are called altered", share)
        yield pooled_line(of, f"{sort}, named", "the same, and what was done is named", share)
    yield pooled_line(of, MISATTRIBUTED, "true words under a wrong name that are called so", share)
    yield pooled_line(of, REPORTED, "reported words that are no quotation, as is said", share)
    yield pooled_line(of, f"{REPORTED}, shown", "the same, and their place is shown", share)
    meaning = "quotations not found once their article is left out; others may have them too"
    yield pooled_line(of, ELSEWHERE, meaning, share)
    for name, part in (("median", 50), ("95 %", 95)):
        figure = estimate(of.seconds, percentile(part))
        yield Line(
            f"seconds a check, {name}",
            f"how long a check takes: {name}",
            figure,
            larger_is_better=False,
            is_share=False,
        )


def outcome(checked: Checked) -> Outcome:
    """Return what came of a quotation in plain values."""
    asked, check = checked.asked, checked.check
    article = asked.quote.article.document.id
    named, shown = checked.named, checked.right and checked.shown
    beside = {f"{asked.sort}, named": named} if asked.sort in ALTERED else {}
    beside |= {f"{asked.sort}, shown": shown} if asked.sort == REPORTED else {}
    values = {asked.sort: checked.right, **beside}
    return Outcome(
        id=asked.id,
        question=f"{asked.speaker}: {asked.words}" if asked.speaker else asked.words,
        right=checked.right,
        scores={name: float(value) for name, value in values.items()},
        expected=(expected(asked.sort).value, " ".join(asked.quote.words)),
        given=(check.status.value,) if check else (),
        quotes=tuple(map(quote_line, check.citations)) if check else (),
        labels=(expected(asked.sort).value, check.status.value if check else "raised"),
        error=checked.error,
        seconds=checked.seconds,
        slices={"kind": asked.sort, "speaker": asked.speaker or "", "length": length_slice(asked.words)},
        counts={name: (article, (float(value), 1)) for name, value in values.items()},
        more={"words": asked.words, "speaker": asked.speaker, "check": check and check.to_dict()},
    )
