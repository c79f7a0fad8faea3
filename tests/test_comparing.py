"""Numbers, units, dates, negation and names, compared by rule."""

from datetime import date
from math import inf

import pytest

from bot.weighing.comparing import compare
from bot.weighing.dates import Mention, in_dates, mentions
from bot.weighing.quantities import quantities


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("It has 5 million users.", "The service has 4.9m users today."),
        ("Nine ships left.", "On that day 9 ships left the port."),
        ("More than 1,000 containers arrived.", "They counted 1,200 containers."),
        ("It is about five miles long.", "The road is 8 km long."),
        ("It grew by 5%.", "It grew by five per cent."),
        ("It cost $1.2 billion.", "The price was $1.2bn."),
        ("At least 40 people came.", "Over 50 people came."),
        ("It took two hours.", "The flight took 120 minutes."),
        ("It is 10 miles long.", "It is 16 km long."),
        ("It has 8 million users.", "It has 7.9 million users."),
        ("It rose by 3 percent.", "It rose by 3.4 percent."),
        ("Half of the town burnt.", "The fire took 49 percent of the town."),
        ("Two-thirds of them came.", "They were 66 percent."),
        ("It grew by 5 points.", "It grew by 5 percentage points."),
        ("Half a million tonnes arrived.", "They counted 500,000 tonnes."),
        ("It took half an hour.", "The flight took 30 minutes."),
        ("It took 18 months.", "The work took 1.5 years."),
        ("One in five ships sank.", "They lost 20 percent of the ships."),
        ("3 out of 10 came.", "They were 30 percent."),
    ],
)
def test_the_same_amount_in_other_words_agrees(claim: str, evidence: str) -> None:
    found = compare(claim, evidence)
    assert (found.numbers_agree, found.numbers_differ) == (1, 0)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Fewer than 100 containers arrived.", "More than 1,000 containers arrived."),
        ("It has 7 million users.", "It has 4.9m users."),
        ("It is three miles long.", "It is 8 km long."),
        ("It grew by 5%.", "It grew by 7 percent."),
        ("The show had ten seasons.", "It ran for nine seasons."),
        ("It took two days.", "It took 120 minutes."),
        ("It has 5 million users.", "It has 6 million users."),
        ("It is 10 miles long.", "It is 17 km long."),
        ("It rose by 3 percent.", "It rose by 3.6 percent."),
        ("It has 1 million users.", "It has 1.4 million users."),
        ("Two thirds of it is lost.", "A third of it is lost."),
        ("It rose by 5 percent.", "It rose by 5 percentage points."),
        ("It took two years.", "It took 20 months."),
        ("One in five ships sank.", "They lost 25 percent of the ships."),
        ("More than 30 dogs came.", "We saw 20 people and fewer than 30 cats, and 20 dogs."),
    ],
)
def test_another_amount_of_the_same_thing_differs(claim: str, evidence: str) -> None:
    found = compare(claim, evidence)
    assert (found.numbers_agree, found.numbers_differ) == (0, 1)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("It fell to 5 per cent.", "It fell by 7 per cent."),
        ("It rose by 5 points.", "It rose by 7 percent."),
        ("Three dogs barked.", "Five soldiers marched."),
        ("It cost $5.", "It weighs 7 kg."),
    ],
)
def test_different_things_are_not_compared(claim: str, evidence: str) -> None:
    found = compare(claim, evidence)
    assert (found.numbers_agree, found.numbers_differ) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread.",
        "In 2019 sales fell.",
        "a 10-year-old boy",
        "version 3.11.2",
        "4 March 2024 came.",
        "On March 4 the bridge fell.",
        "The northern half of it burnt.",
        "It lasted a year and a half.",
        "It opened on March 3 in 12 cities.",
    ],
)
def test_names_dates_and_sides_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


def test_dates_are_read_as_far_as_they_are_told() -> None:
    assert mentions("On December 7th, 1941, and again in May 1943.") == (Mention(1941, 12, 7), Mention(1943, 5))
    assert mentions("2020-03-05") == (Mention(2020, 3, 5),)
    assert mentions("They may march on Sept. 5") == (Mention(None, 9, 5),)


def test_relative_dates_need_the_day_of_publication() -> None:
    assert mentions("He left yesterday, and she last month.") == ()
    told = mentions("He left yesterday, and she last month.", date(2024, 1, 10))
    assert told == (Mention(2024, 1, 9), Mention(2023, 12))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("It fell on Tuesday night.", "It fell on Tuesday, 5 March 2024."),
        ("It fell last Wednesday.", "It fell on Wednesday, 28 February 2024."),
        ("It fell two days ago.", "It fell on 4 March 2024."),
        ("It fell last night.", "It fell on 5 March 2024."),
        ("It opens tomorrow.", "It opens on 7 March 2024."),
        ("It fell earlier this month.", "It fell in March 2024."),
        ("It fell this week.", "It fell in March 2024."),
        ("It has been closed since last month.", "It has been closed since February 2024."),
        ("Last year was bad.", "2023 was bad."),
    ],
)
def test_what_is_told_by_the_day_of_publication_is_dated(text: str, dated: str) -> None:
    assert in_dates(text, date(2024, 3, 6)) == dated


@pytest.mark.parametrize(
    "text",
    [
        "It will open on Tuesday.",
        "It fell on Tuesday, 5 March.",
        "It fell twenty-two days ago.",
        "It fell last week.",
        "It fell over the last year.",
        "It closes on Tuesdays.",
    ],
)
def test_a_time_that_is_not_certain_is_left_as_it_is(text: str) -> None:
    assert in_dates(text, date(2024, 3, 6)) == text


def test_a_date_agrees_unless_a_part_differs() -> None:
    evidence = "He died on January 6, 1954, in Woodside."
    assert compare("He died in 1954.", evidence).dates_agree == 1
    assert compare("He died in January.", evidence).dates_agree == 1
    assert compare("He died in 1955.", evidence).dates_differ == 1
    assert compare("It happened yesterday, on 9 January.", "It was yesterday.", date(2024, 1, 10)).dates_agree == 1


def test_negation_on_one_side_is_seen() -> None:
    assert compare("He did not win.", "He won the race.").negated == 1
    assert compare("He didn't win.", "He did not win the race.").negated == 0


def test_opposites_are_seen() -> None:
    assert compare("Sales increased.", "Sales decreased in May.").opposed == 1
    assert compare("Sales increased.", "Sales increased in May.").opposed == 0


def test_each_of_several_opposites_is_seen() -> None:
    for lost, other in [("The team lost.", "The team won in May."), ("The court convicted him.", "It acquitted him.")]:
        assert compare(lost, other).opposed == compare(other, lost).opposed == 1


def test_what_bounds_a_number_behind_another_is_read() -> None:
    people, dogs = quantities("20 people and more than 30 dogs")
    assert (people.high, dogs.low, dogs.high) == (20, 30, inf)


def test_names_that_evidence_lacks_are_counted() -> None:
    found = compare("In Paris she met Marie Curie.", "She met Marie there.")
    assert found.names_missing == pytest.approx(2 / 3)
    assert compare("She met Marie.", "She met Marie there.").words_missing == 0
