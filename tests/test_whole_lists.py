"""Short answers to questions for several things, and whom a question means by what they did."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.finding.hedges import hedged
from bot.finding.whole_lists import asks_for_several, list_of_item, may_be_several, whole_list
from bot.finding.written_lists import bulleted_list, without_bullet, written_list
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
        ("They mine lead, tin and rare earths in Oman.", "lead", "lead, tin and rare earths"),
        ("The Broncos played in May and won in June.", "The Broncos", "The Broncos"),
        ("The port exports grain, timber and wool.", "grain", "grain, timber and wool"),
    ],
)
def test_an_item_of_a_list_is_widened_to_all_of_it(text: str, read: str, whole: str) -> None:
    start = text.index(read)
    first, last = whole_list(text, start, start + len(read))

    assert text[first:last].endswith(whole)
    assert read in text[first:last]


@pytest.mark.parametrize(
    "question", ["Who voted in favour?", "What was in the shipment?", "What did it carry?", "What caused the fire?"]
)
def test_a_question_can_wait_for_one_thing_or_several(question: str) -> None:
    assert may_be_several(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the minister?",
        "Who was the first mayor?",
        "What is the capital?",
        "How many came?",
        "When did it end?",
        "Where was it?",
        "What colour is it?",
        "Which ship sank?",
    ],
)
def test_a_question_for_one_thing_is_answered_by_one_item(question: str) -> None:
    assert not may_be_several(question)


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        (
            "The Social Democrats and the Centre Party voted in favour.",
            "The Social Democrats",
            "The Social Democrats and the Centre Party",
        ),
        (
            "The shipment included artillery shells, 122 mm rockets, anti-tank missiles and night-vision goggles.",
            "artillery shells",
            "artillery shells, 122 mm rockets, anti-tank missiles and night-vision goggles",
        ),
        ("Ann Lee, the mayor, and Bob Ray voted for it.", "Ann Lee", "Ann Lee"),
        ("Ann Lee voted for it and Bob Ray against it.", "Ann Lee", "Ann Lee"),
        ("It sank off the port of Sarn and Olm.", "the port of Sarn", "the port of Sarn"),
        ("Kral condemned Oman and praised Peru.", "Kral", "Kral"),
    ],
)
def test_only_an_answer_that_is_an_item_of_a_plain_list_becomes_the_list(text: str, read: str, whole: str) -> None:
    start = text.index(read)
    first, last = list_of_item(text, start, start + len(read))

    assert text[first:last] == whole


CRATE = "It held pistols; 40 boxes of cartridges; and a map of Olm."
FOUND = "The following weapons were found on the ship: rifles, drones, two tanks and a field gun."
DIED = "Three died: Ann Lee, 40, a baker; Bob Ray, 31, a clerk; and Jan Holt, 50, a diver."


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        (FOUND, "drones", "rifles, drones, two tanks and a field gun"),
        (FOUND, "The following weapons", "rifles, drones, two tanks and a field gun"),
        (FOUND, "the ship", "the ship"),
        (CRATE, "pistols", "pistols; 40 boxes of cartridges; and a map of Olm"),
        (CRATE, "a map of Olm", "pistols; 40 boxes of cartridges; and a map of Olm"),
        (DIED, "Bob Ray", "Ann Lee, 40, a baker; Bob Ray, 31, a clerk; and Jan Holt, 50, a diver"),
        ("Lee sold ships; Ray bought guns; and Brun left.", "guns", "guns"),
        ("He had one wish: Lee won, Ray lost and Brun left.", "Lee", "Lee"),
        ("He said: the ships, trains and cars will be sold.", "trains", "trains"),
        ("The winner: Ann Lee.", "Ann Lee", "Ann Lee"),
        ("Three members (Ann Lee, Bob Ray and Jan Holt) left.", "Bob Ray", "Ann Lee, Bob Ray and Jan Holt"),
        ("Two members (who were ill, and left) resigned.", "ill", "ill"),
        ("It lost (1) a mast, (2) two boats and (3) its bell.", "a mast", "a mast, (2) two boats and (3) its bell"),
        ("It lost (1) a mast and (2) its bell in Olm.", "It", "It"),
        ("Rule 4 (a) bans ships.", "ships", "ships"),
        ("They sell apples, pears and plums.", "apples", "apples"),
    ],
)
def test_a_list_is_told_by_a_colon_and_by_semicolons_too(text: str, read: str, whole: str) -> None:
    start = text.index(read)
    first, last = written_list(text, start, start + len(read))

    assert text[first:last] == whole


def test_a_list_with_bullets_is_whole_with_what_announces_it() -> None:
    lines = ["It was signed by these countries:", "- Oman", "- Peru", "It holds.", "- Iran"]
    document = Document("a", "\n".join(lines))
    starts = [document.text.index(line) for line in lines]
    sentences = [Passage(document, Span(at, at + len(line))) for at, line in zip(starts, lines, strict=True)]

    for one in sentences[:3]:
        found = bulleted_list(one, sentences)
        assert found is not None
        assert (found.passage.text, found.listed.text) == ("\n".join(lines[:3]), "Oman\n- Peru")
    assert [bulleted_list(one, sentences) for one in sentences[3:]] == [None, None]


def test_the_number_of_an_item_is_no_part_of_what_is_counted() -> None:
    text = "2. 6 boats"
    item = Passage(Document("a", text), Span(0, len(text)))

    found = without_bullet(item, item.narrow(0, 4))

    assert found is not None
    assert found.text == "6"
    assert without_bullet(item, item.narrow(0, 2)) is None


@pytest.mark.parametrize("marks", [("- ", "- "), ("1. ", "2. "), ("a) ", "b) "), ("(1) ", "(2) ")])
def test_a_list_with_bullets_is_one_answer(
    marks: tuple[str, str], write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    first, second = marks
    text = f"The lists of ships that were sold in Oslo are these:\n{first}12 ships\n{second}40 ships\n"
    update([write("town.txt", text)], tmp_path / "index", settings=FAKE)

    answer = assemble(tmp_path / "index").answer("Which ships were sold in Oslo?")

    assert ([one.text for one in answer.citations], answer.short) == ([text.strip()], f"12 ships\n{second}40 ships")


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("It sent more than 1,000 containers.", "1,000", "more than 1,000"),
        ("It sent no more than 1,000 containers.", "1,000 containers", "no more than 1,000 containers"),
        ("About 4,500 people came.", "4,500", "About 4,500"),
        ("It sent at least\neleven ships.", "eleven", "at least\neleven"),
        ("It paid up to $3 million.", "$3 million", "up to $3 million"),
        ("It sent 1,000 containers.", "1,000", "1,000"),
        ("It was about Ann Lee.", "Ann Lee", "Ann Lee"),
        ("The whereabout 30 ships are.", "30", "30"),
    ],
)
def test_a_number_keeps_the_hedge_before_it(text: str, read: str, whole: str) -> None:
    start = text.index(read)

    assert text[hedged(text, start) : start + len(read)] == whole


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
    assert answer("What did the person who said the bridge is old say?") == ["the bridge is old"]
    assert answer("What else did the person who said the bridge is old say?") == []
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
