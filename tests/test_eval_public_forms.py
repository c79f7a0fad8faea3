"""Sets in the forms in which they are published are read as they are, and what is wrong is said with its place."""

import json
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from eval.errors import CaseError
from eval.folders import part
from eval.kinds import kind_of
from eval.kinds.reading.passages import read_asked
from eval.kinds.retrieval.collection import Query, read_collection, read_judgements, read_run
from eval.kinds.retrieval.figures import ranked
from eval.own_index import own_index
from eval.rows import rows
from eval.set_kind import Options
from index.generation import BuildReport
from index.reading.sources import Failure

TEXT = "The bridge was built in 1931. Café Reed opened in 1932."


def write(file: Path, content: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def squad(text: str, start: int, *, version: str = "1.1") -> dict[str, object]:
    asked = {"id": "q", "question": "When?", "answers": [{"text": text, "answer_start": start}]}
    return {"version": version, "data": [{"title": "B", "paragraphs": [{"context": TEXT, "qas": [asked]}]}]}


def test_squads_offsets_must_agree_with_its_answers(tmp_path: Path) -> None:
    good = write(tmp_path / "good.json", squad("1931", TEXT.index("1931")))
    assert kind_of(good).name == "reading in SQuAD's form"
    assert [one.answers for one in read_asked(good)] == [("1931",)]
    wrong = write(tmp_path / "wrong.json", squad("1932", TEXT.index("1931")))
    with pytest.raises(CaseError, match=r"wrong\.json.*question 'q': the text has '1931' at 24, not '1932'"):
        list(read_asked(wrong))


def test_squad_2_has_no_answer_where_it_says_so_whatever_is_plausible(tmp_path: Path) -> None:
    values = squad("1931", TEXT.index("1931"), version="v2.0")
    values["data"][0]["paragraphs"][0]["qas"][0] |= {"is_impossible": True}  # type: ignore[index]
    assert [one.answers for one in read_asked(write(tmp_path / "two.json", values))] == [()]


def test_starts_of_answers_in_lines_are_compared_too(tmp_path: Path) -> None:
    row = {"id": "1", "question": "?", "context": TEXT, "answers": ["1931"], "answer_starts": [25]}
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*the text has '931\.' at 25"):
        list(read_asked(write(tmp_path / "set.jsonl", row)))


QRELS = "q1 0 d1 2\nq1 0 d2 1\nq1 0 d3 0\nq2 0 d4 1\nq3 0 d1 1\n"
RUN = "q1 Q0 d3 1 9.5 a\nq1 Q0 d1 2 8.5 a\nq1 Q0 d2 3 8.5 a\nq2 Q0 d9 1 3 a\nq2 Q0 d4 2 1.5 a\n"


def trec(folder: Path) -> Path:
    write(folder / "qrels.txt", QRELS)
    write(folder / "a.run", RUN)
    write(folder / "b.run", "q1 Q0 d1 1 1.0 b\n")
    return folder


def test_trec_runs_are_measured_as_ir_measures_does(tmp_path: Path) -> None:
    folder = trec(tmp_path)
    kind = kind_of(folder)
    assert kind.name == "rankings of TREC"
    results = kind.evaluate(folder, Options())
    theirs = ir_measures.calc_aggregate(
        [nDCG @ 10, RR, R @ 5],
        ir_measures.read_trec_qrels(QRELS),  # type: ignore[no-untyped-call]
        ir_measures.read_trec_run(RUN),  # type: ignore[no-untyped-call]
    )
    ours = {line.name: line.figure.value for line in results.lines}
    assert ours["nDCG@10"] == pytest.approx(theirs[nDCG @ 10])
    assert ours["MRR"] == pytest.approx(theirs[RR])
    assert ours["recall@5"] == pytest.approx(theirs[R @ 5])
    assert results.lines[0].beside["b"].value is not None
    # A query that a run does not answer counts as nothing found, and not as left out.
    assert results.lines[0].figure.applicable == 3


def test_trec_breaks_ties_by_name_backwards_as_trec_eval_does(tmp_path: Path) -> None:
    trec(tmp_path)
    assert read_run(tmp_path / "a.run")["q1"] == ["d3", "d2", "d1"]
    assert read_judgements(part(tmp_path, "qrels"))["q1"] == {"d1": 2, "d2": 1, "d3": 0}


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("qrels.txt", "q1 0 d1\n", r"qrels\.txt:1: 3 columns, where TREC's"),
        ("qrels.txt", "q1 0 d1 much\n", r"qrels\.txt:1: a grade is a whole number, not 'much'"),
        ("a.run", "q1 Q0 d1 1 9.5 a\nq1 Q0 d2 2 high a\n", r"a\.run:2: a run has a query"),
    ],
)
def test_what_is_wrong_with_trecs_files_is_said_with_its_line(
    tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    write(trec(tmp_path) / name, content)
    with pytest.raises(CaseError, match=complaint):
        kind_of(tmp_path).evaluate(tmp_path, Options())


def test_of_beirs_judgements_those_for_testing_are_taken(tmp_path: Path) -> None:
    for name in ("dev", "test", "train"):
        write(tmp_path / "qrels" / f"{name}.tsv", "query-id\tcorpus-id\tscore\nq\td\t1\n")
    assert part(tmp_path, "qrels").name == "test.tsv"


def test_any_file_of_qrels_is_judgements_and_any_other_of_six_columns_is_a_run(tmp_path: Path) -> None:
    write(tmp_path / "2019qrels-pass", QRELS)
    for name in ("input.bm25", "input.dense", "run.txt"):
        write(tmp_path / name, RUN)
    write(tmp_path / "README.md", "Six words are not a run\n")
    kind = kind_of(tmp_path)
    assert kind.name == "rankings of TREC"
    (first, *_) = kind.evaluate(tmp_path, Options()).lines
    assert set(first.beside) == {"input.dense", "run"}


def beir(folder: Path) -> Path:
    write(folder / "corpus.jsonl", "\n".join(map(json.dumps, CORPUS)))
    write(folder / "queries.jsonl", json.dumps({"_id": "q1", "text": "Which bridge?"}))
    judgements = "".join(f"{query}\t{text}\t1\n" for query, text in (("q1", "d1"), ("q1", "gone"), ("q9", "d1")))
    write(folder / "qrels" / "test.tsv", f"query-id\tcorpus-id\tscore\n{judgements}")
    return folder


CORPUS = [
    {"_id": "d1", "title": "", "text": "A bridge."},
    {"_id": "d2", "title": "A title only", "text": ""},
    {"_id": "d3", "title": "", "text": " "},
]


def test_beirs_empty_texts_and_judgements_of_nothing_are_counted_and_do_not_refuse_the_set(tmp_path: Path) -> None:
    found = read_collection(beir(tmp_path))
    assert [(one["id"], one["text"]) for one in found.texts()] == [("d1", "A bridge."), ("d2", "A title only")]
    assert [(one.id, one.relevant) for one in found.queries] == [("q1", {"d1": 1})]
    assert [note.rpartition(": ")[2] for note in found.notes] == ["1.", "1.", "2."]


def test_a_text_that_is_the_query_itself_is_left_out_of_its_ranking() -> None:
    ways = {"search": lambda _: ["q1", "d1"]}
    assert ranked(Query("q1", "Which?", {"d1": 1}, "q1"), ways).scores["MRR"] == 1
    assert ranked(Query("q1", "Which?", {"d1": 1}), ways).scores["MRR"] == 0.5
    assert ranked(Query("q1", "Which?", {"q1": 1}, "q1"), ways).scores["MRR"] == 1


def test_texts_of_a_set_that_cannot_be_indexed_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = BuildReport(failed=[Failure("f", "f, line 2: a date is YYYY-MM-DD")])
    monkeypatch.setattr("index.builder.update", lambda *_, **__: failed)
    with (
        pytest.raises(CaseError, match="texts of the set could not be indexed: f, line 2"),
        own_index([{"id": "1", "text": "One."}], Options(folder=tmp_path / "kept")),
    ):
        pass


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", '{"a": 1}\n{"a": 2}\nnot json')
    found = rows(path)
    assert [next(found).values["a"], next(found).values["a"]] == [1, 2]
    with pytest.raises(CaseError, match=r"set\.jsonl:3"):
        next(found)
