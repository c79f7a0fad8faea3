from datetime import date

import pytest

from bot.questions.periods import UNDATED, Period, cut_period
from index.filters import Filters

NEWEST = date(2024, 3, 29)  # a Friday


@pytest.mark.parametrize(
    ("text", "rest", "after", "before"),
    [
        ("what did Lee say after 5 June 2023", "what did Lee say", date(2023, 6, 6), None),
        ("what did Lee say since 2023-06-05 about tax", "what did Lee say about tax", date(2023, 6, 5), None),
        ("what did Lee say before June 5, 2023", "what did Lee say", None, date(2023, 6, 5)),
        ("what did Lee say until May 2023", "what did Lee say", None, date(2023, 6, 1)),
        ("what did Lee say on 5th of June", "what did Lee say", date(2023, 6, 5), date(2023, 6, 6)),
        ("what did Lee say on March 1", "what did Lee say", date(2024, 3, 1), date(2024, 3, 2)),
        ("what did Lee say in December", "what did Lee say", date(2023, 12, 1), date(2024, 1, 1)),
        ("what did Lee say in 2022", "what did Lee say", date(2022, 1, 1), date(2023, 1, 1)),
        ("what did Lee say between May 2023 and 2 July 2023", "what did Lee say", date(2023, 5, 1), date(2023, 7, 3)),
        ("what did Lee say on Monday", "what did Lee say", date(2024, 3, 25), date(2024, 3, 26)),
        ("what did Lee say yesterday", "what did Lee say", date(2024, 3, 28), date(2024, 3, 29)),
        ("what did Lee say last week", "what did Lee say", date(2024, 3, 18), date(2024, 3, 25)),
        ("what did Lee say this month", "what did Lee say", date(2024, 3, 1), date(2024, 4, 1)),
        ("what did Lee say last year", "what did Lee say", date(2023, 1, 1), date(2024, 1, 1)),
        ("what did Lee say in the last 2 days", "what did Lee say", date(2024, 3, 28), date(2024, 3, 30)),
    ],
)
def test_a_phrase_of_time_is_a_period(text: str, rest: str, after: date | None, before: date | None) -> None:
    assert cut_period(text, NEWEST) == (rest, Period(after, before))


@pytest.mark.parametrize(
    "text", ["what did Lee say after the debate", "may Lee speak on tax", "what did Lee say on 31 February 2024"]
)
def test_what_is_no_time_stays(text: str) -> None:
    assert cut_period(text, NEWEST) == (text, None)


def test_last_week_is_no_time_where_no_source_has_a_date() -> None:
    assert cut_period("what did Lee say last week", None) == ("what did Lee say", UNDATED)


def test_a_period_narrows_filters_and_never_widens_them() -> None:
    filters = Filters(after=date(2024, 1, 1), before=date(2024, 2, 1))

    assert Period(date(2023, 1, 1), date(2024, 1, 5)).narrowing(filters) == Filters(
        after=date(2024, 1, 1), before=date(2024, 1, 5)
    )
