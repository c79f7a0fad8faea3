"""Days, months and years that a text names, also relative to the day it was published."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.weighing.relative_dates import RELATIVE, meant, weekday

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.periods import Period

_MONTHS: Final = {name[:3]: number for number, name in enumerate(calendar.month_name) if name}
_MONTH: Final = r"(?P<month>(?:Jan|Febr?|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?|" + "|".join(calendar.month_name[1:]) + ")"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>1\d\d\d|20\d\d)"
# A capital makes a month of "may" and "march".
_FORMS: Final = (
    rf"{_YEAR}[-/](?P<number>[01]\d)[-/]{_DAY}",
    rf"{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
    rf"{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?",
    rf"{_MONTH}(?:,?(?: of)? {_YEAR})?",
    rf"{_YEAR}(?!\s?%)",
    rf"(?P<relative>{RELATIVE})",
)
_DATES: Final = tuple(re.compile(rf"(?<![\w.,$€£-]){form}(?![\w-])") for form in _FORMS)
_RELATIVE: Final = re.compile(
    r"(?P<bound>\b(?:since|from|until|till|by|before|after|of|for|than|during)\s+)?(?<!\bthe )"
    rf"(?:\b(?:earlier|later|early|late)\s+)?(?<![\w-]){_FORMS[-1]}\b(?:\s+(?:morning|afternoon|evening|night)\b)?(?P<owns>['\u2019]s?(?!\w))?",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"\s+(?:was|is|were|has|had|saw|brought)\b")
_ANY: Final = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", form.pattern) for form in _DATES))
_ONE_DAY: Final = 1
_LONGEST_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as far as it is told; None is not told."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def is_like(self, other: Mention) -> bool:
        """Whether both tell a year, or both a month."""
        return None not in (self.year, other.year) or None not in (self.month, other.month)

    def agrees(self, other: Mention) -> bool:
        """Whether nothing differs that both tell."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """Return the dates of a text in order.

    Words such as "yesterday" and "last month" mean what they meant on the day of publication; without it they are left
    out. A month or a day without a year stays without one.

    >>> mentions("He left on 5 June and came back in 2019.")
    (Mention(year=None, month=6, day=5), Mention(year=2019, month=None, day=None))
    """
    return tuple(mention for _, mention in placed_mentions(text, published))


def without_dates(text: str) -> str:
    """Return a text without the days, months and years that it names.

    >>> without_dates("It rose in May 2021.")
    'It rose in  .'
    """
    return _ANY.sub(" ", text)


@lru_cache(maxsize=1024)
def placed_mentions(text: str, published: date | None = None) -> tuple[tuple[int, Mention], ...]:
    """Return the dates of a text, each with where it starts."""
    read = ((found.start(), _read(found[0], published)) for found in _ANY.finditer(text))
    return tuple((start, mention) for start, mention in read if mention is not None)


def in_dates(text: str, published: date | None) -> str:
    """Return a text with the dates in the place of words such as "yesterday" that are relative to its publication.

    >>> from datetime import date
    >>> in_dates("It rose last year, and fell yesterday.", date(2024, 3, 2))
    'It rose in 2023, and fell on 1 March 2024.'
    >>> in_dates("Last year's flood was on Friday; earlier this month was calm.", date(2024, 3, 2))
    "2023's flood was on Friday, 1 March 2024; in March 2024 was calm."
    """
    return _RELATIVE.sub(lambda found: _in_place_of(found, published), text) if published else text


def _in_place_of(found: re.Match[str], published: date) -> str:
    words, bound, owns = found["relative"], found["bound"] or "", found["owns"] or ""
    period = meant(words, published, found.string)
    mention = _of_period(period) if period else None
    if mention is None:
        return found[0]
    month = calendar.month_name[mention.month] if mention.month else ""
    is_subject = not found.string[: found.start()].strip() and _SUBJECT.match(found.string, found.end())
    preposition = "" if bound or owns or is_subject else "on" if mention.day else "in"
    parts = [preposition, f"{weekday(words)}{mention.day or ''}", month, str(mention.year)]
    return bound + " ".join(part for part in parts if part) + owns


def _read(words: str, published: date | None) -> Mention | None:
    found = next(match for form in _DATES if (match := form.fullmatch(words)))
    parts = {name: value for name, value in found.groupdict().items() if value}
    if "relative" in parts:
        period = meant(words, published) if published else None
        return _of_period(period) if period else None
    month = int(parts["number"]) if "number" in parts else _MONTHS.get(parts.get("month", "")[:3])
    year, day = (int(parts[name]) if name in parts else None for name in ("year", "day"))
    return Mention(year, month, day)


def _of_period(period: Period) -> Mention | None:
    if period.after is None or period.before is None:
        return None
    length, first = (period.before - period.after).days, period.after
    if length > _LONGEST_MONTH:
        return Mention(first.year)
    return Mention(first.year, first.month, first.day if length == _ONE_DAY else None)
