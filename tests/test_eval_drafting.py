"""Questions that are proposed from documents."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.case import Case, QuestionKind
from eval.drafting import draft_set
from eval.drafting.proposing import proposals
from eval.errors import CaseError
from eval.formats import load_cases, write_cases
from index import Document, Kind, Passage, Quotation, Span
from index.sentences import sentences
from tests.conftest import FAKE

TEXT = (
    "“The old harbour bridge is safe enough,” Ann Reed said. "
    "The harbour bridge was built by hand in 1931. "
    "Tom Hale painted the whole bridge in the spring rain. "
    "He likes it very much and paints it every year."
)
DOCUMENT = Document("bridge.txt", TEXT)
WORDS = "The old harbour bridge is safe enough,"
QUOTATION = Quotation((Passage(DOCUMENT, Span(1, 1 + len(WORDS))),), None, None, "Ann Reed", Kind.DIRECT)


@pytest.mark.model
def test_quotations_dates_and_names_are_asked_about_with_gold_spans() -> None:
    passages = [Passage(DOCUMENT, span) for span in sentences(DOCUMENT)]
    found = {one.sort: one for one in proposals(DOCUMENT, [QUOTATION], passages)}
    assert found["speaker"].question == "What did Ann Reed say about the old harbour bridge?"
    assert found["who said"].question == "Who said “The old harbour bridge is safe enough”?"
    assert found["date"].question == "The harbour bridge was built by hand when?"
    assert (found["date"].short, found["date"].gold[0].text) == (
        ("1931",),
        "The harbour bridge was built by hand in 1931.",
    )
    assert found["who"].question == "Who painted the whole bridge in the spring rain?"
    assert found["who"].short == ("Tom Hale",)
    assert not any("likes" in one.question for one in found.values())
    for one in found.values():
        for gold in one.gold:
            assert TEXT[gold.start : gold.end] == gold.text


@pytest.mark.model
@pytest.mark.parametrize("name", ["the mayor", "He and Calder"])
def test_who_is_not_named_is_not_asked_about(name: str) -> None:
    described = replace(QUOTATION, name=name)
    assert not [one for one in proposals(DOCUMENT, [described], []) if one.kind is QuestionKind.SPEAKER]


@pytest.mark.model
def test_a_heading_is_not_asked_about() -> None:
    document = Document("vote.txt", "Bridge of Port Ellery may open in 2026")
    assert not list(proposals(document, [], [Passage(document, Span(0, len(document.text)))]))


@pytest.mark.model
def test_what_two_documents_answer_is_not_asked_of_either(folder: Path) -> None:
    (folder / "reprint.txt").write_text((folder / "Farrow.txt").read_text())
    questions = [case.question for case in draft_set(folder, 10, 0, 7, lambda _done, _total: None).cases]
    assert any("Dunmore" in one for one in questions)
    assert not any("Farrow" in one for one in questions)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("index.builder.IndexSettings", lambda: FAKE)
    sources = tmp_path / "sources"
    sources.mkdir()
    for number, place in enumerate(("Coldwater", "Dunmore", "Eastvale", "Farrow")):
        (sources / f"{place}.txt").write_text(f"The bridge of {place} was built by many hands in {1931 + number}.\n")
    return sources


@pytest.mark.model
def test_a_share_is_made_unanswerable_by_leaving_the_document_out(folder: Path) -> None:
    draft = draft_set(folder, 10, 0.5, 7, lambda _done, _total: None)
    silent = [case for case in draft.cases if case.kind is QuestionKind.UNANSWERABLE]
    assert len(silent) == round(0.5 * len(draft.cases)) > 0
    assert all(len(case.left_out) == 1 and not case.gold for case in silent)
    assert draft_set(folder, 10, 0.5, 7, lambda _done, _total: None) == draft


@pytest.mark.model
def test_documents_that_hold_nothing_to_ask_are_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.builder.IndexSettings", lambda: FAKE)
    (tmp_path / "a.txt").write_text("It rains. It rains again.")
    with pytest.raises(CaseError, match="can be asked about"):
        draft_set(tmp_path, 10, 0, 7, lambda _done, _total: None)


def test_what_was_drafted_is_read_back(tmp_path: Path) -> None:
    case = Case("1", "Who?", QuestionKind.UNANSWERABLE, tags=("draft",), left_out=("a.txt",))
    write_cases([case], tmp_path / "set.jsonl")
    assert load_cases(tmp_path / "set.jsonl") == [case]
