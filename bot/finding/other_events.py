"""Whether a sentence tells of another time, or of the opposite event, than a question asks about."""

import re
from typing import Final

from bot.finding.verbs import base
from bot.weighing.opposites import OPPOSITES

_YEAR = r"\b(?:1[1-9]\d{2}|20\d{2})\b"
_BOUNDED = r"(?:before|after|since|until|till|by|between|from|to|and|than)\s+(?:(?:early|late|about)\s+)?"
_YEARS = re.compile(
    rf"(?P<bound>{_BOUNDED})?"
    rf"(?:(?P<century>\b\d{{1,2}})(?:st|nd|rd|th)[ -]century|\b(?P<decade>1[1-9]\d|20\d)0s|(?P<year>{_YEAR}))",
    re.IGNORECASE,
)
_IN_ORDER: Final = "January February March April May June July August September October November December"
_MONTHS: Final = _IN_ORDER.split()
_ASKED_MONTH = re.compile(rf"\b(?:in|of|during) ({'|'.join(_MONTHS)})\b")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_WHEN = re.compile(r"^(?:and |so |but )?when\b", re.IGNORECASE)
_ANY_TIME = re.compile(
    rf"\d|\b(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:to|yester)day|tomorrow|tonight|overnight|"
    r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie|spring|summer|"
    r"autumn|fall|winter|season|morning|afternoon|evening|noon|midday|midnight|dawn|dusk|time|moment|age|era|period|"
    r"anniversary|birthday|holiday|wartime)s?|christmas|easter|ramadan|world war|weekly|monthly|daily|"
    r"yearly|annual(?:ly)?|when(?:ever)?|while|once|as|after(?:wards?)?|before|until|till|since|during|ago|later|"
    r"earlier|soon(?:er)?|now|"
    r"then|already|recent(?:ly)?|current(?:ly)?|immediate(?:ly)?|yet|still|never|always|early|late|first|last|next|"
    r"following|previous(?:ly)?|former(?:ly)?|upon|start|beginning|end|outbreak|eve|birth|death)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?!end(?:s|ed|ing)? up\b)[A-Za-z]+", re.IGNORECASE)
"""A word; to end up is not to end."""
_SHORTEST = 3


def is_of_another_time(question: str, sentence: str) -> bool:
    """Say whether a sentence names years, or months, and neither what is asked about nor some on both sides.

    >>> is_of_another_time("How many came in 2022?", "In 2023 nine came.")
    True
    >>> is_of_another_time("How many came in 2022?", "From 2021 to 2023 nine came.")
    False
    >>> is_of_another_time("Who left in the 11th century?", "In 1191 Richard left.")
    True
    """
    years = [_years(found) for found in _YEARS.finditer(question) if not found["bound"]]
    months = [_month(found[1]) for found in _ASKED_MONTH.finditer(question)]
    told_years = [_years(found) for found in _YEARS.finditer(sentence)]
    told_months = [_month(found[1]) for found in _MONTH.finditer(sentence)]
    return _misses(years, told_years) or _misses(months, told_months)


def _years(found: re.Match[str]) -> tuple[int, int]:
    """Return the first and the last year of a century, a decade or a year."""
    if found["century"]:
        last = 100 * int(found["century"])
        return last - 99, last
    if found["decade"]:
        first = 10 * int(found["decade"])
        return first, first + 9
    return int(found["year"]), int(found["year"])


def _month(name: str) -> tuple[int, int]:
    return _MONTHS.index(name), _MONTHS.index(name)


def lacks_a_time(question: str, sentence: str) -> bool:
    """Say whether a question asks "when", and a sentence has no word at all for a time, or for what was meanwhile.

    >>> lacks_a_time("When did it fall?", "It fell off."), lacks_a_time("When did it fall?", "It fell at dawn.")
    (True, False)
    """
    return bool(_WHEN.search(question)) and not _ANY_TIME.search(sentence)


def _misses(asked: list[tuple[int, int]], told: list[tuple[int, int]]) -> bool:
    """Say whether no time that is asked about lies, in part, between the first and the last that is told."""
    if not (asked and told):
        return False
    first, last = min(start for start, _ in told), max(end for _, end in told)
    return not any(start <= last and first <= end for start, end in asked)


def is_opposite(question: str, sentence: str, start: int | None = None) -> bool:
    """Say whether a sentence tells the opposite of a verb of a question where the answer starts, or at all.

    Where it has both verbs, an answer belongs to the one before it, or else to the first.

    >>> is_opposite("When did it close?", "It opened in May."), is_opposite("Where was it unloaded?", "It was loaded.")
    (True, True)
    >>> is_opposite("When did it close?", "It opened in May and closed in June.", 13)
    True
    >>> is_opposite("Why did it end?", "It began."), is_opposite("How did it end up so?", "It began.")
    (True, False)
    """
    told = [(found.start(), base(found[0].lower())) for found in _WORD.finditer(sentence)]
    asked = {base(word.lower()) for word in _WORD.findall(question)}
    return any(_tells_opposite(verb, told, start) for verb in asked)


def _tells_opposite(verb: str, told: list[tuple[int, str]], start: int | None) -> bool:
    either = [(at, word) for at, word in told if word in {verb, *_opposites(verb)}]
    if start is None or not either:
        return bool(either) and all(word != verb for _, word in either)
    return [either[0], *(one for one in either if one[0] < start)][-1][1] != verb


def _opposites(verb: str) -> frozenset[str]:
    undone = {verb.removeprefix("un"), f"un{verb}"} - {verb} if len(verb.removeprefix("un")) > _SHORTEST else set()
    return _OF_VERBS.get(verb, frozenset()) | undone


def _of_verbs() -> dict[str, frozenset[str]]:
    """Return the opposites of verbs, without endings: of the pairs in which one has a past tense with "ed"."""
    verbs = {base(word) for pair in OPPOSITES.items() if any(one.endswith("ed") for one in pair) for word in pair}
    found: dict[str, set[str]] = {}
    for one, other in OPPOSITES.items():
        if {base(one), base(other)} <= verbs:
            found.setdefault(base(one), set()).add(base(other))
            found.setdefault(base(other), set()).add(base(one))
    return {verb: frozenset(others) for verb, others in found.items()}


_OF_VERBS: Final = _of_verbs()
