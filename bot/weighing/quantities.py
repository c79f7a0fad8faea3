"""The quantities in a text: "more than 1,000 containers", "4.9m", "5 per cent", "about five miles", "one in five"."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Final

from bot.weighing.measures import BOUNDS, NUMBERS, ONES, PARTS, SCALES, TENS, UNITS
from bot.weighing.quantity import Quantity
from bot.windows import is_common, stem

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER_WORD: Final = rf"(?:(?:{'|'.join(TENS)})-(?:{'|'.join(ONES[1:10])})|{'|'.join([*ONES, *TENS])})"
_MEASURED: Final = rf"(?:{_any_of([*SCALES, *UNITS])})s?(?!\w)"
_ONE_IN: Final = (
    rf"(?:{'|'.join(ONES[1:10])}|[1-9]\d?)[ -](?:in|out of)(?: every)?[ -]"
    rf"(?:{'|'.join([*ONES[2:], *TENS])}|[2-9]|[1-9]\d{{1,2}}|[1-9]\d{{0,2}}(?:,\d{{3}})+)\b(?!\s?{_MEASURED})"
)
_PART: Final = (
    rf"(?:{'|'.join(ONES[2:10])})[ -](?:{'|'.join(PARTS)})s\b|{_ONE_IN}"
    rf"|(?<!\band )(?:an?|one)[ -](?:{'|'.join(PARTS)})\b(?=\s+of\b|\s*[.,;:!?]|\s*$)"
    r"|(?<!\band a )half(?=\s+(?:of|the|its|their|our|all)\b)"
)
_TO: Final = r"(?<!\bcame )(?<!\bcomes )(?<!\bamounted )(?<!\bamounts )to"  # "came to 5" is no end of a change
_QUANTITY: Final = re.compile(
    rf"(?:\b(?P<way>by|from|{_TO})\s+)?(?:\b(?P<bound>{_any_of(BOUNDS)})\s+)?"
    r"(?P<currency>[$€£]|US\$)?\s?"
    rf"(?<![\w.-])(?:(?P<part>{_PART})|(?P<half>half an?)(?=[ -]{_MEASURED})"
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<words>{_NUMBER_WORD})(?!\w))"
    rf"(?P<scales>(?:[ -]?(?:{_any_of(SCALES)})\b)*)"
    r"(?![\d-]\w*)(?=(?P<after>\s?%|(?:[ -][A-Za-z]+){0,4}))",
    re.IGNORECASE,
)
_MONTH: Final = rf"(?:(?:Jan|Febr?|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?|(?:{'|'.join(calendar.month_name[1:])})\b)"
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\s$")
_MONTH_BEHIND: Final = re.compile(rf"\s(?:of )?{_MONTH}")
_ONE_OF_TWO: Final = re.compile(r"\b(?:the|this|that|each|its|their|his|her)\s(?:\w+\s)?$", re.IGNORECASE)
"""What stands before the half of something that is no amount: "the northern half of the island"."""
_POUNDS: Final = re.compile(r"[ -]pounds?", re.IGNORECASE)
_IS_PRICE: Final = re.compile(
    r"[\u00a3$\u20ac]|\b(?:bought|budget|buy\w*|cost\w*|awards?|damages?|debts?|grants?|priz\w+|rewards?|earn\w*|fees?|fine[ds]?|fund\w*|invest\w*|loans?|offer\w*|paid"
    r"|pay\w*|pric\w+|profits?|rais\w+|sal(?:e|es|ary|aries)|sell\w*|sold|spen[dt]\w*|steal\w*|sterling|stole\w*|wages?|worth"
    r"|(?:m|b)illion)\b",
    re.IGNORECASE,
)
_IS_WEIGHT: Final = re.compile(r"\b(?:weigh\w*|heav\w+|lbs?|kilo\w*|kg|ounces?|tonn?e?s?)\b", re.IGNORECASE)
"""What tells pounds that are paid from those that are weighed."""
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_ABOUT: Final = 0.1  # "about 50" is taken for 45 to 55
_PARTLY: Final = 0.05  # "half" is taken for 47.5 to 52.5 per cent
_ROUND: Final = 3  # digits: with so many zeros at its end a number is taken as rounded


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; years, days and other numbers without a word behind them are left out.

    >>> [(found.low, found.high, found.unit) for found in quantities("It fell by more than 5 per cent in 2021.")]
    [(5.0, inf, 'percent')]
    """
    return tuple(quantity for *_, quantity in placed_quantities(text))


