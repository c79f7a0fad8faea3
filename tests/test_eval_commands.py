import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.citation import Answer
from eval.commands import register
from eval.set_kind import spread
from index.errors import DamagedIndexError, MissingIndexError
from index.generation import BuildReport
from index.manifest import Manifest
from index.reading.sources import Failure
from index.settings import IndexSettings
from tests.eval_fakes import DOCUMENT, RIGHT, SAFE, TEXT, stored

Ask = Callable[..., Result]
START = TEXT.index(SAFE)
GOLD = {"document": "bridge.txt", "start": START, "end": START + len(SAFE), "text": SAFE, "speaker": "Ann Reed"}


@dataclass
class Bot:
    """Stands in for the bot, and remembers which folders were opened and built."""

    answer: Callable[[str], Answer]
    opened: list[Path]
    built: list[tuple[list[Path], Path]]


@pytest.fixture
def bot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bot:
    fake = Bot(RIGHT.__getitem__, [], [])
    monkeypatch.chdir(tmp_path)
    corpus = SimpleNamespace(document_ids=lambda: [DOCUMENT.id])
    sources = SimpleNamespace(
        document=stored, documents=lambda: [DOCUMENT], corpus=corpus, lexical=lambda *_: [], hits=lambda _: []
    )

    def load(folder: Path) -> SimpleNamespace:
        fake.opened.append(folder)
        return SimpleNamespace(answer=fake.answer, sources=sources)

    def ready_folder(folder: Path | None) -> Path:
        if folder and not folder.exists():
            message = f"there is no index in {folder}"
            raise MissingIndexError(message)
        return folder or tmp_path

    def update(paths: list[Path], folder: Path, **_: object) -> BuildReport:
        fake.built.append((paths, folder))
        folder.mkdir(parents=True, exist_ok=True)
        manifest(folder)
        return BuildReport(failed=[Failure("odd.pdf", "odd.pdf has no text")])

    assembly = ModuleType("bot.assembly")
    vars(assembly)["ready_folder"] = ready_folder
    monkeypatch.setitem(sys.modules, "bot.assembly", assembly)
    monkeypatch.setattr("bot.load", load, raising=False)
    monkeypatch.setattr("index.builder.update", update)
    manifest(tmp_path)
    return fake


