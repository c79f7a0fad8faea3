"""Short answers to questions for several things, and whom a question means by what they did."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.finding.whole_lists import asks_for_several, whole_list
from bot.questions.descriptions import description
from index import Kind, Passage, Quotation
from index.builder import update
from index.document import Document, Span
from tests.conftest import FAKE
from tests.test_answering import TEXT, assemble


@pytest.mark.parametrize(
    "question", ["Which weapons were sent?", "What years were they?", "Who are the members?", "Name the members."]
)
def test_a_question_can_wait_for_several_things(question: str) -> None:
    assert asks_for_several(question)


@pytest.mark.parametrize(
    "question", ["Which class was it?", "What city is this?", "What was the cause?", "What happens?", "Who is it?"]
)
def test_a_question_can_wait_for_one_thing(question: str) -> None:
    assert not asks_for_several(question)


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("The deal was signed by France, Germany and Oman in May.", "France", "France, Germany and Oman"),
        ("Workers used 20 tonnes of steel, glass and two kinds of wood.", "glass", "glass and two kinds of wood"),
        ("The Broncos played in May and won in June.", "The Broncos", "The Broncos"),
    ],
)
def test_an_item_of_a_list_is_widened_to_all_of_it(text: str, read: str, whole: str) -> None:
    start = text.index(read)
    first, last = whole_list(text, start, start + len(read))

    assert text[first:last].endswith(whole)
    assert read in text[first:last]


def test_a_description_tells_the_kind_of_speaker_by_role_or_party() -> None:
    document = Document("a", "We condemn it.")
    words = (Passage(document, Span(0, 13)),)
    spokesman = Quotation(words, None, None, "John Kirby", Kind.DIRECT, role="White House spokesman")
    country = Quotation(words, None, None, "North Korea and Russia", Kind.DIRECT)

    for mention, meant in (("the spokesman who condemned it", spokesman), ("the country that condemned it", country)):
        found = description(mention)
        assert found is not None
        assert [one for one in (spokesman, country) if found.fits(one)] == [meant]
    assert description("the White House spokesman") is None


@pytest.fixture
def answer(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[[str], list[str]]:
    update([write("town.txt", TEXT)], tmp_path / "index", settings=FAKE)
    checker = assemble(tmp_path / "index")
    return lambda question: [one.text for one in checker.answer(question).citations]


def test_a_speaker_can_be_named_by_what_was_said(answer: Callable[[str], list[str]]) -> None:
    assert answer("What else did the person who said the bridge is old say?") == ["the bridge is old"]
    assert answer("What did the woman who hired painters say?") == ["the bridge is safe", "we hired 30 painters"]
    assert answer("What did the woman who sold ships say?") == []


def test_nearly_the_words_of_a_quotation_are_offered_and_not_given_for_an_answer(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    text = "Ann Lee said: \u201cWe have hired thirty painters to repair the bridge before winter.\u201d\n"
    update([write("town.txt", text)], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").answer(
        "Who said 'we have hired forty painters to repair the bridge before winter'?"
    )

    assert (found.short, found.citations) == (None, ())
    assert "just these words" in found.text
    assert "hired thirty painters" in found.related[0].text
