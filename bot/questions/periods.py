"""Days, months and spans of days in a question: "after 5 June 2024", "in March", "last week"."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.filters import Filters

_MONTHS = [name.lower() for name in calendar.month_name[1:]]
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in _MONTHS)}|sept)\.?"
_DAY, _YEAR = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    r"(?P<year>(?:19|20)\d\d)[-/](?P<number>[01]?\d)[-/](?P<day>[0-3]?\d)",
    rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
    rf"{_MONTH}(?:,? {_YEAR})?",
    _YEAR,
    rf"(?:last |this |past )?(?P<weekday>{'|'.join(_WEEKDAYS)})",
    r"(?:the )?(?P<past>today|yesterday|(?:last|this|past|previous) (?:week|month|year))",
    r"(?:the )?(?:last|past) (?P<count>\d+) (?P<unit>day|week|month|year)s?",
)
_FORM = "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS)
_BOUND = r"(?P<bound>after|since|from|before|until|till|by|on|in|during|between)"
_PHRASE = re.compile(
    rf"\s*,?\b(?:{_BOUND} (?P<first>{_FORM})(?: (?:and|to|until) (?P<second>{_FORM}))?"
    rf"|(?P<bare>(?:today|yesterday|(?:last|this|past) (?:week|month|year|{'|'.join(_WEEKDAYS)}))))(?=$|[\s,?.!])",
    re.IGNORECASE,
)
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `after` on and before `before`; None leaves a side open."""

    after: date | None = None
    before: date | None = None

    @property
    def last(self) -> date | None:
        """The last of the days."""
        return self.before - timedelta(1) if self.before else None

    @property
    def described(self) -> str:
        """The days in words, to stand behind a sentence."""
        if self == UNDATED:
            return ", and no source has a date"
        after, last = self.after, self.last
        if after and last:
            return f" in sources of {after}" if after == last else f" in sources from {after} to {last}"
        return f" in sources since {after}" if after else f" in sources until {last}"

    def narrowing(self, filters: Filters) -> Filters:
        """Return filters that admit only what these and the period admit."""
        afters = [day for day in (self.after, filters.after) if day]
        befores = [day for day in (self.before, filters.before) if day]
        return replace(filters, after=max(afters, default=None), before=min(befores, default=None))


UNDATED = Period(after=date.max)
"""What "last week" means where no source has a date: no source."""


def cut_period(text: str, newest: date | None) -> tuple[str, Period | None]:
    """Return a question without its phrase of time, and the period that the phrase names.

    Days without a year, weekdays and "last week" are the latest before `newest`, the day of the newest source. What
    cannot be read as a time stays in the text.

    >>> cut_period("what did Kirby say after 5 June 2024 about Iran", None)[0]
    'what did Kirby say about Iran'
    """
    for phrase in _PHRASE.finditer(text):
        period = _bare(phrase["bare"], newest) if phrase["bare"] else _bounded(phrase, newest)
        if period:
            return f"{text[: phrase.start()]}{text[phrase.end() :]}".strip(" ,"), period
    return text, None


def _bare(words: str, newest: date | None) -> Period | None:
    return days(words, newest)


def _bounded(phrase: re.Match[str], newest: date | None) -> Period | None:
    first = days(phrase["first"], newest)
    second = days(phrase["second"], newest) if phrase["second"] else first
    if first is None or second is None:
        return None
    if phrase["second"] and first != UNDATED:
        return Period(first.after, second.before)
    if first == UNDATED:
        return first
    bounds = {
        "after": Period(after=first.before),
        "before": Period(before=first.after),
        **dict.fromkeys(("since", "from"), Period(after=first.after)),
        **dict.fromkeys(("until", "till", "by"), Period(before=first.before)),
    }
    return bounds.get(phrase["bound"].lower(), first)


def days(words: str, newest: date | None) -> Period | None:
    """Return the days that words name ("5 June 2024", "March", "last week"), or None."""
    plain = " ".join(words.lower().split())
    for form in _FORMS:
        if found := re.fullmatch(form, plain):
            return _read(found, newest)
    return None


def _read(found: re.Match[str], newest: date | None) -> Period | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    try:
        if parts.keys() & {"weekday", "past", "count"}:
            return _before(parts, newest) if newest else UNDATED
        return _calendar(parts, newest)
    except (ValueError, OverflowError):
        return None


def _before(parts: dict[str, str], newest: date) -> Period:
    if "weekday" in parts:
        return _one_day(newest - timedelta((newest.weekday() - _WEEKDAYS.index(parts["weekday"])) % 7))
    if "past" in parts:
        return _past(parts["past"], newest)
    length = int(parts["count"]) * _UNITS[parts["unit"]]
    return Period(newest - timedelta(length - 1), newest + timedelta(1))


def _calendar(parts: dict[str, str], newest: date | None) -> Period | None:
    month = int(parts["number"]) if "number" in parts else _month(parts.get("month"))
    if month is None:
        return Period(date(int(parts["year"]), 1, 1), date(int(parts["year"]) + 1, 1, 1))
    day = int(parts["day"]) if "day" in parts else None
    if "year" in parts:
        return _of_year(int(parts["year"]), month, day)
    if newest is None:
        return UNDATED
    this_year = _of_year(newest.year, month, day)
    return this_year if this_year.after and this_year.after <= newest else _of_year(newest.year - 1, month, day)


def _of_year(year: int, month: int, day: int | None) -> Period:
    first = date(year, month, day or 1)
    return _one_day(first) if day else Period(first, _next_month(first))


def _month(name: str | None) -> int | None:
    return next((number for number, full in enumerate(_MONTHS, 1) if full[:3] == name[:3]), None) if name else None


def _one_day(day: date) -> Period:
    return Period(day, day + timedelta(1))


def _past(words: str, newest: date) -> Period:
    if words in {"today", "yesterday"}:
        return _one_day(newest - timedelta(words == "yesterday"))
    which, unit = words.split()
    back = which != "this"
    if unit == "week":
        monday = newest - timedelta(newest.weekday() + 7 * back)
        return Period(monday, monday + timedelta(7))
    if unit == "year":
        return Period(date(newest.year - back, 1, 1), date(newest.year + 1 - back, 1, 1))
    first = newest.replace(day=1)
    earlier = (first - timedelta(1)).replace(day=1)
    return Period(earlier, first) if back else Period(first, _next_month(first))


def _next_month(first: date) -> date:
    return (first + timedelta(31)).replace(day=1)
