"""Merging and renaming speakers by a file beside the sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.builder import load, update
from index.speaker import merged_names
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
TALK = "Ann Lee said: yes\nNancy Fox said: no\nBob Ray said: well\n"
MERGED = '[[speaker]]\nname = "Ann Lee"\naliases = ["nancy fox", "Prof. Lee"]\n'


def test_merged_speakers_are_one_with_all_their_words(write: Write, tmp_path: Path) -> None:
    write("speakers.toml", MERGED)
    update([write("talk.txt", TALK).parent], tmp_path / "index", settings=FAKE)

    with_file = load(tmp_path / "index")

    assert [(one.name, one.count, one.aliases) for one in with_file.speakers()] == [
        ("Ann Lee", 2, ("Nancy Fox",)),
        ("Bob Ray", 1, ()),
    ]
    assert [one.words[0].text for one in with_file.quotations(["Ann Lee"])] == ["yes", "no"]
    assert with_file.manifest.counts["documents"] == 1


def test_a_changed_file_counts_at_the_next_build_and_a_deleted_one_no_longer(write: Write, tmp_path: Path) -> None:
    folder = write("talk.txt", TALK).parent
    update([folder], tmp_path / "index", settings=FAKE)
    file = write("speakers.toml", MERGED)
    update([folder], tmp_path / "index")
    merged = [one.name for one in load(tmp_path / "index").speakers()]
    file.unlink()
    update([folder], tmp_path / "index")

    assert merged == ["Ann Lee", "Bob Ray"]
    assert {one.name for one in load(tmp_path / "index").speakers()} == {"Ann Lee", "Nancy Fox", "Bob Ray"}


@pytest.mark.parametrize(
    "content",
    ["[[speaker]", "speaker = 1", '[[speaker]]\nname = "A"', '[[speaker]]\nname = "A"\naliases = "B"', b"\xff"],
)
def test_a_file_of_another_form_is_reported_and_costs_nothing_else(
    write: Write, tmp_path: Path, content: str | bytes
) -> None:
    write("speakers.toml", content)

    report = update([write("talk.txt", TALK).parent], tmp_path / "index", settings=FAKE)

    assert report.added == ["talk.txt"]
    (failure,) = report.failed
    assert "speakers.toml" in failure.source
    assert "[[speaker]]" in failure.reason


def test_without_a_file_nobody_is_merged(tmp_path: Path) -> None:
    assert merged_names(tmp_path) == {}
