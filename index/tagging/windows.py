"""From a text to the windows that the quotation tagger reads: token numbers, features and offsets."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.quotation_marks import Marking, pair_marks, paragraphs, plain_marks

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

WINDOW = 320
OVERLAP = 64
FEATURES = (5, 3, 2)
_CLS, _SEP, _PAD = 101, 102, 0
_OUTSIDE, _INSIDE, OPENING, CLOSING, _ODD = range(5)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A whole text as tokens: number, three features and offsets of each, and where a window may start."""

    numbers: "NDArray[np.int64]"
    features: "NDArray[np.int64]"
    offsets: "NDArray[np.int64]"
    paragraph: "NDArray[np.int64]"
    marking: Marking

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens from `start` to `end`; this window answers for the cues from `first` to `last`."""

    start: int
    end: int
    first: int
    last: int


def tokenize(text: str, tokenizer: "Tokenizer") -> Tokens:
    """Return the tokens of a text, with features that an uncased vocabulary does not hold."""
    marking = pair_marks(text)
    encoding = tokenizer.encode(plain_marks(text, marking), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts = [start for start, _ in paragraphs(text)]
    owner = np.searchsorted(np.array(starts, dtype=np.int64), offsets[:, 0], side="right").astype(np.int64)
    breaks = np.diff(owner, prepend=-1) > 0
    places = _places(marking, len(text))[offsets[:, 0]] if len(offsets) else np.zeros(0, dtype=np.int64)
    cases = np.array([_case(text[start:end]) for start, end in offsets.tolist()], dtype=np.int64)
    features = (
        np.stack([places, cases, breaks.astype(np.int64)], axis=1) if len(offsets) else np.zeros((0, 3), np.int64)
    )
    return Tokens(np.array(encoding.ids, dtype=np.int64), features, offsets, owner, marking)


def windows(tokens: Tokens, size: int = WINDOW, overlap: int = OVERLAP, first_size: int | None = None) -> list[Window]:
    """Cut at paragraphs where possible; consecutive windows share a little, and split it between them."""
    ranges = list(_ranges(tokens, size, overlap, first_size or size))
    found = []
    for position, (start, end) in enumerate(ranges):
        before = ranges[position - 1][1] if position else start
        after = ranges[position + 1][0] if position + 1 < len(ranges) else end
        first = (start + before) // 2 if position else start
        last = (after + end) // 2 if position + 1 < len(ranges) else end
        found.append(Window(start, end, first, last))
    return found


def _ranges(tokens: Tokens, size: int, overlap: int, first_size: int) -> Iterator[tuple[int, int]]:
    borders = [*np.flatnonzero(tokens.features[:, 2]).tolist(), len(tokens)]
    start, room = 0, first_size
    while start < len(tokens):
        end = min(start + room, len(tokens))
        border = borders[bisect.bisect_right(borders, end) - 1]
        end = border if border > start + room // 3 else end
        yield start, end
        if end >= len(tokens):
            return
        again = borders[bisect.bisect_left(borders, end - overlap)]
        start, room = again if again < end or border == end else end - overlap, size
        start = max(start, 1) if start else end


def pad(tokens: Tokens, batch: list[Window]) -> "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]":
    """Return token numbers, features and mask of a batch of windows, each between [CLS] and [SEP]."""
    length = max(window.end - window.start for window in batch) + 2
    numbers = np.full((len(batch), length), _PAD, dtype=np.int64)
    features = np.zeros((len(batch), length, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((len(batch), length), dtype=np.int64)
    for row, window in enumerate(batch):
        size = window.end - window.start
        numbers[row, 0], numbers[row, size + 1] = _CLS, _SEP
        numbers[row, 1 : size + 1] = tokens.numbers[window.start : window.end]
        features[row, 1 : size + 1] = tokens.features[window.start : window.end]
        mask[row, : size + 2] = 1
    return numbers, features, mask


def _places(marking: Marking, length: int) -> "NDArray[np.int64]":
    places = np.zeros(length + 1, dtype=np.int64)
    for mark in marking.odd:
        if mark.family != "single":
            places[mark.start : mark.end] = _ODD
    for pair in marking.pairs:
        places[pair.start : pair.end] = _INSIDE
        places[pair.start : pair.start + pair.opening] = OPENING
        places[pair.end - pair.closing : pair.end] = CLOSING
    return places


def _case(word: str) -> int:
    if word[:1].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 0
