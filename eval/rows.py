"""Rows in files: JSON, lines of JSON and tables, gzipped or not; errors name file and line."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from eval.errors import CaseError


@dataclass(frozen=True, slots=True)
class SetRow:
    """A JSON object and the line that it stands on, as `file:number`."""

    place: str
    values: Mapping[str, Any]


def rows(path: str | Path) -> Iterator[SetRow]:
    """Yield the rows of a file.

    They are JSON objects, one a line (.jsonl); the objects of one JSON list, or one JSON object (.json); the lines of a
    table with tabs whose first line names the columns (.tsv); or the judgements and rankings of TREC (.run, .trec,
    .txt, or qrels in the name), whose columns are named as BEIR names them; each gzipped or not.

    Raises:
        CaseError: the file cannot be read, a line is no JSON object, or there are none.
    """
    path = Path(path)
    otherwise = trec if "qrels" in path.name else _objects
    found = next((read for ending, read in _READERS.items() if ending in path.suffixes), otherwise)(path)
    first = next(found, None)
    if first is None:
        message = f"{path} holds no cases; write one JSON object a line"
        raise CaseError(message)
    yield first
    yield from found


def lines(path: str | Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are not blank, with their numbers from 1; only one is in memory.

    Raises:
        CaseError: the file cannot be read as UTF-8.
    """
    # Split at line feeds only: JSON allows U+2028 inside strings.
    with _opened(Path(path)) as file:
        for number, line in enumerate(file, start=1):
            if text := _decoded(line, path, number).strip():
                yield number, text


@dataclass(frozen=True, slots=True)
class Taken:
    """The ids of a set so far, each with the place where it stands."""

    places: dict[str, str] = field(default_factory=dict)

    def take(self, of: str, place: str) -> None:
        """Take an id.

        Raises:
            CaseError: it is taken already; the message names both places.
        """
        if of in self.places:
            message = f"{place}: the id {of!r} is taken by {self.places[of]}"
            raise CaseError(message)
        self.places[of] = place


def told_id(values: Mapping[str, Any], otherwise: object) -> str:
    """Return the id of a row, or what else it is called where it has none; whole numbers are ids too.

    Raises:
        CaseError: the id is something else.
    """
    of = values.get("id")
    if type(of) not in {str, int, type(None)}:
        message = f"an id is a text or a whole number, not {json.dumps(of)}"
        raise CaseError(message)
    return str(otherwise if of in {None, ""} else of)


def parse(line: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return the value of a line of JSON.

    Raises:
        CaseError: it is not JSON.
    """
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise CaseError(message) from error


def _text(path: Path) -> str:
    with _opened(path) as file:
        return _decoded(file.read(), path, 1)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes] | gzip.GzipFile]:
    try:
        with path.open("rb") as file:
            yield gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"{path} cannot be read: {reason}"
        raise CaseError(message) from error


def _decoded(text: bytes, path: str | Path, number: int) -> str:
    try:
        return text.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        message = f"{path}:{number} is not UTF-8: byte {error.start} cannot be read"
        raise CaseError(message) from error


def _objects(path: Path) -> Iterator[SetRow]:
    for number, line in lines(path):
        place = f"{path}:{number}"
        try:
            values = parse(line)
        except CaseError as error:
            message = f"{place}: {error}"
            raise CaseError(message) from error
        yield _row(place, values)


def _whole(path: Path) -> Iterator[SetRow]:
    try:
        values = parse(_text(path))
    except CaseError as error:
        message = f"{path}: {error}"
        raise CaseError(message) from error
    for number, one in enumerate(values if isinstance(values, list) else [values], start=1):
        yield _row(f"{path}, object {number}", one)


def _row(place: str, values: object) -> SetRow:
    if not isinstance(values, dict):
        message = f"{place}: a case is a JSON object, not {json.dumps(values)[:80]}"
        raise CaseError(message)
    return SetRow(place, values)


def _table(path: Path) -> Iterator[SetRow]:
    found = lines(path)
    _, header = next(found, (0, ""))
    names = header.rstrip("\r").split("\t")
    for number, line in found:
        values = line.rstrip("\r").split("\t")
        if len(values) != len(names):
            message = f"{path}:{number}: {len(values)} columns, where the first line names {len(names)}"
            raise CaseError(message)
        yield SetRow(f"{path}:{number}", dict(zip(names, values, strict=True)))


def trec(path: Path) -> Iterator[SetRow]:
    """Yield rows of TREC's qrels (four columns) or run (six)."""
    for number, line in lines(path):
        values = line.split()
        names = _TREC_COLUMNS.get(len(values))
        if names is None:
            message = f"{path}:{number}: {len(values)} columns, where TREC's judgements have 4 and its runs 6"
            raise CaseError(message)
        yield SetRow(f"{path}:{number}", dict(zip(names, values, strict=True)))


_TREC_COLUMNS = {
    4: ("query-id", "iteration", "corpus-id", "score"),
    6: ("query-id", "iteration", "corpus-id", "rank", "score", "run"),
}
_READERS = {
    ".jsonl": _objects,
    ".tsv": _table,
    ".json": _whole,
    ".run": trec,
    ".trec": trec,
    ".txt": trec,
}
