"""The seam where kinds of sets come in: what a set is told by, and how it is evaluated."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from eval.effort import Effort
from eval.journal import Do, InMemory, Journal, Progress

if TYPE_CHECKING:
    from eval.outcome import Rows
    from eval.results import Results

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Cases(Protocol[T_co]):
    """Cases that can be counted, and gone through."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[T_co]: ...


def unseen(_done: int, _total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a set is to be evaluated; a kind takes no notice of what does not concern it.

    Attributes:
        folder: the index to ask, where the set brings no documents of its own; None for the default.
        sources: sources to ask instead, in an index made for the run.
        limit: how many cases at most, spread evenly over the set; None for all.
        sample: how many cases at most, drawn by the seed; None for all.
        baselines: whether rivals are measured too.
        open_retrieval: whether questions are asked of all texts of the set together.
        seed: what every draw depends on.
        progress: told how far the run is.
        journal: keeps what came of each case.
    """

    folder: Path | None = None
    sources: Path | None = None
    limit: int | None = None
    sample: int | None = None
    baselines: bool = False
    open_retrieval: bool = False
    seed: int = 7
    progress: Progress = unseen
    journal: Journal = field(default_factory=InMemory)

    def keep(self, part: str, cases: "Cases[T]", do: "Do[T]", *, at_once: int = 1) -> "Rows":
        """Return an outcome's row for every case, and tell how far it is; see `eval.journal.Journal.keep`."""
        return self.journal.keep(part, cases, do, at_once=at_once, tell=lambda done: self.progress(done, len(cases)))


class SetKind(Protocol):
    """A kind of sets: told by a set's first row, and evaluated in its own way."""

    @property
    def name(self) -> str:
        """What the kind is called."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that tell it; of a folder, the files."""

    @property
    def asks_index(self) -> bool:
        """Whether an index is asked that is there already, and not one of the set's own texts."""

    @property
    def effort(self) -> Effort:
        """About how long a set takes."""

    def recognises(self, first: Mapping[str, Any]) -> bool:
        """Say whether a set is of this kind, by its first row; a folder's is the first row of each file, by stem."""

    def evaluate(self, path: Path, options: Options) -> "Results":
        """Measure on the set.

        Raises:
            CaseError: the set contradicts itself.
            OnRecordError: what is needed for the run cannot be used.
        """


@dataclass(frozen=True, slots=True)
class ByFields:
    """A kind of sets that is told by the fields of its rows.

    Attributes:
        name: what the kind is called.
        fields: the fields that the first row has; of a folder, the files that it holds.
        run: evaluates a set.
        without: fields that it does not have, where another kind has all of `fields` and more.
        asks_index: whether an index is asked that is there already, and not one of the set's own texts.
        effort: about how long a set takes.
    """

    name: str
    fields: tuple[str, ...]
    run: Callable[[Path, Options], "Results"]
    without: tuple[str, ...] = ()
    asks_index: bool = False
    effort: Effort = field(default_factory=Effort)

    def recognises(self, first: Mapping[str, Any]) -> bool:
        """Say whether the first row has all the fields, and none of the others."""
        return first.keys() >= set(self.fields) and first.keys().isdisjoint(self.without)

    def evaluate(self, path: Path, options: Options) -> "Results":
        """Measure on the set."""
        return self.run(path, options)


def spread(cases: Sequence[T], limit: int | None) -> list[T]:
    """Return `limit` of the cases, evenly spread, so that a set sorted by kind still gives every kind.

    >>> spread([1, 2, 3, 4, 5, 6], 3)
    [1, 3, 5]
    """
    if limit is None or limit >= len(cases):
        return list(cases)
    return [cases[number * len(cases) // limit] for number in range(limit)]


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """The cases of a set that a run takes; they are read anew each time, one after the other.

    Attributes:
        read: yields all cases of the set.
        places: where the cases that are taken stand, in order; None for all.
        count: how many are taken.
    """

    read: Callable[[], Iterable[T]]
    places: Sequence[int] | None
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[T]:
        if self.places is None:
            yield from self.read()
            return
        wanted = set(self.places)
        yield from (case for place, case in enumerate(self.read()) if place in wanted)


def chosen(read: Callable[[], Iterable[T]], options: Options) -> Chosen[T]:
    """Return the cases that a run takes: all, `limit` of them evenly spread, or a `sample` drawn by the seed.

    The set is gone through once, so that what is wrong with it is said before anything is asked.

    >>> list(chosen(lambda: "abcdef", Options(limit=3)))
    ['a', 'c', 'e']
    """
    count = sum(1 for _ in read())
    places: Sequence[int] | None = None
    if options.sample is not None and options.sample < count:
        places = sorted(random.Random(options.seed).sample(range(count), options.sample))  # noqa: S311 - no secret
    if options.limit is not None:
        places = spread(places if places is not None else range(count), options.limit)
    return Chosen(read, places, count if places is None else len(places))
