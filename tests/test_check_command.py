"""The command `check`, and `verify` on what it hands on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import bot.assembly
from index.builder import update
from index.commands import program, told_plainly
from tests.conftest import FAKE
from tests.test_answering import assemble

PAGE = "https://example.org/review"
Write = Callable[[str, str | bytes], Path]
TOWN = "Ann Lee said: the bridge is safe\nBob Ray said: the bridge is not safe\nThe tower is tall.\n"


@pytest.fixture
def folder(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index, and fakes in place of the models that would read it."""
    monkeypatch.setattr(bot.assembly, "load", assemble)
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    return tmp_path / "index"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(program(), [str(word) for word in words])


def test_a_verdict_exits_with_0_and_not_enough_evidence_with_1(folder: Path) -> None:
    conflicting = run("check", "The bridge is safe", "--index", folder, "--json")
    silent = run("check", "The harbour is deep", "--index", folder, "--json")

    assert (conflicting.exit_code, json.loads(conflicting.stdout)["verdict"]) == (0, "conflicting")
    assert (silent.exit_code, json.loads(silent.stdout)["verdict"]) == (1, "not_enough_evidence")


def test_a_check_is_printed_for_people_and_as_claim_review(folder: Path) -> None:
    markdown = run("check", "The tower is tall", "--index", folder).stdout
    review = run("check", "The tower is tall", "--index", folder, "--format", "claim-review", "--url", PAGE).stdout

    assert "**Supported by the sources.**" in markdown
    assert "The tower is tall. — the source's own words." in markdown
    assert (json.loads(review)["@type"], json.loads(review)["url"]) == ("ClaimReview", PAGE)
    assert "datePublished" in json.loads(review)


def test_a_pack_that_was_written_is_verified_against_the_index(folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.html"
    run("check", "The bridge is safe", "--index", folder, "--pack", pack)

    verified = run("verify", pack, "--index", folder, "--json")

    assert verified.exit_code == 0
    assert [quote["state"] for quote in json.loads(verified.stdout)["quotes"]] == ["holds", "holds"]


def test_a_pack_that_cannot_be_written_is_said_in_a_line_behind_the_check(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "nowhere" / "pack.html"
    with pytest.raises(SystemExit) as stopped, told_plainly():
        program()(["check", "The tower is tall", "--index", str(folder), "--pack", str(pack)], standalone_mode=False)

    told = capsys.readouterr()
    assert stopped.value.code == 4
    assert "**Supported by the sources.**" in told.out
    assert told.err == (
        f"onrecord: the evidence pack {pack} cannot be written: No such file or directory; "
        "name another place with --pack\n"
    )


def test_a_pack_whose_quotes_changed_is_told_by_the_exit_code(folder: Path, tmp_path: Path, write: Write) -> None:
    pack = tmp_path / "pack.html"
    run("check", "The tower is tall", "--index", folder, "--pack", pack)
    update([write("town.txt", "The tower fell.")], folder)
    changed = run("verify", pack, "--index", folder)
    pack.write_bytes(pack.read_bytes().replace(b"is tall.</mark>", b"is low.</mark>"))
    false = run("verify", pack, "--index", folder)

    assert (changed.exit_code, "[1] changed: town.txt" in changed.stdout) == (3, True)
    assert (false.exit_code, "[1] false" in false.stdout) == (4, True)


@pytest.mark.model
def test_a_text_is_checked_claim_by_claim(folder: Path, write: Write) -> None:
    speech = write("speech.txt", "Good morning. The tower of Ohio is tall. Ann Lee said that the bridge is safe.")

    found = run("check", "--file", speech, "--index", folder, "--json")

    assert found.exit_code == 0
    assert [one["verdict"] for one in json.loads(found.stdout)["claims"]] == ["not_enough_evidence", "supported"]


def test_a_pack_that_shows_something_else_is_told_by_words_and_exit_code(folder: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.html"
    run("check", "The tower is tall", "--index", folder, "--pack", pack)
    pack.write_bytes(pack.read_bytes().replace(b"Supported by the sources.</p>", b"Supported by 12 sources.</p>"))

    verified = run("verify", pack, "--index", folder)

    assert (verified.exit_code, "CHANGED" in verified.stdout) == (4, True)


@pytest.mark.model
def test_a_pack_of_a_text_is_written_and_verified(folder: Path, write: Write, tmp_path: Path) -> None:
    pack = tmp_path / "pack.html"
    speech = write("speech.txt", "Ann Lee said that the bridge is safe.")

    assert run("check", "--file", speech, "--pack", pack, "--index", folder).exit_code == 0
    verified = run("verify", pack, "--index", folder, "--json")

    assert verified.exit_code == 0
    assert [quote["state"] for quote in json.loads(verified.stdout)["quotes"]] == ["holds"]


def test_a_pack_of_several_texts_is_wrong_use(
    folder: Path, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = write("texts.jsonl", '{"text": "The tower is tall."}\n{"text": "The tower is old."}\n')
    words = ["check", "--file", str(texts), "--pack", str(tmp_path / "pack.html"), "--index", str(folder)]
    with pytest.raises(SystemExit) as stopped, told_plainly():
        program()(words, standalone_mode=False)

    assert stopped.value.code == 2
    assert "2 texts" in capsys.readouterr().err
    assert not (tmp_path / "pack.html").exists()


@pytest.mark.parametrize("words", [["check"], ["check", "a claim", "--file", "speech.txt"], ["check", "?!"]])
def test_neither_both_and_nothing_in_words_are_wrong_use(
    words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped, told_plainly():
        program()([*words, "--index", str(folder)], standalone_mode=False)

    assert stopped.value.code == 2
    assert "claim" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["notaurl", "ftp://example.org/review", "https://", ""])
def test_a_claim_review_is_published_at_a_web_address_only(
    url: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "The tower is tall", "--index", str(folder), "--format", "claim-review", "--url", url]
    with pytest.raises(SystemExit) as stopped, told_plainly():
        program()(words, standalone_mode=False)

    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    assert f"https://example.org/review, not {url!r}" in told.err


@pytest.mark.parametrize("words", [["check", "The tower is tall"], ["ask", "Who spoke?"], ["quote", "the bridge"]])
@pytest.mark.parametrize(("document", "hint"), [("twon.txt", "near are: town.txt"), ("x", "onrecord search")])
def test_a_document_that_the_index_does_not_have_is_wrong_use(
    words: list[str], document: str, hint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped, told_plainly():
        program()([*words, "--index", str(folder), "--document", document], standalone_mode=False)

    told = capsys.readouterr()
    assert (stopped.value.code, told.out) == (2, "")
    assert f"no document is called {document!r}; {hint}" in told.err
