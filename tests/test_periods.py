from datetime import date

import pytest

from bot.questions.periods import UNDATED, Period
from bot.questions.question import Asked
from bot.questions.time_phrases import cut_period
from bot.questions.understanding import understand
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
        ("what did Lee say two weeks ago", "what did Lee say", date(2024, 3, 11), date(2024, 3, 18)),
        ("what did Lee say 3 days ago", "what did Lee say", date(2024, 3, 26), date(2024, 3, 27)),
        ("what did Lee say four months ago", "what did Lee say", date(2023, 11, 1), date(2023, 12, 1)),
        ("what did Lee say in the past two weeks", "what did Lee say", date(2024, 3, 16), date(2024, 3, 30)),
        ("what did Lee say over the last 3 days", "what did Lee say", date(2024, 3, 27), date(2024, 3, 30)),
        ("what did Lee say this morning", "what did Lee say", date(2024, 3, 29), date(2024, 3, 30)),
        ("what did Lee say last night", "what did Lee say", date(2024, 3, 28), date(2024, 3, 29)),
        ("what did Lee say the day before yesterday", "what did Lee say", date(2024, 3, 27), date(2024, 3, 28)),
        ("what did Lee say at the weekend", "what did Lee say", date(2024, 3, 23), date(2024, 3, 25)),
        ("what did Lee say last weekend about tax", "what did Lee say about tax", date(2024, 3, 23), date(2024, 3, 25)),
        ("what did Lee say in early March", "what did Lee say", date(2024, 3, 1), date(2024, 3, 11)),
        ("what did Lee say in mid-March", "what did Lee say", date(2024, 3, 11), date(2024, 3, 21)),
        ("what did Lee say at the end of March 2023", "what did Lee say", date(2023, 3, 21), date(2023, 4, 1)),
        ("what did Lee say from 1 to 15 March", "what did Lee say", date(2024, 3, 1), date(2024, 3, 16)),
        ("what did Lee say between 1st and 3rd May 2023", "what did Lee say", date(2023, 5, 1), date(2023, 5, 4)),
        ("what did Lee say from 1 March to 5 April", "what did Lee say", date(2024, 3, 1), date(2024, 4, 6)),
        ("what did Lee say in the week of 13 March", "what did Lee say", date(2024, 3, 11), date(2024, 3, 18)),
        ("what about the ports earlier this month", "what about the ports", date(2024, 3, 1), date(2024, 4, 1)),
    ],
)
def test_a_phrase_of_time_is_a_period(text: str, rest: str, after: date | None, before: date | None) -> None:
    assert cut_period(text, NEWEST) == (rest, Period(after, before))


@pytest.mark.parametrize(
    "text",
    [
        "what did Lee say after the debate",
        "may Lee speak on tax",
        "what did Lee say on 31 February 2024",
        "did Lee say over 2000 people came",
        "did Lee ask for 1984",
        "what did Lee say from 1 to 15 people",
    ],
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


WHEN = Period(date(2024, 1, 1), date(2024, 3, 30))


def test_a_fact_of_the_last_days_or_weeks_is_looked_for_in_what_was_published_then() -> None:
    found = understand("How many ships came last week?", WHEN)

    assert (found.asked, found.sought) == (Asked.FACT, "How many ships came?")
    assert found.period == Period(date(2024, 3, 18), date(2024, 3, 25))
    assert understand("Did ships come yesterday?", WHEN).period == Period(date(2024, 3, 28), date(2024, 3, 29))


@pytest.mark.parametrize(
    "text", ["How many ships came last year?", "What is the port called today?", "Who came on Monday?", "Who is it?"]
)
def test_other_times_of_a_fact_are_sought_as_they_are(text: str) -> None:
    found = understand(text, WHEN)

    assert (found.period, found.sought) == (None, "")


def test_a_fact_of_last_week_is_looked_for_everywhere_where_no_source_has_a_date() -> None:
    assert understand("How many ships came last week?").period is None
