"""From probabilities to spans of tokens: cues, and for each cue the pieces of its content and of its source."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.tagging.windows import CLOSING, OPENING

if TYPE_CHECKING:
    from numpy.typing import NDArray

OUTSIDE, BEGIN_CONTENT, INSIDE_CONTENT, BEGIN_SOURCE, INSIDE_SOURCE = LABELS = range(5)
LEFT, RIGHT = 64, 80
CUE_THRESHOLD = 0.5
_FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` (past the end) that announce words, thoughts or plans of somebody."""

    first: int
    last: int
    score: float


def find_cues(probabilities: "NDArray[np.float32]", threshold: float = CUE_THRESHOLD) -> list[Cue]:
    """Return the cues in rows of (outside, begin, inside) probabilities, one row a token."""
    inside = 1 - probabilities[:, 0]
    cues: list[Cue] = []
    first: int | None = None
    for token in range(len(inside) + 1):
        over = token == len(inside) or inside[token] < threshold
        if first is not None and (over or probabilities[token, 1] > probabilities[token, 2]):
            cues.append(Cue(first, token, float(inside[first:token].max())))
            first = None
        if first is None and not over:
            first = token
    return cues


def best_labels(scores: "NDArray[np.float32]") -> "NDArray[np.int64]":
    """Return the best lawful sequence of labels (Viterbi) for a batch: (cues, tokens, labels) log probabilities."""
    transitions = _transitions()
    count, length, _ = scores.shape
    came_from = np.zeros((count, length, len(LABELS)), dtype=np.int64)
    best = scores[:, 0] + np.where(np.isin(LABELS, (INSIDE_CONTENT, INSIDE_SOURCE)), _FORBIDDEN, 0.0)
    for token in range(1, length):
        paths = best[:, :, None] + transitions
        came_from[:, token] = paths.argmax(axis=1)
        best = paths.max(axis=1) + scores[:, token]
    labels = np.zeros((count, length), dtype=np.int64)
    labels[:, -1] = best.argmax(axis=1)
    for token in range(length - 1, 0, -1):
        labels[:, token - 1] = came_from[np.arange(count), token, labels[:, token]]
    return labels


def _transitions() -> "NDArray[np.float64]":
    allowed = np.zeros((len(LABELS), len(LABELS)))
    for inside in (INSIDE_CONTENT, INSIDE_SOURCE):
        allowed[:, inside] = _FORBIDDEN
        allowed[[inside - 1, inside], inside] = 0.0
    return allowed


def pieces(labels: "NDArray[np.int64]", begin: int) -> list[tuple[int, int]]:
    """Return the runs of one kind (`begin` and what follows it) as half-open token ranges."""
    found: list[tuple[int, int]] = []
    for token, label in enumerate(labels.tolist()):
        if label == begin:
            found.append((token, token + 1))
        elif label == begin + 1 and found:
            found[-1] = (found[-1][0], token + 1)
    return found


def split_quotations(spans: list[tuple[int, int]], places: "NDArray[np.int64]") -> list[tuple[int, int]]:
    """Part pieces where one quotation ends and another begins: they may belong to different people."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        start = first
        for token in range(first + 1, last):
            if places[token] == OPENING and places[token - 1] == CLOSING:
                found.append((start, token))
                start = token
        found.append((start, last))
    return found
