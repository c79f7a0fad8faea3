"""Phrases of time in a question, cut from it: "after 5 June 2024", "in March", "last week", "from 1 to 15 March"."""

import re
from datetime import date

from bot.questions.periods import BARE, FORMS, MONTH_AND_YEAR, UNDATED, Period, days, unnamed

_FORM = "|".join(map(unnamed, FORMS))
# "Over" and the like bound a time only before "the": "over 2000 people" is none.
_BOUND = (
    r"(?P<bound>after|since|from|before|until|till|by|on|in|during|between|(?:over|within|throughout|at|for)(?= the\b))"
)
_PHRASE = re.compile(
    rf"\s*,?\b(?:{_BOUND} (?P<first>{_FORM})(?: (?:and|to|until|till|through) (?P<second>{_FORM}))?"
    rf"|(?P<bare>{'|'.join(map(unnamed, BARE))}))(?=$|[\s,?.!])",
    re.IGNORECASE,
)
_OF_ONE_MONTH = re.compile(
    r"\b(?P<bound>from|between) (?P<first>[0-3]?\d)(?:st|nd|rd|th)? "
    rf"(?=(?:and|to|until|till|through) [0-3]?\d(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH_AND_YEAR}))",
    re.IGNORECASE,
)
_RECENT = re.compile(r"\b(?:yesterday|this morning|last night|weekend|days?|weeks?)\b", re.IGNORECASE)


def cut_period(text: str, newest: date | None) -> tuple[str, Period | None]:
    """Return a question without its phrase of time, and the period that the phrase names.

    Days without a year, weekdays and "last week" are the latest before `newest`, the day of the newest source. What
    cannot be read as a time stays in the text.

    >>> cut_period("what did Kirby say after 5 June 2024 about Iran", None)[0]
    'what did Kirby say about Iran'
    """
    whole = _OF_ONE_MONTH.sub(r"\g<bound> \g<first> \g<month> ", text)
    for phrase in _PHRASE.finditer(whole):
        period = days(phrase["bare"], newest) if phrase["bare"] else _bounded(phrase, newest)
        if period:
            return f"{whole[: phrase.start()]}{whole[phrase.end() :]}".strip(" ,"), period
    return text, None


def is_recent(text: str) -> bool:
    """Say whether all times in a question are told in days or weeks from the newest source: "last week"."""
    phrases = [phrase[0] for phrase in _PHRASE.finditer(text)]
    return bool(phrases) and all(map(_RECENT.search, phrases))


def _bounded(phrase: re.Match[str], newest: date | None) -> Period | None:
    first = days(phrase["first"], newest)
    second = days(phrase["second"], newest) if phrase["second"] else first
    if first is None or second is None:
        return None
    if phrase["second"] and first != UNDATED:
        return _spanning(first, second, phrase["second"])
    if first == UNDATED:
        return first
    bounds = {
        "after": Period(after=first.before),
        "before": Period(before=first.after),
        **dict.fromkeys(("since", "from"), Period(after=first.after)),
        **dict.fromkeys(("until", "till", "by"), Period(before=first.before)),
    }
    return bounds.get(phrase["bound"].lower(), first)


def _spanning(first: Period, second: Period, words: str) -> Period:
    """Return the days from a first one to a last one, which lies in the first one's year where it would be before."""
    if first.after and second.before and second.before <= first.after:
        second = days(f"{words} {first.after.year}", None) or second
    return Period(first.after, second.before)
