"""Sentences to passages: whole sentences, as many as fit, each passage repeating the end of the one before."""

import re
from collections.abc import Callable, Iterator, Sequence

from index.document import Document, Passage, Span

Length = Callable[[Sequence[str]], Sequence[int]]
"""Texts to their lengths in the embedder's tokens."""

_WORD = re.compile(r"\S+\s*")


def passages(document: Document, sentences: Sequence[Span], length: Length, limit: int, overlap: int) -> list[Passage]:
    """Return the passages of a document, in order.

    Every sentence lies in at least one of them. None is longer than `limit` tokens: a sentence that is gets cut between
    words. Each starts at most `overlap` tokens before the one before it ends, and always further on.
    """
    pieces = [piece for sentence in sentences for piece in _fitting(document.text, sentence, length, limit)]
    tokens = list(length([document.text[piece.start : piece.end] for piece in pieces])) if pieces else []
    return [
        Passage(document, Span(pieces[first].start, pieces[last].end)) for first, last in _runs(tokens, limit, overlap)
    ]


def _runs(tokens: Sequence[int], limit: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last piece of each passage."""
    first = 0
    while first < len(tokens):
        last, total = first, tokens[first]
        while last + 1 < len(tokens) and total + tokens[last + 1] <= limit:
            last += 1
            total += tokens[last]
        yield first, last
        if last + 1 == len(tokens):
            return
        first = _step_back(tokens, first, last + 1, min(overlap, limit - tokens[last + 1]))


def _step_back(tokens: Sequence[int], first: int, following: int, overlap: int) -> int:
    """Return where the next passage starts: up to `overlap` tokens before the piece that did not fit."""
    start, repeated = following, 0
    while start - 1 > first and repeated + tokens[start - 1] <= overlap:
        start -= 1
        repeated += tokens[start]
    return start


def _fitting(text: str, sentence: Span, length: Length, limit: int) -> Iterator[Span]:
    """Yield the sentence, or its parts where it does not fit."""
    if len(sentence) <= limit or length([text[sentence.start : sentence.end]])[0] <= limit:
        yield sentence
        return
    yield from _halves(text, sentence, length, limit)


def _halves(text: str, span: Span, length: Length, limit: int) -> Iterator[Span]:
    middle = (span.start + span.end) // 2
    gaps = [word.end() for word in _WORD.finditer(text, span.start, span.end)][:-1]
    cut = min(gaps, key=lambda gap: abs(gap - middle), default=middle)
    for start, end in ((span.start, cut), (cut, span.end)):
        part = Span(start, end)
        if len(part) == 1 or length([text[start:end]])[0] <= limit:
            yield part
        else:
            yield from _halves(text, part, length, limit)
