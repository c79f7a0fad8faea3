"""From asked questions to the weights of a confidence, and to what thresholds give."""

from __future__ import annotations

import logging
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binom  # type: ignore[import-untyped]  # it ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOG = logging.getLogger("confidence")
_SHARE = 0.15
"""What all questions on the article weigh, against all others."""
_FOLDS = 5
_FEWEST, _MORE = 100, 20
"""How many answers the first threshold that is tested lets through, and how many more each next one does."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the candidates that were found: the signals of each, and whether it holds the answer.

    A question that cannot be answered is a near miss, or its paragraph was left out. `about` names its paragraph.
    """

    answerable: bool
    left_out: bool
    signals: list[tuple[float, ...]]
    right: list[bool]
    about: str

    @property
    def fold(self) -> int:
        """The part that the questions on one paragraph fall into together."""
        return zlib.crc32(self.about.encode()) % _FOLDS


Best = tuple[float, bool, Asked]
"""The confidence of a question's best candidate, and whether it holds the answer."""


def fit(paragraphs: Sequence[Asked], article: Sequence[Asked]) -> None:
    """Tell the weights that are fitted to all questions, and what other questions than their own would make of each."""
    model = _model(paragraphs, article)
    _LOG.info("intercept %.3f, weights %s", model.intercept_[0], model.coef_[0].round(3).tolist())
    found = _cross_fitted(paragraphs, article)
    best = [one for one in found if one[2] in paragraphs]
    _tell_thresholds("paragraphs", best)
    _tell_thresholds("article", [one for one in found if one[2] in article])
    _tell_shares("all", best)
    _tell_shares("answerable", [one for one in best if one[2].answerable])


def _tell_shares(name: str, best: Sequence[Best]) -> None:
    for share in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        least = least_confidence([(sure, ok) for sure, ok, _ in best], share)
        if least is None:
            _LOG.info("%s, %.2f right: no threshold reaches it", name, share)
            continue
        silent = [sure < least for sure, _, one in best if not one.answerable]
        answered = [sure >= least and ok for sure, ok, one in best if one.answerable]
        given = np.mean([ok for sure, ok, _ in best if sure >= least])
        figures = (name, share, least, given, np.mean(answered), np.mean(silent) if silent else 0.0)
        _LOG.info("%s, %.2f right at %.3f: measured %.3f, answered rightly %.3f, others refused %.3f", *figures)


def _model(paragraphs: Sequence[Asked], article: Sequence[Asked]) -> LogisticRegression:
    asked = [*paragraphs, *article]
    share = _SHARE * len(paragraphs) / max(1, len(article))
    weights = [share if one in article else 1.0 for one in asked for _ in one.right]
    signals = np.array([values for one in asked for values in one.signals])
    right = np.array([flag for one in asked for flag in one.right])
    return LogisticRegression(max_iter=1000).fit(signals, right, sample_weight=weights)


def _cross_fitted(paragraphs: Sequence[Asked], article: Sequence[Asked]) -> list[Best]:
    """The best candidate of each question, by a fit to the questions on other paragraphs."""
    found: list[Best] = []
    for number in range(_FOLDS):
        others = [[one for one in asked if one.fold != number] for asked in (paragraphs, article)]
        model = _model(*others)
        found += [_best(model, one) for one in (*paragraphs, *article) if one.fold == number]
    return found


def _tell_thresholds(name: str, best: Sequence[Best]) -> None:
    for least in (0.0, 0.05, 0.1, 0.15, 0.18, 0.2, 0.3, 0.5):
        told = np.mean([sure >= least and ok for sure, ok, one in best if one.answerable])
        kept = np.mean([sure < least for sure, _, one in best if one.answerable])
        left_out, near = (
            np.mean(
                [float(sure < least) for sure, _, one in best if not one.answerable and one.left_out is left] or [0.0]
            )
            for left in (True, False)
        )
        figures = (name, least, told, left_out, near, left_out / (left_out + kept) if left_out else 0.0)
        _LOG.info(
            "%s from %.2f: answered rightly %.3f, left out refused %.3f, near misses %.3f, right refusals %.3f",
            *figures,
        )


def least_confidence(given: Sequence[tuple[float, bool]], share: float, doubt: float = 0.1) -> float | None:
    """Return the least confidence from which so large a share of answers is right, or None where there is none.

    Thresholds are tested one after the other from the highest on, each against the chance that fewer answers are right
    than asked for (exact binomial), until one fails: Learn then Test with fixed sequence testing (Angelopoulos et al.,
    2021). So with a probability of 1 - `doubt` the share holds for new questions of the same kind.

    Args:
        given: the confidence of answers, and whether each is right.
        share: of right answers, in (0, 1).
        doubt: how likely the share may be missed, in (0, 1).
    """
    ranked = sorted(given, reverse=True)
    found = None
    for number in range(_FEWEST, len(ranked) + 1, _MORE):
        wrong = sum(not ok for _, ok in ranked[:number])
        if binom.cdf(wrong, number, 1 - share) > doubt:
            return found
        found = ranked[number - 1][0]
    return found


def _best(model: LogisticRegression, asked: Asked) -> Best:
    if not asked.signals:
        return 0.0, False, asked
    sure = model.predict_proba(np.array(asked.signals))[:, 1]
    place = int(sure.argmax())
    return float(sure[place]), asked.right[place], asked
