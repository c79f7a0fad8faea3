"""Sources to an index: incremental, and swapped in whole or not at all."""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import BusyIndexError
from index.generation import BuildReport, Generation, Progress
from index.passage_index import PassageIndex
from index.reading.sources import find_sources
from index.reranking import Reranker
from index.settings import IndexSettings

__all__ = ["DEFAULT_FOLDER", "BuildReport", "Progress", "build", "load", "remove", "update"]

DEFAULT_FOLDER = Path("var/index")


def load(folder: str | Path = DEFAULT_FOLDER, reranker: Reranker | None = None) -> PassageIndex:
    """Open the index in a folder; a search in it is put in order by the reranker, or else by the one on board.

    Raises:
        MissingIndexError: there is none.
        StaleIndexError: it was built with something else.
        DamagedIndexError: its files do not fit together.
    """
    return PassageIndex.open(Path(folder), reranker=reranker)


def build(sources: str | Path | Iterable[str | Path], folder: str | Path = DEFAULT_FOLDER) -> PassageIndex:
    """Build an index from files, folders and addresses, or bring it up to date, and open it; see `update`."""
    update(sources, folder)
    return load(folder)


def update(
    sources: str | Path | Iterable[str | Path],
    folder: str | Path = DEFAULT_FOLDER,
    *,
    settings: IndexSettings | None = None,
    replace: bool = False,
    progress: Progress = lambda _done, _total: None,
) -> BuildReport:
    """Bring the index in a folder up to date with files, folders and addresses.

    Only what changed is read by the models. What was built before and is gone from below the same root is dropped; what
    was built from elsewhere stays, unless `replace` starts anew. Until all is done the folder holds the earlier index.

    Raises:
        UsageError: a source does not exist.
        SourceError: there is nothing that could be read.
        DuplicateIdError: two sources have one id.
        StaleIndexError: the index was built with other settings.
        BusyIndexError: another build is writing the folder.
    """
    found = find_sources([sources] if isinstance(sources, (str, Path)) else list(sources))
    with _locked(Path(folder)) as target:
        return Generation(target, settings, replace=replace).run(found, progress)


def remove(documents: Iterable[str], folder: str | Path = DEFAULT_FOLDER) -> None:
    """Take documents out of the index in a folder, by their ids; a later build of their sources puts them back.

    Raises:
        UsageError: there is no such document, or none would be left.
        StaleIndexError: the index was built with something else.
        BusyIndexError: another build is writing the folder.
    """
    with _locked(Path(folder)) as target:
        Generation(target, None, replace=False).remove(set(documents))


@contextmanager
def _locked(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"another build is writing {folder}; wait for it to end"
            raise BusyIndexError(message) from error
        yield folder
