"""The reference store: all cosines, by a matrix product."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

import numpy as np

from index.embedding import Vectors
from index.errors import DamagedIndexError
from index.store import Scored

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ONE_AT_A_TIME = Lock()
"""numpy parses an array's header as Python, which CPython 3.11 may fail at in several threads (gh-106905)."""


class ExactStore:
    """Keeps vectors in memory and compares with every one of them."""

    def __init__(self, argument: str = "") -> None:
        self._argument = argument
        self._keys: NDArray[np.int64] = np.empty(0, np.int64)
        self._vectors: Vectors = np.empty((0, 0), np.float32)

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, keys: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in; their keys are new."""
        self._keys = np.concatenate([self._keys, np.asarray(keys, np.int64)])
        self._vectors = np.concatenate([self._vectors, vectors]) if self._vectors.size else vectors.copy()

    def remove(self, keys: Sequence[int]) -> None:
        """Take vectors out; keys that are not in are ignored."""
        kept = ~np.isin(self._keys, np.asarray(keys, np.int64))
        self._keys, self._vectors = self._keys[kept], self._vectors[kept]

    def search(self, vector: Vectors, limit: int, among: Sequence[int] | None = None) -> Scored:
        """Return the keys nearest to one vector, at most `limit`, from `among` where it is given."""
        if not len(self) or limit < 1:
            return []
        rows = np.arange(len(self)) if among is None else np.flatnonzero(np.isin(self._keys, list(among)))
        cosines = self._vectors[rows] @ vector
        order = np.lexsort((self._keys[rows], -cosines))[:limit]
        return [(int(self._keys[rows[row]]), float(cosines[row])) for row in order]

    def save(self, path: Path) -> None:
        """Write everything to one file."""
        with path.open("wb") as file:
            np.savez(file, keys=self._keys, vectors=self._vectors)

    def load(self, path: Path) -> Self:
        """Return a store with what `save` wrote."""
        store = type(self)(self._argument)
        try:
            with _ONE_AT_A_TIME, np.load(path, allow_pickle=False) as arrays:
                store._keys, store._vectors = arrays["keys"], arrays["vectors"]
        except (OSError, ValueError, KeyError) as error:
            message = f"{path} holds no vectors: {error}; build again with --replace"
            raise DamagedIndexError(message) from error
        return store
