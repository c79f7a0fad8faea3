"""Claims checked against all texts of a set: what came, and the figures over it."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.claims.check import Check
from bot.verdict import Verdict
from eval.claim_measures import Pair, balanced_accuracy, counts, recalls
from eval.confidence_measures import calibration_error
from eval.kinds.claims.open_cases import Case, OpenCase
from eval.results import Line
from eval.set_kind import Progress
from eval.significance import Figure, estimate, estimate_pooled, percentile

Checker = Callable[[str, frozenset[str]], Check]
"""From a claim and the ids of the texts to search to a check."""

_SIDES = (Verdict.SUPPORTED, Verdict.REFUTED)


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
        cited = self.check.citations if self.check else ()
        texts = {name for one in cited for name in (one.document.id, *one.also)}
        return bool(texts & self.case.claimed.having(verdict))


def check_all(cases: Sequence[OpenCase], checker: Checker, progress: Progress) -> list[Checked]:
    """Check every case; a checker that raises has failed it."""
    found = []
    for number, case in enumerate(cases):
        progress(number, len(cases))
        check, error, begun = None, None, time.perf_counter()
        try:
            check = checker(case.claimed.claim, case.sources)
        except Exception as raised:  # noqa: BLE001 - whatever goes wrong is a result, not the run's end
            error = f"{type(raised).__name__}: {raised}"
        found.append(Checked(case, check, error, time.perf_counter() - begun))
    return found


def lines(checked: Sequence[Checked]) -> Iterator[Line]:
    """Yield the figures."""
    present, removed, both = ([one for one in checked if one.case.case is case] for case in Case)
    given = [one for one in present if one.case.gold in _SIDES]
    pairs: list[Pair] = [(one.case.gold, one.verdict or Verdict.CONFLICTING) for one in present]
    having = " / ".join(verdict.value for verdict in recalls(pairs))
    figure = estimate_pooled([counts([pair]) for pair in pairs], balanced_accuracy, len(pairs))
    yield Line("balanced accuracy, checked", f"mean recall of {having}; any other verdict is wrong", figure)
    for verdict, recall in recalls(pairs).items():
        number = sum(gold is verdict for gold, _ in pairs)
        yield Line(f"recall, {verdict.value}, checked", "of the claims with it", Figure(recall, None, None, number))
    shares: list[tuple[str, str, bool, list[bool]]] = [
        ("gold evidence cited", "a text that decides the claim is cited", True, [_cites_gold(one) for one in given]),
        ("evidence removed", "called not enough evidence", True, [one.right for one in removed]),
        ("both sides", "called conflicting, both cited", True, [_shows_both(one) for one in both]),
        ("one side", "called conflicting", False, [one.verdict is Verdict.CONFLICTING for one in given]),
    ]
    for name, meaning, larger, values in shares:
        yield Line(name, meaning, estimate([float(value) for value in values]), larger_is_better=larger)
    sure = [(one.check.confidence, one.right) for one in checked if one.check]
    error = calibration_error([confidence for confidence, _ in sure], [right for _, right in sure])
    yield Line("calibration error", "of the confidence, ten bins", Figure(error, None, None, len(sure)),
               larger_is_better=False)  # fmt: skip
    for part in (50, 95):
        figure = estimate([one.seconds for one in checked if one.check], percentile(part))
        yield Line(f"seconds, p{part}", f"{part} % of the checks took no longer", figure, larger_is_better=False)


def _cites_gold(checked: Checked) -> bool:
    return checked.cites(checked.case.gold)


def _shows_both(checked: Checked) -> bool:
    return checked.right and all(checked.cites(side) for side in _SIDES)


def rows(checked: Sequence[Checked]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each case."""
    for number, one in enumerate(checked, start=1):
        yield {
            "id": f"{number}, {one.case.case}",
            "claim": one.case.claimed.claim,
            "case": one.case.case.value,
            "expected": one.case.gold.value,
            "given": one.verdict.value if one.verdict else None,
            "error": one.error,
            "seconds": one.seconds,
            "scores": {
                "accuracy": float(one.right),
                "gold evidence cited": float(_cites_gold(one)) if one.case.gold in _SIDES else None,
            },
            "check": one.check and one.check.to_dict(),
        }
