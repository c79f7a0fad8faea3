"""A question and a text, cut into the windows that the reader sees.

Every window is ``[CLS] question [SEP] part of the text [SEP]``. Beside the token ids it carries one *kind* for each
token, fed to the network where BERT has its segment ids: question or text, and whether the same word (less its ending)
stands on the other side too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

QUESTION: Final = 0
TEXT: Final = 1
TEXT_SHARED: Final = 2
QUESTION_SHARED: Final = 3
KINDS: Final = 4

WINDOW_TOKENS: Final = 320
QUESTION_TOKENS: Final = 64
OVERLAP_TOKENS: Final = 100

_CLS: Final = 101
_SEP: Final = 102
_ENDINGS: Final = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y")
_SHORTEST_STEM: Final = 3
_COMMON: Final = """
a an the of in on at to for from by with and or but as is are was were be been being am do does did have has had
it its this that these those there who whom whose what which when where why how he she they him her them his
their we us our you your i me my not no so than then into about can could will would may might should must one
some any many much something someone type kind name
"""
_COMMON_WORDS: Final = frozenset(_COMMON.split())


@dataclass(frozen=True, slots=True)
class Window:
    """One window: what the network is fed, and where each token of the text lies."""

    tokens: NDArray[np.int64]
    kinds: NDArray[np.int64]
    first: int  # the position of the first token of the text
    offsets: tuple[tuple[int, int], ...]  # of the tokens of the text, code points

    @property
    def stop(self) -> int:
        """The position after the last token of the text."""
        return self.first + len(self.offsets)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word less one common ending; equal stems count as the same word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def is_common(word: str) -> bool:
    """Whether the lower-case word says too little to count as shared."""
    return word in _COMMON_WORDS


def stem_numbers(vocabulary: dict[str, int]) -> NDArray[np.int64]:
    """For each token id the number of its stem; 0 for common words, marks and word pieces inside words."""
    numbers = np.zeros(max(vocabulary.values()) + 1, dtype=np.int64)
    known: dict[str, int] = {}
    for word, token in vocabulary.items():
        if word.isalnum() and word not in _COMMON_WORDS:
            numbers[token] = known.setdefault(stem(word), len(known) + 1)
    return numbers


class WindowMaker:
    """Cuts pairs of question and text into windows."""

    def __init__(self, tokenizer_file: Path) -> None:
        """Read the tokenizer, which must be BERT's uncased one."""
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self._stems = stem_numbers(vocabulary)
        self.inside_word = np.zeros(len(self._stems), dtype=bool)
        self.inside_word[[token for word, token in vocabulary.items() if word.startswith("##")]] = True

    def windows(
        self, question: str, text: str, size: int = WINDOW_TOKENS, most: int = QUESTION_TOKENS
    ) -> Iterator[Window]:
        """The windows over the text, overlapping; none for a text without a word.

        A window has at most `size` tokens, `most` of them the question's.
        """
        asked = self._tokenizer.encode(question, add_special_tokens=False).ids[:most]
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        tokens, offsets = encoding.ids, encoding.offsets
        room = size - len(asked) - 3
        for start in window_starts(len(tokens), room, OVERLAP_TOKENS):
            part = slice(start, start + room)
            yield self._window(asked, tokens[part], tuple(offsets[part]))

    def _window(self, asked: list[int], tokens: list[int], offsets: tuple[tuple[int, int], ...]) -> Window:
        everything = np.array([_CLS, *asked, _SEP, *tokens, _SEP], dtype=np.int64)
        first = len(asked) + 2
        kinds = np.full(len(everything), TEXT, dtype=np.int64)
        kinds[:first] = QUESTION
        stems = self._stems[everything]
        here, there = stems[first:], stems[:first]
        kinds[first:][np.isin(here, there) & (here > 0)] = TEXT_SHARED
        kinds[:first][np.isin(there, here) & (there > 0)] = QUESTION_SHARED
        return Window(everything, kinds, first, offsets)


def window_starts(length: int, room: int, overlap: int) -> Iterator[int]:
    """Where windows of ``room`` tokens start so that they cover ``length`` tokens, ``overlap`` of them twice."""
    start = 0
    while start < length:
        yield start
        if start + room >= length:
            return
        start += room - overlap
