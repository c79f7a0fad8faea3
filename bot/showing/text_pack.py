"""The check of a whole text as an evidence pack: a table by verdict, then every claim and quotation with its quotes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.citation import Citation
from bot.claims.evidence_citing import numbered_behind
from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
from bot.quotes.quote_check import QuoteCheck
from bot.showing.check_wording import VERDICTS, headline
from bot.showing.escaping import html_text
from bot.showing.evidence_pack import Making, packed, parts_html, quote_html, sides_html
from bot.showing.quote_html import difference_html
from bot.showing.quote_rendering import HEADLINES
from bot.showing.text_check_rendering import (
    NOTHING,
    claims_first_refuted,
    quotations_first_altered,
    status_words,
)


def text_pack(checked: TextCheck, made_with: Mapping[str, Any], made: date | None = None) -> str:
    """Return the HTML of a file; its quotes are numbered through.

    Args:
        checked: what to hand on.
        made_with: versions of the models and the settings, as plain values.
        made: the day, where it is to be told.
    """
    claims = list(_numbered_claims(claims_first_refuted(checked)))
    first = 1 + sum(len(one.check.citations) for one in claims)
    quotations = list(_numbered_quotations(quotations_first_altered(checked), first))
    quotes = [
        *(quote for claim in claims for quote in claim.check.citations),
        *(quote for quotation in quotations for quote in _shown(quotation.check)),
    ]
    making = Making({**made_with, "SHA-256 of the checked text": checked.document.digest}, made)
    shown = replace(
        checked,
        sentences=tuple(sorted(claims, key=lambda one: one.sentence.start)),
        quotations=tuple(sorted(quotations, key=lambda one: one.words.start)),
    )
    plain = {"claim": checked.document.title, "verdict": _counts(checked), "text": shown.to_dict()}
    body = f"{_head(checked, making)}{_table(claims, quotations)}{_claims(claims)}{_quotations(quotations)}"
    return packed(checked.document.title, body, plain, quotes, making)


def _numbered_claims(claims: Iterable[CheckedSentence]) -> Iterator[CheckedSentence]:
    last = 0
    for one in claims:
        yield replace(one, check=numbered_behind(last, one.check))
        last += len(one.check.citations)


def _numbered_quotations(quotations: Iterable[CheckedQuotation], first: int) -> Iterator[CheckedQuotation]:
    for one in quotations:
        pieces = tuple(replace(piece, number=first + at) for at, piece in enumerate(one.check.pieces))
        first += len(pieces)
        nearest = replace(one.check.nearest, number=first) if one.check.nearest else None
        first += nearest is not None
        yield replace(one, check=replace(one.check, pieces=pieces, nearest=nearest))


def _shown(check: QuoteCheck) -> tuple[Citation, ...]:
    return (*check.pieces, *([check.nearest] if check.nearest else []))


def _counts(checked: TextCheck) -> str:
    """Return how many claims and quotations there are of each kind, in words."""
    claims = [f"{number} {VERDICTS[verdict].lower()}" for verdict, number in checked.verdicts.items()]
    quotations = [f"{number} quotation {status_words(one).lower()}" for one, number in checked.statuses.items()]
    return ", ".join([*claims, *quotations]) or NOTHING


def _head(checked: TextCheck, making: Making) -> str:
    return (
        f'<header><p class="kind">Text</p><h1><bdi>{html_text(checked.document.title)}</bdi></h1>\n'
        f'<p class="verdict">{html_text(_counts(checked))}</p>\n<p class="confidence">Checked{making.day}</p>'
        "</header>\n"
    )


def _table(claims: Iterable[CheckedSentence], quotations: Iterable[CheckedQuotation]) -> str:
    rows = [
        *(_row(VERDICTS[one.check.verdict], one.sentence.text, one.check.decisive) for one in claims),
        *(_row(status_words(one.check.status), one.words.text, _shown(one.check)) for one in quotations),
    ]
    heading = "<tr><th>Verdict</th><th>Claim or quotation</th><th>Quotes</th></tr>"
    return f"<table>{heading}\n{''.join(rows)}</table>\n" if rows else ""


def _row(verdict: str, words: str, quotes: Iterable[Citation]) -> str:
    numbers = " ".join(f"[{one.number}]" for one in quotes)
    return f"<tr><td>{verdict}</td><td><bdi>{html_text(words)}</bdi></td><td>{numbers}</td></tr>\n"


def _claims(claims: Iterable[CheckedSentence]) -> str:
    return "".join(
        f'<section class="{one.check.verdict}"><h2><bdi>{html_text(one.check.claim)}</bdi></h2>\n'
        f'<p class="verdict">{html_text(headline(one.check))}</p>\n'
        f'<p class="confidence">Confidence {one.check.confidence:.0%}</p>\n'
        f"{parts_html(one.check)}{sides_html(one.check)}</section>\n"
        for one in claims
    )


def _quotations(quotations: Iterable[CheckedQuotation]) -> str:
    return "".join(_quotation(one.check) for one in quotations)


def _quotation(check: QuoteCheck) -> str:
    speaker = f" — {html_text(check.speaker)}" if check.speaker else ""
    told = " ".join(part for part in (HEADLINES[check.status], html_text(check.reason or "")) if part)
    lines = [
        *(difference_html(one) for one in check.differences),
        *(f"Mind: {html_text(warning)}" for warning in check.warnings),
    ]
    listed = f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>\n" if lines else ""
    return (
        f'<section class="{check.status}"><h2>“<bdi>{html_text(check.words)}</bdi>”{speaker}</h2>\n'
        f'<p class="verdict">{told}</p>\n{listed}{"".join(map(quote_html, check.pieces))}{_nearest(check)}</section>\n'
    )


def _nearest(check: QuoteCheck) -> str:
    return f"<h2>Nearest</h2>\n{quote_html(check.nearest)}" if check.nearest else ""
