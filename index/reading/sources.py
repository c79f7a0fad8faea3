"""Files and folders to documents: what there is to read, and what could not be read and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import registry
from index.document import Document
from index.errors import OnRecordError, SourceError, UsageError
from index.reading.origin import Origin
from index.reading.transcript import with_turns
from index.speaker import FILE


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes:
        root: the file or folder that was given, as an absolute path.
        path: the file.
        id: its path below the root, with `/`; for a file that was given itself, its name.
    """

    root: Path
    path: Path
    id: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    reason: str


def find_sources(places: Sequence[str | Path]) -> list[Source]:
    """Return the files below the places, sorted by path; hidden ones and `speakers.toml` are left out.

    Raises:
        UsageError: a place does not exist, or is an address.
        SourceError: a folder holds no file.
    """
    if isinstance(places, (str, Path)):
        places = [places]
    if not places:
        message = "name at least one file or folder to build from"
        raise UsageError(message)
    return [source for place in places for source in _below(place)]


def _below(place: str | Path) -> list[Source]:
    if str(place).startswith(("http://", "https://")):
        message = f"{place} is an address; save the page as a file and build from that"
        raise UsageError(message)
    root = Path(place).absolute()
    if root.is_file():
        return [Source(root, root, root.name)]
    if not root.is_dir():
        message = f"{place} does not exist"
        raise UsageError(message)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not _left_out(path.relative_to(root)))
    if not files:
        message = f"{place} holds no files; put texts (.txt, .md, .jsonl) into it"
        raise SourceError(message)
    return [Source(root, path, path.relative_to(root).as_posix()) for path in files]


def _left_out(path: Path) -> bool:
    return path == Path(FILE) or any(part.startswith(".") for part in path.parts)


def read_source(source: Source) -> Iterator[Document]:
    """Yield the documents of a file.

    Raises:
        SourceError: it cannot be read.
    """
    suffix = source.path.suffix.lower()
    if suffix not in registry.names("reader"):
        message = (
            f"no reader for {suffix or 'files without an ending'}; read are: {', '.join(registry.names('reader'))}"
        )
        raise SourceError(message)
    try:
        content = source.path.read_bytes()
        yield from map(with_turns, registry.find("reader", suffix)(content, Origin(source.id, str(source.path))))
    except OSError as error:
        message = f"{source.path} cannot be opened: {error.strerror or error}"
        raise SourceError(message) from error
    except OnRecordError as error:
        raise SourceError(str(error)) from error
