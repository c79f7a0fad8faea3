"""Files, folders and addresses to documents: what there is to read, and what could not be read and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag

from index import registry
from index.document import Document
from index.errors import OnRecordError, SourceError, UsageError
from index.reading.fetching import fetch
from index.reading.origin import Origin, is_address
from index.reading.transcript import with_turns
from index.speaker import FILE


@dataclass(frozen=True, slots=True)
class Source:
    """A file or an address to read.

    Attributes:
        root: what was given: the absolute path of a file or folder, or the address.
        place: the absolute path of the file, or the address.
        id: the file's path below the root, with `/`; for a file that was given itself, its name; or the address.
    """

    root: str
    place: str
    id: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    reason: str


def find_sources(places: Sequence[str | Path]) -> list[Source]:
    """Return the addresses, and the files below the places, sorted by path, without hidden ones and `speakers.toml`.

    Raises:
        UsageError: a place does not exist.
        SourceError: a folder holds no file.
    """
    if isinstance(places, (str, Path)):
        places = [places]
    if not places:
        message = "name at least one file, folder or address to build from"
        raise UsageError(message)
    return [source for place in places for source in _below(place)]


def _below(place: str | Path) -> list[Source]:
    if is_address(str(place)):
        address = urldefrag(str(place)).url
        return [Source(address, address, address)]
    root = Path(place).absolute()
    if root.is_file():
        return [Source(str(root), str(root), root.name)]
    if not root.is_dir():
        message = f"{place} does not exist"
        raise UsageError(message)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not _left_out(path.relative_to(root)))
    if not files:
        message = f"{place} holds no files; put texts into it ({_endings()})"
        raise SourceError(message)
    return [Source(str(root), str(path), path.relative_to(root).as_posix()) for path in files]


def _left_out(path: Path) -> bool:
    return path == Path(FILE) or any(part.startswith(".") for part in path.parts)


def read_source(source: Source) -> list[Document]:
    """Return the documents of a file or an address, each with the digest of the bytes that it was read from.

    Raises:
        SourceError: it cannot be read.
    """
    content, ending, origin = _fetched(source) if is_address(source.place) else _opened(source)
    if ending not in registry.names("reader"):
        message = f"no reader for {ending or 'files without an ending'}; read are: {_endings()}"
        raise SourceError(message)
    digest = sha256(content).hexdigest()
    try:
        found = list(registry.find("reader", ending)(content, origin))
    except OnRecordError as error:
        raise SourceError(str(error)) from error
    return [with_turns(replace(one, source_digest=digest, source=one.source or origin.link)) for one in found]


def _opened(source: Source) -> tuple[bytes, str, Origin]:
    path = Path(source.place)
    try:
        return path.read_bytes(), path.suffix.lower(), Origin(source.id, source.place)
    except OSError as error:
        message = f"{path} cannot be opened: {error.strerror or error}"
        raise SourceError(message) from error


def _fetched(source: Source) -> tuple[bytes, str, Origin]:
    fetched = fetch(source.place)
    return fetched.content, fetched.ending, Origin(source.id, source.place, fetched.link, fetched.charset)


def _endings() -> str:
    return ", ".join(registry.names("reader"))
