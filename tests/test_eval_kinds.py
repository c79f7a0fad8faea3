import gzip
import json
from pathlib import Path

import pytest

from eval.errors import CaseError
from eval.folders import first_row, part
from eval.kinds import kind_of, known_kinds
from eval.results import Line, Results, beside
from eval.rows import rows
from eval.showing.json_file import plain
from eval.significance import Figure


def write(file: Path, *values: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    content = "\n".join(json.dumps(value) for value in values).encode()
    file.write_bytes(gzip.compress(content) if file.suffix == ".gz" else content)
    return file


@pytest.mark.parametrize("name", ["set.jsonl", "set.jsonl.gz"])
def test_a_set_is_told_by_its_first_row_gzipped_or_not(tmp_path: Path, name: str) -> None:
    file = write(tmp_path / name, {"id": "1", "question": "?", "kind": "fact"})
    assert kind_of(file).name == "answers"


def test_every_kind_is_told_by_its_fields_alone() -> None:
    for kind in known_kinds():
        first = dict.fromkeys(kind.fields, "")
        assert [one.name for one in known_kinds() if one.recognises(first)] == [kind.name]


def test_unknown_rows_are_refused_with_the_known_kinds_and_their_fields(tmp_path: Path) -> None:
    file = write(tmp_path / "set.jsonl", {"colour": "red"})
    with pytest.raises(CaseError, match=r"set\.jsonl is no set of a known kind: it has colour; .*answers \(id, quest"):
        kind_of(file)


def test_a_folder_is_told_by_its_files(tmp_path: Path) -> None:
    write(tmp_path / "corpus.jsonl.gz", {"_id": "a"})
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\ta\t1\n")
    (tmp_path / "README.md").write_text("not a part")
    assert first_row(tmp_path) == {
        "corpus": {"_id": "a"},
        "qrels": {"query-id": "q", "corpus-id": "a", "score": "1"},
    }
    assert part(tmp_path, "qrels").name == "test.tsv"
    with pytest.raises(CaseError, match=r"has no queries; it may be called queries\.jsonl\.gz"):
        part(tmp_path, "queries")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"[1]", r":1: a case is a JSON object, not \[1\]"),
        (b'{"a": 1}\n{', r":2: not JSON"),
        (b"", "holds no cases"),
        (b"\xff", "is not UTF-8: byte 0"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_bytes(content)
    with pytest.raises(CaseError, match=complaint):
        list(rows(file))


def test_a_broken_archive_and_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl.gz").write_bytes(gzip.compress(b'{"a": 1}')[:-12])
    for name in ("set.jsonl.gz", "none.jsonl"):
        with pytest.raises(CaseError, match="cannot be read"):
            list(rows(tmp_path / name))


def test_rivals_stand_beside_the_figures_of_their_name() -> None:
    ours, theirs = Figure(0.5, 0.4, 0.6, 10), Figure(0.2, 0.1, 0.3, 10)
    lines = tuple(beside([Line("hit", "", ours), Line("speed", "", ours)], {"rule": [Line("hit", "", theirs)]}))
    values = plain(Results("ten", lines, rows=[{"id": "1", "scores": {}}], about={"with": "x"}))
    assert values["about"] == {"with": "x"}
    assert values["baselines"] == {"rule": {"hit": {"value": 0.2, "low": 0.1, "high": 0.3, "applicable": 10}}}
    assert values["figures"]["speed"]["value"] == 0.5
    assert values["rows"] == [{"id": "1", "scores": {}}]
