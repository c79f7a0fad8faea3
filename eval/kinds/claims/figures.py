"""What weighed claims come to: balanced accuracy, the recall of each label, and speed."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.verdict import Verdict
from eval.claim_measures import Pair, balanced_accuracy, counts, forced, macro_f1, recalls, supported_or_not
from eval.kinds.claims.weighing import Weighed
from eval.results import Line
from eval.significance import Figure, Numbers, estimate_pooled

_TWO_WAYS = (Verdict.SUPPORTED, Verdict.REFUTED)


def lines(weighed: Sequence[Weighed], seconds: float) -> Iterator[Line]:
    """Yield the figures; intervals draw all claims with the same evidence together."""
    pairs = verdicts(weighed)
    found = recalls(pairs)
    having = " / ".join(verdict.value for verdict in found)
    yield Line("balanced accuracy", f"mean recall of {having}", _figure(weighed, pairs, balanced_accuracy))
    for verdict, recall in found.items():
        number = sum(gold == verdict for gold, _ in pairs)
        yield Line(f"recall, {verdict.value}", "of the claims with that label", Figure(recall, None, None, number))
    yield Line("macro-F1", f"mean F1 of {having}", _figure(weighed, pairs, macro_f1))
    folded = supported_or_not(pairs)
    yield Line("supported or not", "balanced accuracy, two-way", _figure(weighed, folded, balanced_accuracy))
    yield Line("pairs a second", "warm", Figure(len(pairs) / seconds, None, None, len(pairs)))


def rows(weighed: Sequence[Weighed]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each claim."""
    for number, (one, (gold, given)) in enumerate(zip(weighed, verdicts(weighed), strict=True), 1):
        yield {
            "id": str(number),
            "claim": one.given.claim,
            "expected": gold.value,
            "given": given.value,
            "probabilities": {verdict.value: share for verdict, share in one.weighing.probabilities.items()},
            "scores": {"accuracy": float(gold == given)},
        }


def verdicts(weighed: Sequence[Weighed]) -> list[Pair]:
    """Return the gold verdicts and the given ones, of those that the set has."""
    golds = {one.given.gold for one in weighed}
    if Verdict.NOT_ENOUGH_EVIDENCE not in golds:
        return [(one.given.gold, forced(one.weighing.probabilities, _TWO_WAYS)) for one in weighed]
    pairs = [(one.given.gold, one.weighing.verdict) for one in weighed]
    return pairs if Verdict.REFUTED in golds else supported_or_not(pairs)


def _figure(weighed: Sequence[Weighed], pairs: Sequence[Pair], statistic: Callable[[Numbers], float | None]) -> Figure:
    by_evidence = defaultdict(list)
    for one, pair in zip(weighed, pairs, strict=True):
        by_evidence[one.given.evidence].append(pair)
    return estimate_pooled([counts(of) for of in by_evidence.values()], statistic, len(pairs))
