"""The sets that ship with the project agree with their documents."""

import json
from collections import Counter
from pathlib import Path

import pytest

from eval import QuestionKind, load_cases
from eval.kinds import kind_of
from eval.kinds.checks import read_passed_on
from eval.kinds.claims.sourced import read_claims
from eval.kinds.speakers import read_said
from index import Document

FOLDER = Path(__file__).parent.parent / "eval" / "sets" / "port-ellery"


def document(of: str) -> Document:
    return Document(of, (FOLDER / "documents" / of).read_bytes().decode())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("answers", "answers"),
        ("claims", "claims over sources"),
        ("checks", "checks"),
        ("speakers", "speakers"),
    ],
)
def test_each_set_is_told_by_its_rows(name: str, kind: str) -> None:
    assert kind_of(FOLDER / f"{name}.jsonl").name == kind


def test_gold_spans_agree_with_the_documents() -> None:
    cases = load_cases(FOLDER / "answers.jsonl", document)
    counts = Counter(case.kind for case in cases)
    assert all(counts[kind] >= 15 for kind in QuestionKind)
    assert len(list(read_claims(FOLDER / "claims.jsonl", document))) == 20
    assert len(list(read_passed_on(FOLDER / "checks.jsonl", document))) == 18


def test_speakers_are_asked_of_the_documents_as_they_are() -> None:
    texts = {document(file.name).text for file in (FOLDER / "documents").iterdir()}
    said = list(read_said(FOLDER / "speakers.jsonl"))
    assert len(said) >= 20
    assert all(one.document.text in texts for one in said)
    transcribed = [one for one in said if one.id.startswith("council-transcript")]
    assert len(transcribed) >= 4
    assert all(one.document.turns for one in transcribed)


def test_what_makes_several_documents_hard_is_there() -> None:
    tags = Counter(tag for case in load_cases(FOLDER / "answers.jsonl") for tag in case.tags)
    wanted = {
        "conflicting sources",
        "reprint",
        "two of one name",
        "interrupted quotation",
        "nested quotation",
        "transcript",
    }
    assert wanted <= tags.keys()


def test_the_questions_of_time_negation_comparison_and_two_steps_agree_with_their_documents() -> None:
    folder = FOLDER.parent / "northgate"
    rows = map(json.loads, (folder / "documents" / "northgate-post.jsonl").read_text(encoding="utf-8").splitlines())
    texts = {row["id"]: Document(row["id"], row["text"]) for row in rows}
    cases = load_cases(folder / "questions.jsonl", texts.__getitem__)
    tags = Counter(tag for case in cases for tag in case.tags)
    assert tags == {"time": 8, "negation": 7, "comparison": 16, "two steps": 21}
    assert all(any(case.kind is QuestionKind.UNANSWERABLE for case in cases if tag in case.tags) for tag in tags)
