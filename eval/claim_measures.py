"""How well claims are weighed: figures over pairs of a gold and a given verdict.

Balanced accuracy is the mean of the labels' recalls, so that a rare label counts as much as a common one. Figures are
computed from counts, which can be summed over the pairs of several documents.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.verdict import Verdict
from eval.significance import Numbers

GOLD_LABELS: Mapping[str, Verdict] = {
    "supported": Verdict.SUPPORTED,
    "refuted": Verdict.REFUTED,
    "nei": Verdict.NOT_ENOUGH_EVIDENCE,
    "not_enough_evidence": Verdict.NOT_ENOUGH_EVIDENCE,
}
"""How sets of claims name the verdicts."""

Pair = tuple[Verdict, Verdict]
"""The gold verdict and the given one."""


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


def recalls(pairs: Sequence[Pair]) -> dict[Verdict, float]:
    """Return for each gold verdict the share of its pairs that were given it.

    >>> recalls([(Verdict.SUPPORTED, Verdict.SUPPORTED), (Verdict.SUPPORTED, Verdict.REFUTED)])
    {<Verdict.SUPPORTED: 'supported'>: 0.5}
    """
    table = zip(Verdict, np.array(counts(pairs)).reshape(-1, 3), strict=True)
    return {verdict: float(right / gold) for verdict, (right, gold, _) in table if gold}


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


def supported_or_not(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with REFUTED and NOT_ENOUGH_EVIDENCE taken for one: not supported."""
    return [(_folded(gold), _folded(given)) for gold, given in pairs]


def _folded(verdict: Verdict) -> Verdict:
    return verdict if verdict is Verdict.SUPPORTED else Verdict.NOT_ENOUGH_EVIDENCE
