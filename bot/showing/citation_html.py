"""A quote with its speaker and its place as an HTML card.

Every character of a document is escaped; the only links are http(s) links to sources.
"""

from collections.abc import Iterable
from html import escape

from bot.citation import Citation
from bot.showing.confidence_html import OF_EVIDENCE, OF_QUOTE, confidence_html
from bot.showing.escaping import html_text, web_link
from bot.wording import UNCERTAIN, day, manner, marks, place, publisher
from index import Document, Passage


def cards_html(citations: Iterable[Citation], *, name: str, numbered: bool = True, interactive: bool = False) -> str:
    """Return a list of cards; nothing where there are no citations.

    Args:
        citations: what to show.
        name: begins the ids of the cards, so that several lists fit on one page.
        numbered: whether the cards bear their numbers.
        interactive: make the places buttons, for a page that can show the source.
    """
    cards = "".join(_card(one, name=name, interactive=interactive) for one in citations)
    tag = "ol" if numbered else "ul"
    return f'<{tag} class="citations">{cards}</{tag}>' if cards else ""


def _card(citation: Citation, *, name: str, interactive: bool) -> str:
    before, after = marks(citation)
    return (
        f'<li class="citation {citation.kind}" id="{escape(name)}-{citation.number}" data-number="{citation.number}" '
        'tabindex="-1">'
        f"{_before(citation)}"
        f"<blockquote>{before}<bdi>{_quote(citation.quote, citation.short)}</bdi>{after}</blockquote>"
        f"{_speaker(citation)}{_source(citation, interactive=interactive)}{_also(citation)}</li>"
    )


def _before(citation: Citation) -> str:
    return f'<p class="before"><bdi>{html_text(citation.before)}</bdi></p>' if citation.before else ""


def _quote(quote: Passage, short: Passage | None) -> str:
    if short is None or not quote.span.contains(short.span):
        return html_text(quote.text)
    text = quote.document.text
    before, after = text[quote.start : short.start], text[short.end : quote.end]
    return f"{html_text(before)}<strong>{html_text(short.text)}</strong>{html_text(after)}"


def _speaker(citation: Citation) -> str:
    name = f"<cite>{html_text(citation.speaker)}</cite>" if citation.speaker else ""
    role = f'<span class="role">{html_text(citation.role)}</span>' if citation.speaker and citation.role else ""
    doubt = "" if citation.certain else f'<span class="doubt">{UNCERTAIN}</span>'
    kind = f'<span class="kind">{html_text(manner(citation))}</span>'
    return f'<p class="speaker">{" ".join(part for part in (name, role, kind, doubt) if part)}</p>'


def _source(citation: Citation, *, interactive: bool) -> str:
    document = citation.document
    published = f'<time datetime="{document.published}">{day(document)}</time>' if document.published else ""
    parts = (
        title_html(document),
        html_text(publisher(document) or ""),
        published,
        _place(citation, interactive=interactive),
        _sure(citation),
    )
    return f'<p class="source">{" · ".join(part for part in parts if part)}</p>'


def title_html(document: Document) -> str:
    """Return the document's title, as a link to the source where that is a web address."""
    link, title = web_link(document.source), f"<bdi>{html_text(document.title)}</bdi>"
    if link is None:
        return title
    return f'<a class="title" href="{escape(link)}" target="_blank" rel="noopener noreferrer">{title}</a>'


def _place(citation: Citation, *, interactive: bool) -> str:
    if not interactive:
        return f'<span class="place">{html_text(place(citation))}</span>'
    where = html_text(place(citation))
    label = escape(f"Show {place(citation)} in the source")
    return (
        f'<button type="button" class="place" data-document="{escape(citation.document.id)}" '
        f'data-start="{citation.start}" data-end="{citation.end}" data-digest="{citation.document.digest}" '
        f'aria-label="{label}" title="{label}">{where}</button>'
    )


def _sure(citation: Citation) -> str:
    if citation.confidence is None:
        return ""
    meaning = OF_EVIDENCE if citation.stance else OF_QUOTE
    return confidence_html(citation.confidence, meaning)


def _also(citation: Citation) -> str:
    names = ", ".join(f"<bdi>{html_text(name)}</bdi>" for name in citation.also)
    return f'<p class="also">The same words are in {names}</p>' if names else ""
