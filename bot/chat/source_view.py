"""A source with a quote marked in it, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from bot.chat.needs import Sources
from bot.chat.trouble import trouble_html
from bot.showing.citation_html import title_html
from bot.showing.escaping import html_text
from bot.wording import day, place_in
from index import Document, OnRecordError, Passage, Span

_NOT_SHOWN = "That source cannot be shown."


def show_place(sources: Sources, place: Any) -> str:  # noqa: ANN401 - whatever a browser sends
    """Return the source at a place that the page names, as HTML.

    Args:
        sources: where the document is.
        place: the document's id, the quote's start and end, and perhaps its digest and the spans of other quotes.
    """
    try:
        shown = Span(int(place["start"]), int(place["end"]))
        quote = Passage(sources.document(str(place["document"])), shown)
        others = [Span(int(start), int(end)) for start, end in place.get("others") or ()]
    except OnRecordError as error:
        return trouble_html(_NOT_SHOWN, str(error))
    except (KeyError, TypeError, ValueError, AttributeError):
        return trouble_html(_NOT_SHOWN, "A place is a document with a start and an end: ?doc=…&quote=start-end")
    if place.get("digest") not in {None, "", quote.document.digest}:
        return trouble_html(_NOT_SHOWN, f"{quote.document.id} was read anew since; ask again.")
    return source_view(quote, others)


def source_view(quote: Passage, others: Iterable[Span] = ()) -> str:
    """Return the whole document of a quote, the quote marked, and fainter the other quotes from the document."""
    document = quote.document
    published = f"{day(document)} · " if document.published else ""
    link = urlencode({"doc": document.id, "quote": f"{quote.start}-{quote.end}"})
    return (
        f'<section class="source-view" aria-label="Source"><header>'
        '<button type="button" class="close" aria-label="Close the source">✕</button>'
        f"<h2>{title_html(document)}</h2>"
        f"<p>{published}{html_text(place_in(document, quote.span))} of {len(document.text)}</p>"
        '<p class="steps"><button type="button" class="step" data-by="-1">← Previous</button>'
        '<span class="count" role="status"></span><button type="button" class="step" data-by="1">Next →</button>'
        f'<a class="permalink" href="?{escape(link)}">Link</a></p></header>'
        '<div class="source-text" role="region" aria-label="Text of the source" tabindex="0" dir="auto">'
        f"{_marked(document, quote.span, list(others))}</div></section>"
    )


def _marked(document: Document, shown: Span, others: Sequence[Span]) -> str:
    return "".join(_stretch(document, span, shown, others) for span in _cut(len(document.text), shown, others))


def _cut(length: int, shown: Span, others: Iterable[Span]) -> list[Span]:
    """Cut the whole text wherever a mark begins or ends; the shown quote stays in one piece."""
    places = {0, length, shown.start, shown.end}
    ends = (end for other in others for end in (other.start, other.end))
    places |= {end for end in ends if end < length and not shown.start < end < shown.end}
    return [Span(start, end) for start, end in pairwise(sorted(places))]


def _stretch(document: Document, span: Span, shown: Span, others: Iterable[Span]) -> str:
    text = html_text(document.text[span.start : span.end])
    if span == shown:
        return f'<mark class="shown">{text}</mark>'
    if any(other.contains(span) for other in others):
        return f'<mark class="other">{text}</mark>'
    return text
