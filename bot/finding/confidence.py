"""How likely it is that a sentence answers a question."""

import math
from dataclasses import dataclass

_LEAST = 0.01
"""The least probability that is told from none, and as near to certainty the most."""
_INTERCEPT = -1.86
_WEIGHTS = (1.187, 0.074, 0.916, 0.95, 1.208)
"""Fitted by `python -m bot.training.confidence --questions 600`; see there."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a sentence.

    Attributes:
        rank: the place, from 0 on, of the first passage that the sentence stands in.
        nearness: the cross-encoder's logit for the sentence behind the one before.
        reading: the reader's score for a short answer inside the sentence, in [0, 1]; None where it reads none there.
        given: how likely the verifier finds that it gives this answer, in [0, 1]; None where there is none.
        fits: whether the sentence holds the kind of words that the question waits for.
    """

    rank: int
    nearness: float
    reading: float | None
    given: float | None
    fits: bool

    def values(self) -> tuple[float, ...]:
        """Return what the weights multiply: a logarithm, a logit, two log odds, and a flag."""
        return (-math.log1p(self.rank), self.nearness, _log_odds(self.reading), _log_odds(self.given), float(self.fits))

    @property
    def confidence(self) -> float:
        """The probability, in [0, 1], by a logistic regression over the signals."""
        logit = _INTERCEPT + sum(weight * value for weight, value in zip(_WEIGHTS, self.values(), strict=True))
        return 1 / (1 + math.exp(-logit))


def _log_odds(share: float | None) -> float:
    """Return the log odds of a probability; what is not there is as unlikely as what is next to impossible."""
    sure = min(max(share or 0.0, _LEAST), 1 - _LEAST)
    return math.log(sure / (1 - sure))
