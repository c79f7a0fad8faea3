"""Numbers that a sentence tells of several times: "48 percent in 2021" is not "48 percent in 2023"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.weighing.dates import mentions, placed_mentions
from bot.weighing.quantities import placed_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.weighing.dates import Mention
    from bot.weighing.quantity import Quantity

_BETWEEN: Final = re.compile(
    r"\s*(?:(?!(?:and|but|to|from)\b)\w+\s+){0,3}(?:in|on|by|at|during|of|for)\s+(?:early |late |mid-)?", re.IGNORECASE
)
"""What stands between a number and its date: " adults in "."""


class _Dated(NamedTuple):
    number: Quantity
    date: Mention


def is_of_another_time(claim: str, sentence: str) -> bool:
    """Say whether a sentence has a claim's number at another date, and at the claim's date another number.

    >>> is_of_another_time("It was 48 percent in 2023.", "It rose from 48 percent in 2021 to 61 percent in 2023.")
    True
    """
    told = list(_dated(sentence))
    return any(
        _is_elsewhere(one, [other for other in told if one.number.is_like(other.number)]) for one in _dated(claim)
    )


def at_their_time(claim: str, sentence: str) -> list[Quantity]:
    """Return the numbers of a sentence without those that are told of another date than all dated ones of a claim.

    >>> [one.low for one in at_their_time("It was 5% in May.", "It was 5% in May, after 6% in April.")]
    [5.0]
    """
    dates = [one.date for one in _dated(claim)]
    return [
        number
        for number, date in _with_dates(sentence)
        if not (dates and date) or any(one.is_like(date) and one.agrees(date) for one in dates)
    ]


def is_of_other_times(claim: str, sentence: str) -> bool:
    """Say whether a sentence has numbers like a claim's dated ones, other ones and at other dates only.

    >>> is_of_other_times("It was 48 percent in 2023.", "In 2021 it was 61 percent.")
    True
    >>> is_of_other_times("It was 48 percent in 2023.", "In 2021 it was 61 percent, and 63 percent in 2023.")
    False
    """
    told = _dated_by_sentence(sentence)
    pairs = [(one, other) for one in _dated_by_sentence(claim) for other in told if one[0].is_like(other[0])]
    return bool(pairs) and all(_is_other(*one, *other) for one, other in pairs)


def _is_other(number: Quantity, date: Mention | None, other: Quantity, told: Mention | None) -> bool:
    return not number.agrees(other) and bool(date and told and date.is_like(told) and not date.agrees(told))


def _dated_by_sentence(sentence: str) -> list[tuple[Quantity, Mention | None]]:
    """Return the numbers of a sentence, each with the date right behind it, else with the sentence's only date."""
    dates = mentions(sentence)
    only = dates[0] if len(dates) == 1 else None
    return [(replace(number, way=""), date or only) for number, date in _with_dates(sentence)]


def _is_elsewhere(one: _Dated, told: list[_Dated]) -> bool:
    same_number = [other for other in told if one.number.agrees(other.number)]
    same_date = [other for other in told if one.date.is_like(other.date) and one.date.agrees(other.date)]
    return bool(same_number and same_date) and not any(other in same_date for other in same_number)


def _dated(text: str) -> Iterator[_Dated]:
    for number, date in _with_dates(text):
        if date is not None:
            yield _Dated(replace(number, way=""), date)


def _with_dates(text: str) -> Iterator[tuple[Quantity, Mention | None]]:
    """Yield the numbers of a text, each with the date right behind it."""
    dates = list(placed_mentions(text))
    for _, end, number in placed_quantities(text):
        behind = (mention for start, mention in dates if start > end and _BETWEEN.fullmatch(text, end, start))
        yield number, next(behind, None)
