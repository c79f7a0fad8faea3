"""Who says which characters: pieces of content, tidied at the quotation marks and shared out among the cues."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from index.quotation_marks import Marking, Pair

Spans = tuple[tuple[int, int], ...]
_SPACE = " \t\r\n\u00a0"
_TRAILING = _SPACE + ",;:—–-"  # noqa: RUF001
_NEAR = 3
_SAME_PIECE = 0.4
_REPEATED = 0.3
_DOUBTFUL = 0.3


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: offsets into the text of what, who, and the words that say so."""

    content: Spans
    source: tuple[int, int] | None
    cue: tuple[int, int]
    score: float


class Piece(NamedTuple):
    """Characters that somebody says, and how certain it is that the cue at hand announces them."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution that has not yet been weighed against the others."""

    content: tuple[Piece, ...]
    source: tuple[int, int] | None
    cue: tuple[int, int]
    score: float


def settled(text: str, candidates: list[Candidate]) -> list[Attribution]:
    """Return the attributions that are left when no two say the same."""
    found = [Attribution(joined(text, one.content), one.source, one.cue, one.score) for one in share_out(candidates)]
    return [one for one in without_repeats(found) if one.score >= _DOUBTFUL]


def tidy(text: str, piece: Piece, marking: Marking) -> Piece:
    """Snap a piece to quotation marks, and leave out spaces, and a comma or a dash at its end."""
    start, end = stripped(text, *_continued(_snapped(text, (piece.start, piece.end), marking.pairs), marking.pairs))
    return Piece(start, end, piece.score)


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces at both ends, and a comma, colon or dash at the end."""
    while start < end and text[start] in _SPACE:
        start += 1
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def _snapped(text: str, span: tuple[int, int], pairs: tuple[Pair, ...]) -> tuple[int, int]:
    start, end = span
    for pair in pairs:
        if pair.end <= start or end <= pair.start:
            continue
        opens, closes = start <= pair.start + _NEAR, end >= pair.end - _NEAR
        if opens and not any(map(str.isalnum, text[start : pair.start])):
            start = pair.start
        if (opens and end < pair.end) or (closes and end <= pair.end + 1):
            end = pair.end
        if closes and pair.start < start:
            start = pair.start
    return start, end


def _continued(span: tuple[int, int], pairs: tuple[Pair, ...]) -> tuple[int, int]:
    """Take in the paragraphs of a quotation that is opened again in each, if one of them is in the span."""
    start, end = span
    neighbours = [(one, following) for one, following in pairwise(pairs) if not one.closed]
    for one, following in neighbours:
        if start <= one.start < end:
            end = max(end, following.end)
    for one, following in reversed(neighbours):
        if start <= following.start < end:
            start = min(start, one.start)
    return start, end


def joined(text: str, content: tuple[Piece, ...]) -> Spans:
    """Join the pieces that overlap or touch."""
    found: list[tuple[int, int]] = []
    for start, end, _ in sorted(content):
        if found and not text[found[-1][1] : start].strip(_SPACE):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def share_out(candidates: list[Candidate]) -> list[Candidate]:
    """Leave a piece that several claim to the one that is most certain of it, if the others have something left."""
    shared = []
    for candidate in candidates:
        rivals = [piece for other in candidates if other is not candidate for piece in other.content]
        kept = tuple(piece for piece in candidate.content if not _lost(piece, rivals))
        shared.append(replace(candidate, content=kept or candidate.content))
    return shared


def _lost(piece: Piece, rivals: list[Piece]) -> bool:
    return any(
        rival.score > piece.score and overlap((rival[:2],), (piece[:2],)) > _SAME_PIECE
        for rival in rivals
        if rival.start < piece.end and piece.start < rival.end
    )


def without_repeats(found: list[Attribution]) -> list[Attribution]:
    """Of attributions with nearly the same content keep the one that is most certain."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda one: (-one.score, one.cue)):
        if not any(overlap(attribution.content, other.content) > _REPEATED for other in kept):
            kept.append(attribution)
    return sorted(kept, key=lambda one: one.cue)


def overlap(one: Spans, other: Spans) -> float:
    """Return the Jaccard overlap of the characters of two lists of spans."""
    if not one or not other or max(one[0][0], other[0][0]) >= min(one[-1][1], other[-1][1]):
        return 0.0
    first = {place for start, end in one for place in range(start, end)}
    second = {place for start, end in other for place in range(start, end)}
    return len(first & second) / len(first | second)
