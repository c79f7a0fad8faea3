"""Documents to utterances: the words that stand in quotation marks or in a turn, with whoever is quoted with them.

Marks decide what is quoted, and the quotations of the index decide who says it: words in marks are somebody's words
even where nobody was found to say them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.quotes.normal_words import Word, words
from index import Document, Passage, Quotation, Span
from index.quotation_marks import paragraphs, quoted
from index.speech_verbs import denies_saying

Quotations = Callable[[Passage], Sequence[Quotation]]
"""From a passage to the quotations that overlap it."""

_CUE, _LONGEST_CUE = 15, 40
"""How many words stand at most between two pieces of one quotation; the second where somebody is known to say it."""
_CUE_LENGTH = 80
"""How many characters before words tell whether they were said."""
_SCARE = 2
"""How many words in marks are no quotation where nobody is said to have said them."""
_REOPENED = re.compile(r"\s*\n\W*")
"""Between the paragraphs of one quotation: no mark closes the first, another one opens the second."""
_STARTS_PARAGRAPH = re.compile(r"\n\W*\Z")
_MARKS = "\"'`\u201c\u2018\u201e\u00ab "
_PAUSE = re.compile(r"[,.:;?!\u2026\u2013\u2014\u201d-]\Z|\A\Z|\n\Z")
_COVERED = 0.5
"""The least share of some words that a quotation of them holds."""


@dataclass(frozen=True)
class Utterance:
    """Somebody's very words in a document, in pieces where the document interrupts them.

    Attributes:
        pieces: what stands in quotation marks, or a turn; in order.
        quotations: the document's quotations that these words belong to; none where nobody is named for them.
    """

    pieces: tuple[Passage, ...]
    quotations: tuple[Quotation, ...] = ()

    @property
    def document(self) -> Document:
        """The document that gives the words."""
        return self.pieces[0].document

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end

    @cached_property
    def words(self) -> list[Word]:
        """The words of all pieces, with their offsets in the document."""
        return [word for piece in self.pieces for word in words(self.document.text, piece.start, piece.end)]

    def reaches(self, passage: Passage) -> bool:
        """Say whether some of the words lie in a passage."""
        same = self.document.id == passage.document.id
        return same and any(piece.span.overlaps(passage.span) for piece in self.pieces)

    def between(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the pieces of a stretch of the document that are said."""
        cut = [(max(piece.start, start), min(piece.end, end)) for piece in self.pieces]
        return tuple(Passage(self.document, Span(first, last)) for first, last in cut if first < last)


def utterances(document: Document, near: Sequence[Passage], quotations: Quotations) -> Iterator[Utterance]:
    """Yield the utterances of a document that reach into some of its passages, in order.

    A word or two in marks that nobody is said to have said is none, nor is what somebody did not say. Those of a
    transcript come without their quotations, for it has many; see `attributed`.

    Args:
        document: what is quoted from.
        near: passages of the document.
        quotations: looks up the quotations that overlap a passage.
    """
    if document.turns or document.speaker:
        yield from (Utterance((Passage(document, turn),)) for turn in _reached(said(document), near))
        return
    around = quotations(Passage(document, document.body))
    reached = set(_reached(said(document), near))
    for pieces in _runs([Passage(document, span) for span in said(document)], around):
        if any(piece.span in reached for piece in pieces) and not is_denied(pieces[0]):
            yield Utterance(pieces, tuple(one for one in around if _common(one, pieces)))


def attributed(utterance: Utterance, quotations: Quotations) -> Utterance:
    """Return an utterance with the quotations that its words belong to."""
    if utterance.quotations:
        return utterance
    whole = Passage(utterance.document, Span(utterance.start, utterance.end))
    return replace(utterance, quotations=tuple(quotations(whole)))


def _reached(spans: Sequence[Span], near: Sequence[Passage]) -> list[Span]:
    """Return the spans, which are in order and apart, that overlap one of the passages."""
    found = set[int]()
    for passage in near:
        first = bisect_right(spans, passage.start, key=lambda span: span.end)
        found |= set(range(first, bisect_left(spans, passage.end, key=lambda span: span.start)))
    return [spans[at] for at in sorted(found)]


def _runs(pieces: Sequence[Passage], quotations: Sequence[Quotation]) -> Iterator[tuple[Passage, ...]]:
    """Yield the pieces that are said in one go."""
    run: list[Passage] = []
    for piece in pieces:
        goes_on = bool(run) and _goes_on(run[-1], piece, quotations)
        if not holding(quotations, [piece]) and not (goes_on and _is_introduced(piece)):
            if len(piece.text.split()) <= _SCARE:
                continue
            if not _is_introduced(piece):
                yield (piece,)  # a title, perhaps, in the middle of what is said around it
                continue
        if run and not goes_on:
            yield tuple(run)
            run = []
        run.append(piece)
    if run:
        yield tuple(run)


@lru_cache(256)
def said(document: Document) -> tuple[Span, ...]:
    """Return what a document gives as somebody's very words: all of it, its turns, or what stands in marks."""
    if document.speaker:
        return (document.body,)
    if document.turns:
        return tuple(turn.words for turn in document.turns)
    return tuple(quoted(document.text[: document.body.end]))


def holding(quotations: Sequence[Quotation], pieces: Sequence[Passage]) -> list[Quotation]:
    """Return the quotations that hold most of some pieces, alone or with others of one speaker, the narrowest first.

    Of those of one speaker the one that holds most of the pieces is returned.
    """
    wanted, found = sum(len(piece.span) for piece in pieces), []
    start, end = pieces[0].start, pieces[-1].end
    touching = [(one, _common(one, pieces)) for one in quotations if one.start < end and start < one.end]
    for name in dict.fromkeys(one.name for one, common in touching if common):
        of_one = [(common, one) for one, common in touching if common and one.name == name]
        if sum(common for common, _ in of_one) >= _COVERED * wanted:
            length = sum(len(piece.span) for _, one in of_one for piece in one.words)
            found.append((length, max(of_one, key=lambda pair: pair[0])[1]))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _common(quotation: Quotation, pieces: Sequence[Passage]) -> int:
    return sum(
        max(0, min(one.end, piece.end) - max(one.start, piece.start)) for one in quotation.words for piece in pieces
    )


def _goes_on(piece: Passage, following: Passage, quotations: Sequence[Quotation]) -> bool:
    """Say whether a piece goes on in the following one: a new paragraph of it, or the rest behind a cue."""
    document = piece.document
    between = document.text[piece.end : following.start]
    if _REOPENED.fullmatch(between):
        return True
    one, other = holding(quotations, [piece]), holding(quotations, [following])
    gap = len(between.split())
    if len(paragraphs(document.text[piece.start : following.end])) > 1:
        return bool(one) and not other and gap <= _LONGEST_CUE and _STARTS_PARAGRAPH.search(between) is not None
    if not one or not other:
        return gap <= (_LONGEST_CUE if one or other else _CUE)
    same = one[0] == other[0] or (one[0].name is not None and one[0].name == other[0].name)
    return same and gap <= _LONGEST_CUE


def is_denied(piece: Passage) -> bool:
    """Say whether the text says of words in marks that somebody did not say them."""
    return denies_saying(piece.document.text[max(0, piece.start - _CUE_LENGTH) : piece.start].rstrip(_MARKS))


def _is_introduced(piece: Passage) -> bool:
    """Say whether the words in marks stand behind a pause, so that they go on with a quotation or start one."""
    return _PAUSE.search(piece.document.text[max(0, piece.start - 5) : piece.start].rstrip(_MARKS)) is not None
