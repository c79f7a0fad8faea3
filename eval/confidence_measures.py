"""How far a confidence can be trusted: each function takes confidences in [0, 1], and whether each answer was right."""

from collections.abc import Sequence

import numpy as np

from eval.significance import Numbers

BINS = 10


def calibration_error(confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers) -> float | None:
    """Return the expected calibration error in ten bins of equal width (Guo et al., 2017); smaller is better.

    It is the mean distance between confidence and share of right answers, over bins, weighted by their sizes.

    >>> calibration_error([0.75, 0.75], [True, False])
    0.25
    """
    if not len(confidences):
        return None
    gaps = (number * abs(sure - good) for sure, good, number in reliability(confidences, right))
    return sum(gaps) / len(confidences)


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


def reliability(
    confidences: Sequence[float] | Numbers, right: Sequence[bool] | Numbers
) -> list[tuple[float, float, int]]:
    """Return the mean confidence, the share that is right and the size of each of ten bins that is not empty.

    >>> reliability([0.75, 0.75, 0.1], [True, False, False])
    [(0.1, 0.0, 1), (0.75, 0.5, 2)]
    """
    sure, good = np.array(confidences, dtype=float), np.array(right, dtype=float)
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    masks = [bins == one for one in range(BINS)]
    return [(float(sure[mask].mean()), float(good[mask].mean()), int(mask.sum())) for mask in masks if mask.any()]
