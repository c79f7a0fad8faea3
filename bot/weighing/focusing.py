"""Long evidence, cut to the sentences that speak about the claim."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING, Final

from bot.windows import is_common, stem
from index.document import Document
from index.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS: Final = 240
_LONGEST: Final = 50  # words: longer sentences (tables, lists) are cut
_WORDS: Final = re.compile(r"\w+")
_NEAR: Final = 0.25  # the share of its neighbours' weight that a sentence gets


def focused(claim: str, evidence: str, most: int = MOST_WORDS) -> str:
    """Return the evidence; of a long one about `most` words: the sentences that share most with the claim, in order.

    >>> focused("Rome is old.", "Rome is old.")
    'Rome is old.'
    """
    if len(evidence.split()) <= most:
        return evidence
    parts = pieces(evidence)
    chosen: set[int] = set()
    room = most
    for number in _by_weight(content(claim), parts):
        size = len(parts[number].split())
        if size <= room:
            chosen.add(number)
            room -= size
    return " ".join(parts[number] for number in sorted(chosen))


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, those of more than 50 words cut."""
    spans = sentences(Document("evidence", text)) if text.strip() else []
    found = []
    for span in spans:
        words = text[span.start : span.end].split()
        found += [" ".join(words[start : start + _LONGEST]) for start in range(0, len(words), _LONGEST)]
    return tuple(found)


def content(text: str) -> set[str]:
    """Return the words of a text that are not common ones, less their endings."""
    return {stem(word) for word in _WORDS.findall(text.lower()) if not is_common(word)}


def _by_weight(claimed: set[str], parts: Sequence[str]) -> list[int]:
    shared = [content(part) & claimed for part in parts]
    spread = Counter(word for words in shared for word in words)
    own = [fsum(1 / spread[word] ** 0.5 for word in words) for words in shared]
    around = [sum(own[max(0, number - 1) : number + 2]) for number in range(len(own))]
    total = [mine + _NEAR * (near - mine) for mine, near in zip(own, around, strict=True)]
    return sorted(range(len(parts)), key=lambda number: (-total[number], number))
