"""Rows in files: JSON, lines of JSON and tables, gzipped or not, and folders of them; errors name file and line."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from eval.errors import CaseError

_ENDINGS = (".jsonl.gz", ".jsonl", ".tsv.gz", ".tsv", ".json.gz", ".json")
_OF_TREC = (".qrels", ".run", ".trec", ".run.gz", ".trec.gz", ".qrels.gz")
_PREFERRED = ("test", "dev")
"""Which of several files of a part is taken: the judgements of BEIR come as train, dev and test."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """A JSON object and the line that it stands on, as `file:number`."""

    place: str
    values: Mapping[str, Any]


def first_row(path: str | Path) -> Mapping[str, Any]:
    """Return the first JSON object of a file; of a folder, the first of every file, by the file's stem.

    A folder's `qrels` may be a folder of its own, as BEIR has it (Thakur et al., 2021).

    Raises:
        CaseError: nothing can be read there.
    """
    path = Path(path)
    if not path.is_dir():
        return next(rows(path)).values
    files = sorted(one for one in path.rglob("*") if one.is_file() and stem(one.relative_to(path)))
    if not files:
        message = f"{path} holds no {', '.join(_ENDINGS[:4])} file"
        raise CaseError(message)
    return {stem(one.relative_to(path)): next(rows(one)).values for one in files}


def stem(file: Path) -> str:
    """Return what a file of a folder holds: its name without its ending, or the folder that it lies in.

    >>> stem(Path("corpus.jsonl.gz")), stem(Path("qrels/test.tsv")), stem(Path("README.md"))
    ('corpus', 'qrels', '')
    """
    judgements = (".txt",) if file.name.startswith("qrels") else ()
    ending = next((one for one in (*_ENDINGS, *_OF_TREC, *judgements) if file.name.endswith(one)), None)
    if ending is None:
        return ""
    return file.parts[0] if len(file.parts) > 1 else file.name.removesuffix(ending)


def part(folder: str | Path, name: str) -> Path:
    """Return the file of a folder that holds one part of it ("corpus"), whatever its ending.

    Raises:
        CaseError: there is none.
    """
    folder = Path(folder)
    found = sorted(one for one in folder.rglob("*") if one.is_file() and stem(one.relative_to(folder)) == name)
    if not found:
        message = f"{folder} has no {name}; it may be called {', '.join(name + ending for ending in _ENDINGS[:4])}"
        raise CaseError(message)
    return next((file for want in _PREFERRED for file in found if file.name.startswith(want)), found[0])


def runs(folder: Path) -> dict[str, Path]:
    """Return the runs of TREC in a folder by their names, in order."""
    found = sorted(one for one in folder.rglob("*") if one.is_file() and {".run", ".trec"} & set(one.suffixes))
    return {one.name.removesuffix(".gz").rsplit(".", 1)[0]: one for one in found}


def rows(path: str | Path) -> Iterator[SetRow]:
    """Yield the rows of a file.

    They are JSON objects, one a line (.jsonl); the objects of one JSON list, or one JSON object (.json); the lines of a
    table with tabs whose first line names the columns (.tsv); or the judgements and rankings of TREC (.qrels, .run,
    .trec, qrels.txt), whose columns are named as BEIR names them; each gzipped or not.

    Raises:
        CaseError: the file cannot be read, a line is no JSON object, or there are none.
    """
    path = Path(path)
    read = next((read for ending, read in _READERS.items() if ending in path.suffixes), _objects)
    found = read(path)
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


def _trec(path: Path) -> Iterator[SetRow]:
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
    ".tsv": _table,
    ".json": _whole,
    ".qrels": _trec,
    ".run": _trec,
    ".trec": _trec,
    ".txt": _trec,
}
