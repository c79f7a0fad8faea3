"""The seam where texts become vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Rows of unit length, shape (texts, dimension)."""


class Embedder(Protocol):
    """Turns texts into vectors of unit length, so that an inner product is a cosine."""

    @property
    def digest(self) -> str:
        """What the vectors depend on: two embedders with one digest give the same vectors."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    @property
    def limit(self) -> int:
        """How many tokens of a text are read."""

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a vector for each text, in order."""
