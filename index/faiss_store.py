"""The default store: FAISS (Johnson et al., 2019), and the only file that imports it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np

from index.embedding import Vectors
from index.errors import DamagedIndexError, SettingsError
from index.store import Scored


class FaissStore:
    """Keeps vectors in a FAISS index that a factory string describes, `Flat` by default.

    Only kinds that can remove vectors and need no training serve an index that grows and shrinks.
    """

    def __init__(self, argument: str = "Flat") -> None:
        self._argument = argument or "Flat"
        if self._argument != "Flat":
            message = f"faiss:{self._argument} is not offered; take faiss:Flat, which is exact and can remove vectors"
            raise SettingsError(message)
        self._faiss: Any = None

    def __len__(self) -> int:
        return int(self._faiss.ntotal) if self._faiss else 0

    def add(self, keys: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in; their keys are new."""
        if not len(keys):
            return
        if self._faiss is None:
            flat = faiss.index_factory(vectors.shape[1], self._argument, faiss.METRIC_INNER_PRODUCT)
            self._faiss = faiss.IndexIDMap2(flat)
        self._faiss.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(keys, np.int64))

    def remove(self, keys: Sequence[int]) -> None:
        """Take vectors out; keys that are not in are ignored."""
        if self._faiss is not None and len(keys):
            self._faiss.remove_ids(np.asarray(keys, np.int64))

    def search(self, vector: Vectors, limit: int, among: Sequence[int] | None = None) -> Scored:
        """Return the keys nearest to one vector, at most `limit`, from `among` where it is given."""
        if not len(self) or limit < 1 or (among is not None and not len(among)):
            return []
        parameters = None
        if among is not None:
            make: Any = faiss.SearchParameters
            parameters = make(sel=faiss.IDSelectorBatch(np.asarray(among, np.int64)))
        query = np.ascontiguousarray(vector, np.float32).reshape(1, -1)
        scores, keys = self._faiss.search(query, min(limit, len(self)), params=parameters)
        # Results past what was found are padded with the key -1.
        found = [(int(key), float(score)) for key, score in zip(keys[0], scores[0], strict=True) if key != -1]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def save(self, path: Path) -> None:
        """Write everything to one file."""
        if self._faiss is None:
            path.write_bytes(b"")
        else:
            faiss.write_index(self._faiss, str(path))

    def load(self, path: Path) -> Self:
        """Return a store with what `save` wrote."""
        store = type(self)(self._argument)
        try:
            if path.stat().st_size:
                store._faiss = faiss.read_index(str(path))
        except (OSError, RuntimeError) as error:
            message = f"{path} holds no FAISS index; build again with --replace"
            raise DamagedIndexError(message) from error
        return store
