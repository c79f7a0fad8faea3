"""How sure a figure is: bootstrap percentile intervals (Efron and Tibshirani, 1993, chapter 13).

Cases are drawn again with replacement, as many as there are; the middle 95 % of the figures that come out is the
interval. The draws are seeded, so the same rows give the same interval.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Statistic = Callable[[Numbers], Numbers]
"""From values to a number, along the last axis: of a table, one of each row."""

PAIRED = "paired bootstrap; Efron and Tibshirani, 1993"
F_MEASURE = "van Rijsbergen, 1979"
SEED = 20_231_014
RESAMPLES = 2_000
LEVEL = 0.95
_AT_ONCE = 500_000
"""How many cases are drawn at once: as many draws are computed together as have so many."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number over many cases, its interval, and how many cases it rests on; all None where it rests on none."""

    value: float | None
    low: float | None
    high: float | None
    applicable: int


def mean(values: Numbers) -> Numbers:
    """Return the mean."""
    return np.asarray(values.mean(axis=-1))


def percentile(share: float) -> Statistic:
    """Return the statistic below which `share` per cent of the values lie.

    >>> percentile(50)(np.array([[1.0, 2.0, 9.0], [4.0, 4.0, 4.0]])).tolist()
    [2.0, 4.0]
    """
    return lambda values: np.percentile(values, share, axis=-1)


def estimate(
    values: Sequence[float | None] | Numbers, statistic: Statistic = mean, *, resamples: int = RESAMPLES
) -> Figure:
    """Return the statistic of the values that are neither None nor NaN, with its interval."""
    numbers = np.array(values, dtype=np.float64)
    numbers = numbers[~np.isnan(numbers)]
    if not len(numbers):
        return Figure(None, None, None, 0)
    low, high = _middle(np.concatenate([statistic(numbers[some]) for some in _draws(len(numbers), resamples)]))
    return Figure(float(statistic(numbers)), low, high, len(numbers))


def estimate_over(
    table: Numbers, statistic: Callable[[Numbers], float | None], *, resamples: int = RESAMPLES
) -> Figure:
    """Return a statistic of the rows of a table, a case each, with its interval; none where it does not apply."""
    value = statistic(table) if len(table) else None
    if value is None:
        return Figure(None, None, None, 0)
    found = (statistic(table[draw]) for some in _draws(len(table), resamples) for draw in some)
    low, high = _middle([number for number in found if number is not None])
    return Figure(value, low, high, len(table))


def estimate_difference(
    before: Sequence[float | None] | Numbers,
    after: Sequence[float | None] | Numbers,
    clusters: Sequence[Hashable] | None = None,
    *,
    resamples: int = RESAMPLES,
) -> Figure:
    """Return the gain in the mean from one run to another over the same cases, with its paired interval.

    A case is drawn with both of its values, so what is hard for both runs does not widen the interval. An interval that
    leaves out zero is a difference beyond chance.

    Args:
        before: the values of the one run.
        after: those of the other, in the same order of cases.
        clusters: what each case stands in, such as its article; cases of one are drawn together.
        resamples: how many draws.
    """
    olds, news = (np.array(values, dtype=np.float64) for values in (before, after))
    if len(olds) != len(news):
        message = f"runs are compared case by case: {len(olds)} values cannot be paired with {len(news)}"
        raise ValueError(message)
    there = [~np.isnan(values) for values in (olds, news)]
    parts = (np.nan_to_num(olds), there[0], np.nan_to_num(news), there[1])
    table = summed(np.stack(parts, axis=1), range(len(olds)) if clusters is None else clusters)
    applicable, gain = int((there[0] & there[1]).sum()), float(_gain(table.sum(axis=0)))
    if np.isnan(gain):
        return Figure(None, None, None, applicable)
    gains = np.concatenate([_gain(table[some].sum(axis=1)) for some in _draws(len(table), resamples)])
    low, high = _middle(gains[~np.isnan(gains)])
    return Figure(gain, low, high, applicable)


def summed(table: Numbers, clusters: Sequence[Hashable]) -> Numbers:
    """Return a row for each cluster, in the order in which they come first: the sum of its rows.

    >>> summed(np.array([[1.0], [2.0], [4.0]]), ["a", "b", "a"]).tolist()
    [[5.0], [2.0]]
    """
    places = {cluster: place for place, cluster in enumerate(dict.fromkeys(clusters))}
    sums = np.zeros((len(places), table.shape[1]))
    np.add.at(sums, [places[cluster] for cluster in clusters], table)
    return sums


def estimate_pooled(
    counts: Sequence[Sequence[float] | Numbers],
    statistic: Callable[[Numbers], float | None],
    applicable: int,
    *,
    resamples: int = RESAMPLES,
) -> Figure:
    """Return a statistic of summed counts, with its interval over clusters (cluster bootstrap).

    Args:
        counts: a row of counts for each cluster, such as an article; clusters are drawn whole, for what stands in one
            article is alike.
        statistic: from the sums of the columns to a number; None where it does not apply.
        applicable: how many cases the figure rests on.
        resamples: how many draws.
    """
    table = np.array(counts, dtype=np.float64)
    value = statistic(table.sum(axis=0)) if len(table) else None
    if value is None:
        return Figure(None, None, None, 0)
    drawn = (statistic(sums) for some in _draws(len(table), resamples) for sums in table[some].sum(axis=1))
    low, high = _middle([number for number in drawn if number is not None])
    return Figure(value, low, high, applicable)


def share(sums: Numbers) -> float | None:
    """Return the share of (right, all); None of none."""
    right, every = sums
    return float(right / every) if every else None


def f1(sums: Numbers) -> float | None:
    """Return the F1 of (right among the found, found, recalled among the expected, expected); None where all is none.

    It is the harmonic mean of precision and recall (van Rijsbergen, 1979), and 0 where nothing is right.

    >>> f1(np.array([1.0, 2.0, 1.0, 2.0]))
    0.5
    """
    right, found, recalled, expected = sums
    if not found and not expected:
        return None
    precision, recall = right / max(1, found), recalled / max(1, expected)
    return float(2 * precision * recall / (precision + recall)) if right else 0.0


def _gain(sums: Numbers) -> Numbers:
    """Return the difference of the means, from sum and number of either run's values; NaN where one has none."""
    old, olds, new, news = np.moveaxis(sums, -1, 0)
    with np.errstate(invalid="ignore"):
        return np.asarray(new / news - old / olds)


def _draws(count: int, resamples: int) -> Iterator[NDArray[np.int64]]:
    """Yield draws of cases, some at once; a row is a draw."""
    generator = np.random.default_rng(SEED)
    some = max(1, _AT_ONCE // count)
    return (generator.integers(0, count, (min(some, resamples - done), count)) for done in range(0, resamples, some))


def _middle(values: Sequence[float] | Numbers) -> tuple[float, float]:
    low, high = np.percentile(values, [50 - 50 * LEVEL, 50 + 50 * LEVEL])
    return float(low), float(high)
