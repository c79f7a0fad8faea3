"""The outcomes of a run on disk, as they come: an interrupted run goes on where it stopped, and memory stays small.

FOLDER/run.json        what the run is: its set, settings, versions and models; another run has another one
FOLDER/bot.jsonl       an outcome a line, in the order of the cases; other systems have files of their own
FOLDER/made/           what was made for the run and can be made again: the index of a set's own texts
"""

import fcntl
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, TypeVar

from eval.errors import CaseError
from eval.outcome import Outcome, Rows
from eval.stored_rows import StoredRows, kept, mend

Case = TypeVar("Case")
Do = Callable[[list[Case]], Iterable[Outcome]]
"""From a few cases to what came of them."""

Progress = Callable[[int, int], None]
"""Told how many cases of how many are done."""

Told = Callable[[int], object]


def unheard(_done: int) -> None:
    """Tell nobody how many cases are done."""


class Journal(Protocol):
    """Keeps outcomes."""

    def keep(self, part: str, cases: Iterable[Case], do: Do[Case], *, at_once: int = 1, tell: Told = unheard) -> Rows:
        """Return an outcome's row for every case.

        Args:
            part: who is measured ("bot", "BM25"), and on what where that differs.
            cases: the cases, in an order that is the same each time.
            do: gives the outcomes of a few cases; not called for cases whose outcomes are kept already.
            at_once: how many cases are given to `do` together.
            tell: told how many cases are done, those included that were kept already.
        """

    def room(self) -> AbstractContextManager[Path]:
        """Return a folder for what is made for the run and can be made again, such as an index."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A journal that forgets; for small sets and from Python."""

    def keep(self, part: str, cases: Iterable[Case], do: Do[Case], *, at_once: int = 1, tell: Told = unheard) -> Rows:
        """Return the rows of all cases."""
        del part
        return [outcome.plain() for few in counted(batches(cases, at_once), 0, tell) for outcome in do(few)]

    @contextmanager
    def room(self) -> Iterator[Path]:
        """Yield a folder that is gone afterwards."""
        with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
            yield Path(temporary)


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A journal in a folder. Made by `open_journal`."""

    folder: Path

    @property
    def cases(self) -> int:
        """How many cases are kept."""
        return sum(mend(path)[0] for path in self.folder.glob("*.jsonl"))

    def keep(self, part: str, cases: Iterable[Case], do: Do[Case], *, at_once: int = 1, tell: Told = unheard) -> Rows:
        """Return the rows of all cases: those of an earlier, interrupted run as they are, and the others as they come.

        A case may have several outcomes; they are kept together, or not at all.
        """
        path = self.folder / f"{re.sub(r'[^a-zA-Z0-9]+', '-', part)}.jsonl"
        done, count = mend(path)
        with path.open("ab") as file:
            for few in counted(batches(islice(cases, done, None), at_once), done, tell):
                outcomes = list(do(few))
                file.write(kept(few, outcomes))
                file.flush()
                count += len(outcomes)
        return StoredRows(path, count)

    @contextmanager
    def room(self) -> Iterator[Path]:
        """Yield a folder beside the rows, so that what is made there need not be made again after an interruption."""
        yield self.folder / "made"


@contextmanager
def open_journal(folder: Path, identity: Mapping[str, Any]) -> Iterator[OnDisk]:
    """Yield the journal in a folder, made if there is none; nobody else can write to it meanwhile.

    Raises:
        CaseError: the folder holds the journal of another run, or a run is going on there; the message says so.
    """
    file, plain = folder / "run.json", json.loads(json.dumps(identity))
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("a+", encoding="utf-8") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"a run is going on in {folder}; wait for it, or name another folder"
            raise CaseError(message) from error
        _check_same(file, plain)
        file.write_text(json.dumps(plain, indent=2), encoding="utf-8")
        yield OnDisk(folder)


def _check_same(file: Path, identity: Mapping[str, Any]) -> None:
    found = json.loads(file.read_bytes() or b"null")
    if found is None:
        return
    if differing := [name for name in {**identity, **found} if identity.get(name) != found.get(name)]:
        message = f"{file.parent} holds another run: it differs in {', '.join(differing)}; name another folder"
        raise CaseError(message)


def batches(cases: Iterable[Case], size: int) -> Iterator[list[Case]]:
    """Yield lists of `size` cases; the last may be shorter.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    remaining = iter(cases)
    while few := list(islice(remaining, size)):
        yield few


def counted(few: Iterable[list[Case]], done: int, tell: Told) -> Iterator[list[Case]]:
    """Yield lists of cases, and tell before each, and after the last, how many are done.

    >>> told = []
    >>> list(counted([["a", "b"], ["c"]], 5, told.append)), told
    ([['a', 'b'], ['c']], [5, 7, 8])
    """
    for cases in few:
        tell(done)
        yield cases
        done += len(cases)
    tell(done)
