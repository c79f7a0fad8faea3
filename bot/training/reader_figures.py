"""How well a reader reads: exact match and F1 as SQuAD's script has them, with silence, and the fit of the scores."""

from __future__ import annotations

import re
import string
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from bot.finding.reading import Calibration, Found, Reader
from index import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.training.reader_rows import Row

_ARTICLES: Final = re.compile(r"\b(a|an|the)\b")
_REFUSED: Final = 0.5  # the share of unanswerable questions that the threshold refuses
_RIGHT: Final = 0.5  # F1 from which a span counts as an answer when scores are fitted


@dataclass(frozen=True, slots=True)
class Judged:
    """What the reader found for one row, and what it would earn when it speaks and when it keeps silent."""

    found: Found | None
    exact: float
    overlap: float
    silence: float


def normalised(text: str) -> str:
    """Lower case, without punctuation, articles and spare spaces."""
    bare = "".join(sign for sign in text.lower() if sign not in string.punctuation)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def overlap(given: str, answer: str) -> float:
    """F1 over the words of both."""
    mine, yours = normalised(given).split(), normalised(answer).split()
    if not mine or not yours:
        return float(mine == yours)
    shared = sum((Counter(mine) & Counter(yours)).values())
    return 2 * shared / (len(mine) + len(yours))


def judge(reader: Reader, questions: Sequence[Row]) -> list[Judged]:
    """Read every row and compare with its answers; a row without answers earns only by silence."""
    judged = []
    for row in questions:
        (spot,) = reader.find(row["question"], row["context"], [Span(0, len(row["context"]))])
        given = row["context"][spot.start : spot.end] if spot else ""
        answers = row["answers"]
        exact = max((float(normalised(given) == normalised(answer)) for answer in answers), default=0.0)
        judged.append(Judged(spot, exact, max((overlap(given, a) for a in answers), default=0.0), float(not answers)))
    return judged


def forced(judged: Sequence[Judged]) -> tuple[float, float]:
    """Exact match and F1 of a reader that always speaks, over the rows that have an answer."""
    told = [one for one in judged if not one.silence]
    return sum(one.exact for one in told) / len(told), sum(one.overlap for one in told) / len(told)


def with_silence(judged: Sequence[Judged], calibration: Calibration) -> dict[str, float]:
    """Figures of a reader that keeps silent below the threshold."""
    spoken = [one.found is not None and calibration.probability(one.found) >= calibration.threshold for one in judged]
    pairs = list(zip(judged, spoken, strict=True))
    silent = [not speaks for one, speaks in pairs if one.silence]
    kept = [float(speaks) for one, speaks in pairs if not one.silence]
    return {
        "exact_silent": sum(one.exact if speaks else one.silence for one, speaks in pairs) / len(pairs),
        "f1_silent": sum(one.overlap if speaks else one.silence for one, speaks in pairs) / len(pairs),
        "refused": sum(silent) / max(1, len(silent)),
        "kept": sum(kept) / max(1, len(kept)),
    }


def calibrated(judged: Sequence[Judged]) -> Calibration:
    """Fit the probability that a span answers, and the threshold that keeps silent about half of what is not told."""
    seen = [one for one in judged if one.found is not None]
    figures = np.array([[one.found.margin, one.found.sureness] for one in seen if one.found])
    right = np.array([one.overlap >= _RIGHT for one in seen])
    fitted = LogisticRegression(C=10.0).fit(figures, right)
    margin, sureness = (float(weight) for weight in fitted.coef_[0])
    plain = Calibration(margin, sureness, float(fitted.intercept_[0]), 0.0)
    untold = [plain.probability(one.found) for one in seen if one.found and one.silence]
    return replace(plain, threshold=round(float(np.quantile(untold, _REFUSED)), 3))


def best_with_silence(judged: Sequence[Judged], calibration: Calibration) -> float:
    """F1 at the threshold that suits these rows best."""
    thresholds = np.linspace(0, 1, 101)
    return max(with_silence(judged, replace(calibration, threshold=float(least)))["f1_silent"] for least in thresholds)