def manifest(folder: Path) -> None:
    Manifest(1, IndexSettings(), "embedder", "attributor", {"documents": 1}).save(folder)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    rows = [
        {"id": "1", "question": "How old is it?", "kind": "fact", "gold": [GOLD]},
        {"id": "2", "question": "Who is the mayor?", "kind": "unanswerable"},
    ]
    (tmp_path / "set.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    return lambda *options: CliRunner().invoke(app, ["eval", str(tmp_path / "set.jsonl"), *options])


@pytest.mark.usefixtures("bot")
def test_a_run_shows_figures_and_wrong_answers(ask: Ask) -> None:
    result = ask()
    assert result.exit_code == 0
    assert "2 questions, 0 failed" in result.stdout
    assert "1 (fact, 1 to 5 words, bridge.txt, Ann Reed): How old is it?" in result.stdout


@pytest.mark.usefixtures("bot")
def test_json_says_what_was_run(ask: Ask, tmp_path: Path) -> None:
    result = ask("--json", "--baselines")
    values = json.loads(result.stdout)
    assert values["about"]["set"] == str(tmp_path / "set.jsonl")
    assert values["about"]["index"]["embedder"] == "embedder"
    assert set(values["baselines"]) == {"BM25", "nearest", "silent", "random"}
    assert len(values["rows"]) == 2


@pytest.mark.usefixtures("bot")
def test_pages_and_rows_are_written_and_a_later_run_is_held_against_them(ask: Ask, bot: Bot, tmp_path: Path) -> None:
    run, page, figures = (tmp_path / name for name in ("run.json", "page.html", "figures.md"))
    assert ask("--out", str(run), "--html", str(page), "--markdown", str(figures)).exit_code == 0
    assert json.loads(run.read_text())["about"]["models"]
    assert page.read_text().startswith("<!doctype html>")
    assert "| correct |" in figures.read_text()
    assert not list((tmp_path / "var" / "runs").iterdir())
    same = ask("--against", str(run), "--fail-if-worse")
    assert same.exit_code == 0
    assert "worse: nothing" in same.stdout
    assert bot.opened


@pytest.mark.usefixtures("bot")
def test_what_is_for_one_set_is_refused_for_two_and_so_are_two_of_one_name(ask: Ask, tmp_path: Path) -> None:
    again = tmp_path / "again.jsonl"
    again.write_text((tmp_path / "set.jsonl").read_text())
    assert "one set at a time" in ask(str(again), "--json").stderr
    assert "two sets are called set" in ask(str(tmp_path / "set.jsonl")).stderr
    result = ask(str(again), "--out", str(tmp_path / "runs"))
    assert result.exit_code == 0
    assert sorted(one.name for one in (tmp_path / "runs").iterdir()) == ["again.json", "set.json"]


@pytest.mark.usefixtures("bot")
def test_of_several_sets_a_run_is_kept_as_soon_as_it_is_done(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "wrong.jsonl").write_text('{"id": "1", "question": "How old?", "kind": "fact"}')
    assert ask(str(tmp_path / "wrong.jsonl"), "--out", str(tmp_path / "runs")).exit_code == 2
    assert [one.name for one in (tmp_path / "runs").iterdir()] == ["set.json"]


@pytest.mark.usefixtures("bot")
def test_several_sets_are_held_against_the_folder_of_their_earlier_runs(ask: Ask, tmp_path: Path) -> None:
    again, runs = tmp_path / "again.jsonl", tmp_path / "runs"
    again.write_text((tmp_path / "set.jsonl").read_text())
    first = ask(str(again), "--out", str(runs))
    assert "at a glance" in first.stdout
    assert "set (answers): 2 questions" in first.stdout
    same = ask(str(again), "--against", str(runs), "--fail-if-worse")
    assert (same.exit_code, same.stdout.count("worse: nothing")) == (0, 2)
    assert "give the folder" in ask(str(again), "--against", str(runs / "set.json")).stderr
    (runs / "again.json").unlink()
    assert "again.json is no run" in ask(str(again), "--against", str(runs)).stderr


@pytest.mark.usefixtures("bot")
def test_limit_asks_fewer_questions(ask: Ask) -> None:
    assert json.loads(ask("--json", "--limit", "1").stdout)["cases"] == 1


def test_a_bot_that_raises_is_exit_code_3_after_all_questions(ask: Ask, bot: Bot) -> None:
    nothing: dict[str, Answer] = {}
    bot.answer = nothing.__getitem__
    result = ask("--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["failed"] == 2


def test_sources_are_asked_in_an_index_that_is_gone_afterwards(ask: Ask, bot: Bot, tmp_path: Path) -> None:
    assert ask("--sources", str(tmp_path)).exit_code == 0
    ((paths, folder),) = bot.built.copy()
    assert paths == [tmp_path]
    assert bot.opened == [folder]
    assert not folder.exists()
    assert json.loads(ask("--sources", str(tmp_path), "--json").stdout)["notes"] == [
        "Not among the sources, for it cannot be read: odd.pdf has no text"
    ]


def test_index_and_sources_together_are_wrong_use(ask: Ask, bot: Bot) -> None:
    result = ask("--sources", "a", "--index", "b")
    assert result.exit_code == 2
    assert "not both" in result.stderr
    assert not bot.opened


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("options", [("--limit", "0"), ("--nonsense",)])
def test_impossible_options_are_wrong_use(ask: Ask, options: tuple[str, ...]) -> None:
    assert ask(*options).exit_code == 2


def test_a_malformed_set_is_wrong_use_and_builds_nothing(ask: Ask, bot: Bot, tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text('{"id": "1", "question": "How old?", "kind": "fact"}')
    result = ask("--sources", str(tmp_path))
    assert result.exit_code == 2
    assert "set.jsonl:1: a fact question needs a gold quote" in result.stderr
    assert not bot.built


@pytest.mark.usefixtures("bot")
def test_a_missing_index_is_exit_code_4(ask: Ask, tmp_path: Path) -> None:
    result = ask("--index", str(tmp_path / "none"))
    assert result.exit_code == 4
    assert "there is no index" in result.stderr


def test_a_damaged_index_is_exit_code_4(ask: Ask, monkeypatch: pytest.MonkeyPatch, bot: Bot) -> None:
    def damaged(_: Path) -> None:
        message = "not what it says"
        raise DamagedIndexError(message)

    monkeypatch.setattr("bot.load", damaged)
    assert ask().exit_code == 4
    assert not bot.opened


def test_help_shows_an_example(ask: Ask) -> None:
    assert "onrecord eval eval/sets/seeds.jsonl" in " ".join(ask("--help").stdout.split())


def test_a_limit_is_spread_evenly() -> None:
    cases = list(range(10))
    assert spread(cases, 3) == [0, 3, 6]
    assert spread(cases, None) == spread(cases, 99) == cases
