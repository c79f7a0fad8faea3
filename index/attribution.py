"""Documents to quotations: who said what."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Protocol

from index import registry
from index.document import Document, Kind, Passage, Quotation, Span
from index.entities import people_in
from index.extraction import Attribution, Extractor
from index.quotation_marks import quoted
from index.resolution import Resolver
from index.sentences import sentences, trim
from index.settings import IndexSettings
from index.spoken import spoken

_EDGES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\u300c\u300d`" + ",;: \t\r\n\u2013\u2014-"
_LEADING_THAT = re.compile(r"that\s+", re.IGNORECASE)


class Attributor(Protocol):
    """Finds who said what."""

    @property
    def digest(self) -> str:
        """What the quotations depend on."""

    def quotations(self, document: Document, sentences: Sequence[Span]) -> list[Quotation]:
        """Return the quotations in a document's body, in order."""


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations of a document, in order: direct, mixed and indirect, each with its speaker."""
    return tuple(_default().quotations(document, sentences(document)))


@cache
def _default() -> Attributor:
    return SpeechAttributor(IndexSettings().extractor)


class SpeechAttributor:
    """Attributions of an extractor, cut to the said words, with their speakers resolved."""

    def __init__(self, spec: str) -> None:
        self._spec = spec

    @cached_property
    def _extractor(self) -> Extractor:
        extractor: Extractor = registry.make("extractor", self._spec)
        return extractor

    @property
    def digest(self) -> str:
        """What the quotations depend on."""
        return f"1:{self._extractor.digest}"

    def quotations(self, document: Document, sentences: Sequence[Span]) -> list[Quotation]:
        """Return the quotations in a document's body, in order."""
        if document.speaker:
            return [_own_words(document)]
        if document.turns:
            return list(spoken(document))
        marked = quoted(document.text[: document.body.end])
        resolver = Resolver(document, people_in(document, tuple(sentences)))
        found = []
        for attribution in self._extractor.attributions(document, sentences):
            words = list(_said(document, attribution, marked))
            if words:
                found.append(_quotation(document, words, attribution, marked, resolver))
        return sorted(found, key=lambda quotation: (quotation.start, quotation.end))


def _own_words(document: Document) -> Quotation:
    """Return the one quotation that a document is whose whole text is one person's words."""
    span = trim(document.text, document.body.start, document.body.end) or document.body
    return Quotation((Passage(document, span),), None, None, document.speaker, Kind.DIRECT)


def _said(document: Document, attribution: Attribution, marked: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of the content without their outer marks, the commas before the cue, and a leading "that"."""
    for piece in attribution.content:
        start, end = piece.start, piece.end
        inside = next((mark for mark in marked if _same(document.text, piece, mark)), None)
        if inside:
            start, end = inside.start, inside.end
        elif that := _LEADING_THAT.match(document.text, start, end):
            start = that.end()
        while start < end and document.text[start] in ",;: \t\r\n" + ("" if inside else "\u2013\u2014-"):
            start += 1
        while start < end and document.text[end - 1] in ",;: \t\r\n" + ("" if inside else "\u2013\u2014-"):
            end -= 1
        if start < end:
            yield Span(start, end)


def _same(text: str, piece: Span, mark: Span) -> bool:
    """Say whether a piece is what stands between two marks, apart from marks, commas and spaces."""
    if not piece.overlaps(mark):
        return False
    extra = text[min(piece.start, mark.start) : max(piece.start, mark.start)]
    extra += text[min(piece.end, mark.end) : max(piece.end, mark.end)]
    return not extra.strip(_EDGES + ".!?")


def _kind(words: Sequence[Span], marked: Sequence[Span]) -> Kind:
    if all(any(mark.contains(piece) for mark in marked) for piece in words):
        return Kind.DIRECT
    return Kind.MIXED if any(mark.overlaps(piece) for mark in marked for piece in words) else Kind.INDIRECT


def _quotation(
    document: Document, words: list[Span], attribution: Attribution, marked: Sequence[Span], resolver: Resolver
) -> Quotation:
    resolved = resolver.resolve(attribution.source, words[0].start)
    return Quotation(
        words=tuple(Passage(document, piece) for piece in words),
        speaker=Passage(document, attribution.source) if attribution.source else None,
        cue=Passage(document, attribution.cue) if attribution.cue else None,
        name=resolved.name,
        kind=_kind(words, marked),
        role=resolved.role,
        certain=resolved.certain,
    )
