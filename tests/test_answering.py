import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import Answering
from bot.checker import FactChecker
from bot.checking import Checking
from bot.citation import Answer, Citation, Statement
from bot.claims.evidence_finding import EvidenceFinder
from bot.errors import UncitedError
from bot.finding.answer_finding import AnswerFinder
from bot.finding.retriever import Retriever
from bot.replies.citing import Citing
from bot.replies.debate import Debate
from bot.replies.facts import Facts
from bot.replies.speech import Speech
from bot.replies.whether import Whether
from bot.settings import BotSettings
from bot.writing import ExtractiveWriter
from index import Document, Kind, Passage, Span
from index.builder import load, update
from index.errors import ProofError, SettingsError
from tests.conftest import FAKE
from tests.fakes import NumberReader, WordJudge

TEXT = """Ann Lee said: the bridge is safe
Bob Ray said: the bridge is old
The bridge was built in 1912.
Ann Lee said: we hired 30 painters
"""


@pytest.fixture
def checker(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> FactChecker:
    update([write("town.txt", TEXT)], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


def assemble(folder: Path, settings: BotSettings | None = None) -> FactChecker:
    sources = load(folder)
    settings = settings or BotSettings()
    answers = AnswerFinder(sources, NumberReader(), WordJudge(), settings)
    retriever = Retriever(sources, answers, settings)
    citing = Citing(retriever, ExtractiveWriter())
    checking = Checking(EvidenceFinder(sources, WordJudge(), BotSettings()), ExtractiveWriter())
    debate, whether = Debate(retriever, citing, checking.check), Whether(checking.check)
    replies = Speech(retriever, citing), debate, Facts(retriever), whether
    return FactChecker(sources, Answering(retriever, *replies), checking)


def test_a_speakers_words_come_in_order_and_nobody_elses_with_them(checker: FactChecker) -> None:
    answer = checker.answer("What did Ann Lee say?")

    assert [citation.text for citation in answer.citations] == ["the bridge is safe", "we hired 30 painters"]
    assert {citation.speaker for citation in answer.citations} == {"Ann Lee"}
    assert [citation.number for citation in answer.citations] == [1, 2]
    assert answer.text == "Ann Lee said: the bridge is safe. [1]\nAnn Lee said: we hired 30 painters. [2]"


def test_a_topic_leaves_only_what_is_about_it(checker: FactChecker) -> None:
    assert [one.text for one in checker.answer("What did Lee say about painters?").citations] == [
        "we hired 30 painters"
    ]
    refused = checker.answer("What did Lee say about submarines?")
    assert not refused.answered
    assert "Ann Lee is not quoted about submarines" in refused.text


def test_somebody_who_says_nothing_is_refused_by_name_and_offered_nobody_elses_words(checker: FactChecker) -> None:
    answer = checker.answer("What did Carl Zed say about the bridge?")

    assert not answer.answered
    assert "Carl Zed" in answer.text
    assert answer.citations == ()
    assert answer.related
    assert answer.to_dict()["related"][0]["document"] == "town.txt"


def test_a_fact_is_answered_with_its_sentence_as_narration(checker: FactChecker) -> None:
    answer = checker.answer("When was the bridge built?")

    (citation,) = answer.citations
    assert answer.short == "1912"
    assert answer.confidence is not None
    assert answer.confidence > 0.5
    assert citation.confidence == answer.confidence
    assert citation.short is not None
    assert citation.text == "The bridge was built in 1912."
    assert (citation.kind, citation.speaker) == (Kind.NARRATION, None)


def test_who_said_so_in_other_words_is_found(checker: FactChecker) -> None:
    found = checker.answer("Who said that painters were hired, 30?")

    assert (found.short, [one.text for one in found.citations]) == ("Ann Lee", ["we hired 30 painters"])


@pytest.mark.parametrize(
    "question",
    [
        "Who said 'painters hired 30'?",
        "Who said that 'painters' were hired, 30?",
        "Who wrote painters hired, 30?",
        "Who said that 40 painters were hired?",
        "Who said that painters were hired, 30, and the roof was painted green?",
        "Who said that Ann Lee said that painters were hired, 30?",
        "Who said that ---?",
    ],
)
def test_nobody_is_named_for_words_in_marks_for_parts_or_for_what_others_say_was_said(
    checker: FactChecker, question: str
) -> None:
    assert not checker.answer(question).answered


def test_two_speakers_are_asked_at_once(checker: FactChecker) -> None:
    found = checker.answer("What did Ann Lee and Bob Ray say?")

    assert {one.speaker for one in found.citations} == {"Ann Lee", "Bob Ray"}
    assert not checker.answer("Did Ann Lee and Bob Ray mention painters?").answered
    assert not checker.answer("What did Ann Lee and Eve Moe say?").answered


def test_who_said_it_is_answered_with_the_speaker(checker: FactChecker) -> None:
    answer = checker.answer("Who said 'the bridge is old'?")

    assert answer.short == "Bob Ray"
    assert [citation.text for citation in answer.citations] == ["the bridge is old"]


def test_what_is_not_there_is_not_answered(checker: FactChecker) -> None:
    answer = checker.answer("Which opera opened in Vienna?")

    assert not answer.answered
    assert answer.text == "The sources do not say. (searched: 1 document)"


def test_a_quote_that_fails_its_proof_is_an_error_and_never_shown(checker: FactChecker) -> None:
    import sqlite3

    with sqlite3.connect(checker.sources.manifest.corpus(checker.sources.folder)) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'safe', 'weak')")
    connection.close()

    with pytest.raises(ProofError):
        checker.answer("What did Ann Lee say?")


def test_the_same_question_has_the_same_answer_whatever_was_asked_before(checker: FactChecker) -> None:
    first = checker.answer("What did Lee say?")
    checker.answer("Who built it?")

    assert checker.answer("What did Lee say?", history=[first]) == first


def test_filters_keep_other_documents_out(checker: FactChecker) -> None:
    answer = checker.answer("What did Ann Lee say?", filters={"documents": ["other.txt"]})

    assert not answer.answered
    assert answer.reason == "The sources do not say: Ann Lee is quoted, but not in what was searched."
    assert answer.searched == "no document, since none matches the filters: only other.txt"


def test_a_reprint_counts_once_and_is_named(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    write("first.txt", "Ann Lee said: the bridge is safe")
    folder = write("second.txt", "By our staff.\nAnn Lee said: The bridge is safe").parent
    update([folder], tmp_path / "index", settings=FAKE)

    (citation,) = assemble(tmp_path / "index").answer("What did Ann Lee say?").citations

    assert (citation.document.id, citation.also) == ("first.txt", ("second.txt",))


def test_nothing_uncited_can_be_said() -> None:
    with pytest.raises(UncitedError):
        Statement("The earth is flat.", ())


def test_an_answer_is_plain_json_with_code_point_offsets() -> None:
    document = Document("a", "\U0001f600 Yes, he said.")
    citation = Citation(1, Passage(document, Span(2, 5)), "Ann Lee", Kind.DIRECT, role="the mayor", also=("b",))

    plain = json.loads(json.dumps(Answer("Why?", (Statement("x", (citation,)),)).to_dict()))

    assert plain["citations"] == [
        {"number": 1, "text": "Yes", "context": "Yes", "document": "a", "title": "a", "source": None,
         "start": 2, "end": 5, "speaker": "Ann Lee", "role": "the mayor", "kind": "direct", "certain": True,
         "cue": None, "place": None, "also": ["b"], "confidence": None}
    ]  # fmt: skip
    assert "related" not in plain


def test_a_higher_confidence_is_silent_more_often(checker: FactChecker) -> None:
    question = "When was the bridge built?"
    sure = checker.answer(question).confidence
    assert sure is not None

    careful = assemble(checker.sources.folder, BotSettings(confidence=min(1.0, sure + 0.01)))

    assert not careful.answer(question).answered


def test_settings_of_the_bot_come_from_toml_and_unknown_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[bot]\nconfidence = 0.5\n")
    assert BotSettings.from_toml(path).confidence == 0.5
    path.write_text("[bot]\nconfidense = 0.5\n")
    with pytest.raises(SettingsError, match="unknown settings: confidense"):
        BotSettings.from_toml(path)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('confidence = "high"', "settings.toml: confidence is a number, not 'high'"),
        ("confidence = 5", "settings.toml: confidence must be from 0 to 1, not 5"),
        ("second_confidence = nan", "second_confidence must be from 0 to 1"),
        ("statements = 0", "settings.toml: statements must be at least 1, not 0"),
        ("related = -1", "related must be at least 0"),
    ],
)
def test_impossible_settings_of_the_bot_are_refused(setting: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"[bot]\n{setting}\n")

    with pytest.raises(SettingsError, match=told):
        BotSettings.from_toml(path)
