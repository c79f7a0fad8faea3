"""The seam where vectors are kept: numbers in, numbers out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

from index.embedding import Vectors

Scored = list[tuple[int, float]]
"""Keys with their cosines, best first; equal cosines by rising key."""


class VectorStore(Protocol):
    """Keeps vectors of unit length under keys, and finds the nearest.

    Every store passes one contract test against `ExactStore`: same keys, same order, same scores, after `save` and
    `load` too.
    """

    def __len__(self) -> int: ...

    def add(self, keys: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in; their keys are new."""

    def remove(self, keys: Sequence[int]) -> None:
        """Take vectors out; keys that are not in are ignored."""

    def search(self, vector: Vectors, limit: int, among: Sequence[int] | None = None) -> Scored:
        """Return the keys nearest to one vector (shape: dimension), at most `limit`, from `among` where it is given."""

    def save(self, path: Path) -> None:
        """Write everything to one file."""

    def load(self, path: Path) -> Self:
        """Return a store of the same kind with what `save` wrote.

        Raises:
            DamagedIndexError: the file holds something else.
        """
