"""Numbers as words have them: "400", "four hundred" and "0.4 thousand" are one."""

import re
from collections.abc import Sequence

_CARDINALS = (  # to twelve, words are folded to figures
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_VALUES = {name: float(value) for value, name in enumerate(_CARDINALS, start=13)}
_VALUES |= {name: 10.0 * value for value, name in enumerate(_TENS, start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_ORDINALS = {name: value for value, name in enumerate(_UNITS, start=1)}
_ORDINALS |= {f"{name}th": int(value) for name, value in _VALUES.items() if not name.endswith("y")}
_ORDINALS |= {f"{name[:-1]}ieth": int(value) for name, value in _VALUES.items() if name.endswith("y")}
_FIGURES = re.compile(r"(\d+)(?:st|nd|rd|th)")
_TEN, _HUNDRED = 10, 100
_VAGUE = frozenset(["hundreds", "thousands", "millions", "billions", "dozen", "dozens", "half", "twice"])


def ordinal(word: str) -> str | None:
    """Return the form of a word that is an ordinal, in letters or in figures; None for any other.

    >>> ordinal("1st"), ordinal("first"), ordinal("twentieth"), ordinal("north")
    ('1th', '1th', '20th', None)
    """
    figures = _FIGURES.fullmatch(word)
    value = figures[1] if figures else _ORDINALS.get(word)
    return None if value is None else f"{value}th"


def is_ordinal(form: str) -> bool:
    """Say whether a word's form is an ordinal's."""
    return form[:1].isdigit() and form.endswith("th")


def is_number(form: str) -> bool:
    """Say whether a word's form is of a number; "one", which may be a pronoun, is not, nor is an ordinal.

    >>> is_number("1000"), is_number("hundred"), is_number("1"), is_number("town")
    (True, True, False, False)
    """
    if form[:1].isdigit():
        return form != "1" and not is_ordinal(form)
    return form in _VALUES or form in SCALES or form in _VAGUE


def with_ones(tens: str, ones: str) -> str | None:
    """Return the form of a number in two words, or of its ordinal; None where two forms are none.

    >>> with_ones("forty", "1"), with_ones("twenty", "1th"), with_ones("forty", "10"), with_ones("9", "1")
    ('41', '21th', None, None)
    """
    if tens not in _TENS or not re.fullmatch(r"[1-9](?:th)?", ones):
        return None
    return str(int(_VALUES[tens]) // _TEN) + ones


def number(forms: Sequence[str]) -> float | None:
    """Return the number that forms of words spell, an ordinal's too, or None where they spell none.

    >>> number(["400"]), number(["4", "hundred"]), number(["2", "thousand", "and", "twenty", "5"]), number(["the", "4"])
    (400.0, 400.0, 2025.0, None)
    """
    whole, part = 0.0, None
    for form in forms:
        value = _value(form)
        if value is not None and _follows(value, part or 0.0):
            part = (part or 0.0) + value
        elif form in SCALES and part is not None:
            whole, part = (whole, part * 100) if form == "hundred" else (whole + part * SCALES[form], 0.0)
        elif form != "and" or part is None:
            return None
    return None if part is None else whole + part


def _follows(value: float, part: float) -> bool:
    """Say whether a value behind a part adds to it: "twenty five" is one number, "4 5" are two."""
    return part == 0 or (value < _TEN and part % _TEN == 0) or (value < _HUNDRED and part % _HUNDRED == 0)


def spell_one(forms: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether two sequences of forms spell one number: "twenty-first" and "21st", but not "21".

    >>> spell_one(["twenty", "1th"], ["21th"]), spell_one(["21"], ["21th"])
    (True, False)
    """
    value = number(forms)
    same = value is not None and value == number(others)
    return same and is_ordinal(forms[-1]) == is_ordinal(others[-1])


def _value(form: str) -> float | None:
    if form in _VALUES:
        return _VALUES[form]
    form = form.removesuffix("th") if is_ordinal(form) else form
    try:
        return float(form) if form[:1].isdigit() and form.isascii() else None
    except ValueError:
        return None
