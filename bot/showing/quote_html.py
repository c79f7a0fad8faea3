"""A checked quotation as HTML: what is to be said of it first, then its words beside the source's, word by word."""

from collections.abc import Sequence

from bot.citation import Citation
from bot.quotes.quote_check import Difference, QuoteCheck, QuoteStatus
from bot.showing.citation_html import cards_html
from bot.showing.escaping import html_text
from bot.showing.quote_rendering import HEADLINES, KINDS
from index import Span

SIGNS = {
    QuoteStatus.EXACT: "✓",
    QuoteStatus.ALTERED: "≠",
    QuoteStatus.WRONG_SPEAKER: "✗",
    QuoteStatus.NOT_FOUND: "?",
}
"""What tells statuses apart without colour."""


def quote_check_html(check: QuoteCheck, *, name: str = "quotation", interactive: bool = False) -> str:
    """Return the check as semantic HTML that needs neither style nor script.

    Words that differ are marked as deleted in the quotation and as inserted in the source.

    Args:
        check: what to show.
        name: begins the ids of the cards, so that several checks fit on one page.
        interactive: make the places buttons, for a page that can show the source.
    """
    near = cards_html(
        [check.nearest] if check.nearest else [], name=f"{name}-near", numbered=False, interactive=interactive
    )
    return (
        f'<section class="check {check.status}" aria-label="Checked quotation">{status_html(check)}'
        f"{_warnings(check)}{_beside(check)}{_differences(check.differences)}"
        f"{_titled('Where it stands', cards_html(check.pieces, name=name, interactive=interactive))}"
        f"{_titled('Nearest', near)}</section>"
    )


def status_html(check: QuoteCheck) -> str:
    """Return the status in words, with a sign."""
    reason = f" {html_text(check.reason)}" if check.reason else ""
    return (
        f'<p class="verdict"><span class="sign" aria-hidden="true">{SIGNS[check.status]}</span> '
        f"<strong>{HEADLINES[check.status]}</strong>{reason}</p>"
    )


def _titled(title: str, html: str) -> str:
    return f'<h3 class="heading">{title}</h3>{html}' if html else ""


def _warnings(check: QuoteCheck) -> str:
    lines = "".join(f"<li>{html_text(warning)}</li>" for warning in check.warnings)
    return f'<ul class="warnings" aria-label="Mind">{lines}</ul>' if lines else ""


def _beside(check: QuoteCheck) -> str:
    speaker = f" — <cite>{html_text(check.speaker)}</cite>" if check.speaker else ""
    given = _marked(check.words, Span(0, len(check.words)), [one.given_at for one in check.differences], "del")
    source = _source(check)
    found = f'<section class="side"><h3 class="heading">In the source</h3>{source}</section>' if source else ""
    return (
        '<div class="sides"><section class="side"><h3 class="heading">As given</h3>'
        f'<blockquote class="words"><bdi>{given}</bdi>{speaker}</blockquote></section>{found}</div>'
    )


def _source(check: QuoteCheck) -> str:
    if not check.pieces:
        return ""
    before, after = (
        f' <span class="around">{html_text(one.text)}</span> ' if one else "" for one in (check.before, check.after)
    )
    changed = [one.found_at for one in check.differences]
    pieces = " … ".join(_piece(piece, changed) for piece in check.pieces)
    name = check.pieces[0].speaker
    speaker = f" — <cite>{html_text(name)}</cite>" if name else ""
    return f'<blockquote class="words"><bdi>{before}{pieces}{after}</bdi>{speaker}</blockquote>'


def _piece(piece: Citation, changed: Sequence[Span | None]) -> str:
    return _marked(piece.document.text, piece.quote.span, changed, "ins")


def _marked(text: str, inside: Span, places: Sequence[Span | None], tag: str) -> str:
    """Return a stretch of a text with what differs marked; a place that reaches out of the stretch is cut to it."""
    html, at = "", inside.start
    for place in sorted(place for place in places if place and place.overlaps(inside)):
        start, end = max(place.start, at), min(place.end, inside.end)
        if start < end:
            html += f"{html_text(text[at:start])}<{tag}>{html_text(text[start:end])}</{tag}>"
            at = end
    return html + html_text(text[at : inside.end])


def _differences(differences: Sequence[Difference]) -> str:
    lines = "".join(f'<li class="{one.kind}">{difference_html(one)}</li>' for one in differences)
    return _titled("Differences", f'<ol class="differences">{lines}</ol>') if lines else ""


def difference_html(one: Difference) -> str:
    """Return where given words and the source's differ, and how."""
    given = f"given <del><bdi>{html_text(one.given)}</bdi></del>" if one.given else ""
    found = f"the source has <ins><bdi>{html_text(one.found)}</bdi></ins>" if one.found else ""
    where = f" ({html_text(one.source.document.title)})" if one.source else ""
    return f"<b>{KINDS[one.kind]}</b>: {', '.join(part for part in (given, found) if part)}{where}"
