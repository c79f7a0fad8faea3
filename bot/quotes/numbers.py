"""Numbers as words have them: "400", "four hundred" and "0.4 thousand" are one."""

from collections.abc import Sequence

_CARDINALS = (  # to twelve, words are folded to figures
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_VALUES = {name: float(value) for value, name in enumerate(_CARDINALS, start=13)}
_VALUES |= {name: 10.0 * value for value, name in enumerate(_TENS, start=2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_VAGUE = frozenset(["hundreds", "thousands", "millions", "billions", "dozen", "dozens", "half", "twice"])


def is_number(form: str) -> bool:
    """Say whether a word's form is of a number; "one", which may be a pronoun, is not.

    >>> is_number("1000"), is_number("hundred"), is_number("1"), is_number("town")
    (True, True, False, False)
    """
    return (form[:1].isdigit() and form != "1") or form in _VALUES or form in _SCALES or form in _VAGUE


def number(forms: Sequence[str]) -> float | None:
    """Return the number that forms of words spell, or None where they spell none.

    >>> number(["400"]), number(["4", "hundred"]), number(["2", "thousand", "and", "twenty", "5"]), number(["the", "4"])
    (400.0, 400.0, 2025.0, None)
    """
    whole, part = 0.0, None
    for form in forms:
        value = _value(form)
        if value is not None:
            part = (part or 0.0) + value
        elif form in _SCALES and part is not None:
            whole, part = (whole, part * 100) if form == "hundred" else (whole + part * _SCALES[form], 0.0)
        elif form != "and" or part is None:
            return None
    return None if part is None else whole + part


def _value(form: str) -> float | None:
    if form in _VALUES:
        return _VALUES[form]
    try:
        return float(form) if form[:1].isdigit() and form.isascii() else None
    except ValueError:
        return None
