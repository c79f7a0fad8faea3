"""How well claims are weighed: figures over pairs of a gold and a given verdict.

Balanced accuracy is the mean of the labels' recalls, so that a rare label counts as much as a common one. Figures are
computed from counts, which can be summed over the pairs of several documents.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.verdict import Verdict
from eval.significance import Numbers

GOLD_LABELS: Mapping[str, Verdict] = {
    "supported": Verdict.SUPPORTED,
    "supports": Verdict.SUPPORTED,
    "refuted": Verdict.REFUTED,
    "refutes": Verdict.REFUTED,
    "nei": Verdict.NOT_ENOUGH_EVIDENCE,
    "not_enough_info": Verdict.NOT_ENOUGH_EVIDENCE,
    "not_enough_evidence": Verdict.NOT_ENOUGH_EVIDENCE,
    "conflicting": Verdict.CONFLICTING,
    "conflicting_evidence_cherrypicking": Verdict.CONFLICTING,
}
"""How sets of claims name the verdicts, in small letters and with underscores."""

Pair = tuple[Verdict, Verdict | None]
"""The gold verdict and the given one; None where none was given."""


def counts(pairs: Sequence[Pair]) -> list[float]:
    """Return for each verdict how many pairs have it as gold and given, as gold, and as given."""
    return [
        float(sum(hits))
        for verdict in Verdict
        for hits in (
            [gold == given == verdict for gold, given in pairs],
            [gold == verdict for gold, _ in pairs],
            [given == verdict for _, given in pairs],
        )
    ]


def recall(verdict: Verdict) -> Callable[[Numbers], float | None]:
    """Return the statistic that says, from summed counts, which share of a gold verdict's pairs was given it.

    >>> import numpy as np
    >>> pairs = [(Verdict.SUPPORTED, Verdict.SUPPORTED), (Verdict.SUPPORTED, Verdict.REFUTED)]
    >>> recall(Verdict.SUPPORTED)(np.array(counts(pairs)))
    0.5
    """
    place = 3 * list(Verdict).index(verdict)
    return lambda sums: float(sums[place] / sums[place + 1]) if sums[place + 1] else None


def accuracy(sums: Numbers) -> float | None:
    """Return the share of the pairs whose verdicts are the same, from summed counts; None for no pairs."""
    right, gold, _ = sums.reshape(-1, 3).T
    return float(right.sum() / gold.sum()) if gold.sum() else None


def balanced_accuracy(sums: Numbers) -> float | None:
    """Return the mean of the recalls of the gold verdicts, from summed counts; None for no pairs."""
    right, gold, _ = sums.reshape(-1, 3).T
    there = gold > 0
    return float((right[there] / gold[there]).mean()) if there.any() else None


def macro_f1(sums: Numbers) -> float | None:
    """Return the mean F1 of the gold verdicts, from summed counts; None for no pairs."""
    right, gold, given = sums.reshape(-1, 3).T
    there = gold > 0
    return float((2 * right[there] / (gold + given)[there]).mean()) if there.any() else None


def forced(probabilities: Mapping[Verdict, float], labels: Sequence[Verdict]) -> Verdict:
    """Return the likeliest of the labels that a set has, however likely the others are."""
    return max(labels, key=lambda label: probabilities[label])


def folded(verdict: Verdict) -> Verdict:
    """Return the verdict with REFUTED and NOT_ENOUGH_EVIDENCE taken for one: not supported."""
    return verdict if verdict is Verdict.SUPPORTED else Verdict.NOT_ENOUGH_EVIDENCE
