"""Questions about people, one after the other, over a small press review."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checker import FactChecker
from bot.citation import Answer, Statement
from bot.questions.bare_questions import made_whole
from bot.questions.follow_ups import Exchange, complete
from bot.questions.question import Asked, Question
from bot.questions.understanding import understand
from bot.settings import BotSettings
from index.builder import update
from tests.chat_fakes import HARBOUR, citation
from tests.conftest import FAKE
from tests.test_answering import assemble

OLD = """Ann Lee said: the bridge is safe
Ann Lee said: taxes will rise
Bob Ray denied: the bridge is unsafe
"""
NEW = """Ann Lee said: the bridge is closed
Tom Lee said: the school is open
Ann Lee said on Tuesday: painters were hired on Sunday
The parade begins at 9.
"""
INTERVIEW = """Ann Lee: The bridge stays closed.

Bob Ray: I do not believe the painters.

Ann Lee: The painters are good.

Bob Ray: We will see about that.
"""


@pytest.fixture
def checker(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> FactChecker:
    lines = [
        {"id": "old", "text": OLD, "date": "2024-03-01", "title": "Old News"},
        {"id": "new", "text": NEW, "date": "2024-05-10", "title": "New News"},
    ]
    update([write("press.jsonl", "\n".join(map(json.dumps, lines)))], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


def said(answer: Answer) -> list[str]:
    return [citation.text for citation in answer.citations]


def talk(checker: FactChecker, *questions: str) -> Answer:
    """Ask one question after the other and return the last answer."""
    history: list[Answer] = []
    for question in questions:
        history.append(checker.answer(question, history=history))
    return history[-1]


def test_without_a_topic_the_newest_document_comes_first_under_its_heading(checker: FactChecker) -> None:
    answer = checker.answer("What did Ann Lee say?")

    assert said(answer) == [
        "the bridge is closed",
        "painters were hired on Sunday",
        "the bridge is safe",
        "taxes will rise",
    ]
    assert list(dict.fromkeys(statement.heading for statement in answer.statements)) == [
        "New News, 10 May 2024",
        "Old News, 1 March 2024",
    ]


def test_two_people_of_one_name_are_shown_apart(checker: FactChecker) -> None:
    answer = checker.answer("What did Lee say?")

    headings = [statement.heading for statement in answer.statements]
    assert set(headings) == {"Ann Lee", "Tom Lee"}
    assert headings == sorted(headings, key=headings.index)
    assert all(statement.heading == statement.quotes[0].speaker for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Ann Lee say after 1 April 2024?", ["the bridge is closed", "painters were hired on Sunday"]),
        ("What did Ann Lee say before April 2024?", ["the bridge is safe", "taxes will rise"]),
        ("What did Ann Lee say on 1 March 2024 about taxes?", ["taxes will rise"]),
        ("What did Ann Lee say about the bridge in March?", ["the bridge is safe"]),
        ("What did Ann Lee say in 2020?", []),
    ],
)
def test_a_time_in_the_question_is_when_the_source_was_published(
    checker: FactChecker, question: str, expected: list[str]
) -> None:
    assert said(checker.answer(question)) == expected


def test_a_refusal_says_which_time_was_asked(checker: FactChecker) -> None:
    assert checker.answer("What did Ann Lee say in 2020?").reason == (
        "The sources do not say: Ann Lee is quoted in sources of 1 March 2024 and 10 May 2024, but not in sources "
        "from 2020-01-01 to 2020-12-31."
    )


def test_a_mention_is_answered_yes_with_the_words_or_refused_by_name(checker: FactChecker) -> None:
    answer = checker.answer("Did Ann Lee mention taxes?")

    assert (answer.short, said(answer)) == ("Yes", ["taxes will rise"])
    assert "Ann Lee is not quoted about submarines" in checker.answer("Has Ann Lee mentioned submarines?").text


def test_what_was_shown_of_a_mention_does_not_come_again(checker: FactChecker) -> None:
    first = checker.answer("Did Ann Lee mention taxes?")

    assert not checker.answer("what else?", [first]).answered


def test_no_yes_is_given_to_what_somebody_is_asked_to_have_said(checker: FactChecker) -> None:
    answer = checker.answer("Did Ann Lee say that taxes will not rise?")

    assert (answer.short, said(answer)) == (None, ["taxes will rise"])


def test_when_is_answered_with_the_time_beside_the_words_never_with_one_inside_them(checker: FactChecker) -> None:
    assert checker.answer("When did Ann Lee say that painters were hired?").short == "on Tuesday"
    assert checker.answer("When did Ann Lee say taxes will rise?").short == "1 March 2024"


def test_without_a_time_and_a_date_the_sources_do_not_say_when(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    update([write("talk.txt", "Ann Lee said: the bridge is safe")], tmp_path / "index", settings=FAKE)

    assert "when Ann Lee said so" in assemble(tmp_path / "index").answer("When did Ann Lee say that?").text


def test_what_the_parties_say_is_grouped_by_speaker(checker: FactChecker) -> None:
    answer = checker.answer("What do the parties say about the bridge?")

    assert {statement.heading for statement in answer.statements} == {"Ann Lee", "Bob Ray"}
    assert all("bridge" in words for words in said(answer))


def test_a_denial_is_a_response(checker: FactChecker) -> None:
    assert said(checker.answer("How did Bob Ray respond?")) == ["the bridge is unsafe"]


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (["What did Tom Lee say?", "and about taxes?"], []),
        (["What did Ann Lee say about the bridge?", "and about taxes?"], ["taxes will rise"]),
        (["What did Ann Lee say about the bridge?", "what about taxes?"], ["taxes will rise"]),
        (["What did Ann Lee say about the bridge?", "and Bob Ray?"], ["the bridge is unsafe"]),
        (["What did Tom Lee say?", "and Bob Ray?"], ["the bridge is unsafe"]),
        (["What did Ann Lee say about taxes?", "What did he say about painters?"], ["painters were hired on Sunday"]),
        (["Who said 'taxes will rise'?", "Did she mention painters?"], ["painters were hired on Sunday"]),
        (
            ["What did Ann Lee say about taxes?", "what else did she say?"],
            ["the bridge is closed", "painters were hired on Sunday", "the bridge is safe"],
        ),
        (["What did Ann Lee say about taxes?", "what else?"], []),
        (["What did Ann Lee say about the bridge?", "who replied?"], ["the bridge is unsafe"]),
        (["What did Ann Lee say about the bridge?", "who replied?", "who else?"], []),
        (["What do the parties say about taxes?", "who said that?"], ["taxes will rise"]),
    ],
)
def test_a_follow_up_is_understood_by_what_was_asked_before(
    checker: FactChecker, questions: list[str], expected: list[str]
) -> None:
    assert said(talk(checker, *questions)) == expected


def test_a_history_of_mere_questions_does_as_well(checker: FactChecker) -> None:
    history = ["What did Ann Lee say?", "and about taxes?"]

    assert said(checker.answer("when did she say that?", history=history)) == ["taxes will rise"]


def test_reprints_neither_count_as_more_nor_come_as_new(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    said = "Ann Lee said: the bridge is safe\nAnn Lee said: it is old\n"
    write("first.txt", said)
    folder = write("second.txt", f"By our staff.\n{said}").parent
    update([folder], tmp_path / "reprints", settings=FAKE)
    paged = assemble(tmp_path / "reprints", BotSettings(statements=2))

    first = paged.answer("What did Ann Lee say?")
    second = paged.answer("what else?", history=[first])

    assert (len(first.statements), first.more) == (2, 0)
    assert not second.answered


def test_many_statements_come_in_pages(checker: FactChecker) -> None:
    paged = assemble(checker.sources.folder, BotSettings(statements=3))

    first = paged.answer("What did Ann Lee say?")
    second = paged.answer("what else?", history=[first])
    third = paged.answer("what else?", history=[first, second])

    assert (len(first.statements), first.more) == (3, 1)
    assert "1 more" in first.to_markdown()
    assert (said(second), second.more) == (["taxes will rise"], 0)
    assert "nothing more of Ann Lee is quoted" in third.text


def test_a_pronoun_that_nothing_stands_for_is_asked_back(checker: FactChecker) -> None:
    answer = checker.answer("What did she say?")

    assert not answer.answered
    assert "ask by name" in answer.text


def test_in_a_transcript_whoever_speaks_next_replies(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    update([write("talk.txt", INTERVIEW)], tmp_path / "index", settings=FAKE)
    checker = assemble(tmp_path / "index")

    answer = talk(checker, "What did Ann Lee say about painters?", "who replied?")

    assert said(answer) == ["We will see about that."]


def test_a_reporters_question_about_the_topic_leads_to_the_turn_that_answers_it(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    text = "ANN LEE: Good day.\n\nQ    Will you repair the lighthouse?\n\nANN LEE: Yes, we will.\n\nQ    When?\n"
    update([write("talk.txt", text)], tmp_path / "index", settings=FAKE)

    assert said(assemble(tmp_path / "index").answer("What did Ann Lee say about the lighthouse?")) == ["Yes, we will."]


def test_more_of_somebody_who_is_described_leaves_the_description_out(checker: FactChecker) -> None:
    described = "the person who denied the bridge is unsafe"

    assert said(checker.answer(f"What did {described} say?")) == ["the bridge is unsafe"]
    assert "nothing more of Bob Ray is quoted" in checker.answer(f"{described} also said what?").text


@pytest.mark.parametrize(
    ("word", "earlier", "short", "whole"),
    [
        ("Why", "Who resigned?", "Ann Lee", "Why was it that Ann Lee resigned?"),
        ("Where", "When was Ann Lee arrested?", "1912", "Where was Ann Lee arrested?"),
        ("When was that", "Which mayor was arrested in Olm?", "Ann Lee", "When was Ann Lee arrested in Olm?"),
        ("Why", "What did the port plan to close?", "its dock", "Why did the port plan to close its dock?"),
        ("When", "How many ships were sold?", "300", "When were ships sold?"),
        ("When", "Did Oman sell ships?", None, "When did Oman sell ships?"),
        ("How many", "Which ships did Oman buy?", "ferries", "How many ships did Oman buy?"),
        ("How many", "What did Oman buy?", "ferries", "How many ferries did Oman buy?"),
        ("How many", "What did Oman buy?", "a ferry", None),
        ("When", "What is the capital of Oman?", "Olm", None),
        ("Why", "Who resigned?", None, None),
        ("Who", "When was Ann Lee arrested?", "1912", None),
        ("Which one", "Which ships did Oman buy?", "ferries", None),
    ],
)
def test_a_question_word_alone_asks_more_about_what_was_asked(
    word: str, earlier: str, short: str | None, whole: str | None
) -> None:
    assert made_whole(word, earlier, short) == whole


def asks(question: str, earlier: str, short: str | None = None, said: Statement | None = None) -> Question:
    """Return what a follow-up asks after an earlier question with its short answer, and the one statement of that."""
    answer = Answer(earlier, (said,) if said else (), short=short)
    return complete(question, Exchange(understand(earlier), answer), None, lambda _: False)


@pytest.mark.parametrize("question", ["What did she say?", "What else did she say?"])
@pytest.mark.parametrize(
    ("earlier", "short", "meant"),
    [
        ("Who led the study?", "Ann Lee", "Ann Lee"),
        ("Who led the study?", "its head, Ann Lee", "Ann Lee"),
        ("When was Ann Lee elected?", "Sunday", "Ann Lee"),
        ("What did Bob Ray say?", None, "Bob Ray"),
    ],
)
def test_a_pronoun_asks_for_the_words_of_who_was_named_though_somebody_else_is_cited(
    question: str, earlier: str, short: str | None, meant: str
) -> None:
    said = Statement("s", (citation(1, HARBOUR, "That is a promise to the fishermen", "Bob Ray"),))

    assert asks(question, earlier, short, said).speaker == meant


@pytest.mark.parametrize(
    ("question", "earlier", "short", "sought"),
    [
        ("Who is he?", "Which minister resigned?", "Bob Ray", "Who is Bob Ray?"),
        ("Who is she?", "When was the minister Ann Lee born?", "1971", "Who is Ann Lee?"),
        ("When was she born?", "Who resigned?", "Ann Lee", "When was Ann Lee born?"),
        ("Why?", "Who resigned?", "Ann Lee", "Why was it that Ann Lee resigned?"),
    ],
)
def test_a_pronoun_and_a_question_word_are_about_who_was_named_last(
    question: str, earlier: str, short: str, sought: str
) -> None:
    assert asks(question, earlier, short).sought == sought


@pytest.mark.parametrize(
    ("question", "earlier", "sought"),
    [
        ("And in 2023?", "How much did Oman sell in 2022?", "How much did Oman sell in 2023?"),
        ("What about 2023?", "How much did Oman sell in 2022?", "How much did Oman sell in 2023?"),
        ("And in Peru?", "How many ships were sold?", "How many ships were sold in Peru?"),
        ("And in Olm?", "How many died in Oslo in 2018?", "How many died in Olm in 2018?"),
        ("And Peru?", "Did Oman sell ships?", "Did Peru sell ships?"),
        ("And Ann Lee?", "How many votes did Bob Ray get in Olm?", "How many votes did Ann Lee get in Olm?"),
    ],
)
def test_a_fact_is_asked_again_of_another_time_or_name(question: str, earlier: str, sought: str) -> None:
    assert asks(question, earlier, "40").sought == sought


@pytest.mark.parametrize(
    ("question", "earlier", "short"),
    [
        ("And boats?", "How many ships did Oman sell?", "40"),
        ("And Peru?", "Who sold ships to Oman in the port of Olm?", "Castania"),
        ("Who is he?", "When did the ferry sink?", "1912"),
        ("Who is she?", "Which country sold ships?", "North Korea"),
        ("Why?", "Did Oman sell ships?", "No, according to Oman"),
        ("Which one?", "Who resigned?", "Ann Lee"),
    ],
)
def test_what_is_about_nothing_that_was_named_is_unclear(question: str, earlier: str, short: str) -> None:
    assert asks(question, earlier, short).asked is Asked.UNCLEAR


@pytest.mark.parametrize("questions", [["Why?"], ["Who is he?"], ["What did Ann Lee say?", "Why?"]])
def test_a_question_word_that_is_about_nothing_is_refused_with_advice(
    checker: FactChecker, questions: list[str]
) -> None:
    answer = talk(checker, *questions)

    assert not answer.answered
    assert "ask the whole question" in answer.text


def test_a_question_word_alone_about_words_asks_when_or_by_whom_they_were_said(checker: FactChecker) -> None:
    assert talk(checker, "What did Ann Lee say about painters?", "When?").short == "on Tuesday"
    assert said(talk(checker, "What do the parties say about taxes?", "Who?")) == ["taxes will rise"]


def test_a_question_word_alone_is_answered_only_by_a_sentence_that_is_likely(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    update([write("town.txt", "The bridge was built in 1912.\n")], tmp_path / "index", settings=FAKE)
    checker = assemble(tmp_path / "index", BotSettings(second_confidence=0.99999))

    assert checker.answer("When was the bridge built?").short == "1912"
    assert not checker.answer("When?", history=["Was the bridge built?"]).answered
