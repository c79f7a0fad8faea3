"""Words for numbers, for what they are multiplied by, for what is measured, and for what bounds a number."""

from typing import Final

_NAMES: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
ONES: Final = tuple(_NAMES.split())
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Final = {word: number for number, word in enumerate(ONES)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}
PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
SCALES: Final = {
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
UNITS: Final = {
    "%": ("percent", 1.0),
    "percent": ("percent", 1.0),
    "per cent": ("percent", 1.0),
    "percentage point": ("percentage point", 1.0),
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
    "month": ("year", 1 / 12),
    "year": ("year", 1.0),
    "decade": ("year", 10.0),
    "dollar": ("$", 1.0),
    "euro": ("€", 1.0),
}
"""What is measured, and how many of the base unit it is."""
BOUNDS: Final = {
    **dict.fromkeys(("more than", "over", "above", "at least", "no fewer than", "no less than", "exceeding"), 1),
    **dict.fromkeys(("fewer than", "less than", "under", "below", "at most", "no more than", "up to"), -1),
    **dict.fromkeys(("about", "around", "nearly", "almost", "roughly", "approximately", "some", "an estimated"), 0),
}
