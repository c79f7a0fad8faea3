"""The sources as HTML: the documents, who is quoted in them, what a search finds, and how far reading them is."""

from collections.abc import Sequence
from html import escape

from bot.chat.library import Added
from bot.chat.needs import Sources
from bot.chat.trouble import trouble_html
from bot.citation import Citation
from bot.showing.citation_html import cards_html, title_html
from bot.showing.escaping import html_text
from bot.showing.timeline import timeline_svg
from bot.wording import day, publisher
from index import Document, Hit, Kind
from index.speaker import Speaker

_SHOWN = 200
"""How many documents and speakers are listed at most."""


def documents_html(sources: Sources, *, removable: bool) -> str:
    """Return a table of the documents, newest first, each with a button that takes it out where that is allowed."""
    ids = sources.document_ids()
    rows = "".join(_row(sources.document(one), removable=removable) for one in ids[:_SHOWN])
    return (
        f'<table class="shelf"><caption>{_counted(len(ids), "document")}{_more(len(ids))}</caption>'
        '<thead><tr><th scope="col">Document</th><th scope="col">Published</th><th scope="col">Characters</th>'
        f"{_REMOVE if removable else ''}</tr></thead><tbody>{rows}</tbody></table>"
    )


_REMOVE = '<th scope="col"><span class="hidden-label">Delete</span></th>'


def _row(document: Document, *, removable: bool) -> str:
    known = " · ".join(html_text(part) for part in (publisher(document), document.id) if part)
    button = (
        f'<td><button type="button" class="remove" data-document="{escape(document.id)}" '
        f'aria-label="Delete {escape(document.id)}">Delete</button></td>'
    )
    return (
        f'<tr><th scope="row">{title_html(document)}<br/><small>{known}</small></th>'
        f"<td>{day(document) or 'unknown'}</td><td>{len(document.text):,}</td>{button if removable else ''}</tr>"
    )


def speakers_html(sources: Sources) -> str:
    """Return a picture of who said how much when, and a table of the speakers, the most quoted first."""
    speakers = sources.speakers()
    rows = "".join(_speaker(one) for one in speakers[:_SHOWN])
    timeline = timeline_svg(sources.spoken())
    frame = f'<div class="frame" role="region" aria-label="Timeline" tabindex="0">{timeline}</div>' if timeline else ""
    return (
        f"{frame}"
        f'<table class="shelf"><caption>{_counted(len(speakers), "speaker")}{_more(len(speakers))}</caption>'
        '<thead><tr><th scope="col">Speaker</th><th scope="col">Quotations</th><th scope="col">Documents</th></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _speaker(one: Speaker) -> str:
    roles = f"<br/><small>{html_text('; '.join(one.roles))}</small>" if one.roles else ""
    return (
        f'<tr><th scope="row"><bdi>{html_text(one.name)}</bdi>{roles}</th><td>{one.count:,}</td>'
        f"<td>{len(one.documents):,}</td></tr>"
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _more(number: int) -> str:
    return f", the first {_SHOWN} of them" if number > _SHOWN else ""


def hits_html(hits: Sequence[Hit]) -> str:
    """Return the passages that a search found, each with the place where it can be read."""
    found = [Citation(number, hit.passage, None, Kind.NARRATION) for number, hit in enumerate(hits, start=1)]
    cards = cards_html(found, name="hit", numbered=False, interactive=True)
    return f"<div data-cited>{cards}</div>" if cards else '<p class="nothing">Nothing was found.</p>'


def added_html(added: Added) -> str:
    """Return what was added, and what could not be read and why."""
    new = "".join(f"<li><bdi>{html_text(one)}</bdi></li>" for one in added.documents[:_SHOWN])
    told = f"<p>{_counted(len(added.documents), 'document')} added.</p><ul>{new}</ul>" if new else ""
    failed = "".join(
        trouble_html(f"{failure.source} could not be read.", failure.reason) for failure in added.failed[:_SHOWN]
    )
    return f'<div role="status" class="added">{told}{failed}</div>'
