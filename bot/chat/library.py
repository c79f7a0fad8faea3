"""The sources that visitors ask, and what they may add to them: in one library for all, or each in their own."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock

from bot.chat.needs import Checker
from bot.errors import UploadError
from index import OnRecordError
from index.builder import Progress, remove, update
from index.errors import DamagedIndexError, UsageError
from index.manifest import Manifest
from index.reading.origin import is_address
from index.reading.sources import Failure, Source, read_source

_UPLOADS = "uploads"
"""The folder inside an index in which what visitors uploaded is kept."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of what a visitor gave: the ids of new documents, and what could not be read and why."""

    documents: tuple[str, ...]
    failed: tuple[Failure, ...]


@dataclass(frozen=True)
class Library:
    """An index, and for each visitor with private uploads a copy of it.

    Attributes:
        folder: of the index.
        opened: from the folder of an index to whoever answers from it now.
        private: whether what a visitor adds is seen by that visitor alone.
    """

    folder: Path
    opened: Callable[[Path], Checker]
    private: bool = False
    _lock: Lock = field(default_factory=Lock)

    def checker(self, visitor: str) -> Checker:
        """Return whoever answers a visitor now."""
        folder = self.place(visitor)
        try:
            return self.opened(folder)
        except DamagedIndexError:  # a build may have swapped the files in between
            return self.opened(folder)

    def place(self, visitor: str) -> Path:
        """Return the folder of the index that a visitor asks now."""
        own = self._own(visitor)
        return own if own.exists() else self.folder

    def add(self, visitor: str, places: Sequence[str], progress: Progress) -> Added:
        """Take files and addresses into the sources.

        Args:
            visitor: who gives them.
            places: paths of files, whose names they keep, and addresses.
            progress: told how many of how many are done; what it raises ends the work, and nothing is added.

        Raises:
            OnRecordError: nothing was added, and why.
        """
        with self._lock:
            folder = self._writable(visitor)
            failed: list[Failure] = []
            with _kept(folder / _UPLOADS) as kept:
                taken = [one for place in places if (one := self._take(folder, place, kept, failed))]
                if not taken:
                    return Added((), tuple(failed))
                report = update(taken, folder, progress=progress)
            return Added((*report.added, *report.changed), (*failed, *report.failed))

    def remove(self, visitor: str, document_id: str) -> None:
        """Take a document out of the sources.

        Raises:
            OnRecordError: it cannot be taken out, and why.
        """
        with self._lock:
            folder = self._writable(visitor)
            remove([document_id], folder)
            upload = folder / _UPLOADS / document_id
            if upload.parent == folder / _UPLOADS and upload.is_file():
                upload.unlink()

    def forget(self, visitor: str) -> None:
        """Delete what a visitor alone had added."""
        own = self._own(visitor)
        if self.private and own.exists():
            shutil.rmtree(own)

    def _own(self, visitor: str) -> Path:
        """Return the folder of a visitor's own index, whether it is there or not."""
        name = sha256(visitor.encode()).hexdigest()[:24]
        return self.folder.with_name(f"{self.folder.name}-private") / name if self.private else self.folder

    def _writable(self, visitor: str) -> Path:
        own = self._own(visitor)
        if not own.exists():
            draft = own.with_name(f"{own.name}.new")
            draft.mkdir(parents=True, exist_ok=True)
            built = Manifest.load(self.folder)
            for path in (built.corpus(self.folder), built.vectors(self.folder), self.folder / "manifest.json"):
                shutil.copy2(path, draft)
            draft.rename(own)
        return own

    def _take(self, folder: Path, place: str, kept: list[Path], failed: list[Failure]) -> str | Path | None:
        """Return what is to be read, a file moved to where it stays; what cannot be read is noted."""
        if is_address(place):
            return place
        path = _free(folder / _UPLOADS, Path(place).name, self.opened(folder))
        shutil.copyfile(place, path)
        kept.append(path)
        try:
            _check_new(path, self.opened(folder))
        except OnRecordError as error:
            path.unlink()
            failed.append(Failure(Path(place).name, str(error)))
            return None
        return path


@contextmanager
def _kept(folder: Path) -> Iterator[list[Path]]:
    """Yield a list for the files that are new in a folder; they are deleted where what is done inside fails."""
    folder.mkdir(exist_ok=True)
    new: list[Path] = []
    try:
        yield new
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _free(folder: Path, name: str, checker: Checker) -> Path:
    """Return a path whose name no document and no file has."""
    stem, ending, number = Path(name).stem, Path(name).suffix, 1
    while (folder / name).exists() or _is_there(checker, name):
        number += 1
        name = f"{stem} ({number}){ending}"
    return folder / name


def _is_there(checker: Checker, document_id: str) -> bool:
    try:
        checker.sources.document(document_id)
    except UsageError:
        return False
    return True


def _check_new(path: Path, checker: Checker) -> None:
    for document in read_source(Source(str(path), str(path), path.name)):
        if document.id != path.name and _is_there(checker, document.id):
            message = f"a document called {document.id!r} is in the sources already"
            raise UploadError(message)
