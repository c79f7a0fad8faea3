"""A check as one file that can be handed on: HTML that opens offline, prints well and needs no script.

It shows every quote in its place, and carries the same as JSON, with each document's digest and a digest of the whole
file, so that `onrecord verify FILE` can read the quotes again and sees whether the file was changed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.resources import files
from typing import Any

from bot.citation import Citation, Stance, Statement
from bot.claims.check import Check
from bot.showing.check_wording import LEANS, SIDES, headline, publication
from bot.showing.escaping import html_text
from bot.showing.text_fragments import fragment_link
from bot.wording import UNCERTAIN, day, manner, place
from index import Document
from index.pack_verification import FORMAT, NO_SEAL, sealed

_AROUND = 400
"""Characters of the document shown before and behind the sentence of a quote."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def evidence_pack(check: Check, made_with: Mapping[str, Any], made: date | None = None) -> str:
    """Return the HTML of a file.

    Args:
        check: what to hand on.
        made_with: versions of the models and the settings, as plain values.
        made: the day, where it is to be told.
    """
    making = Making(made_with, made)
    body = f"{_head(check, making)}{parts_html(check)}{sides_html(check)}"
    plain = {"claim": check.claim, "verdict": check.verdict.value, "check": check.to_dict()}
    return packed(check.claim, body, plain, check.citations, making)


@dataclass(frozen=True, slots=True)
class Making:
    """What a pack was made with, and when, where that is to be told."""

    made_with: Mapping[str, Any]
    made: date | None = None

    @property
    def day(self) -> str:
        """The day as HTML behind something else."""
        return f' · <time datetime="{self.made}">{self.made.day} {self.made:%B %Y}</time>' if self.made else ""


def packed(title: str, body: str, plain: Mapping[str, Any], quotes: Sequence[Citation], making: Making) -> str:
    """Return a file with what is shown and the same as plain values.

    Args:
        title: of the page.
        body: what is shown, as HTML.
        plain: what is shown, for JSON; the claim and the verdict that `onrecord verify` tells among it.
        quotes: everything that is marked in the body, each with a number of its own.
        making: how it was made.
    """
    style = files("bot.showing").joinpath("evidence_pack.css").read_bytes().decode()
    return sealed(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>\n{NO_SEAL}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{html_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body}{_made_with(making.made_with)}</main>\n{_json(plain, quotes, making)}</body>\n</html>\n"
    )


def _head(check: Check, making: Making) -> str:
    return (
        f'<header class="{check.verdict}"><p class="kind">Claim</p><h1><bdi>{html_text(check.claim)}</bdi></h1>\n'
        f'<p class="verdict">{html_text(headline(check))}</p>\n'
        f'<p class="confidence">Confidence {check.confidence:.0%}{making.day}</p></header>\n'
    )


def parts_html(check: Check) -> str:
    """Return the parts of a compound claim with their verdicts."""
    lines = "".join(
        f"<li><bdi>{html_text(part.claim)}</bdi> <b>{html_text(headline(part))}</b></li>\n" for part in check.parts
    )
    return f"<section><h2>Its parts</h2>\n<ol>\n{lines}</ol></section>\n" if lines else ""


def sides_html(check: Check) -> str:
    """Return the quotes for and against, and what else was considered, each in its context."""
    sides = [_under(SIDES[stance], check.of_stance(stance)) for stance in Stance]
    return "".join([*sides, *(_under(of, check.leaning(stance)) for stance, of in LEANS.items())])


def _under(heading: str, statements: Sequence[Statement]) -> str:
    quotes = "".join(quote_html(quote) for one in statements for quote in one.quotes)
    return f"<section><h2>{heading}</h2>\n{quotes}</section>\n" if quotes else ""


def quote_html(citation: Citation) -> str:
    """Return a quote in its context, with its number, its speaker and its place."""
    name = html_text(citation.speaker or publication(citation))
    role = f", {html_text(citation.role)}" if citation.role and citation.speaker else ""
    doubt = "" if citation.certain else f" ({UNCERTAIN})"
    return (
        f'<article class="{citation.stance or "near"}"><h3>[{citation.number}] <bdi>{name}</bdi>{role}'
        f"<small> {html_text(manner(citation))}{doubt}</small></h3>\n"
        f'<blockquote class="context">{_in_context(citation)}</blockquote>\n{_source(citation)}</article>\n'
    )


def _in_context(citation: Citation) -> str:
    document, around = citation.document, citation.sentence or citation.quote
    start = max(document.body.start, around.start - _AROUND)
    end = min(document.body.end, around.end + _AROUND)
    before, after = document.text[start : citation.start], document.text[citation.end : end]
    if start > document.body.start:
        before = f"…{before.partition(' ')[1]}{before.partition(' ')[2]}"
    if end < document.body.end:
        after = f"{after.rpartition(' ')[0]}{after.rpartition(' ')[1]}…"
    mark = f'<mark data-number="{citation.number}">{html_text(citation.text)}</mark>'
    return f"<bdi>{html_text(before)}{mark}{html_text(after)}</bdi>"


def _source(citation: Citation) -> str:
    document, link = citation.document, fragment_link(citation)
    title = f"<bdi>{html_text(document.title)}</bdi>"
    rows = {
        "Source": f'<a href="{escape(link)}" rel="noopener noreferrer">{title}</a>' if link else title,
        "Publisher": html_text(document.publisher or ""),
        "Published": day(document) or "",
        "Document": f"<bdi>{html_text(document.id)}</bdi>",
        "Place": place(citation),
        "SHA-256 of its text": f"<code>{document.digest}</code>",
        "The same words in": ", ".join(f"<bdi>{html_text(name)}</bdi>" for name in citation.also),
    }
    return f"<dl>{_rows(rows)}</dl>\n"


def _rows(rows: Mapping[str, str]) -> str:
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows.items() if value)


def _made_with(made_with: Mapping[str, Any]) -> str:
    rows = {html_text(name): f"<code>{html_text(_told(found))}</code>" for name, found in made_with.items()}
    return (
        f"<footer><h2>How it was made</h2>\n<dl>{_rows(rows)}</dl>\n"
        "<p>Offsets count Unicode code points. <code>onrecord verify FILE</code> reads every quote again in an index, "
        "and says what still holds and whether this file was changed.</p></footer>\n"
    )


def _told(found: object) -> str:
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)


def _json(shown: Mapping[str, Any], quotes: Sequence[Citation], making: Making) -> str:
    plain = {
        "evidence_pack": FORMAT,
        "made": making.made.isoformat() if making.made else None,
        "made_with": dict(making.made_with),
        **shown,
        "quotes": [_place(one) for one in quotes],
        "documents": {one.document.id: _document(one.document) for one in quotes},
    }
    # Inside a script nothing is escaped but the character that could end it.
    text = json.dumps(plain, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f'<script type="application/json" id="evidence-pack">\n{text}\n</script>\n'


def _place(quote: Citation) -> dict[str, Any]:
    place = {"document": quote.document.id, "start": quote.start, "end": quote.end}
    return {"number": quote.number, **place, "text": quote.text}


def _document(document: Document) -> dict[str, Any]:
    return {
        "digest": document.digest,
        "title": document.title,
        "source": document.source,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
    }
