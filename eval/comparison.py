"""Two runs over the same cases: what got better, what got worse, and whether it could be chance."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from eval.errors import CaseError
from eval.results import Line, Results
from eval.significance import RESAMPLES, SEED, Figure, estimate, estimate_difference

Scores = Sequence[float | None]


@dataclass(frozen=True)
class Compared:
    """A measure of both runs, over the cases that both have.

    Attributes:
        measure: its name.
        before: its values of the one run.
        after: its values of the other, in the same order of cases.
        larger_is_better: whether a gain is good.
    """

    measure: str
    before: Scores
    after: Scores
    larger_is_better: bool

    @cached_property
    def gain(self) -> Figure:
        """The difference of the means, with its paired interval."""
        return estimate_difference(self.before, self.after)

    @property
    def verdict(self) -> str:
        """Better or worse, where the interval of the gain leaves out zero."""
        gain = self.gain
        if gain.low is None or gain.high is None or gain.low <= 0 <= gain.high:
            return "the same" if gain.value == 0 else "could be chance"
        return "better" if (gain.low > 0) is self.larger_is_better else "worse"

    @property
    def chance(self) -> float | None:
        """The p-value of McNemar's exact test; None where values are not all 0 or 1."""
        pairs = [pair for pair in zip(self.before, self.after, strict=True) if None not in pair]
        if not pairs or any(value not in {0, 1} for pair in pairs for value in pair):
            return None
        return mcnemar(
            sum(old == 1 and new == 0 for old, new in pairs), sum(old == 0 and new == 1 for old, new in pairs)
        )


def permutation(before: Scores, after: Scores, *, resamples: int = RESAMPLES) -> float | None:
    """Return how probable it is that chance alone makes a difference this large (paired permutation, two-sided).

    Each draw swaps the two values of about half of the cases (Fisher, 1935); None where no case has both.

    >>> permutation([0.0] * 20, [1.0] * 20) < 0.001
    True
    >>> permutation([1.0, 0.0], [0.0, 1.0])
    1.0
    """
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not None and new is not None]
    if not pairs:
        return None
    differences = np.array([new - old for old, new in pairs])
    generator = np.random.default_rng(SEED)
    found = abs(differences.sum()) - 1e-12
    # One draw at a time: all at once would be a matrix of draws by cases.
    swaps = (generator.choice((-1.0, 1.0), len(differences)) for _ in range(resamples))
    as_large = sum(abs(float(signs @ differences)) >= found for signs in swaps)
    return float(as_large + 1) / (resamples + 1)


def mcnemar(lost: int, won: int) -> float:
    """Return how probable it is that chance parts the changed cases so unevenly (McNemar, 1947; exact, two-sided).

    >>> mcnemar(0, 3), mcnemar(2, 2)
    (0.25, 1.0)
    """
    changed = lost + won
    tail = sum(math.comb(changed, number) for number in range(min(lost, won) + 1)) / float(2**changed)
    return min(1.0, 2 * tail)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs, and all measures that both have."""

    before: Results
    after: Results
    measures: Sequence[Compared]

    @property
    def worse(self) -> bool:
        """Whether anything is worse beyond chance."""
        return any(one.verdict == "worse" for one in self.measures)


def compare(before: Results, after: Results) -> Comparison:
    """Compare two runs in every measure that both have values of, over the cases that both have.

    Raises:
        CaseError: they have no case in common.
    """
    olds, news = _by_case(before), _by_case(after)
    common = [case for case in olds if case in news]
    if not common:
        message = "the runs have no case in common: compare runs of one set"
        raise CaseError(message)
    faults = {line.name for line in before.lines if not line.larger_is_better}
    measures = dict.fromkeys(name for case in common for name in olds[case] if name in news[case])
    compared = [
        Compared(
            name,
            [olds[case].get(name) for case in common],
            [news[case].get(name) for case in common],
            name not in faults,
        )
        for name in measures
    ]
    return Comparison(before, after, compared)


def results(compared: Comparison) -> Results:
    """Return the comparison as results: the gains, with both runs and McNemar's p beside them."""
    before, after = compared.before.about, compared.after.about
    worse = [one.measure for one in compared.measures if one.verdict == "worse"]
    better = [one.measure for one in compared.measures if one.verdict == "better"]
    different = "The runs are of different sets; only the cases that both have are compared."
    return Results(
        title=f"better: {', '.join(better) or 'nothing'}; worse: {', '.join(worse) or 'nothing'} (beyond chance)",
        lines=tuple(_lines(compared.measures)),
        about={
            "name": after.get("name"),
            "kind": "compared",
            "before": before,
            "after": after,
            "verdicts": {one.measure: one.verdict for one in compared.measures},
        },
        notes=() if before.get("set_digest") == after.get("set_digest") else (different,),
    )


def _lines(compared: Sequence[Compared]) -> Iterator[Line]:
    for one in compared:
        beside = {"before": estimate(one.before), "after": estimate(one.after)}
        chance = one.chance
        if chance is not None:
            beside["McNemar's p"] = Figure(chance, None, None, one.gain.applicable)
        beside["permutation p"] = Figure(permutation(one.before, one.after), None, None, one.gain.applicable)
        yield Line(
            f"{one.measure}, gain",
            one.verdict,
            one.gain,
            "paired bootstrap",
            one.larger_is_better,
            beside,
            is_share=False,
        )


def _by_case(run: Results) -> dict[tuple[str, int], Mapping[str, float | None]]:
    """Return the scores of each case; cases of one id are told apart by their order."""
    seen: dict[str, int] = defaultdict(int)
    found = {}
    for row in run.rows:
        found[row["id"], seen[row["id"]]] = row["scores"]
        seen[row["id"]] += 1
    return found
