"""Questions for yes or no."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.checker import FactChecker
from bot.citation import Stance, Statement
from bot.claims.check import Check
from bot.claims.whether import claimed
from bot.questions.question import Asked
from bot.questions.understanding import understand
from bot.replies.whether import Whether, strength
from bot.verdict import Verdict
from index.builder import update
from index.document import Document
from index.filters import Filters
from tests.chat_fakes import HARBOUR, citation
from tests.conftest import FAKE
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]
TOWN = """The bridge was built in 1912.
Ann Lee said: the tower is tall
Ann Lee said: the school is open
Bob Ray said: the school is not open
"""


@pytest.fixture
def checker(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> FactChecker:
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Was the bridge built in 1912?", "Yes"),
        ("Is the tower tall?", "Yes, according to Ann Lee"),
        ("Is the tower not tall?", "No, according to Ann Lee"),
        ("Is the school open?", "Disputed"),
    ],
)
def test_yes_no_or_disputed_with_whose_word_it_is(checker: FactChecker, question: str, short: str) -> None:
    assert checker.answer(question).short == short


def test_both_sides_of_a_dispute_are_told_apart(checker: FactChecker) -> None:
    answer = checker.answer("Is the school open?")

    assert [(one.heading, one.quotes[0].speaker) for one in answer.statements] == [
        ("For", "Ann Lee"),
        ("Against", "Bob Ray"),
    ]


def test_what_the_sources_do_not_tell_is_neither_yes_nor_no(checker: FactChecker) -> None:
    assert not checker.answer("Is the harbour frozen?").answered


def test_no_yes_is_given_where_it_makes_no_difference_who_did_it_to_whom(write: Write, tmp_path: Path) -> None:
    update([write("town.txt", "Bob Ray was praised by Ann Lee.\n")], tmp_path / "index", settings=FAKE)

    answer = assemble(tmp_path / "index").answer("Was Ann Lee praised by Bob Ray?")

    assert answer.short != "Yes"


def test_what_is_told_of_somebody_else_gives_no_yes() -> None:
    born = Document("a", "Falk was born in 1971.")

    def check(claim: str, _: Filters) -> Check:
        quote = citation(1, born, born.text, stance=Stance.SUPPORTS, confidence=0.9)
        return Check(claim, Verdict.SUPPORTED, 0.5, (Statement("s", (quote,)),))

    answers = [
        Whether(check).answer(understand(f"Was {name} born in 1971?"), Filters()) for name in ("Jan Holt", "Mia Falk")
    ]

    assert [one.short if one else None for one in answers] == [None, "Yes"]


@pytest.mark.parametrize(("asked", "short"), [("tin", None), ("lead", "No")])
def test_what_was_not_done_to_something_else_gives_no_no(asked: str, short: str | None) -> None:
    law = Document("a", "The law does not cover lead.")

    def check(claim: str, _: Filters) -> Check:
        quote = citation(1, law, law.text, stance=Stance.REFUTES, confidence=0.9)
        return Check(claim, Verdict.REFUTED, 0.5, (Statement("s", (quote,)),))

    answer = Whether(check).answer(understand(f"Does the law cover {asked}?"), Filters())

    assert (answer.short if answer else None) == short


def test_yes_is_nobody_that_a_pronoun_stands_for(checker: FactChecker) -> None:
    first = checker.answer("Was the bridge built in 1912?")

    assert "Yes" not in checker.answer("Is it old?", [first]).text


@pytest.mark.parametrize("question", ["Is it red or blue?", "How old is it?", "What is it?"])
def test_a_choice_or_a_fact_is_no_question_for_yes(question: str) -> None:
    assert understand(question).asked is Asked.FACT


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("Did Iran send arms to Oslo?", ["Iran sent arms to Oslo."]),
        ("Isn't the old bridge safe?", ["the old bridge is safe."]),
        ("Are there pictures of the transfer?", ["there are pictures of the transfer."]),
        ("Did Ann Lee praise Bob Ray?", ["Ann Lee praised Bob Ray."]),
        ("Was the hospital in Sarn rebuilt in 2019?", ["the hospital in Sarn was rebuilt in 2019."]),
        ("Was the bay polluted before 2010?", ["the bay was polluted before 2010."]),
        ("Is it?", []),
        ("Is?", []),
        ("Does the law cover the mines?", ["the law covers the mines."]),
        ("Did oil leak?", ["oil leaked."]),
        ("Do Oman and Peru exchange prisoners?", ["Oman and Peru exchange prisoners."]),
        ("Didn't the clerk visit Oslo?", ["the clerk visited Oslo."]),
        ("Did the clerk not visit Oslo?", ["the clerk did not visit Oslo."]),
        ("Did the clerk ever visit Oslo?", ["the clerk visited Oslo."]),
        ("Has the clerk ever visited Oslo?", ["the clerk has visited Oslo."]),
        ("Did the port ship grain?", ["the port shipped grain.", "the port ship grained."]),
        ("Did the board fire the head?", ["the board fired the head."]),
    ],
)
def test_the_claim_that_yes_would_make_or_may_where_the_verb_is_not_clear(question: str, claims: list[str]) -> None:
    assert list(claimed(question)) == claims


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        (Verdict.SUPPORTED, Verdict.NOT_ENOUGH_EVIDENCE, "Yes"),
        (Verdict.NOT_ENOUGH_EVIDENCE, Verdict.REFUTED, "No"),
        (Verdict.SUPPORTED, Verdict.CONFLICTING, "Disputed"),
        (Verdict.SUPPORTED, Verdict.REFUTED, None),
    ],
)
def test_where_the_verb_is_not_clear_the_more_cautious_answer_is_given(
    first: Verdict, second: Verdict, short: str | None
) -> None:
    verdicts = {"the port shipped grain.": first, "the port ship grained.": second}

    def check(claim: str, _: Filters) -> Check:
        quotes = tuple(
            citation(1, HARBOUR, "A decision on the price of a berth", stance=stance, confidence=0.9)
            for stance in (Stance.SUPPORTS, Stance.REFUTES)
        )
        return Check(claim, verdicts[claim], 0.5, tuple(Statement("s", (quote,)) for quote in quotes))

    answer = Whether(check).answer(understand("Did the port ship grain?"), Filters())

    assert (answer.short if answer else None) == short


@pytest.mark.parametrize(
    ("verdict", "stance", "sure", "short"),
    [
        (Verdict.SUPPORTED, Stance.SUPPORTS, 0.72, "Yes"),
        (Verdict.SUPPORTED, Stance.SUPPORTS, 0.68, None),
        (Verdict.REFUTED, Stance.REFUTES, 0.76, "No"),
        (Verdict.REFUTED, Stance.REFUTES, 0.72, None),
    ],
)
def test_no_needs_to_be_surer_than_yes(verdict: Verdict, stance: Stance, sure: float, short: str | None) -> None:
    answer = Whether(lambda *_: part(verdict, stance, sure)).answer(understand("Was it built?"), Filters())

    assert (answer.short if answer else None) == short


@pytest.mark.parametrize(
    ("told", "short"), [("The dam is longer than the weir.", "Yes"), ("The dam is 40 m long.", None)]
)
def test_which_of_two_is_more_is_not_told_by_the_number_of_one(told: str, short: str | None) -> None:
    document = Document("a", told)

    def check(claim: str, _: Filters) -> Check:
        quote = citation(1, document, told, stance=Stance.SUPPORTS, confidence=0.9)
        return Check(claim, Verdict.SUPPORTED, 0.5, (Statement("s", (quote,)),))

    answer = Whether(check).answer(understand("Did the dam cost more than the weir?"), Filters())

    assert (answer.short if answer else None) == short


def part(verdict: Verdict, stance: Stance, confidence: float) -> Check:
    quote = citation(1, HARBOUR, "A decision on the price of a berth", stance=stance, confidence=confidence)
    return Check("c", verdict, 0.5, (Statement("s", (quote,)),))


def test_a_compound_claim_is_as_strong_as_the_weakest_part_that_supports_it() -> None:
    parts = tuple(part(Verdict.SUPPORTED, Stance.SUPPORTS, sure) for sure in (0.95, 0.65))
    one = part(Verdict.SUPPORTED, Stance.SUPPORTS, 0.95)
    other = part(Verdict.REFUTED, Stance.REFUTES, 0.9)

    assert strength(Check("c", Verdict.SUPPORTED, 0.5, parts=parts)) == 0.65
    assert strength(Check("c", Verdict.REFUTED, 0.5, parts=(one, other))) == 0.9


@pytest.mark.parametrize(("turned", "short"), [(0.75, None), (0.6, "Yes")])
def test_yes_needs_to_be_surer_than_the_same_the_other_way_round(turned: float, short: str | None) -> None:
    def check(claim: str, _: Filters) -> Check:
        return part(Verdict.SUPPORTED, Stance.SUPPORTS, 0.8 if claim.startswith("Iran") else turned)

    answer = Whether(check).answer(understand("Did Iran send arms to Oslo?"), Filters())

    assert (answer.short if answer else None) == short


def test_a_quote_that_says_the_same_the_other_way_round_gives_no_yes_though_others_dispute_that() -> None:
    said = part(Verdict.SUPPORTED, Stance.SUPPORTS, 0.8)
    (against,) = part(Verdict.REFUTED, Stance.REFUTES, 0.9).statements

    def check(claim: str, _: Filters) -> Check:
        disputed = replace(said, verdict=Verdict.CONFLICTING, statements=(*said.statements, against))
        return said if claim.startswith("Iran") else disputed

    assert Whether(check).answer(understand("Did Iran send arms to Oslo?"), Filters()) is None


def test_another_quote_that_says_so_the_other_way_round_takes_no_yes_away() -> None:
    there = Statement("s", (citation(1, HARBOUR, "price", stance=Stance.SUPPORTS, confidence=0.8),))

    def check(claim: str, _: Filters) -> Check:
        said = part(Verdict.SUPPORTED, Stance.SUPPORTS, 0.8)
        return said if claim.startswith("Iran") else replace(said, statements=(there,))

    answer = Whether(check).answer(understand("Did Iran send arms to Oslo?"), Filters())

    assert answer is not None
    assert answer.short == "Yes"
