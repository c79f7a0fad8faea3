"""Quantities in a text as ranges with a unit: "more than 1,000 containers", "4.9m", "per cent", "about five miles"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from bot.windows import is_common, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_ONES: Final = tuple(_NAMES.split())
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES: Final = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_UNITS: Final = {
    "%": ("percent", 1.0),
    "percent": ("percent", 1.0),
    "per cent": ("percent", 1.0),
    "percentage point": ("point", 1.0),
    "point": ("point", 1.0),
    "km": ("metre", 1000.0),
    "kilometre": ("metre", 1000.0),
    "kilometer": ("metre", 1000.0),
    "mile": ("metre", 1609.34),
    "metre": ("metre", 1.0),
    "meter": ("metre", 1.0),
    "foot": ("metre", 0.3048),
    "feet": ("metre", 0.3048),
    "ft": ("metre", 0.3048),
    "kg": ("kilogram", 1.0),
    "kilogram": ("kilogram", 1.0),
    "pound": ("kilogram", 0.4536),
    "lb": ("kilogram", 0.4536),
    "tonne": ("kilogram", 1000.0),
    "ton": ("kilogram", 1000.0),
    "second": ("second", 1.0),
    "minute": ("second", 60.0),
    "hour": ("second", 3600.0),
    "day": ("second", 86400.0),
    "week": ("second", 604800.0),
    "year": ("year", 1.0),
    "decade": ("year", 10.0),
    "dollar": ("$", 1.0),
    "euro": ("€", 1.0),
}
_BOUNDS: Final = {
    **dict.fromkeys(("more than", "over", "above", "at least", "no fewer than", "no less than", "exceeding"), 1),
    **dict.fromkeys(("fewer than", "less than", "under", "below", "at most", "no more than", "up to"), -1),
    **dict.fromkeys(("about", "around", "nearly", "almost", "roughly", "approximately", "some", "an estimated"), 0),
}
_NUMBER_WORD: Final = rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[1:10])})|{'|'.join([*_ONES, *_TENS])})"
_QUANTITY: Final = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))})\s+)?"
    r"(?P<currency>[$€£]|US\$)?\s?"
    rf"(?<![\w.-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<words>{_NUMBER_WORD})(?!\w))"
    rf"(?P<scales>(?:[ -]?(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)*)"
    r"(?![\d-]\w*)(?P<after>\s?%|(?:[ -][A-Za-z]+){0,4})",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_ABOUT: Final = 0.1  # "about 50" is taken for 45 to 55
_THOUSAND: Final = 1000.0
_ROUND: Final = 3  # digits: with so many zeros at its end a number is taken as rounded


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between `low` and `high` (both inclusive) of what is counted.

    Attributes:
        unit: a base unit ("metre", "percent", "$"), or "" for things that are counted.
        counted: the words behind the number, less their endings, where there is no unit.
    """

    low: float
    high: float
    unit: str = ""
    counted: frozenset[str] = frozenset()

    def is_like(self, other: Quantity) -> bool:
        """Whether both measure the same kind of thing, so that they can be compared."""
        return self.unit == other.unit and (bool(self.unit) or bool(self.counted & other.counted))

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one number."""
        return self.low <= other.high and other.low <= self.high


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in order; years and other bare numbers without a word behind them are left out.

    >>> [(found.low, found.high, found.unit) for found in quantities("It fell by more than 5 per cent in 2021.")]
    [(5.0, inf, 'percent')]
    """
    return list(_found(text))


def without_numbers(text: str) -> str:
    """Return a text without its numbers, what they are and what bounds them.

    >>> without_numbers("Fewer than 20 people came.")
    '  people came.'
    """
    return _QUANTITY.sub(lambda match: f" {match['after']}", text)


def _found(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        unit, factor, counted = _unit(match)
        bare_year = match["digits"] and not match["scales"] and _YEAR.fullmatch(match["digits"])
        if (bare_year and not unit) or not (unit or counted):
            continue
        number, slack = _number(match)
        low, high = _range(number, slack, _BOUNDS.get((match["bound"] or "").lower()))
        yield Quantity(low * factor, high * factor, unit, counted)


def _number(match: re.Match[str]) -> tuple[float, float]:
    """The number, and how far off a rounded one may be."""
    scale = 1.0
    for word in re.findall(r"[a-z]+", match["scales"].lower()):
        scale *= _SCALES[word]
    if match["words"]:
        number = float(sum(_WORDS[part] for part in match["words"].lower().split("-")))
        return number * scale, 0.5 * scale if scale >= _THOUSAND else 0.0
    digits = match["digits"].replace(",", "")
    number = float(digits)
    if "." in digits:
        return number * scale, 0.5 * scale * 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    rounded = scale >= _THOUSAND or zeros >= _ROUND
    return number * scale, 0.5 * scale * 10.0 ** (zeros if zeros >= _ROUND else 0) if rounded and number else 0.0


def _range(number: float, slack: float, bound: int | None) -> tuple[float, float]:
    if bound == 1:
        return number, inf
    if bound == -1:
        return -inf, number
    if bound == 0:
        slack = max(slack, _ABOUT * number)
    return number - slack, number + slack


def _unit(match: re.Match[str]) -> tuple[str, float, frozenset[str]]:
    if match["currency"]:
        return match["currency"][-1], 1.0, frozenset()
    words = match["after"].strip(" -").lower().replace("-", " ").split()
    for length in (2, 1):
        name = " ".join(words[:length])
        for form in (name, name.removesuffix("s")):
            if form in _UNITS:
                return (*_UNITS[form], frozenset())
    return "", 1.0, frozenset(stem(word) for word in words if not is_common(word))
