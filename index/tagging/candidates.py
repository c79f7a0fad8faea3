"""One cue and its surroundings: what the head is given, and the attribution that its answer stands for."""

from typing import TYPE_CHECKING

import numpy as np

from index.tagging.content import Candidate, Piece, tidy
from index.tagging.decoding import (
    BEGIN_CONTENT,
    BEGIN_SOURCE,
    INSIDE_CONTENT,
    LEFT,
    RIGHT,
    Cue,
    pieces,
    split_quotations,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.tagging.windows import Tokens

    Array = NDArray[np.float32]

_IMPOSSIBLE = -1e4


def surroundings(states: "Array", cue: Cue) -> "tuple[Array, Array, Array]":
    """Cut the states around a cue to a fixed size: states, which of them exist, and which are the cue's."""
    cut = np.zeros((LEFT + RIGHT, states.shape[1]), dtype=np.float32)
    mask, is_cue = np.zeros((2, LEFT + RIGHT), dtype=np.float32)
    start, end = max(0, cue.first - LEFT), min(len(states), cue.first + RIGHT)
    shift = LEFT - cue.first
    cut[start + shift : end + shift] = states[start:end]
    mask[start + shift : end + shift] = 1
    is_cue[LEFT : min(LEFT + cue.last - cue.first, LEFT + RIGHT)] = 1
    return cut, mask, is_cue


def only_text(scores: "Array", mask: "Array") -> "Array":
    """Rule out every label but the first, which means nothing, where there is no text."""
    impossible = np.array([0, *[_IMPOSSIBLE] * (scores.shape[2] - 1)], dtype=np.float32)
    return np.where(mask[:, :, None] > 0, scores, impossible)


class Surroundings:
    """The tokens that the head saw around a cue, as places in the text."""

    def __init__(self, text: str, tokens: "Tokens", first: int) -> None:
        """Take the text, its tokens, and the cue's first token."""
        self._text, self._tokens, self._shift = text, tokens, first - LEFT

    def candidate(self, cue: Cue, labels: "NDArray[np.int64]", scores: "Array") -> Candidate | None:
        """Return who says what according to the labels, or None if nothing is said."""
        spans = split_quotations(pieces(labels, BEGIN_CONTENT), self._places(len(labels)))
        content = tuple(piece for piece in self._tidied(spans, scores) if piece.start < piece.end)
        if not content:
            return None
        ends = [token for first, last in spans for token in (first, last - 1)]
        sure = float(np.exp(scores[ends, labels[ends]]).mean())
        sources = pieces(labels, BEGIN_SOURCE)
        source = max(sources, key=lambda span: float(scores[span[0], BEGIN_SOURCE])) if sources else None
        announced = self._characters((LEFT, LEFT + cue.last - cue.first))
        return Candidate(content, self._characters(source) if source else None, announced, cue.score * sure)

    def _tidied(self, spans: list[tuple[int, int]], scores: "Array") -> list[Piece]:
        share = np.exp(scores[:, [BEGIN_CONTENT, INSIDE_CONTENT]]).sum(axis=1)
        found = [Piece(*self._characters(span), float(share[slice(*span)].mean())) for span in spans]
        return [tidy(self._text, piece, self._tokens.marking) for piece in found]

    def _characters(self, span: tuple[int, int]) -> tuple[int, int]:
        offsets = self._tokens.offsets
        return int(offsets[span[0] + self._shift, 0]), int(offsets[span[1] - 1 + self._shift, 1])

    def _places(self, length: int) -> "NDArray[np.int64]":
        places = np.zeros(length, dtype=np.int64)
        start, end = max(0, -self._shift), min(length, len(self._tokens) - self._shift)
        places[start:end] = self._tokens.features[start + self._shift : end + self._shift, 0]
        return places
