"""Answers out of the sentences of the sources: short answers as the source words them, and reprints counted once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.checker import FactChecker
from bot.finding.answer_finding import Candidate
from bot.finding.confidence import Signals
from bot.finding.copies import groups_of_copies
from bot.questions.comparisons import compared
from bot.replies.both_sides import tells_of
from bot.replies.citing import _holds
from bot.replies.facts import _whole
from bot.settings import BotSettings
from index import Kind, Quotation
from index.builder import update
from index.document import Document, Passage, Span
from index.filters import Filters
from tests.conftest import FAKE
from tests.test_answering import assemble

STORY = "Castania shipped more than 40 containers to Oslo. Nobody knows who paid for them.\n"


@pytest.fixture
def asked(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., FactChecker]:
    """Open what was written about documents."""

    def opened(*documents: dict[str, Any], settings: BotSettings | None = None) -> FactChecker:
        lines = "\n".join(json.dumps(one) for one in documents)
        update([write("papers.jsonl", f"{lines}\n")], tmp_path / "index", settings=FAKE)
        return assemble(tmp_path / "index", settings)

    return opened


def test_the_short_answer_keeps_its_hedge_and_leaves_out_the_noun(asked: Callable[..., FactChecker]) -> None:
    answer = asked({"id": "a", "text": STORY}).answer("How many containers were shipped to Oslo?")

    assert answer.short == "more than 40"


@pytest.mark.parametrize(("text", "short"), [("We condemn it.", None), ("Wessex condemns it.", "Wessex")])
def test_a_pronoun_is_no_short_answer(text: str, short: str | None) -> None:
    sentence = Passage(Document("a", text), Span(0, len(text)))
    found = Candidate(sentence, Signals(0, 5.0, 0.9, 0.9, fits=True), sentence.narrow(0, text.index(" ")))

    answer = _whole("Who condemned it?", found).short

    assert (answer.text if answer else None) == short


@pytest.mark.parametrize(
    ("question", "short"),
    [("Where was Ann Lee held?", None), ("Where?", None), ("When was Ann Lee held?", "on Friday")],
)
def test_a_time_is_not_where(question: str, short: str | None) -> None:
    text = "Ann Lee was held on Friday."
    sentence = Passage(Document("a", text), Span(0, len(text)))
    found = Candidate(sentence, Signals(0, 5.0, 0.9, 0.9, fits=True), sentence.narrow(17, 26))

    answer = _whole(question, found).short

    assert (answer.text if answer else None) == short


@pytest.mark.parametrize(("words", "short"), [("Karl Foss", None), ("the roof leaked", "the roof leaked")])
def test_a_bare_name_is_not_why(words: str, short: str | None) -> None:
    text = "Lise Dahl resigned. She blamed Karl Foss and said the roof leaked."
    sentence = Passage(Document("a", text), Span(0, len(text)))
    at = text.index(words)
    found = Candidate(sentence, Signals(0, 5.0, 0.9, 0.9, fits=True), sentence.narrow(at, at + len(words)))

    answer = _whole("Why did Lise Dahl resign?", found).short

    assert (answer.text if answer else None) == short


@pytest.mark.parametrize("question", ["When did the bridge close?", "Which bridge was built in 1911?"])
def test_what_the_source_tells_of_something_else_is_near_and_no_answer(
    question: str, asked: Callable[..., FactChecker]
) -> None:
    told = "The bridge was built and opened in 1912.\n"

    answer = asked({"id": "a", "text": told}).answer(question)

    assert not answer.answered
    assert answer.related


def test_beside_what_is_ruled_out_a_less_likely_sentence_has_to_be_likely_itself(
    asked: Callable[..., FactChecker],
) -> None:
    question, other = "How many boats were launched by the yard?", "The yard has 12 boats."
    unreal = "Nobody expected 30 boats to be launched by the yard."

    assert asked({"id": "a", "text": f"{other}\n"}).answer(question).short == "12"
    assert not asked({"id": "a", "text": f"{other} {unreal}\n"}).answer(question).answered


def test_what_is_asked_of_somebody_described_by_what_is_theirs_has_to_be_likely(
    asked: Callable[..., FactChecker],
) -> None:
    checker = asked({"id": "a", "text": "The yard has 12 boats.\n"})

    assert checker.answer("How many boats were launched by the yard?").short == "12"
    assert not checker.answer("How many boats were launched by the yard whose owner left?").answered


def test_of_reprints_the_first_published_is_cited_and_the_others_are_named(asked: Callable[..., FactChecker]) -> None:
    reprint = STORY.replace("Castania shipped", "Castania\nshipped")
    days = {"a": "2024-03-13", "b": "2024-03-12", "c": None}
    papers = [{"id": name, "date": day, "text": reprint if name == "c" else STORY} for name, day in days.items()]

    (citation,) = asked(*papers).answer("How many containers were shipped to Oslo?").citations

    assert (citation.document.id, citation.also) == ("b", ("a", "c"))
    assert citation.text == "Castania shipped more than 40 containers to Oslo."


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        (
            "Ann Lee said after a long meeting with the mayors of three towns: 40 cars came to Oslo",
            "Ann Lee",
            "indirect",
        ),
        ("Ann Lee said after 40 cars of a party of mayors came to Oslo: it was late", None, "narration"),
        ("Ann Lee said: it was late in the year when some 40 cars came to Oslo", "Ann Lee", "indirect"),
    ],
)
def test_a_short_answer_in_somebodys_words_has_the_speaker_however_long_the_rest_of_the_sentence_is(
    asked: Callable[..., FactChecker], text: str, speaker: str | None, kind: str
) -> None:
    (citation,) = asked({"id": "a", "text": f"{text}\n"}).answer("How many cars came to Oslo?").citations

    assert (citation.speaker, citation.kind) == (speaker, kind)


@pytest.mark.parametrize(("name", "holds"), [("figures", False), ("Ann Lee", True)])
def test_according_to_figures_is_nobodys_word(name: str, *, holds: bool) -> None:
    document = Document("a", "40 cars came, according to them and to others.")
    words, cue = Passage(document, Span(0, 12)), Passage(document, Span(14, 26))

    assert _holds(Quotation((words,), None, cue, name, Kind.INDIRECT), words.narrow(0, 2)) is holds


def test_a_sentence_that_another_text_shares_counts_once_too(asked: Callable[..., FactChecker]) -> None:
    longer = f"The mayor read a paper. {STORY}"

    (citation,) = (
        asked({"id": "a", "text": longer}, {"id": "b", "text": STORY})
        .answer("How many containers were shipped to Oslo?")
        .citations
    )

    assert (citation.document.id, citation.also) == ("a", ("b",))


def test_copies_do_not_crowd_out_another_text(asked: Callable[..., FactChecker]) -> None:
    copies = [{"id": f"paper-{number}", "text": STORY} for number in range(5)]
    other = {"id": "other", "text": "The 50 containers that Castania shipped were old.\n"}

    finder = asked(*copies, other, settings=BotSettings(passages=2)).answering.facts.retriever.answers
    found = finder.candidates("How many containers were shipped to Oslo?", Filters())

    assert {one.sentence.document.id: len(one.also) for one in found} == {"paper-0": 4, "other": 0}


def test_datelines_marks_and_articles_make_no_other_text_but_another_place_does() -> None:
    told = [
        "OSLO, Norway (Wire) \u2014 The ship, he said, is \u201csafe\u201d.",
        'The ship, he said, is "safe"',
        "BERGEN - The ship, he said, is safe.",
        "The ship, he said, is not safe.",
    ]
    texts = [Passage(Document(str(at), text), Span(0, len(text))) for at, text in enumerate(told)]

    assert [[one.document.id for one in group] for group in groups_of_copies(texts)] == [["0", "1"], ["2"], ["3"]]


def test_texts_that_differ_in_a_word_are_no_copies() -> None:
    texts = [
        Passage(Document(name, text), Span(0, len(text))) for name, text in (("a", "One  ship"), ("b", "one ships"))
    ]

    assert [len(group) for group in groups_of_copies(texts)] == [1, 1]


def test_a_number_of_something_else_is_no_answer(asked: Callable[..., FactChecker]) -> None:
    papers = asked({"id": "a", "text": "The bridge holds 30 trains, and ships pass under the bridge.\n"})

    assert papers.answer("How many trains does the bridge hold?").short == "30"
    assert not papers.answer("How many ships does the bridge hold?").answered


@pytest.mark.parametrize(
    ("told", "around"),
    [("It was built in 1912.", "The mayor owns an inn. It was built in 1912."), ("The inn was built in 1912.", None)],
)
def test_around_a_sentence_with_a_pronoun_stands_the_sentence_before(
    told: str, around: str | None, asked: Callable[..., FactChecker]
) -> None:
    text = f"The town owns a bridge. The mayor owns an inn. {told}\n"

    (citation,) = asked({"id": "a", "text": text}).answer("When was the inn built?").citations

    assert (citation.text, citation.context) == (told, around or told)


BRIDGE, BOAT = "The bridge costs 88 million crowns.", "A new boat costs 6 million crowns."
LESS = "A new boat costs less than the bridge with its 40 lamps"


@pytest.mark.parametrize(
    ("texts", "given"),
    [
        ([BRIDGE, BOAT], [BRIDGE, BOAT]),
        (
            ["The bridge costs 88 crowns, and a new boat costs 6 crowns."],
            ["The bridge costs 88 crowns, and a new boat costs 6 crowns."],
        ),
        ([BRIDGE, "A new boat costs too much."], []),
        ([BRIDGE, f"{LESS}."], [f"{LESS}."]),
        (["The bridge costs what it did in 1988.", BOAT], ["The bridge costs what it did in 1988.", BOAT]),
        ([BRIDGE, "A new boat is moored at the bridge, which costs 88 million crowns."], []),
    ],
)
def test_of_two_that_are_compared_each_is_shown_with_its_number_or_nothing(
    texts: list[str], given: list[str], asked: Callable[..., FactChecker]
) -> None:
    checker = asked(*({"id": str(number), "text": text} for number, text in enumerate(texts)))

    answer = checker.answer("Which costs more, the bridge or a new boat?")

    assert [one.text for one in answer.citations] == given
    assert answer.short is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who has sat longer on the council: Hart or Ms. Reyes?", ("Hart", "Ms. Reyes")),
        ("Which ferry is older, the Aurora, or the Borealis", ("the Aurora", "the Borealis")),
        ("Which minister resigned, Hart or Reyes?", None),
        ("Who won the first round, Hart or Reyes?", None),
        ("Who is to blame for higher prices, the government or the banks?", None),
        ("What is behind the lower turnout, rain or apathy?", None),
        ("Did more people write, or fewer?", None),
        ("Is the new bridge longer than the old one?", ("the new bridge", "the old bridge")),
        ("Was Hart older than Reyes?", ("Hart", "Reyes")),
        ("Did Oman send more drones than Peru?", ("Oman", "Peru")),
        ("Was the mayor older than expected?", None),
        ("Did more than 40 people die?", None),
    ],
)
def test_what_is_compared_is_told_by_the_form_of_the_question(question: str, names: tuple[str, str] | None) -> None:
    sides = compared(question)
    assert (tuple(side.name for side in sides) if sides else None) == names


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Which costs more, the bridge or a boat?", "How much does the bridge cost?"),
        ("Which trawler landed more herring, the Tern or the Aske?", "How much herring did the Tern land?"),
        ("Which town has more schools, Olm or Sarn?", "How many schools does Olm have?"),
        ("Does Oman spend more on roads than Peru?", "How much does Oman spend on roads?"),
        ("Is the dam higher than the tower?", "How high is the dam?"),
        ("Who has sat longer, Hart or Reyes?", "Who has sat longer, Hart?"),
    ],
)
def test_each_of_two_is_asked_for_its_own_measure(question: str, asked: str) -> None:
    sides = compared(question)

    assert sides is not None
    assert sides[0].questions[0] == asked


def test_only_of_people_is_asked_when_they_were_born() -> None:
    who, which = compared("Who is older, Hart or Reyes?"), compared("Which jail is older, Holm or Brek?")

    assert who is not None
    assert which is not None
    assert "When was Hart born?" in who[0].questions
    assert "When was Holm born?" not in which[0].questions


@pytest.mark.parametrize(
    ("name", "text", "before", "tells"),
    [
        ("the dam", "It is 40 metres long.", "The dam opened in May.", True),
        ("the weir", "It is 40 metres long.", "The dam opened in May.", False),
        ("the dam", "It is 40 metres long.", "The dam and the weir opened in May.", False),
        ("the dam", "The dam that the weir replaces was 40 metres long.", "", True),
        ("the weir", "The dam that the weir replaces was 40 metres long.", "", False),
        ("the weir", "The dam is 40 metres long, the weir 20.", "", True),
        ("the dam", "The dam is long.", "", False),
    ],
)
def test_a_number_is_of_the_side_that_is_named_alone_or_is_the_subject(
    name: str, text: str, before: str, *, tells: bool
) -> None:
    assert tells_of(name, ["the dam", "the weir"], text, before) is tells


def test_no_number_of_another_kind_is_held_against_one(asked: Callable[..., FactChecker]) -> None:
    checker = asked(
        {"id": "a", "text": "The dam is 40 metres high.\n"}, {"id": "b", "text": "The tower has 300 panes.\n"}
    )

    assert not checker.answer("Is the dam higher than the tower?").answered
