"""Words for days, months and spans of days to periods: "5 June 2024", "March", "last week", "two weeks ago"."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.filters import Filters

_MONTHS = [name.lower() for name in calendar.month_name[1:]]
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in _MONTHS)}|sept)\.?"
_DAY, _YEAR = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_COUNT = rf"(?P<count>\d+|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month|year)s?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"


def unnamed(form: str) -> str:
    """Return a pattern without the names of its groups, to stand in another one."""
    return re.sub(r"\?P<\w+>", "?:", form)


_DAYS = (
    r"(?P<year>(?:19|20)\d\d)[-/](?P<number>[01]?\d)[-/](?P<day>[0-3]?\d)",
    rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
)
_DATED = (
    *_DAYS,
    rf"(?P<part>early|mid|late|the (?:beginning|start|middle|end) of)[ -]{_MONTH}(?:,? {_YEAR})?",
    rf"{_MONTH}(?:,? {_YEAR})?",
    _YEAR,
    rf"(?:the )?week of (?P<week>{'|'.join(map(unnamed, _DAYS))})",
)
BARE = (
    rf"(?:last |this |past ){_WEEKDAY}",
    r"(?P<day_back>today|this (?:morning|afternoon|evening)|tonight|yesterday|last night|the day before yesterday)",
    r"(?:the )?(?:earlier )?(?P<past>(?:last|this|past|previous) (?:week|month|year))",
    rf"(?P<ago>{unnamed(_COUNT)} ago)",
    r"(?P<weekend>(?:last|this|past) weekend)",
)
"""Forms that need no word such as "in" or "on" before them."""
FORMS = (*_DATED, *BARE, _WEEKDAY, rf"(?:the )?(?:last|past|previous) {_COUNT}", r"(?P<weekend>the weekend)")
MONTH_AND_YEAR = unnamed(rf"{_MONTH}(?:,? {_YEAR})?")
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_BACK = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}
_THIRDS = {"early": 0, "begin": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


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


def days(words: str, newest: date | None) -> Period | None:
    """Return the days that words name ("5 June 2024", "March", "last week"), or None."""
    plain = " ".join(words.lower().split())
    for form in FORMS:
        if found := re.fullmatch(form, plain):
            return _read(found, newest)
    return None


def _read(found: re.Match[str], newest: date | None) -> Period | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    try:
        if "week" in parts:
            return _week_around(days(parts["week"], newest))
        if parts.keys() & {"year", "month", "number"}:
            return _calendar(parts, newest)
        return _before(parts, newest) if newest else UNDATED
    except (ValueError, OverflowError):
        return None


def _before(parts: dict[str, str], newest: date) -> Period:
    """Return a period that is told from the newest day."""
    if "weekday" in parts:
        return _latest(_WEEKDAYS.index(parts["weekday"]), newest)
    if "weekend" in parts:
        saturday = _latest(5, newest).after or newest
        return Period(saturday, saturday + timedelta(2))
    if "day_back" in parts:
        return _one_day(newest - timedelta(_BACK.get(parts["day_back"], 0)))
    if "past" in parts:
        which, unit = parts["past"].split()
        return _unit(unit, int(which != "this"), newest)
    if "ago" in parts:
        count, unit, _ = parts["ago"].split()
        return _unit(unit.rstrip("s"), _number(count), newest)
    length = _number(parts["count"]) * _UNITS[parts["unit"]]
    return Period(newest - timedelta(length - 1), newest + timedelta(1))


def _number(count: str) -> int:
    return int(count) if count.isdigit() else max(1, _NUMBERS.index(count))


def _latest(weekday: int, newest: date) -> Period:
    return _one_day(newest - timedelta((newest.weekday() - weekday) % 7))


def _week_around(day: Period | None) -> Period | None:
    return _unit("week", 0, day.after) if day and day.after and day != UNDATED else day


def _calendar(parts: dict[str, str], newest: date | None) -> Period | None:
    month = int(parts["number"]) if "number" in parts else _month(parts.get("month"))
    if month is None:
        return Period(date(int(parts["year"]), 1, 1), date(int(parts["year"]) + 1, 1, 1))
    day = int(parts["day"]) if "day" in parts else None
    if "year" not in parts and newest is None:
        return UNDATED
    year = int(parts["year"]) if "year" in parts else _latest_year(month, day, newest)
    return _third(_of_year(year, month, day), parts["part"]) if "part" in parts else _of_year(year, month, day)


def _latest_year(month: int, day: int | None, newest: date | None) -> int:
    """Return the year of the latest such day or month that begins by the newest day."""
    newest = newest or date.max
    return newest.year - (date(newest.year, month, day or 1) > newest)


def _third(month: Period, part: str) -> Period:
    """Return the first ten days of a month, the next ten, or the rest."""
    first = month.after or date.min
    which = next(third for word, third in _THIRDS.items() if word in part)
    starts = [first, first + timedelta(10), first + timedelta(20)]
    return Period(starts[which], starts[which + 1] if which < len(starts) - 1 else month.before)


def _of_year(year: int, month: int, day: int | None) -> Period:
    first = date(year, month, day or 1)
    return _one_day(first) if day else Period(first, _next_month(first))


def _month(name: str | None) -> int | None:
    return next((number for number, full in enumerate(_MONTHS, 1) if full[:3] == name[:3]), None) if name else None


def _one_day(day: date) -> Period:
    return Period(day, day + timedelta(1))


def _unit(unit: str, back: int, newest: date) -> Period:
    """Return the day, week, month or year that lies so many back from the one of the newest day."""
    if unit == "day":
        return _one_day(newest - timedelta(back))
    if unit == "week":
        monday = newest - timedelta(newest.weekday() + 7 * back)
        return Period(monday, monday + timedelta(7))
    if unit == "year":
        return Period(date(newest.year - back, 1, 1), date(newest.year + 1 - back, 1, 1))
    years, month = divmod(newest.year * 12 + newest.month - 1 - back, 12)
    return _of_year(years, month + 1, None)


def _next_month(first: date) -> date:
    return (first + timedelta(31)).replace(day=1)
