"""Days, weeks, months and years that a text tells by the day of its publication: "yesterday", "two days ago"."""

from __future__ import annotations

import calendar
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.questions.periods import Period, days

if TYPE_CHECKING:
    from datetime import date

_WEEKDAY: Final = f"(?:{'|'.join(calendar.day_name)})"
_COUNTS: Final = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO: Final = rf"(?P<count>\d{{1,2}}|one|{'|'.join(_COUNTS)}) days? ago"
_DAYS: Final = {"today": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_NO_DATE_BEHIND: Final = rf"(?!['\u2019]|,? (?:the )?(?:\d|{'|'.join(calendar.month_name[1:])}))"
RELATIVE: Final = (
    rf"{'|'.join(_DAYS)}|(?:last|this|previous) (?:week|month|year)|{re.sub(r'P<count>', ':', _AGO)}"
    rf"|(?:on|last) {_WEEKDAY}{_NO_DATE_BEHIND}"
)
"""A pattern of such words."""
_COMING: Final = re.compile(
    r"\b(?:will|shall|would|won't|going to|due|next|upcoming|scheduled|plan\w*|set|expect\w*|to be)\b|['\u2019]ll\b",
    re.IGNORECASE,
)
_WEEK: Final = 7


def meant(words: str, published: date, around: str = "") -> Period | None:
    """Return the days that words mean in a text of a day; None where that is not certain.

    A weekday is the last one before the day, but where the words around it speak of what is to come.

    >>> from datetime import date
    >>> meant("two days ago", date(2024, 3, 2)).after
    datetime.date(2024, 2, 29)
    """
    plain = " ".join(words.lower().split())
    ago = re.fullmatch(_AGO, plain)
    if ago or plain in _DAYS:
        count = _DAYS[plain] if ago is None else -_number(ago["count"])
        return _one_day(published + timedelta(count))
    if plain.endswith("day"):
        return None if _COMING.search(around) else _weekday(plain, published)
    period = days(plain, published)
    return None if period is None or (plain.endswith("week") and not _in_one_month(period)) else period


def weekday(words: str) -> str:
    """Return the weekday that words name, with a comma, to stand before its date; nothing where they name none."""
    name = words.rsplit(maxsplit=1)[-1].capitalize()
    return f"{name}, " if name in calendar.day_name else ""


def _weekday(words: str, published: date) -> Period:
    back = (published.weekday() - list(calendar.day_name).index(words.rsplit(maxsplit=1)[-1].capitalize())) % _WEEK
    return _one_day(published - timedelta(back or _WEEK * words.startswith("last")))


def _number(count: str) -> int:
    if count.isdigit():
        return int(count)
    return 1 if count == "one" else _COUNTS.index(count) + 1


def _one_day(day: date) -> Period:
    return Period(day, day + timedelta(1))


def _in_one_month(period: Period) -> bool:
    return period.after is not None and period.last is not None and period.after.month == period.last.month
