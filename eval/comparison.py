"""Two runs over the same cases: what got better, what got worse, and whether it could be chance."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from eval.chance import Scores, mcnemar, permutation
from eval.errors import CaseError
from eval.results import Line, Results
from eval.significance import PAIRED, Figure, estimate, estimate_difference

SECONDS = "seconds"
_BESIDE = {"right": True, "Brier score": False, SECONDS: False}
"""What is compared of every kind, and whether more of it is better; beside what the runs' own figures are called."""

SLOWER = 0.25
"""Time counts as worse from this share on; less comes and goes with what else a machine does."""
_UNNOTICED = 0.01
"""Seconds that a case may take longer, however large a share they are."""

Case = tuple[str, int]
"""A case's id, and its number among the cases of that id."""


@dataclass(frozen=True)
class Compared:
    """A measure of both runs, over the cases that both have.

    Attributes:
        measure: its name.
        before: its values of the one run.
        after: its values of the other, in the same order of cases.
        larger_is_better: whether a gain is good.
        clusters: what each case stands in; those of one are drawn together.
        margin: how large a difference must be beyond chance; None where none says anything.
    """

    measure: str
    before: Scores
    after: Scores
    larger_is_better: bool
    clusters: Sequence[Hashable]
    margin: float | None = 0.0

    @cached_property
    def gain(self) -> Figure:
        """The difference of the means, with its paired interval."""
        return estimate_difference(self.before, self.after, self.clusters)

    @property
    def verdict(self) -> str:
        """Better or worse, where the interval of the gain leaves out zero, and all that lies within the margin."""
        gain, margin = self.gain, self.margin
        if margin is None:
            return "another machine"
        if gain.low is None or gain.high is None or (gain.low <= margin and gain.high >= -margin):
            return "the same" if gain.value == 0 else "could be chance"
        return "better" if (gain.low > 0) is self.larger_is_better else "worse"

    @property
    def chance(self) -> float | None:
        """The p-value of McNemar's exact test; None where values are not all 0 or 1, or cases stand together."""
        pairs = [pair for pair in zip(self.before, self.after, strict=True) if None not in pair]
        together = len(set(self.clusters)) < len(self.clusters)
        if together or not pairs or any(value not in {0, 1} for pair in pairs for value in pair):
            return None
        return mcnemar(
            sum(old == 1 and new == 0 for old, new in pairs), sum(old == 0 and new == 1 for old, new in pairs)
        )


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
    """Compare two runs over the cases that both have.

    What is compared is what either run has a figure of that name of, whether cases are right, the square by which
    confidence misses that (Brier, 1950), and time, which says something only on one machine.

    Raises:
        CaseError: they have no case in common.
    """
    better = _BESIDE | {line.name: line.larger_is_better for run in (before, after) for line in run.lines}
    olds, news = (_by_case(run, better) for run in (before, after))
    pairs = [_Pair(case, old, news[case]) for case, old in olds.items() if case in news]
    if not pairs:
        message = "the runs have no case in common: compare runs of one set"
        raise CaseError(message)
    later = {name for pair in pairs for name in pair.new.values}
    names = dict.fromkeys(name for pair in pairs for name in pair.old.values if name in later)
    same_machine = before.about.get("machine") == after.about.get("machine") is not None
    measures = [_compared(pairs, name, larger_is_better=better[name], same_machine=same_machine) for name in names]
    return Comparison(before, after, measures)


@dataclass(frozen=True, slots=True)
class _Held:
    """The values of a case, by measure, and what it stands in, by the names of its counts."""

    values: Mapping[str, float]
    clusters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A case of both runs."""

    case: Case
    old: _Held
    new: _Held

    def cluster(self, measure: str) -> Hashable:
        """Return what it is drawn together with: what the measure is counted by, or its first count, or nothing."""
        clusters = self.old.clusters
        return clusters.get(measure) or next(iter(clusters.values()), self.case)


def _compared(pairs: Sequence[_Pair], name: str, *, larger_is_better: bool, same_machine: bool) -> Compared:
    before, after = [pair.old.values.get(name) for pair in pairs], [pair.new.values.get(name) for pair in pairs]
    margin: float | None = 0.0
    if name == SECONDS:
        margin = max(_UNNOTICED, SLOWER * (estimate(before).value or 0.0)) if same_machine else None
    return Compared(name, before, after, larger_is_better, [pair.cluster(name) for pair in pairs], margin)


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
        beside["permutation p"] = Figure(
            permutation(one.before, one.after, one.clusters), None, None, one.gain.applicable
        )
        yield Line(
            f"{one.measure}, gain",
            one.verdict,
            one.gain,
            PAIRED,
            one.larger_is_better,
            beside,
            is_share=False,
        )


def _by_case(run: Results, names: Collection[str]) -> dict[Case, _Held]:
    """Return what is kept of each case; cases of one id are told apart by their order."""
    seen: dict[str, int] = defaultdict(int)
    found = {}
    for row in run.rows:
        clusters = {name: cluster for name, (cluster, _) in (row.get("counts") or {}).items()}
        found[row["id"], seen[row["id"]]] = _Held(_values(row, names), clusters)
        seen[row["id"]] += 1
    return found


def _values(row: Mapping[str, Any], names: Collection[str]) -> dict[str, float]:
    """Return what can be compared of a case, by name; what does not apply is left out."""
    values = {name: value for name, value in row["scores"].items() if name in names}
    right, confidence, raised = row.get("right"), row.get("confidence"), row.get("error") is not None
    values["right"] = None if right is None else float(right)
    if not raised:
        values[SECONDS] = row.get("seconds")
        values["Brier score"] = None if right is None or confidence is None else (confidence - right) ** 2
    return {name: value for name, value in values.items() if value is not None}
