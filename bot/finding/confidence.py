"""How likely it is that a sentence answers a question."""

import math
from dataclasses import dataclass

_NO_READING = -4.0
_SUREST = 0.98
_INTERCEPT = -1.373
_WEIGHTS = (0.083, 0.248, 1.137, -1.63, 1.261)
"""Fitted by `python -m bot.training.confidence`; see there."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a sentence.

    Attributes:
        sentence: the cross-encoder's logit for the sentence alone.
        passage: its best logit for a passage of the sentence's document that was found.
        reading: the reader's score for a short answer inside the sentence, in [0, 1]; None where it reads none there.
        fits: whether the sentence holds the kind of words that the question waits for.
    """

    sentence: float
    passage: float
    reading: float | None
    fits: bool

    def values(self) -> tuple[float, ...]:
        """Return what the weights multiply: two logits, the reading's log odds, and two flags."""
        if self.reading is None:
            odds = _NO_READING
        else:
            sure = min(max(self.reading, 1 - _SUREST), _SUREST)
            odds = math.log(sure / (1 - sure))
        return (self.sentence, self.passage, odds, float(self.reading is not None), float(self.fits))

    @property
    def confidence(self) -> float:
        """The probability, in [0, 1], by a logistic regression over the signals."""
        logit = _INTERCEPT + sum(weight * value for weight, value in zip(_WEIGHTS, self.values(), strict=True))
        return 1 / (1 + math.exp(-logit))
