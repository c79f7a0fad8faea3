"""Claims checked against all texts of a set: what came, and the figures over it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.citation import Citation
from bot.claims.check import Check
from bot.verdict import Verdict
from eval.attempt import attempt
from eval.claim_measures import counts
from eval.columns import Columns
from eval.figures import confidence_lines, latency_lines, mean_line
from eval.kinds.claims.figures import balanced_line, verdict_lines
from eval.kinds.claims.open_cases import Case, OpenCase
from eval.outcome import Outcome, length_slice
from eval.report import quote_line
from eval.results import Line

Checker = Callable[[OpenCase], Check]
"""From a claim and what is in the sources to a check."""

_SIDES = (Verdict.SUPPORTED, Verdict.REFUTED)


def undecided(case: OpenCase) -> Check:
    """Say of any claim that there is not enough evidence."""
    return Check(case.claimed.claim, Verdict.NOT_ENOUGH_EVIDENCE, 1.0)


@dataclass(frozen=True, slots=True)
class Checked:
    """A case and what came; `check` is None where the checker raised."""

    case: OpenCase
    check: Check | None
    error: str | None
    seconds: float

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that was given."""
        return self.check.verdict if self.check else None

    @property
    def right(self) -> bool:
        """Whether that is the gold one."""
        return self.verdict is self.case.gold

    def cites(self, verdict: Verdict) -> bool:
        """Whether a text that gives the verdict is among those cited, reprints included."""
        return self._has(verdict, self.check.citations if self.check else ())

    def rests_on(self, verdict: Verdict) -> bool:
        """Whether such a text is among those that the check's verdict rests on."""
        return self._has(verdict, self.check.decisive if self.check else ())

    def _has(self, verdict: Verdict, quotes: Sequence[Citation]) -> bool:
        texts = {name for one in quotes for name in (one.document.id, *one.also)}
        return bool(texts & self.case.claimed.having(verdict))


def check(case: OpenCase, checker: Checker) -> Checked:
    """Check a case; a checker that raises has failed it."""
    found, error, seconds = attempt(lambda: checker(case))
    return Checked(case, found, error, seconds)


_SHARES = (
    ("gold evidence cited", "a text that decides the claim is cited", True),
    ("gold evidence decisive", "the same, among the quotes that the verdict rests on", True),
    ("evidence removed", "called not enough evidence", True),
    ("both sides", "called conflicting, both cited", True),
    ("one side", "called conflicting", False),
)


def lines(of: Columns) -> Iterator[Line]:
    """Yield the figures; "checked" stands for claims with all evidence of the set in the sources."""
    yield from verdict_lines(of, ", checked")
    yield balanced_line(of, "alone", "balanced accuracy, alone", "with no texts but a claim's own evidence")
    for name, meaning, larger in _SHARES:
        yield mean_line(of, name, meaning, larger_is_better=larger)
    yield from confidence_lines(of)
    yield from latency_lines(of)


def scores(one: Checked) -> dict[str, float | None]:
    """Return what each measure says."""
    case = one.case.case
    given = case is Case.PRESENT and one.case.gold in _SIDES
    shows_both = one.right and all(one.rests_on(side) for side in _SIDES)
    values = {
        "accuracy, checked": one.right if case is Case.PRESENT else None,
        f"recall, {one.case.gold}, checked": one.right if case is Case.PRESENT else None,
        "gold evidence cited": one.cites(one.case.gold) if given else None,
        "gold evidence decisive": one.rests_on(one.case.gold) if given else None,
        "evidence removed": one.right if case is Case.REMOVED else None,
        "both sides": shows_both if case is Case.BOTH else None,
        "one side": one.verdict is Verdict.CONFLICTING if given else None,
    }
    return {name: None if value is None else float(value) for name, value in values.items()}


def outcome(one: Checked, number: int) -> Outcome:
    """Return what came of a case in plain values."""
    case, check = one.case, one.check
    counted = {Case.ALONE: "alone", Case.PRESENT: "labels"}.get(case.case)
    labelled = {counted: (str(number), counts([(case.gold, one.verdict)]))} if counted else {}
    return Outcome(
        id=f"{number}, {case.case}",
        question=case.claimed.claim,
        right=one.right,
        scores=scores(one),
        expected=(case.gold.value,),
        given=(check.text,) if check else (),
        quotes=tuple(map(quote_line, check.citations)) if check else (),
        labels=(case.gold.value, one.verdict.value if one.verdict else "raised"),
        confidence=check.confidence if check and case.case is not Case.ALONE else None,
        error=one.error,
        seconds=one.seconds,
        slices={"kind": case.case.value, "verdict": case.gold.value, "length": length_slice(case.claimed.claim)},
        counts=labelled,
        more={"case": case.case.value, "check": check and check.to_dict()},
    )
