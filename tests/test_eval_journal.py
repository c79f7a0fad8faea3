"""Interrupted runs go on, and memory stays small."""

import json
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from eval.errors import CaseError
from eval.evaluating import evaluated
from eval.journal import open_journal
from eval.kinds import kind_of
from eval.outcome import Outcome
from eval.set_kind import ByFields, Chosen, Options, chosen


def outcomes(few: list[int]) -> Iterable[Outcome]:
    return [Outcome(str(number), scores={"odd": float(number % 2)}) for number in few]


def until(last: int, asked: list[int]) -> "Iterator[int]":
    for number in range(10):
        if number == last:
            raise KeyboardInterrupt
        asked.append(number)
        yield number


def test_an_interrupted_run_asks_only_what_was_not_asked(tmp_path: Path) -> None:
    done: list[list[int]] = []

    def do(few: list[int]) -> Iterable[Outcome]:
        done.append(few)
        return outcomes(few)

    with open_journal(tmp_path, {"set": "a"}) as journal, pytest.raises(KeyboardInterrupt):
        journal.keep("bot", until(6, []), do)
    with open_journal(tmp_path, {"set": "a"}) as journal:
        assert journal.cases == 6
        rows = journal.keep("bot", until(99, []), do)
        assert [row["id"] for row in rows] == [str(number) for number in range(10)]
        assert [row["id"] for row in rows] == [row["id"] for row in rows]
    assert done == [[number] for number in range(10)]


def test_a_line_that_was_half_written_is_written_again(tmp_path: Path) -> None:
    with open_journal(tmp_path, {}) as journal:
        journal.keep("bot", range(3), outcomes)
        file = tmp_path / "bot.jsonl"
        file.write_bytes(file.read_bytes()[:-5])
        rows = journal.keep("bot", range(3), outcomes)
    assert [row["id"] for row in rows] == ["0", "1", "2"]


def test_the_outcomes_of_one_case_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    def two(few: list[int]) -> Iterable[Outcome]:
        return [Outcome(f"{number}{half}") for number in few for half in "ab"]

    with open_journal(tmp_path, {}) as journal:
        journal.keep("bot", range(2), two)
        file = tmp_path / "bot.jsonl"
        file.write_bytes(b"\n".join(file.read_bytes().split(b"\n")[:3]) + b"\n")
        assert [row["id"] for row in journal.keep("bot", range(2), two)] == ["0a", "0b", "1a", "1b"]


def test_another_run_is_not_gone_on_with(tmp_path: Path) -> None:
    with open_journal(tmp_path, {"seed": 7, "set": "a"}):
        pass
    with pytest.raises(CaseError, match="differs in seed"), open_journal(tmp_path, {"seed": 8, "set": "a"}):
        pass


def test_two_runs_cannot_write_to_one_journal(tmp_path: Path) -> None:
    with (
        open_journal(tmp_path, {}),
        pytest.raises(CaseError, match="a run is going on"),
        open_journal(tmp_path, {}),
    ):
        pass


def test_a_run_is_known_again_by_its_set_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps({"number": number}) + "\n" for number in range(5)))
    asked: list[int] = []

    def evaluate(_: Path, options: Options) -> object:
        from eval.results import Results

        return Results("five", (), options.journal.keep("bot", until(3 if not asked else 99, asked), outcomes))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("eval.evaluating.kind_of", lambda _: ByFields("fives", ("number",), evaluate))  # type: ignore[arg-type]
    told: list[str] = []
    with pytest.raises(KeyboardInterrupt), evaluated(path, Options(), tell=told.append):
        pass
    with evaluated(path, Options(), tell=told.append) as results:
        assert len(results.rows) == 10
        assert results.about["set_digest"]
        assert results.about["machine"]["cores"]
        assert "numpy" in results.about["libraries"]
        assert len(results.about["models"]) > 5
    assert told[0].startswith("Going on after 3 cases")
    assert not list((tmp_path / "var" / "runs").iterdir())


def peak(rows: int, folder: Path) -> int:
    def long(few: list[int]) -> Iterable[Outcome]:
        return [Outcome(str(number), given=("word " * 2000,), scores={"odd": 1.0}) for number in few]

    from eval.columns import columns

    tracemalloc.start()
    with open_journal(folder, {}) as journal:
        columns(journal.keep("bot", range(rows), long))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_set(tmp_path: Path) -> None:
    peak(10, tmp_path / "warm")
    # Three hundred answers of 10 kB more are 3 MB; the numbers that are kept of them are a few kB.
    assert peak(320, tmp_path / "many") - peak(20, tmp_path / "few") < 100_000


def test_a_sample_is_the_same_for_one_seed_and_in_the_order_of_the_set() -> None:
    def some(seed: int) -> Chosen[int]:
        return chosen(lambda: range(100), Options(sample=5, seed=seed))

    assert list(some(1)) == list(some(1)) == sorted(some(1))
    assert list(some(1)) != list(some(2))
    assert len(some(1)) == 5


def test_kinds_are_told_apart_from_their_first_rows(tmp_path: Path) -> None:
    rows = {
        "speakers": {"text": "", "start": 0, "end": 1, "quote": "", "speaker": None},
        "checks": {"words": "", "status": "exact"},
        "claims over sources": {"claim": "", "label": ""},
        "claims in AVeriTeC's form": {"claim": "", "label": "", "questions": []},
    }
    for name, row in rows.items():
        path = tmp_path / "set.jsonl"
        path.write_text(json.dumps(row))
        assert kind_of(path).name == name
