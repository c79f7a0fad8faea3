"""A quantity as a range with a unit, and whether it can be the same as another."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

_CONVERTED: Final = 0.02  # how far off an amount in another unit may be: "10 miles", "16 km"
_ROUNDED: Final = 0.25  # how far off, at the most, a rounded number is taken to be
_NEAR: Final = 0.1  # the same, where it is to be confirmed
_NEVER_THE_SAME: Final = frozenset({"percent", "percentage point"})
_ALIKE: Final = (_NEVER_THE_SAME, frozenset({"point", "percentage point"}))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between `low` and `high` (both inclusive) of what is counted.

    Attributes:
        unit: a base unit ("metre", "percent", "$"), or "" for things that are counted.
        counted: the words behind the number, less their endings, where there is no unit.
        size: how many of the base unit the unit is that was written.
        step: what the number is rounded to, in the base unit; 0 where it is bounded or about so much.
        way: whether it is the size of a change ("by"), or where one begins or ends ("from", "to"); "" is not told.
    """

    low: float
    high: float
    unit: str = ""
    counted: frozenset[str] = frozenset()
    size: float = 1.0
    step: float = 0.0
    way: str = ""

    def is_like(self, other: Quantity) -> bool:
        """Whether both measure the same kind of thing, so that they can be compared."""
        if self.way and other.way and self.way != other.way:
            return False
        if not self.unit and not other.unit:
            return bool(self.counted & other.counted)
        return self.unit == other.unit or {self.unit, other.unit} in _ALIKE

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one number; a rounder one is of those that round to it."""
        if {self.unit, other.unit} == _NEVER_THE_SAME:
            return False
        rounder = self if self.step > other.step else other
        slack = min(rounder.step / 2, _ROUNDED * rounder.high) if self._is_rounded_unlike(other) else 0.0
        more = self._converting(other)
        return self.low - slack <= other.high * more and other.low - slack <= self.high * more

    def follows_from(self, other: Quantity) -> bool:
        """Whether this is so wherever the other is: "more than 1,000" where 1,200 are, "5 million" where 4.9 are."""
        if {self.unit, other.unit} == _NEVER_THE_SAME or (self.way or "by") != (other.way or "by"):
            return False
        if (self.low, self.high) == (other.low, other.high):
            return True
        if self.high == inf:
            return other.low > self.low
        if self.low == -inf:
            return other.high < self.high
        is_rounder = self._is_rounded_unlike(other) and self.step > other.step
        slack = min(self.step / 2, _NEAR * self.high) if is_rounder else 0.0
        more = self._converting(other)
        return self.low - slack <= other.low * more and other.high <= (self.high + slack) * more

    def _is_rounded_unlike(self, other: Quantity) -> bool:
        return self.size == other.size and 0 < min(self.step, other.step) < max(self.step, other.step)

    def _converting(self, other: Quantity) -> float:
        return 1 + (_CONVERTED if self.size != other.size else 0.0)