def without_numbers(text: str) -> str:
    """Return a text without its quantities: the numbers, what bounds them and their units, but not what is counted.

    >>> without_numbers("Fewer than 20 people came.")
    '  people came.'
    >>> without_numbers("It is 10 miles long since 2021.")
    'It is  long since 2021.'
    """
    kept, at = "", 0
    for start, end, _ in placed_quantities(text):
        kept += f"{text[at:start]} "
        at = end
    return kept + text[at:]


@lru_cache(maxsize=1024)
def placed_quantities(text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the quantities with where they start and end, their units included."""
    each = []
    for match in _QUANTITY.finditer(text):
        unit, factor, length = _unit(match)
        counted = frozenset() if unit else _counted(match["after"])
        if not _is_amount(match, unit) or not (unit or counted):
            continue
        number, step = _number(match)
        low, high = _range(number, match)
        rounded = 0.0 if match["bound"] or match["part"] else step * factor
        way = (match["way"] or "").lower()
        found = Quantity(low * factor, high * factor, unit, counted, factor, rounded, way)
        each.append((match.start(), match.end() + length, found))
    return tuple(each)


def _is_amount(match: re.Match[str], unit: str) -> bool:
    """Say whether a number is neither a year nor a day of a month, and a half no side of something."""
    number = match["digits"]
    before = match.string[: max(match.start("part"), match.start("digits"))]
    if match["part"]:
        return bool(match["bound"]) or not (_ONE_OF_TWO.search(before) or _MONTH_BEFORE.search(before))
    if not number or match["scales"] or unit:
        return True
    is_day = len(number) < _ROUND and (_MONTH_BEHIND.match(match["after"]) or _MONTH_BEFORE.search(before))
    return not is_day and not _YEAR.fullmatch(number)


def _number(match: re.Match[str]) -> tuple[float, float]:
    """The number, and what it is rounded to."""
    if match["part"]:
        return 100.0 * _share(match["part"].lower()), 0.0
    scale = 1.0
    for word in re.findall(r"[a-z]+", match["scales"].lower()):
        scale *= SCALES[word]
    if match["words"]:
        return scale * _told(match["words"].lower()), scale
    digits = (match["digits"] or "0.5").replace(",", "")
    if "." in digits:
        return float(digits) * scale, scale * 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(digits) * scale, scale * 10.0 ** (zeros if zeros >= _ROUND else 0)


def _share(part: str) -> float:
    """Return what "half", "two thirds", "a fifth" and "one in five" are of a whole."""
    if part == "half":
        return 0.5
    several, *_, whole = re.split(r"[ -]", part)
    of = PARTS.get(whole.removesuffix("s")) or _told(whole)
    return (1.0 if several in {"a", "an"} else _told(several)) / of


def _told(number: str) -> float:
    """Return the number that words or digits tell."""
    return sum(NUMBERS[part] if part in NUMBERS else float(part.replace(",", "")) for part in number.split("-"))


def _range(number: float, match: re.Match[str]) -> tuple[float, float]:
    bound = BOUNDS.get((match["bound"] or "").lower())
    if bound == 1:
        return number, inf
    if bound == -1:
        return -inf, number
    slack = number * max(_ABOUT if bound == 0 else 0.0, _PARTLY if match["part"] else 0.0)
    return number - slack, number + slack


def _unit(match: re.Match[str]) -> tuple[str, float, int]:
    """The base unit, how many of it one is, and how many characters it takes; "" where things are counted."""
    names = [(found.group(), UNITS.get(_singular(found.group()))) for found in _first_words(match["after"])]
    told, unit = next(((told, unit) for told, unit in names if unit), ("", None))
    if match["part"]:
        return "percent", 1.0, 0
    if match["currency"]:
        sign = match["currency"][-1]
        return sign, 1.0, len(told) if unit and unit[0] == sign else 0
    if unit and _POUNDS.fullmatch(told) and _IS_PRICE.search(match.string) and not _IS_WEIGHT.search(match.string):
        return "\u00a3", 1.0, len(told)
    return (*unit, len(told)) if unit else ("", 1.0, 0)


def _first_words(after: str) -> list[re.Match[str]]:
    """Return the first two words, and the first, of what stands behind a number."""
    found = (re.match(rf"(?:\s?%|(?:[ -][A-Za-z]+){{{length}}})", after) for length in (2, 1))
    return [one for one in found if one]


def _singular(words: str) -> str:
    name = " ".join(words.lower().replace("-", " ").split())
    return name if name in UNITS else name.removesuffix("s")


def _counted(after: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", after.lower()) if not is_common(word))
