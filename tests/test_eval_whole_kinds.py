"""Every kind of set from its files to its figures, over fakes of the models."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eval.evaluating import NO_BASELINES
from eval.evaluating import evaluate as evaluate_whole
from eval.kinds import kind_of
from eval.results import Results
from eval.set_kind import Options
from eval.showing.json_file import plain
from eval.speed import measure
from tests.conftest import FAKE
from tests.fakes import NumberReader, OverlapReranker

BUILT = "The bridge was built in 1931."
ARTICLE = "Ann Reed said: the harbour bridge is safe\nTom Hale said: the ferry costs a fortune\n"


@pytest.fixture(autouse=True)
def _fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.generation.IndexSettings", lambda: FAKE)
    monkeypatch.setattr("index.attribution.IndexSettings", lambda: FAKE)
    monkeypatch.setattr("bot.assembly.CrossEncoder", lambda *_: OverlapReranker())
    monkeypatch.setattr("bot.assembly.TrainedReader", lambda *_: NumberReader())


def write(file: Path, *rows: object) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(json.dumps(row) for row in rows))
    return file


def evaluate(path: Path, **options: Any) -> tuple[Results, dict[str, Any]]:
    kind = kind_of(path)
    results = kind.evaluate(path, Options(**options))
    return results, plain(results)


def collection(folder: Path) -> Path:
    write(
        folder / "corpus.jsonl",
        {"id": "bridge", "text": "The harbour bridge was built by Reed."},
        {"id": "ferry", "text": "The ferry costs a fortune."},
        {"id": "mayor", "text": "The mayor likes neither."},
    )
    write(
        folder / "queries.jsonl", {"id": "q1", "text": "Who built the harbour bridge?"}, {"id": "q2", "text": "ferry"}
    )
    write(
        folder / "qrels.jsonl",
        {"query": "q1", "document": "bridge", "relevance": 1},
        {"query": "q2", "document": "ferry", "relevance": 1},
    )
    return folder


def test_retrieval_finds_in_every_way(tmp_path: Path) -> None:
    results, values = evaluate(collection(tmp_path / "set"))
    assert results.title == "2 queries, 3 documents"
    assert set(values["baselines"]) == {"BM25", "dense", "fusion"}
    for name in ("nDCG@10", "MRR", "recall@5"):
        assert values["figures"][name]["value"] == 1
        assert {found[name]["value"] for found in values["baselines"].values()} == {1}
    assert values["figures"]["nDCG@10, search over BM25"]["value"] == 0
    assert values["rows"][0]["rankings"]["BM25"][0] == "bridge"


def test_a_kept_index_is_brought_up_to_date_by_the_next_run(tmp_path: Path) -> None:
    folder = collection(tmp_path / "set")
    evaluate(folder, folder=tmp_path / "kept")
    built = (tmp_path / "kept" / "manifest.json").read_bytes()
    write(
        folder / "corpus.jsonl", {"id": "bridge", "text": "Of bridges nothing."}, {"id": "ferry", "text": "The ferry."}
    )
    assert evaluate(folder, folder=tmp_path / "kept")[0].title == "2 queries, 2 documents"
    assert (tmp_path / "kept" / "manifest.json").read_bytes() != built


@pytest.mark.model
def test_quotations_are_measured_and_asked_after(tmp_path: Path) -> None:
    quotes = [
        {
            "content_spans": [[ARTICLE.index(words), ARTICLE.index(words) + len(words)]],
            "speaker_spans": [[ARTICLE.index(name), ARTICLE.index(name) + len(name)]],
            "cue_spans": [[ARTICLE.index("said"), ARTICLE.index("said") + 4]],
            "quote_type": "indirect",
            "speaker_auto": None,
        }
        for name, words in (
            ("Ann Reed", "the harbour bridge is safe"),
            ("Tom Hale", "the ferry costs a fortune"),
        )
    ]
    path = write(tmp_path / "set.jsonl", {"id": "a", "text": ARTICLE, "quotes": quotes})
    results, values = evaluate(path)
    assert results.failed == 0
    for name in ("content F1, all types", "speaker right, named", "What did X say?", "verbatim"):
        assert values["figures"][name]["value"] == 1, name
    assert values["figures"]["misattributed"]["value"] == 0
    assert values["figures"]["articles a second"]["value"] > 0


@pytest.mark.model
def test_briefings_are_asked_after_and_searched(tmp_path: Path) -> None:
    said = ["The harbour bridge is safe.", "Is it?", "The harbour bridge is very safe.", "And the ferry?"]
    text = "\n\n".join(
        f"{label}  {words}" for label, words in zip(["MR. HALE:", "Q  ", "MR. HALE:", "Q  "], said, strict=True)
    )
    turns = [
        {"speaker": label, "content_start": text.index(words), "content_end": text.index(words) + len(words)}
        for label, words in zip(["MR. HALE", "Q", "MR. HALE", "Q"], said, strict=True)
    ]
    folder = collection(tmp_path / "set")
    write(folder / "transcripts.jsonl", {"id": "b1", "text": text, "title": "Briefing by Tom Hale"})
    write(folder / "turns.jsonl", {"id": "b1", "turns": turns})
    results, values = evaluate(folder)
    assert results.failed == 0
    assert values["figures"]["turns recognised"]["value"] == 1
    assert values["figures"]["Hale: own turns"]["value"] == 1
    assert values["figures"]["recall@5"]["value"] == 1


def test_open_retrieval_hits_and_refuses(tmp_path: Path) -> None:
    path = write(
        tmp_path / "set.jsonl",
        {
            "id": "1",
            "question": "When was the bridge built?",
            "context": "The bridge was built in 1931.",
            "answers": ["1931"],
        },
        {"id": "2", "question": "When was the moon painted?", "context": "Elephants sleep at noon.", "answers": []},
    )
    results, values = evaluate(path, open_retrieval=True, baselines=True)
    assert results.title == "2 questions on 2 texts, asked 3 times, 0 failed"
    assert values["figures"]["citation hit"]["value"] == 1
    assert values["figures"]["refusal recall"]["value"] == 1
    assert values["baselines"]["nearest"]["citation hit"]["value"] == 1


def test_the_short_answer_in_a_given_text_has_three_baselines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.opened.reader", lambda: SimpleNamespace(threshold=0.5))
    monkeypatch.setattr("bot.read", lambda question, text, **_: NumberReader().read(question, text))
    row = {
        "id": "1",
        "question": "When was the bridge built?",
        "context": f"Cats sleep. {BUILT} Dogs bark.",
        "answers": [BUILT],
    }
    _, values = evaluate(write(tmp_path / "set.jsonl", row), baselines=True)
    found = {name: of["F1"]["value"] for name, of in values["baselines"].items()}
    assert (found["nearest"], found["silent"]) == (1, 0)
    assert 0 <= found["random"] < 1


def test_never_deciding_and_never_finding_stand_beside_verdicts_and_checks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    claims = [{"claim": "Cats bark.", "label": "nei"}, {"claim": "The bridge is safe.", "label": "supported"}]
    over_sources = write(tmp_path / "claims.jsonl", *claims)
    opened = write(tmp_path / "open.jsonl", *({**one, "evidence": f"{one['claim']} So."} for one in claims))
    checks = write(tmp_path / "checks.jsonl", {"words": "It is not so", "status": "not_found"})
    for path, options, name in (
        (over_sources, {"sources": tmp_path / "a.txt"}, "recall, not_enough_evidence"),
        (opened, {"open_retrieval": True}, "recall, not_enough_evidence, checked"),
        (checks, {"sources": tmp_path / "a.txt"}, "recall, not_found"),
    ):
        _, values = evaluate(path, baselines=True, **options)
        assert values["baselines"]["silent"][name]["value"] == 1


def test_a_kind_without_baselines_says_so(tmp_path: Path) -> None:
    row = {"text": ARTICLE, "start": 0, "end": 8, "quote": ARTICLE[:8], "speaker": None}
    path = write(tmp_path / "set.jsonl", row)
    assert NO_BASELINES in evaluate_whole(path, Options(baselines=True)).notes
    assert NO_BASELINES not in evaluate_whole(path, Options()).notes


def test_speed_is_measured_over_as_many_passages_as_were_asked_for(tmp_path: Path) -> None:
    results = measure(20, 2, Options(folder=tmp_path / "kept"))
    assert results.about["passages"] >= 20
    assert len(results.rows) == 2
    figures = {line.name: line.figure for line in results.lines}
    for name in ("answer, p95, ms", "search, p50, ms", "answer, p50, processor ms"):
        assert figures[name].applicable == 2
        assert figures[name].value is not None
