"""The command `quote`, over two people who are quoted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import bot.assembly
from index.builder import update
from index.commands import program
from tests.conftest import FAKE
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]
TOWN = (
    'Ann Lee said: "We will never close the old bridge on Monday, unless it rains."\nBob Ray said: "Taxes will rise."\n'
)


@pytest.fixture
def folder(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index, and fakes in place of the models that would read it."""
    monkeypatch.setattr(bot.assembly, "load", assemble)
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    return tmp_path / "index"


def quote(folder: Path, words: str, *options: str) -> Result:
    return CliRunner().invoke(program(), ["quote", words, "--index", str(folder), *options])


@pytest.mark.parametrize(
    ("words", "speaker", "status", "kinds"),
    [
        ("we will NEVER close the old bridge on Monday,", "Lee", "exact", []),
        ("We will … close the old bridge", "Lee", "altered", ["dropped_negation"]),
        ("We … close the old bridge", "Lee", "altered", ["dropped_negation"]),
        ("We will never close … bridge on Monday", "Lee", "exact", ["ellipsis"]),
        ("We will close the old bridge on Monday", "Lee", "altered", ["dropped_negation"]),
        ("We will never close the new bridge on Monday", "Lee", "altered", ["changed_word"]),
        ("Taxes will rise", "Ann Lee", "wrong_speaker", []),
        ("The moon is made of cheese", "Lee", "not_found", []),
    ],
)
def test_a_quotation_is_exact_altered_somebody_elses_or_not_there(
    folder: Path, words: str, speaker: str, status: str, kinds: list[str]
) -> None:
    found = quote(folder, words, "--speaker", speaker, "--json")
    plain = json.loads(found.stdout)

    assert found.exit_code == (1 if status == "not_found" else 0)
    assert plain["status"] == status
    assert [one["kind"] for one in plain["differences"]] == kinds
    assert (plain["match"] is None) == (status == "not_found")


def test_for_people_every_difference_is_named_with_both_sides(folder: Path) -> None:
    shown = quote(folder, "We will never close the new bridge on Monday").stdout

    assert "**Altered: the source has other words.**" in shown
    assert "word changed: given “new”, the source has “old”" in shown
    assert "**Ann Lee**" in shown


def test_a_cut_that_hides_a_condition_is_warned_about(folder: Path) -> None:
    shown = quote(folder, "We will never close the old bridge on Monday").stdout

    assert "unless it rains" in shown
