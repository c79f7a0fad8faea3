"""Figures that every kind of set can have, from the numbers of its outcomes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from eval.columns import Columns
from eval.confidence_measures import (
    FOLDS,
    TARGET,
    above_threshold,
    brier_score,
    calibration_error,
    risk_coverage_area,
    threshold,
)
from eval.results import Line
from eval.significance import Figure, Numbers, estimate, estimate_over, estimate_pooled, mean, percentile

PERCENTILES = (50, 95)
"""Of latency."""

MOST_SLICES = 12
"""How many slices of a kind are told of: the largest."""

_OF_CONFIDENCE: Sequence[tuple[str, str, Callable[[Numbers], float | None], str]] = (
    (
        "calibration error",
        "confidence against the share of right answers, ten bins",
        lambda table: calibration_error(table[:, 0], table[:, 1]),
        "ECE; Guo et al., 2017",
    ),
    (
        "Brier score",
        "mean squared distance of confidence from right (1) or wrong (0)",
        lambda table: brier_score(table[:, 0], table[:, 1]),
        "Brier, 1950",
    ),
    (
        "risk-coverage area",
        "share wrong among the surest, averaged over all coverages",
        lambda table: risk_coverage_area(table[:, 0], table[:, 1]),
        "AURC; Geifman and El-Yaniv, 2017",
    ),
)
"""What can be said of confidences (first column) and whether each was right (second)."""


def mean_line(
    columns: Columns, name: str, meaning: str, source: str = "this project", *, larger_is_better: bool = True
) -> Line:
    """Return the mean of a measure over the cases that it applies to."""
    return Line(name, meaning, estimate(columns.score(name)), source, larger_is_better)


def pooled_line(
    columns: Columns,
    name: str,
    meaning: str,
    statistic: Callable[[Numbers], float | None],
    source: str = "this project",
    *,
    larger_is_better: bool = True,
) -> Line:
    """Return a statistic of summed counts, drawn by clusters.

    Args:
        columns: of the run; the last of a figure's counts says how many cases it rests on.
        name: the figure's, under which its counts stand.
        meaning: what it says.
        statistic: from the sums to a number.
        source: where its definition comes from.
        larger_is_better: false where the number counts faults.
    """
    counts = list(columns.sums.get(name, {}).values())
    rests_on = int(np.sum(counts, axis=0)[-1]) if counts else 0
    return Line(name, meaning, estimate_pooled(counts, statistic, rests_on), source, larger_is_better)


def confidence_lines(columns: Columns) -> Iterator[Line]:
    """Yield how far the confidence can be trusted, over the cases that have one; nothing where none has."""
    sure = np.stack([columns.confidence[columns.sure], columns.right[columns.sure]], axis=1)
    if not len(sure):
        return
    for name, meaning, measure, source in _OF_CONFIDENCE:
        yield Line(name, meaning, estimate_over(sure, measure), source, larger_is_better=False)
    yield from _threshold_lines(sure)


def _threshold_lines(sure: Numbers) -> Iterator[Line]:
    """Yield what comes of being silent below the confidence from which on most answers are right."""
    aimed, source = f"at {100 * TARGET:.0f} %", "selective prediction; Geifman and El-Yaniv, 2017"
    meaning = f"the least confidence from which on {100 * TARGET:.0f} % of these answers are right"
    yield Line(f"threshold {aimed}", meaning, estimate_over(sure, lambda table: threshold(*table.T)), source)
    given = above_threshold(*sure.T)
    meaning = f"right, of the answers above a threshold so chosen on other cases ({FOLDS} folds)"
    yield Line(f"right {aimed}", meaning, estimate(sure[given, 1]), source)
    meaning = "given answers that are above such a threshold, and would still be given"
    yield Line(f"answered {aimed}", meaning, estimate(given.astype(np.float64)), source)


def latency_lines(columns: Columns) -> Iterator[Line]:
    """Yield how long cases took that did not raise, and how many are done in a second."""
    if np.isnan(columns.seconds).all():
        return
    for share in PERCENTILES:
        figure = estimate(columns.seconds, percentile(share))
        meaning = f"{share} % of the cases took no longer"
        yield Line(f"seconds, p{share}", meaning, figure, "wall clock", larger_is_better=False, is_share=False)
    speed = estimate(columns.seconds, lambda seconds: 1 / np.maximum(mean(seconds), 1e-9))
    yield Line("cases a second", "one by the mean of the seconds", speed, "wall clock", is_share=False)


def slice_lines(columns: Columns, measure: str) -> Iterator[tuple[str, Line]]:
    """Yield the slices of every kind with the mean of a measure in each, the largest slices first.

    Slices of one case only are left out, and so is a kind with a single slice: neither says anything.
    """
    values = columns.right if measure == "right" else columns.score(measure)
    for kind, names in columns.slices.items():
        found = _slices(names, values)
        if len(found) > 1:
            for name, figure in found:
                yield kind, Line(name, f"{measure}, of this {kind} only", figure)


def _slices(names: Sequence[str], values: Numbers) -> list[tuple[str, Figure]]:
    there = np.array(names)[~np.isnan(values)]
    kept = values[~np.isnan(values)]
    largest = [pair for pair in Counter(there.tolist()).most_common() if pair[0] and pair[1] > 1][:MOST_SLICES]
    return [(name, estimate(kept[there == name])) for name, _ in largest]
