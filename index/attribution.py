"""Documents to quotations: who said what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise

from index import registry
from index.document import Document, Kind, Passage, Quotation, Span
from index.entities import people_in
from index.extraction import Attribution, Extractor
from index.people import People
from index.quotation_marks import quoted
from index.resolution import Resolver
from index.sentences import sentences, trim
from index.settings import IndexSettings
from index.spoken import spoken

_PAUSES, _DASHES = ",;: \t\r\n", "\u2013\u2014-"
_EDGES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\u300c\u300d`" + _PAUSES + _DASHES
_SCRAP = 3
"""How many words outside quotation marks are too few for reported words beside quoted ones."""
_LEADING_THAT = re.compile(r"that\s+", re.IGNORECASE)


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations of a document, in order: direct, mixed and indirect, each with its speaker."""
    return tuple(_default().quotations(document, sentences(document)))


@cache
def _default() -> "SpeechAttributor":
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
        return f"10:{self._extractor.digest}"

    def quotations(self, document: Document, sentences: Sequence[Span]) -> list[Quotation]:
        """Return the quotations in a document's body, in order."""
        if document.speaker:
            return [_own_words(document)]
        if document.turns:
            return list(spoken(document))
        marked = quoted(document.text[: document.body.end])
        attributions = self._extractor.attributions(document, sentences)
        people = people_in(document, tuple(sentences))
        resolver = Resolver(document, people, marked)
        found = []
        for attribution in (_with_name(document.text, one, people) for one in attributions):
            words = _without_scraps(document.text, list(_said(document, attribution, marked)), marked)
            if words:
                found.append(_quotation(document, words, attribution, marked, resolver))
        return sorted(found, key=lambda quotation: (quotation.start, quotation.end))


def _with_name(text: str, found: Attribution, people: People) -> Attribution:
    """Give back to the speaker a name that begins the content: "According to the mayor, Ann Lee, the cells …"."""
    first, source = found.content[0], found.source
    named = next((one.span for one in people.mentions if one.span.overlaps(first)), None)
    if named is None or source is None or not source.end <= named.start < named.end + 1 < first.end:
        return found
    between = text[source.end - 1 : named.start]  # the comma may count among the speaker's words
    if not re.fullmatch(r"(?:,|\S,)\s*", between) or text[named.end] != ",":
        return found
    rest = Span(named.end + 1, first.end)
    return replace(found, source=Span(source.start, named.end), content=(rest, *found.content[1:]))


def _own_words(document: Document) -> Quotation:
    """Return the one quotation that a document is whose whole text is one person's words."""
    span = trim(document.text, document.body.start, document.body.end) or document.body
    return Quotation((Passage(document, span),), None, None, document.speaker, Kind.DIRECT)


def _said(document: Document, attribution: Attribution, marked: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of the content without their outer marks, the commas before the cue, and a leading "that"."""
    for piece in attribution.content:
        inside = [mark for mark in marked if mark.overlaps(piece)]
        if inside and _same(document.text, piece, inside):
            # A quotation over several paragraphs is a piece for each.
            yield from (words for mark in inside if (words := _stripped(document.text, mark, _PAUSES)))
            continue
        that = _LEADING_THAT.match(document.text, piece.start, piece.end)
        reported = Span(that.end(), piece.end) if that and that.end() < piece.end else piece
        if words := _stripped(document.text, reported, _PAUSES + _DASHES):
            yield words


def _without_scraps(text: str, words: list[Span], marked: Sequence[Span]) -> list[Span]:
    """Leave out a word or two outside the marks that stand apart from words inside: "said only: “Ask me”"."""
    inside = [piece for piece in words if any(mark.contains(piece) for mark in marked)]
    if not inside:
        return words
    return [piece for piece in words if piece in inside or len(text[piece.start : piece.end].split()) > _SCRAP]


def _stripped(text: str, span: Span, edges: str) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in edges:
        start += 1
    while start < end and text[end - 1] in edges:
        end -= 1
    return Span(start, end) if start < end else None


def _same(text: str, piece: Span, marked: Sequence[Span]) -> bool:
    """Say whether a piece is what stands between marks, apart from the marks, commas and spaces."""
    first, last = marked[0], marked[-1]
    extra = text[min(piece.start, first.start) : max(piece.start, first.start)]
    extra += text[min(piece.end, last.end) : max(piece.end, last.end)]
    extra += "".join(text[before.end : after.start] for before, after in pairwise(marked))
    return not extra.strip(_EDGES + ".!?")


def _kind(words: Sequence[Span], marked: Sequence[Span]) -> Kind:
    if all(any(mark.contains(piece) for mark in marked) for piece in words):
        return Kind.DIRECT
    return Kind.MIXED if any(mark.overlaps(piece) for mark in marked for piece in words) else Kind.INDIRECT


def _quotation(
    document: Document, words: list[Span], attribution: Attribution, marked: Sequence[Span], resolver: Resolver
) -> Quotation:
    resolved = resolver.resolve(attribution.source, words, attribution.cue)
    return Quotation(
        words=tuple(Passage(document, piece) for piece in words),
        speaker=Passage(document, attribution.source) if attribution.source else None,
        cue=Passage(document, attribution.cue) if attribution.cue else None,
        name=resolved.name,
        kind=_kind(words, marked),
        role=resolved.role,
        certain=resolved.certain,
    )
