"""Articles with marked attributions, as windows with labels."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.tagging.content import Attribution
from index.tagging.decoding import BEGIN_CONTENT, BEGIN_SOURCE, LEFT, RIGHT, Cue
from index.tagging.windows import OVERLAP, WINDOW, Tokens, Window, pad, tokenize, windows

_FEATURE_LOSS = 0.08
_SHORT = 0.25


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution in tokens of the whole article."""

    cue: Cue
    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its tokens, and its attributions in characters and in tokens."""

    text: str
    tokens: Tokens
    expected: list[Attribution]
    marked: list[Marked]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows with cue labels, and the attributions in each."""

    numbers: NDArray[np.int64]
    features: NDArray[np.int64]
    mask: NDArray[np.int64]
    cue_labels: NDArray[np.int64]
    marked: list[list[Marked]]


def read_articles(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """Read a gzipped file of articles, one JSON object a line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return [_article(json.loads(line), tokenizer) for line in lines]


def _article(row: dict[str, Any], tokenizer: Tokenizer) -> Article:
    tokens = tokenize(row["text"], tokenizer)
    expected = [_expected(quote) for quote in row["quotes"] if quote["cue_spans"] and quote["content_spans"]]
    return Article(row["text"], tokens, expected, [_marked(one, tokens) for one in expected])


def _expected(quote: dict[str, Any]) -> Attribution:
    content = tuple(sorted((start, end) for start, end in quote["content_spans"]))
    speakers = sorted((start, end) for start, end in quote["speaker_spans"] or [])
    start, end = quote["cue_spans"][0]
    return Attribution(content, speakers[0] if speakers else None, (start, end), 1.0)


def _marked(attribution: Attribution, tokens: Tokens) -> Marked:
    def span(characters: tuple[int, int]) -> tuple[int, int]:
        first = int(np.searchsorted(tokens.offsets[:, 1], characters[0], side="right"))
        last = int(np.searchsorted(tokens.offsets[:, 0], characters[1], side="left"))
        return first, max(last, first + 1)

    content = tuple(span(piece) for piece in attribution.content)
    source = span(attribution.source) if attribution.source else None
    return Marked(Cue(*span(attribution.cue), 1.0), content, source)


def batches(articles: list[Article], size: int, dice: random.Random) -> Iterator[Batch]:
    """Yield every article once, cut at other places each time, in batches of like lengths."""
    cut = [(article, window) for article in articles for window in _cut(article.tokens, dice)]
    dice.shuffle(cut)
    pool = size * 16
    for start in range(0, len(cut), pool):
        near = sorted(cut[start : start + pool], key=lambda pair: pair[1].end - pair[1].start)
        groups = [near[begin : begin + size] for begin in range(0, len(near), size)]
        dice.shuffle(groups)
        yield from (_batch(group, dice) for group in groups)


def _cut(tokens: Tokens, dice: random.Random) -> list[Window]:
    size = dice.randint(40, 200) if dice.random() < _SHORT else WINDOW
    return windows(tokens, size, min(OVERLAP, size // 5), first_size=dice.randint(size // 3, size))


def _batch(group: list[tuple[Article, Window]], dice: random.Random) -> Batch:
    padded = [pad(article.tokens, [window]) for article, window in group]
    length = max(numbers.shape[1] for numbers, _, _ in padded)
    numbers, features, mask = (
        np.concatenate([np.pad(part, _room(part, length)) for part in parts]) for parts in zip(*padded, strict=True)
    )
    for row in range(len(group)):
        for column in range(2):
            if dice.random() < _FEATURE_LOSS:
                features[row, :, column] = 0
    marked = [
        [_moved(one, window.start) for one in article.marked if _inside(one, window)] for article, window in group
    ]
    return Batch(numbers, features, mask, _cue_labels(marked, mask), marked)


def _room(part: NDArray[np.int64], length: int) -> list[tuple[int, int]]:
    return [(0, 0), (0, length - part.shape[1]), *[(0, 0)] * (part.ndim - 2)]


def _inside(one: Marked, window: Window) -> bool:
    return window.start <= one.cue.first and one.cue.last <= window.end


def _moved(one: Marked, start: int) -> Marked:
    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] - start, span[1] - start

    cue = Cue(one.cue.first - start, one.cue.last - start, 1.0)
    return Marked(cue, tuple(moved(span) for span in one.content), moved(one.source) if one.source else None)


def _cue_labels(marked: list[list[Marked]], mask: NDArray[np.int64]) -> NDArray[np.int64]:
    labels = np.where(mask > 0, 0, -100)
    for row, attributions in enumerate(marked):
        for one in attributions:
            labels[row, 1 + one.cue.first] = 1
            labels[row, 2 + one.cue.first : 1 + one.cue.last] = 2
    return labels


def labels_around(one: Marked | None, cue: Cue) -> NDArray[np.int64]:
    """Return the labels of the tokens around a cue; all outside if the cue announces nothing."""
    labels = np.zeros(LEFT + RIGHT, dtype=np.int64)
    shift = LEFT - cue.first
    spans = [(BEGIN_CONTENT, span) for span in one.content] if one else []
    spans += [(BEGIN_SOURCE, one.source)] if one and one.source else []
    for begin, (first, last) in spans:
        start, end = max(0, first + shift), min(LEFT + RIGHT, last + shift)
        if start < end:
            labels[start] = begin
            labels[start + 1 : end] = begin + 1
    return labels
