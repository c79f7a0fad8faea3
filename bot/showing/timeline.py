"""Who said how much when, as a picture: a row for each speaker, a dot for each stretch of time; SVG."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from html import escape
from math import sqrt

from bot.showing.escaping import seen

Spoken = Iterable[tuple[str, date | None, int]]
"""A speaker, a day of publication, and how many quotations."""

_ROWS, _COLUMNS = 8, 24
_LEFT, _WIDTH, _ROW, _BOTTOM = 200, 720, 34, 26
_RADIUS = 13
_LONGEST_NAME = 22


def timeline_svg(spoken: Spoken) -> str:
    """Return a picture of the most quoted speakers over the days of publication; nothing where no day is known."""
    dated = [(name, day, count) for name, day, count in spoken if day]
    if not dated:
        return ""
    first, last = min(day for _, day, _ in dated), max(day for _, day, _ in dated)
    totals = Counter[str]()
    dots = Counter[tuple[str, int]]()
    for name, day, count in dated:
        totals[name] += count
        dots[name, _column(day, first, last)] += count
    names = [name for name, _ in totals.most_common(_ROWS)]
    largest = max(count for (name, _), count in dots.items() if name in names)
    height = len(names) * _ROW + _BOTTOM
    rows = "".join(_row(number, name, dots, largest) for number, name in enumerate(names))
    label = f"Quotations of the most quoted speakers from {first} to {last}"
    return (
        f'<svg class="timeline" role="img" aria-label="{label}" viewBox="0 0 {_LEFT + _WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg">{rows}'
        f'<text class="day" x="{_LEFT}" y="{height - 6}">{first}</text>'
        f'<text class="day" x="{_LEFT + _WIDTH}" y="{height - 6}" text-anchor="end">'
        f"{last if last > first else ''}</text></svg>"
    )


def _column(day: date, first: date, last: date) -> int:
    days = (last - first).days + 1
    return (day - first).days * min(_COLUMNS, days) // days


def _row(number: int, name: str, dots: Counter[tuple[str, int]], largest: int) -> str:
    y = number * _ROW + _ROW // 2
    shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    columns = max(column for _, column in dots) + 1
    circles = "".join(
        f'<circle cx="{_LEFT + (column + 0.5) * _WIDTH / columns:.1f}" cy="{y}" '
        f'r="{max(2.0, _RADIUS * sqrt(dots[name, column] / largest)):.1f}"><title>{dots[name, column]}</title></circle>'
        for column in range(columns)
        if dots[name, column]
    )
    return (
        f'<line x1="{_LEFT}" x2="{_LEFT + _WIDTH}" y1="{y}" y2="{y}"/>'
        f'<text x="{_LEFT - 12}" y="{y + 5}" text-anchor="end">{escape(seen(shown))}</text>{circles}'
    )
