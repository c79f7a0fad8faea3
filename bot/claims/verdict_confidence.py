"""How likely a verdict is right, told from the strength of what it rests on."""

import math
from collections.abc import Mapping

from bot.verdict import Verdict

FITTED: Mapping[Verdict, tuple[float, float]] = {
    Verdict.SUPPORTED: (-0.52, 0.38),
    Verdict.REFUTED: (-0.39, 0.66),
    Verdict.CONFLICTING: (-1.77, 2.36),
    Verdict.NOT_ENOUGH_EVIDENCE: (0.43, 0.08),
}
"""Of each verdict an intercept and a slope over log odds; see `bot.training.verdict_confidence`."""
_SUREST = 0.99


def verdict_confidence(verdict: Verdict, strength: float) -> float:
    """Return how likely a verdict is right, in [0, 1].

    Args:
        verdict: what was concluded.
        strength: how likely its evidence says so, the weaker side's where it conflicts; for not enough evidence, how
            likely the strongest says neither.
    """
    intercept, slope = FITTED[verdict]
    return 1 / (1 + math.exp(-intercept - slope * log_odds(strength)))


def log_odds(share: float) -> float:
    """Return the log odds of a probability, that of one next to 0 or 1 as of 0.01 or 0.99.

    >>> round(log_odds(0.5), 3), round(log_odds(1.0), 3)
    (0.0, 4.595)
    """
    sure = min(max(share, 1 - _SUREST), _SUREST)
    return math.log(sure / (1 - sure))
