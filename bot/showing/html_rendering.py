"""An answer as HTML: statements with numbers that lead to quote cards.

Every character of a document is escaped; the only links are those of the structure and http(s) links to sources. The
HTML needs neither style nor script to be read.
"""

from html import escape

from bot.citation import Answer, Citation, Statement
from bot.showing.escaping import html_text, web_link
from bot.wording import NEAR, UNCERTAIN, day, left_over, listed, manner, marks, parts, place, publisher
from index import Document, Passage


def answer_html(answer: Answer, *, name: str = "answer", interactive: bool = False) -> str:
    """Return the answer as semantic HTML.

    Args:
        answer: what to show.
        name: begins the ids of the cards, so that several answers fit on one page.
        interactive: make the places buttons, for a page that can show the source.
    """
    said = _said(answer, name) if answer.answered else f'<p class="reason">{html_text(answer.reason)}</p>'
    cards = "".join(
        _card(citation, position, name=name, interactive=interactive)
        for position, citation in enumerate(listed(answer))
    )
    look, label = ("answered", "Quotes") if answer.answered else ("unanswered", NEAR)
    heading = f'<h3 class="heading">{label}</h3>' if cards else ""
    return (
        f'<section class="answer {look}" aria-label="Answer">{said}'
        f"{heading}{_list(cards, numbered=answer.answered)}</section>"
    )


def _list(cards: str, *, numbered: bool) -> str:
    tag = "ol" if numbered else "ul"
    return f'<{tag} class="citations">{cards}</{tag}>' if cards else ""


def _said(answer: Answer, name: str) -> str:
    said = "".join(
        _heading(heading) + "".join(_statement(statement, name) for statement in statements)
        for heading, statements in parts(answer)
    )
    more = left_over(answer)
    said += f'<p class="more">{html_text(more)}</p>' if more else ""
    return said if answer.confidence is None else said + _confidence(answer.confidence)


def _heading(heading: str | None) -> str:
    return f'<h4 class="part"><bdi>{html_text(heading)}</bdi></h4>' if heading else ""


def _statement(statement: Statement, name: str) -> str:
    numbers = "".join(_number(citation.number, name) for citation in statement.quotes)
    return f'<p class="statement"><bdi>{html_text(statement.text)}</bdi> {numbers}</p>'


def _number(number: int, name: str) -> str:
    return f'<a class="number" href="#{escape(name)}-{number}" aria-label="Quote {number}">[{number}]</a>'


def _confidence(confidence: float) -> str:
    return f'<p class="confidence">Confidence <b>{confidence:.0%}</b></p>'


def _card(citation: Citation, position: int, *, name: str, interactive: bool) -> str:
    before, after = marks(citation)
    return (
        f'<li class="citation {citation.kind}" id="{escape(name)}-{citation.number}" data-number="{citation.number}" '
        f'data-position="{position}" tabindex="-1">'
        f"<blockquote>{before}<bdi>{_quote(citation.quote, citation.short)}</bdi>{after}</blockquote>"
        f"{_speaker(citation)}{_source(citation, interactive=interactive)}{_also(citation)}</li>"
    )


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
    return f'<button type="button" class="place" aria-label="{label}" title="{label}">{where}</button>'


def _also(citation: Citation) -> str:
    names = ", ".join(f"<bdi>{html_text(name)}</bdi>" for name in citation.also)
    return f'<p class="also">The same words are in {names}</p>' if names else ""
