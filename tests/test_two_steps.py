"""Facts about what a clause describes: it is found first, and then what is asked of it."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from bot import load
from bot.checker import FactChecker
from bot.finding.answer_finding import Candidate
from bot.finding.confidence import Signals
from bot.finding.two_steps import found_in_two_steps, surely_named
from bot.questions.two_steps import Steps, in_two_steps
from index.builder import update
from index.document import Document, Passage, Span

_SURE, _UNSURE = Signals(0, 9.0, 0.99, 0.99, fits=True), Signals(7, -9.0, 0.1, 0.1, fits=False)
_SANK = ("The trawler Aske sank off Sarn.", "Aske")
_OLD = ("The Aske was 41 years old.", "41 years")


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("How old was the ship that sank off Sarn?", "Which ship sank off Sarn?", "How old was {}?"),
        ("Where was the minister who left in May born?", "Who left in May?", "Where was {} born?"),
        ("When was the bridge that fell in May built?", "Which bridge fell in May?", "When was {} built?"),
        ("Where did the man who drew the dam study?", "Who drew the dam?", "Where did {} study?"),
        ("Who is the owner of the ship that sank?", "Which ship sank?", "Who is the owner of {}?"),
    ],
)
def test_a_question_about_what_is_described_is_two_questions(question: str, first: str, then: str) -> None:
    assert in_two_steps(question) == (first, then)


@pytest.mark.parametrize(
    "question",
    [
        "Who was the man that was arrested?",
        "Which ship sank off Sarn?",
        "What is the name of the ship that sank?",
        "When did the ship sink that left Sarn?",
        "How old was the ship?",
        "When was the ship that Berg?",
    ],
)
def test_other_questions_are_one(question: str) -> None:
    assert in_two_steps(question) is None


def _candidate(told: tuple[str, str], signals: Signals = _SURE) -> Candidate:
    text, short = told
    sentence = Passage(Document(text, text), Span(0, len(text)))
    return Candidate(sentence, signals, sentence.narrow(text.index(short), text.index(short) + len(short)))


def _knows(told: Mapping[str, Sequence[Candidate]]) -> Callable[[str], Sequence[Candidate]]:
    return lambda question: told.get(question, ())


@pytest.mark.parametrize(
    ("sank", "old", "found"),
    [
        ([_candidate(_SANK)], [_candidate(_OLD)], True),
        ([_candidate(_SANK, _UNSURE)], [_candidate(_OLD)], False),
        ([_candidate(_SANK)], [_candidate(_OLD, _UNSURE)], False),
        ([_candidate(_SANK), _candidate(("The tug Tern sank off Sarn.", "Tern"))], [_candidate(_OLD)], False),
        ([_candidate(("A trawler sank off Sarn.", "A trawler"))], [_candidate(_OLD)], False),
        ([_candidate(_SANK)], [_candidate(("The Tern was 27 years old.", "27 years"))], False),
        ([], [_candidate(_OLD)], False),
    ],
)
def test_both_steps_must_be_sure_and_of_one_name(sank: list[Candidate], old: list[Candidate], *, found: bool) -> None:
    known = _knows({"Which trawler sank off Sarn?": sank, "How old was Aske?": old})

    steps = found_in_two_steps(Steps("Which trawler sank off Sarn?", "How old was {}?"), known, 0.6)

    assert (steps is not None) is found
    assert steps is None or [one.sentence.text for one in steps] == [_SANK[0], _OLD[0]]


def test_a_name_may_be_given_in_part_by_others() -> None:
    whole, part = _candidate(("Lise Dahl left.", "Lise Dahl")), _candidate(("Dahl left in May.", "Dahl"))

    assert surely_named([whole, part], 0.6) == (whole, "Lise Dahl")


@pytest.fixture(scope="module")
def bay(tmp_path_factory: pytest.TempPathFactory) -> FactChecker:
    folder = tmp_path_factory.mktemp("bay")
    (folder / "bay.txt").write_text(
        "The tanker Orvik ran aground at Osk. The Orvik was built in Gdansk in 1999. Another tanker, the Leda, reached "
        "the port. The curator, Jorun Vik, closed the hall after the storm. “The birds are safe,” Vik told reporters. "
        "The pilot Siri Aas flew the helicopter. “I saw nothing,” said Aas.\n",
        encoding="utf-8",
    )
    update([folder / "bay.txt"], folder / "index")
    return load(folder / "index")


@pytest.mark.model
def test_what_is_told_of_another_than_is_described_is_no_answer(bay: FactChecker) -> None:
    assert bay.answer("When was the tanker that ran aground at Osk built?").short == "1999"
    assert not bay.answer("When was the tanker that reached the port built?").answered


@pytest.mark.model
@pytest.mark.parametrize(
    ("described", "said"),
    [
        ("the curator who closed the hall", ["The birds are safe"]),
        ("the woman who flew the helicopter", ["I saw nothing"]),
        ("the pilot who closed the hall", []),
        ("the woman who closed the port", []),
    ],
)
def test_a_speaker_may_be_described_by_what_the_sources_tell(bay: FactChecker, described: str, said: list[str]) -> None:
    assert [one.text for one in bay.answer(f"What did {described} say?").citations] == said
