"""Corpora of one document a line, as JSON."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from index.document import Document
from index.errors import SourceError
from index.reading.decoding import decode
from index.reading.origin import Origin, host

_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the documents of a corpus, one a line; other fields than the documented ones are ignored.

    Raises:
        SourceError: a line is not a document; the message names the file and the line.
    """
    text = decode(content, origin.place).removeprefix("\ufeff")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if line.strip():
            yield _document(line, number, origin)


def _document(line: str, number: int, origin: Origin) -> Document:
    where = f"{origin.place}, line {number}"
    row = _row(line, where)
    text = _string(row, "text", where)
    if text is None or not text.strip():
        message = f"{where}: a document needs a non-empty `text`"
        raise SourceError(message)
    url, publisher = _string(row, "url", where), _string(row, "publisher", where)
    return Document(
        id=_id(row) or f"{origin.link or origin.stem}#{number}",
        text=text,
        title=_string(row, "title", where) or publisher or host(url) or origin.stem,
        source=url,
        published=_date(row.get("date"), where),
        publisher=publisher,
        tags=_tags(row.get("tags"), where),
        speaker=_string(row, "speaker", where),
    )


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        line_again = json.dumps(row, ensure_ascii=False)
        line_again.encode()
    except UnicodeEncodeError as error:
        message = f"{where}: half of a surrogate pair is no character: {error}"
        raise SourceError(message) from error
    except ValueError as error:
        message = f"{where} is not JSON: {error}"
        raise SourceError(message) from error
    if not isinstance(row, dict):
        message = f"{where}: a document is a JSON object, not {type(row).__name__}"
        raise SourceError(message)
    return row


def _id(row: dict[str, Any]) -> str:
    found = row.get("id", row.get("_id"))
    return "" if found is None else str(found)


def _string(row: dict[str, Any], name: str, where: str) -> str | None:
    found = row.get(name)
    if found is not None and not isinstance(found, str):
        message = f"{where}: `{name}` is a string, not {found!r}"
        raise SourceError(message)
    if "\x00" in (found or ""):
        message = f"{where}: `{name}` holds a NUL character, which is no text"
        raise SourceError(message)
    return found or None


def _date(found: object, where: str) -> date | None:
    if found in {None, ""}:
        return None
    match = _DATE.match(str(found))
    try:
        if match:
            return date(*map(int, match.groups()))
    except ValueError as error:
        message = f"{where}: {found!r} is no day of the calendar"
        raise SourceError(message) from error
    message = f"{where}: `date` is written YYYY-MM-DD or YYYY/MM/DD, not {found!r}"
    raise SourceError(message)


def _tags(found: object, where: str) -> tuple[str, ...]:
    if found is None:
        return ()
    if isinstance(found, str):
        return tuple(tag.strip() for tag in found.split(",") if tag.strip())
    if isinstance(found, list) and all(isinstance(tag, str) for tag in found):
        return tuple(found)
    message = f"{where}: `tags` is a list of strings, not {found!r}"
    raise SourceError(message)
