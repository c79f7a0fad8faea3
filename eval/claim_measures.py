"""How well claims are weighed: figures over pairs of a gold and a given verdict.

Balanced accuracy is the mean of the labels' recalls, so that a rare label counts as much as a common one.
"""

from collections.abc import Mapping, Sequence
from math import nan

from bot.verdict import Verdict

GOLD_LABELS: Mapping[str, Verdict] = {
    "supported": Verdict.SUPPORTED,
    "refuted": Verdict.REFUTED,
    "nei": Verdict.NOT_ENOUGH_EVIDENCE,
    "not_enough_evidence": Verdict.NOT_ENOUGH_EVIDENCE,
    "not enough info": Verdict.NOT_ENOUGH_EVIDENCE,
}
"""How sets of claims name the verdicts."""

Pair = tuple[Verdict, Verdict]
"""The gold verdict and the given one."""


def recalls(pairs: Sequence[Pair]) -> dict[Verdict, float]:
    """Return for each gold verdict the share of its pairs that were given it.

    >>> recalls([(Verdict.SUPPORTED, Verdict.SUPPORTED), (Verdict.SUPPORTED, Verdict.REFUTED)])
    {<Verdict.SUPPORTED: 'supported'>: 0.5}
    """
    labels = [verdict for verdict in Verdict if any(gold == verdict for gold, _ in pairs)]
    return {label: _mean([given == label for gold, given in pairs if gold == label]) for label in labels}


def balanced_accuracy(pairs: Sequence[Pair]) -> float:
    """Return the mean of the recalls; NaN for no pairs."""
    return _mean(list(recalls(pairs).values()))


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Return the mean F1 of the gold verdicts; NaN for no pairs."""
    return _mean([_f1(pairs, label) for label in recalls(pairs)])


def forced(probabilities: Mapping[Verdict, float], labels: Sequence[Verdict]) -> Verdict:
    """Return the likeliest of the labels that a set has, however likely the others are."""
    return max(labels, key=lambda label: probabilities[label])


def supported_or_not(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with REFUTED and NOT_ENOUGH_EVIDENCE taken for one: not supported."""
    return [(_folded(gold), _folded(given)) for gold, given in pairs]


def _folded(verdict: Verdict) -> Verdict:
    return verdict if verdict is Verdict.SUPPORTED else Verdict.NOT_ENOUGH_EVIDENCE


def _f1(pairs: Sequence[Pair], label: Verdict) -> float:
    right = sum(gold == given == label for gold, given in pairs)
    named = sum((gold == label) + (given == label) for gold, given in pairs)
    return 2 * right / named


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else nan
