"""FEVER and AVeriTeC are read as they are published, and what is wrong is said with its place."""

import json
import unicodedata
from pathlib import Path

import pytest

from bot.verdict import Verdict
from eval.errors import CaseError
from eval.kinds import kind_of
from eval.kinds.claims import given_rows
from eval.kinds.claims.given_rows import read_given
from eval.kinds.claims.open_cases import Case, Claimed, claimed, open_cases
from eval.rows import rows


def write(file: Path, content: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


FEVER = [
    {"id": 1, "label": "SUPPORTS", "claim": "A bridge stands.", "evidence": [[[1, 2, "Bridge", 1], [1, 3, "Reed", 0]]]},
    {
        "id": 2,
        "label": "REFUTES",
        "claim": "No bridge stands.",
        "evidence": [[[4, 5, "Bridge", 1]], [[6, 7, "Reed", 0]]],
    },
    {"id": 3, "label": "NOT ENOUGH INFO", "claim": "It is red.", "evidence": [[[8, None, None, None]]]},
]
PAGES = [
    {"id": "Bridge", "text": "…", "lines": "0\tOf bridges.\tlink\n1\tA bridge stands here.\tBridge\tbridge\n2\t"},
    {"id": "Reed", "text": "…", "lines": "0\tReed built it.\n1\t"},
    {"id": "Other", "text": "…", "lines": "0\tNothing."},
]


def test_fevers_evidence_is_looked_up_in_its_pages(tmp_path: Path) -> None:
    path = write(tmp_path / "dev.jsonl", "\n".join(map(json.dumps, FEVER)))
    write(tmp_path / "wiki-pages" / "wiki-001.jsonl", "\n".join(map(json.dumps, PAGES)))
    assert kind_of(path).name == "claims"
    assert [(one.id, one.gold, one.evidence) for one in read_given(path)] == [
        ("1", Verdict.SUPPORTED, "A bridge stands here. Reed built it."),
        ("2", Verdict.REFUTED, "A bridge stands here."),
        ("3", Verdict.NOT_ENOUGH_EVIDENCE, ""),
    ]


def test_fevers_pages_are_found_whichever_way_their_accents_are_written_and_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart, joined = (unicodedata.normalize(form, "Café") for form in ("NFD", "NFC"))
    for name, one, other in (("a", apart, joined), ("b", joined, apart)):
        row = {"id": 1, "label": "SUPPORTS", "claim": "It is.", "evidence": [[[1, 2, one, 0]]]}
        write(tmp_path / name / "dev.jsonl", row)
        write(tmp_path / name / "wiki-pages" / "wiki-001.jsonl", {"id": other, "lines": "0\tIt is a café."})
        opened: list[Path] = []
        monkeypatch.setattr(given_rows, "read_rows", lambda path, opened=opened: opened.append(path) or rows(path))
        read = given_rows.given_reader(tmp_path / name / "dev.jsonl")
        assert [[one.evidence for one in read()] for _ in range(2)] == [["It is a café."]] * 2
        assert sum("wiki" in path.name for path in opened) == 1


def test_fever_without_its_pages_or_with_a_page_missing_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "dev.jsonl", "\n".join(map(json.dumps, FEVER)))
    with pytest.raises(CaseError, match="put FEVER's folder wiki-pages beside it"):
        list(read_given(path))
    write(tmp_path / "wiki-pages" / "wiki-001.jsonl", PAGES[0])
    with pytest.raises(CaseError, match="points to sentence 0 of 'Reed'"):
        list(read_given(path))


AVERITEC: list[dict[str, object]] = [
    {
        "claim": "The bridge is closed.",
        "label": "Conflicting Evidence/Cherrypicking",
        "questions": [
            {"question": "Is it closed?", "answers": [{"answer": "No", "boolean_explanation": "It opened."}]},
            {"question": "Since when?", "answers": [{"answer": "1931"}, {"answer": "1932"}]},
        ],
    },
    {"claim": "It is red.", "label": "Not Enough Evidence", "questions": []},
]


def test_averitecs_answers_stand_behind_their_questions(tmp_path: Path) -> None:
    path = write(tmp_path / "dev.json", AVERITEC)
    assert kind_of(path).name == "claims in AVeriTeC's form"
    first, second = read_given(path)
    assert first.gold is Verdict.CONFLICTING
    assert first.evidence == "Is it closed? No It opened.\nSince when? 1931\nSince when? 1932"
    assert (second.gold, second.evidence) == (Verdict.NOT_ENOUGH_EVIDENCE, "")


def test_averitecs_conflicting_claims_are_conflicting_among_all_evidence_too(tmp_path: Path) -> None:
    path = write(tmp_path / "dev.json", AVERITEC)
    conflicting, neither = claimed(read_given(path))
    assert (conflicting.gold, neither.gold) == (Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE)
    for side in (Verdict.SUPPORTED, Verdict.REFUTED):
        assert conflicting.having(side) == conflicting.evidence.keys()
    told = [(case.case, case.gold) for case in open_cases([conflicting])]
    assert told == [(Case.BOTH, Verdict.CONFLICTING), (Case.REMOVED, Verdict.NOT_ENOUGH_EVIDENCE)]


def test_one_verdict_of_all_texts_is_the_claims_own() -> None:
    evidence = {"a": Verdict.REFUTED, "b": Verdict.NOT_ENOUGH_EVIDENCE}
    assert Claimed("It is.", evidence).gold is Verdict.REFUTED
    assert Claimed("It is.", {**evidence, "c": Verdict.SUPPORTED}).gold is Verdict.CONFLICTING


def test_an_averitec_row_without_a_known_label_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "dev.json", [AVERITEC[0], {**AVERITEC[1], "label": "Perhaps"}])
    with pytest.raises(CaseError, match=r"dev\.json, object 2: .*'Perhaps'"):
        list(read_given(path))
