"""A source with the quote marked in it, as HTML."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.citation import Citation
from bot.showing.escaping import html_text
from bot.showing.html_rendering import title_html
from bot.wording import day, place
from index import Document, Span


def source_view(shown: Citation, others: Iterable[Citation] = ()) -> str:
    """Return the whole document of a citation, its quote marked, and fainter the other quotes from the document."""
    document = shown.document
    spans = [other.quote.span for other in others if other.document.id == document.id]
    published = f"{day(document)} · " if document.published else ""
    return (
        '<section class="source-view" aria-label="Source">'
        '<header><button type="button" class="close" aria-label="Close the source">✕</button>'
        f"<h2>{title_html(document)}</h2><p>{published}{html_text(place(shown))} of {len(document.text)}</p></header>"
        '<div class="source-text" role="region" aria-label="Text of the source" tabindex="0" dir="auto">'
        f"{_marked(document, shown.quote.span, spans)}</div></section>"
    )


def _marked(document: Document, shown: Span, others: Sequence[Span]) -> str:
    return "".join(_stretch(document, span, shown, others) for span in _cut(len(document.text), shown, others))


def _cut(length: int, shown: Span, others: Iterable[Span]) -> list[Span]:
    """Cut the whole text wherever a mark begins or ends; the shown quote stays in one piece."""
    places = {0, length, shown.start, shown.end}
    places |= {end for other in others for end in (other.start, other.end) if not shown.start < end < shown.end}
    return [Span(start, end) for start, end in pairwise(sorted(places))]


def _stretch(document: Document, span: Span, shown: Span, others: Iterable[Span]) -> str:
    text = html_text(document.text[span.start : span.end])
    if span == shown:
        return f'<mark class="shown">{text}</mark>'
    if any(other.contains(span) for other in others):
        return f'<mark class="other">{text}</mark>'
    return text
