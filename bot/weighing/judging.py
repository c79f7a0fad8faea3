"""Claim and evidence → supports, refutes, or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from bot.verdict import Verdict

STANCES = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What evidence says about a claim, and how likely each verdict is.

    Attributes:
        verdict: the likeliest of the three.
        probabilities: of SUPPORTED, REFUTED and NOT_ENOUGH_EVIDENCE; they sum to 1.
    """

    verdict: Verdict
    probabilities: Mapping[Verdict, float]


class Judge(Protocol):
    """Weighs claims against evidence that is given as text."""

    @property
    def digest(self) -> str:
        """What names the judge's weights; another judge has another one."""

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        """Return a weighing for each pair of claim and evidence, in their order."""


def weighing(probabilities: Sequence[float]) -> Weighing:
    """Return the weighing of probabilities that are given in the order of `STANCES`.

    >>> weighing((0.7, 0.1, 0.2)).verdict
    <Verdict.SUPPORTED: 'supported'>
    """
    named = dict(zip(STANCES, probabilities, strict=True))
    return Weighing(max(STANCES, key=named.__getitem__), MappingProxyType(named))
