"""How far a confidence can be trusted: each function takes confidences in [0, 1], and whether each answer was right."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.significance import Numbers

BINS = 10

TARGET = 0.95
"""The share of given answers that is to be right where a threshold is chosen."""

FOLDS = 5
"""How many parts the answers are put in, one to judge by the threshold that the others choose."""


def calibration_error(confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers) -> float | None:
    """Return the expected calibration error in ten bins of equal width (Guo et al., 2017); smaller is better.

    It is the mean distance between confidence and share of right answers, over bins, weighted by their sizes.

    >>> calibration_error([0.75, 0.75], [True, False])
    0.25
    """
    if not len(confidences):
        return None
    sure, good = np.array(confidences, dtype=float), np.array(right, dtype=float)
    return float(np.abs(np.bincount(_bins(sure), sure - good)).sum() / len(sure))


def brier_score(confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers) -> float | None:
    """Return the mean squared distance of confidence from the outcome, 1 or 0 (Brier, 1950); smaller is better.

    >>> brier_score([1.0, 0.5], [True, False])
    0.125
    """
    if not len(confidences):
        return None
    return float(np.mean((np.array(confidences, dtype=float) - np.array(right, dtype=float)) ** 2))


def risk_coverage_area(confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers) -> float | None:
    """Return the area under the risk-coverage curve (Geifman and El-Yaniv, 2017); smaller is better.

    It is the share of wrong answers among the surest one, two, three and so on, averaged: small where the wrong answers
    are the ones that are given with least confidence.

    >>> risk_coverage_area([0.9, 0.1], [True, False]), risk_coverage_area([0.1, 0.9], [True, False])
    (0.25, 0.75)
    """
    if not len(confidences):
        return None
    return float(np.mean(risk_coverage(confidences, right)[1]))


def risk_coverage(confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers) -> tuple[Numbers, Numbers]:
    """Return the risk-coverage curve: shares of answers given, the surest first, and how many of them are wrong.

    >>> coverage, risk = risk_coverage([0.9, 0.1], [True, False])
    >>> coverage.tolist(), risk.tolist()
    ([0.5, 1.0], [0.0, 0.5])
    """
    order = np.argsort(-np.array(confidences, dtype=float), kind="stable")
    wrong = 1 - np.array(right, dtype=float)[order]
    given = np.arange(1, len(wrong) + 1)
    return given / max(1, len(wrong)), np.cumsum(wrong) / given


def threshold(
    confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers, target: float = TARGET
) -> float | None:
    """Return the least confidence from which on a share of the answers is right; None where no confidence is enough.

    >>> threshold([0.9, 0.8, 0.8, 0.1], [True, True, False, False], 0.6), threshold([0.9], [False])
    (0.8, None)
    """
    sure, good = np.array(confidences, dtype=float), np.array(right, dtype=float)
    order = np.argsort(-sure, kind="stable")
    last_of_equals = np.append(np.diff(sure[order]) != 0, True)[: len(sure)]
    share = np.cumsum(good[order]) / np.arange(1, len(sure) + 1)
    enough = np.flatnonzero(last_of_equals & (share >= target))
    return float(sure[order][enough[-1]]) if len(enough) else None


def above_threshold(
    confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers, target: float = TARGET
) -> NDArray[np.bool_]:
    """Say of each answer whether it is given at the threshold that the other parts of the answers choose.

    An answer has no say in its own threshold (cross-fitting), as it will have none once the bot is in use. Answers are
    dealt out to the parts in turn.
    """
    sure, good = np.array(confidences, dtype=float), np.array(right, dtype=float)
    part, given = np.arange(len(sure)) % FOLDS, np.zeros(len(sure), dtype=bool)
    for one in range(FOLDS):
        least = threshold(sure[part != one], good[part != one], target)
        given |= (part == one) & (sure >= (np.inf if least is None else least))
    return given


def reliability(
    confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers
) -> list[tuple[float, float, int]]:
    """Return the mean confidence, the share that is right and the size of each of ten bins that is not empty.

    >>> reliability([0.75, 0.75, 0.1], [True, False, False])
    [(0.1, 0.0, 1), (0.75, 0.5, 2)]
    """
    sure, good = np.array(confidences, dtype=float), np.array(right, dtype=float)
    masks = [_bins(sure) == one for one in range(BINS)]
    return [(float(sure[mask].mean()), float(good[mask].mean()), int(mask.sum())) for mask in masks if mask.any()]


def _bins(confidences: Numbers) -> NDArray[np.int64]:
    return np.minimum((confidences * BINS).astype(np.int64), BINS - 1)
