"""A folder of every format, built at once."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from index import registry
from index.builder import load, update
from tests.conftest import FAKE
from tests.made_files import docx, lines, pdf

SAID = "Ann Lee said: the bridge is safe."
PAGE = f"<html><body><p>{SAID}</p></body></html>".encode()
VTT = b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAnn Lee said: the bridge is safe.\n"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nAnn Lee said: the bridge is safe.\n"
GOOD = {
    "docx": docx(SAID),
    "htm": PAGE,
    "html": PAGE,
    "jsonl": json.dumps({"id": "a.jsonl", "text": SAID}).encode(),
    "markdown": SAID.encode(),
    "md": SAID.encode(),
    "pdf": pdf([lines(SAID)]),
    "srt": SRT,
    "text": SAID.encode(),
    "txt": SAID.encode(),
    "vtt": VTT,
    "xhtml": PAGE,
}
BAD = {
    "broken.docx": docx(SAID)[:500],
    "broken.pdf": GOOD["pdf"][:100],
    "empty.html": b"<html></html>",
    "empty.txt": b"",
    "nothing.docx": docx(""),
    "picture.png": b"\x89PNG",
    "scanned.pdf": pdf([[]]),
    "words.jsonl": b"words",
    "words.vtt": b"words",
}

Write = Callable[[str, str | bytes], Path]


def test_every_format_is_here() -> None:
    assert {f".{ending}" for ending in GOOD} == set(registry.KNOWN["reader"])


def test_a_folder_may_mix_all_formats_and_what_cannot_be_read_is_listed_with_a_reason(
    write: Write, tmp_path: Path
) -> None:
    for ending, content in GOOD.items():
        write(f"{ending}/a.{ending}", content)
    for name, content in BAD.items():
        write(name, content)

    report = update([tmp_path / "sources"], tmp_path / "index", settings=FAKE)

    assert len(report.added) == len(GOOD)
    assert sorted(Path(failure.source).name for failure in report.failed) == sorted(BAD)
    assert all(Path(failure.source).suffix in failure.reason for failure in report.failed)
    sources = load(tmp_path / "index")
    assert {document.text for document in sources.documents()} == {SAID}
    assert {one.words[0].text for one in sources.quotations()} == {"the bridge is safe."}


def test_the_digest_of_the_bytes_is_kept_beside_the_texts(write: Write, tmp_path: Path) -> None:
    path = write("a.pdf", GOOD["pdf"])
    update([path], tmp_path / "index", settings=FAKE)

    document = load(tmp_path / "index").document("a.pdf")

    assert document.source_digest == sha256(GOOD["pdf"]).hexdigest()
    assert document.digest == sha256(SAID.encode()).hexdigest()
    assert document.place(0) == "page 1"


def test_other_bytes_with_the_same_text_embed_nothing_anew(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.html", PAGE)
    update([path], tmp_path / "index", settings=FAKE)
    write("a.html", PAGE.replace(b"<body>", b"<body><script>1</script>"))
    monkeypatch.setattr("tests.fakes.WordEmbedder.embed", lambda *_: 1 / 0)

    report = update([path], tmp_path / "index")

    assert (report.added, report.changed) == ([], [])
    assert load(tmp_path / "index").document("a.html").source_digest == sha256(path.read_bytes()).hexdigest()
