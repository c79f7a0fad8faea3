from collections.abc import Callable
from pathlib import Path

import pytest

from bot.citation import Citation
from index import Document, Kind, quotations
from index.builder import load, update
from index.errors import SourceError
from index.reading.origin import Origin
from index.reading.subtitles import read
from tests.conftest import FAKE

VTT = """WEBVTT

NOTE not spoken

00:00:01.000 --> 00:00:03.500 align:start
<v Ann Lee>The <i>bridge</i> is safe,

00:00:03.500 --> 00:00:05.000
and it stays open.

intro
00:01:04.000 --> 00:01:06.000
<v Bob Ray>Tom &amp; I disagree.
<v Ann Lee>So be it.
"""
SRT = """\ufeff1\r
00:00:01,000 --> 00:00:03,000\r
ANN LEE: The <b>bridge</b>\r
is safe.\r
\r
2\r
01:00:04,000 --> 01:00:05,000\r
- Really?\r
- BOB RAY: No.\r
"""


def only(text: str, name: str = "a.vtt") -> Document:
    (document,) = read(text.encode(), Origin(name, name))
    return document


def test_voices_are_turns_and_the_words_run_on_over_cues() -> None:
    document = only(VTT)

    assert document.text == (
        "Ann Lee: The bridge is safe, and it stays open.\n\nBob Ray: Tom & I disagree.\n\nAnn Lee: So be it."
    )
    assert [(one.name, one.words[0].text) for one in quotations(document)] == [
        ("Ann Lee", "The bridge is safe, and it stays open."),
        ("Bob Ray", "Tom & I disagree."),
        ("Ann Lee", "So be it."),
    ]


def test_a_citation_of_subtitles_carries_its_time() -> None:
    first, second, _ = quotations(only(VTT))

    assert Citation(1, first.words[0], first.name, Kind.DIRECT).place == "00:00:01"
    assert Citation(2, second.words[0], second.name, Kind.DIRECT).to_dict()["place"] == "00:01:04"


def test_labels_in_subrip_are_turns_and_a_dash_is_somebody_who_is_not_named() -> None:
    found = quotations(only(SRT, "a.srt"))

    assert [(one.name, one.words[0].text) for one in found] == [("Ann Lee", "The bridge is safe."), ("Bob Ray", "No.")]
    assert only(SRT, "a.srt").place(found[1].start) == "01:00:04"


@pytest.mark.parametrize("text", ["", "hello", "WEBVTT\n", "1\n00:00 -> 3\nhi\n"])
def test_what_is_no_subtitles_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        only(text)


def test_times_outlive_the_index(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    update([write("talk.vtt", VTT)], tmp_path / "index", settings=FAKE)

    document = load(tmp_path / "index").document("talk.vtt")

    assert document.place(document.text.index("Tom")) == "00:01:04"
    assert document.places == only(VTT).places
