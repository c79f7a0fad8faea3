import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.checker import FactChecker
from bot.settings import BotSettings
from index.builder import update
from index.commands import program, told_plainly
from tests.conftest import FAKE
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(program(), [str(word) for word in words])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a new one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    plain = "\n".join(f"{name} = {json.dumps(value)}" for name, value in FAKE.to_dict().items())
    path.write_text(f"[index]\n{plain}\n")
    return path


def test_building_says_what_came_of_it_and_tells_programs_by_its_exit_code(
    write: Write, tmp_path: Path, settings: Path
) -> None:
    folder = write("a.txt", "Apples are red.").parent
    first = run("build", folder, "--index", tmp_path / "i", "--settings", settings, "--json")
    write("b.bin", b"\x00")
    second = run("build", folder, "--index", tmp_path / "i", "--json")

    assert (first.exit_code, json.loads(first.stdout)) == (
        0,
        {"added": ["a.txt"], "changed": [], "dropped": [], "failed": []},
    )
    assert second.exit_code == 3
    assert json.loads(second.stdout)["failed"][0]["source"].endswith("b.bin")


def test_search_speakers_and_verify_speak_json(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: apples are red")], tmp_path / "i", settings=FAKE)

    found = run("search", "apples", "--index", tmp_path / "i", "--json")
    speakers = run("speakers", "--index", tmp_path / "i", "--json")
    verified = run("verify", tmp_path / "i", "--json")

    assert json.loads(found.stdout)[0] == {
        "score": pytest.approx(2 / 61 + 0.02 / (1 + math.exp(-1))),
        "document": "a.txt",
        "start": 0,
        "end": 28,
        "text": "Ann Lee said: apples are red",
    }
    assert json.loads(speakers.stdout) == [
        {"name": "Ann Lee", "count": 1, "documents": ["a.txt"], "roles": [], "aliases": []}
    ]
    assert json.loads(verified.stdout) == {"checked": 1, "damaged": [], "changed": [], "gone": []}


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["a", "b"]),
        (["--document", "a"], ["a"]),
        (["--source", "herald"], ["b"]),
        (["--speaker", "Ann Lee"], ["a"]),
        (["--tag", "fruit", "--tag", "trade"], ["a", "b"]),
        (["--after", "2024-04-01"], ["b"]),
        (["--before", "2024-03-01"], []),
    ],
)
def test_a_search_takes_the_filters_that_a_question_takes(
    options: list[str], found: list[str], write: Write, tmp_path: Path
) -> None:
    papers = [
        {"id": "a", "text": "Ann Lee said: apples are red", "date": "2024-03-01", "tags": ["fruit"]},
        {"id": "b", "text": "Apples are dear.", "date": "2024-05-01", "publisher": "Herald", "tags": ["trade"]},
    ]
    update([write("papers.jsonl", "\n".join(map(json.dumps, papers)))], tmp_path / "i", settings=FAKE)

    searched = run("search", "apples", "--index", tmp_path / "i", "--json", *options)

    assert sorted(hit["document"] for hit in json.loads(searched.stdout)) == found
    assert searched.exit_code == (0 if found else 1)
    told = run("search", "apples", "--index", tmp_path / "i", *options).stderr
    assert ("nothing is found" in told) == (not found)


def test_asking_exits_with_0_for_an_answer_and_1_for_silence(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: apples are red")], tmp_path / "i", settings=FAKE)

    answered = run("ask", "What did Ann Lee say?", "--index", tmp_path / "i", "--json")

    assert (answered.exit_code, json.loads(answered.stdout)["citations"][0]["speaker"]) == (0, "Ann Lee")


def test_asking_takes_settings_from_a_file_and_the_confidence_from_an_option(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update([write_plain(here / "a.txt", "Ann Lee said: apples are red")], "INDEX", settings=FAKE)
    file = write_plain(here / "settings.toml", "[bot]\nconfidence = 0.5\nstatements = 7\n")
    given: list[BotSettings] = []

    def loaded(folder: Path, settings: BotSettings) -> FactChecker:
        given.append(settings)
        return assemble(folder, settings)

    monkeypatch.setattr("bot.assembly.load", loaded)
    for more in ([], ["--confidence", "0.7"]):
        run("ask", "What did Ann Lee say?", "--index", "INDEX", "--settings", file, *more)

    assert [(one.confidence, one.statements) for one in given] == [(0.5, 7), (0.7, 7)]


def test_the_page_answers_with_the_settings_of_its_command(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update([write_plain(here / "a.txt", "Ann Lee said: apples are red")], "INDEX", settings=FAKE)
    served: list[Any] = []
    monkeypatch.setattr("bot.chat.serving.serve", lambda shelf, *_: served.append(shelf))
    monkeypatch.setattr("bot.opened.load", assemble)

    assert run("chat", "--index", "INDEX", "--confidence", "0.7").exit_code == 0
    checker = served[0].opened(Path("INDEX"))
    assert isinstance(checker, FactChecker)
    assert checker.answering.retriever.settings.confidence == 0.7


def write_plain(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["ask", "?!", "--index", "INDEX"], 2, "ask a question in words"),
        (["ask", "who?", "--index", "nowhere"], 4, "onrecord build"),
        (["search", " ", "--index", "INDEX"], 2, "needs words"),
        (["build", "nowhere"], 2, "does not exist"),
        (["verify", "nowhere"], 4, "no index"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    words: Sequence[str], code: int, says: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text("Apples.")
    update([here / "a.txt"], "INDEX", settings=FAKE)

    with pytest.raises(SystemExit) as exit_, told_plainly():
        program()(list(words), standalone_mode=False)

    assert exit_.value.code == code
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1


def test_wrong_use_is_exit_code_2() -> None:
    assert run("ask").exit_code == 2
    assert run("paint").exit_code == 2
    assert run("ask", "who?", "--confidence", "2").exit_code == 2


@pytest.mark.parametrize(
    "command", ["build", "search", "speakers", "verify", "ask", "check", "chat", "account", "eval"]
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"onrecord {command}" in result.stdout


@pytest.mark.parametrize(("command", "table"), [("build", "[index]"), ("ask", "[bot]"), ("chat", "[bot]")])
def test_help_names_the_table_of_settings(command: str, table: str) -> None:
    assert table in run(command, "--help").stdout


def test_the_default_index_is_built_from_the_seeds_of_the_current_folder_and_a_named_one_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index import readiness
    from index.errors import MissingIndexError

    monkeypatch.chdir(tmp_path)
    with pytest.raises(MissingIndexError, match="no folder seeds"):
        readiness.ready_folder()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Ann Lee said: hello")
    monkeypatch.setattr("index.generation.IndexSettings", lambda: FAKE)
    with pytest.raises(MissingIndexError, match="onrecord build"):
        readiness.ready_folder("elsewhere")

    assert readiness.ready_folder() == Path("var/index")
    assert (tmp_path / "var/index/manifest.json").exists()
