"""What verdicts come to: accuracy, balanced accuracy, macro-F1 and the recall of each label, with intervals."""

from collections.abc import Callable, Iterator

import numpy as np

from bot.verdict import Verdict
from eval.claim_measures import accuracy, balanced_accuracy, macro_f1, recall
from eval.columns import Columns
from eval.figures import confidence_lines, latency_lines
from eval.results import Line
from eval.significance import Figure, Numbers, estimate_pooled

_BALANCED = "Brodersen et al., 2010"
_MEASURES = "Sokolova and Lapalme, 2009"
Statistic = Callable[[Numbers], float | None]


def lines(of: Columns) -> Iterator[Line]:
    """Yield the figures; intervals draw all claims with the same evidence together."""
    yield from verdict_lines(of)
    meaning = "balanced accuracy, refuted and not enough evidence taken for one"
    yield balanced_line(of, "two-way", "supported or not", meaning)
    yield from confidence_lines(of)
    yield from latency_lines(of)


def verdict_lines(of: Columns, suffix: str = "") -> Iterator[Line]:
    """Yield how good the verdicts are that the counts "labels" are of."""
    golds = _sums(of, "labels")[1::3]
    found = [verdict for verdict, number in zip(Verdict, golds, strict=True) if number]
    having = " / ".join(found)
    for name, meaning, statistic, source in (
        ("balanced accuracy", f"mean recall of {having}", balanced_accuracy, _BALANCED),
        ("accuracy", "verdicts that are the gold one", accuracy, _MEASURES),
        ("macro-F1", f"mean F1 of {having}", macro_f1, _MEASURES),
    ):
        yield Line(name + suffix, meaning, _figure(of, "labels", statistic), source)
    for verdict in found:
        figure = _figure(of, "labels", recall(verdict), (verdict,))
        yield Line(f"recall, {verdict}{suffix}", "right, of the claims with that label", figure, _MEASURES)


def balanced_line(of: Columns, counts: str, name: str, meaning: str) -> Line:
    """Return the balanced accuracy of the verdicts that some counts are of."""
    return Line(name, meaning, _figure(of, counts, balanced_accuracy), _BALANCED)


def _figure(of: Columns, counts: str, statistic: Statistic, golds: tuple[Verdict, ...] = tuple(Verdict)) -> Figure:
    """Return a statistic of summed counts; it rests on the cases that have one of the gold verdicts."""
    sums = _sums(of, counts)[1::3]
    rests_on = sum(number for verdict, number in zip(Verdict, sums, strict=True) if verdict in golds)
    return estimate_pooled(list(of.sums.get(counts, {}).values()), statistic, int(rests_on))


def _sums(of: Columns, counts: str) -> Numbers:
    return sum(of.sums.get(counts, {}).values(), np.zeros(3 * len(Verdict)))
