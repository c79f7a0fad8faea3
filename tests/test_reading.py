import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.document import Document
from index.errors import SourceError
from index.reading.jsonl import read as read_jsonl
from index.reading.origin import Origin
from index.reading.text import read as read_text
from tests.fakes import ARTICLE

HERE = Origin("notes/a.txt", "/tmp/notes/a.txt")  # noqa: S108 - a place that nobody opens


def one(content: bytes) -> Document:
    (document,) = read_text(content, HERE)
    return document


def test_the_article_is_read_character_for_character_and_its_trailer_is_known() -> None:
    document = one(ARTICLE.read_bytes())

    assert document.text.encode() == ARTICLE.read_bytes()
    assert document.source == "https://www.ansarpress.com/english/27741"
    assert document.title == "ansarpress.com"
    assert document.tags == ()
    assert document.text[document.body.end :].startswith("LINK:")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-bom"])
def test_line_ends_marks_emoji_and_combining_characters_stay(encoding: str) -> None:
    text = "Zoe\u0308 said: \u201cyes \U0001f600\u201d.\r\nNext line.\r\n"
    content = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-bom" else text.encode(encoding)

    document = one(content)

    assert document.text.lstrip("\ufeff") == text
    assert document.text.startswith("\ufeff") == (encoding != "utf-8")


def test_old_encodings_are_recognised() -> None:
    text = "Der Minister erklärte: „Wir müssen über die Brücke gehen“, und fügte hinzu, dass es schön wäre. " * 5

    assert one(text.encode("cp1252")).text == text


@pytest.mark.parametrize("content", [b"", b"  \r\n", b"\x89PNG\x00\x00\x01\x02", b"LINK: http://a.b\nTAGS:----"])
def test_what_is_no_text_is_an_error_that_names_the_file(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"notes/a\.txt"):
        one(content)


def test_a_link_inside_the_text_is_no_trailer() -> None:
    document = one(b"Read this.\nLINK: http://a.example/x\nAnd then more.")

    assert document.source is None
    assert document.body.end == len(document.text)


def rows(*lines: object) -> list[Document]:
    content = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_jsonl(content.encode(), Origin("corpus.jsonl", "/x/corpus.jsonl")))


def test_a_corpus_line_gives_its_fields_and_its_text_unchanged() -> None:
    (document,) = rows(
        {"_id": 7, "text": "a\r\nb\u00a0c ", "title": "T", "url": "https://www.n.example/1", "date": "2022/06/05",
         "publisher": "N", "tags": ["x", "y"], "speaker": "Ann Lee", "other": 1}
    )  # fmt: skip

    assert document.text == "a\r\nb\u00a0c "
    assert (document.id, document.title, document.published) == ("7", "T", date(2022, 6, 5))
    assert (document.publisher, document.tags, document.speaker) == ("N", ("x", "y"), "Ann Lee")


def test_a_corpus_line_without_an_id_is_called_by_file_and_line() -> None:
    assert [document.id for document in rows({"text": "a"}, "", {"text": "b"})] == ["corpus.jsonl#1", "corpus.jsonl#3"]


@pytest.mark.parametrize(
    "line",
    ["{", "[1]", {"title": "no text"}, {"text": "  "}, {"text": 3}, {"text": "a", "date": "June"},
     {"text": "a", "date": "2022-13-01"}, '{"text": "\\ud800"}', {"text": "a\x00b"}, {"text": "a", "tags": 3}],
)  # fmt: skip
def test_a_broken_line_is_an_error_that_names_file_and_line(line: object) -> None:
    with pytest.raises(SourceError, match=r"corpus\.jsonl, line 2"):
        rows({"text": "fine"}, line)


def test_files_without_a_reader_are_named(write: Callable[[str, str | bytes], Path]) -> None:
    from index.reading.sources import find_sources, read_source

    (source,) = find_sources([write("picture.png", b"x")])

    with pytest.raises(SourceError, match=r"no reader for \.png"):
        list(read_source(source))
