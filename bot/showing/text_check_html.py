"""A checked text as HTML: a table by verdict, then every claim and quotation with its quotes."""

from collections.abc import Iterator, Sequence

from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
from bot.showing.check_html import SIGNS, check_html
from bot.showing.check_wording import VERDICTS
from bot.showing.escaping import html_text
from bot.showing.quote_html import SIGNS as QUOTE_SIGNS
from bot.showing.quote_html import quote_check_html
from bot.showing.text_check_rendering import NOTHING, claims_first_refuted, quotations_first_altered


def text_check_html(checked: TextCheck, *, name: str = "text", interactive: bool = False) -> str:
    """Return the report: claims by verdict, what is refuted first, then quotations by status.

    Args:
        checked: what to show.
        name: begins the ids of the cards, so that several reports fit on one page.
        interactive: make the places buttons, for a page that can show the source.
    """
    claims, quotations = claims_first_refuted(checked), quotations_first_altered(checked)
    if not claims and not quotations:
        return f'<section class="text-check" aria-label="Checked text"><p class="nothing">{NOTHING}</p></section>'
    counts = [
        *(_count(SIGNS[verdict], VERDICTS[verdict], number) for verdict, number in checked.verdicts.items()),
        *(_count(QUOTE_SIGNS[one], f"{_words(one)} quotation", number) for one, number in checked.statuses.items()),
    ]
    shown = [*_claims(claims, name, interactive=interactive), *_quotations(quotations, name, interactive=interactive)]
    return (
        f'<section class="text-check" aria-label="Checked text"><ul class="counts">{"".join(counts)}</ul>'
        f"{''.join(shown)}</section>"
    )


def _claims(claims: Sequence[CheckedSentence], name: str, *, interactive: bool) -> Iterator[str]:
    for number, one in enumerate(claims):
        html = check_html(one.check, name=f"{name}-claim-{number}", interactive=interactive)
        yield _found(one.check.verdict, SIGNS[one.check.verdict], one.sentence.text, html)


def _quotations(quotations: Sequence[CheckedQuotation], name: str, *, interactive: bool) -> Iterator[str]:
    for number, one in enumerate(quotations):
        html = quote_check_html(one.check, name=f"{name}-quotation-{number}", interactive=interactive)
        yield _found(one.check.status, QUOTE_SIGNS[one.check.status], one.words.text, html)


def _words(status: str) -> str:
    return status.replace("_", " ").capitalize()


def _count(sign: str, what: str, number: int) -> str:
    return f'<li><span class="sign" aria-hidden="true">{sign}</span> {what}: {number}</li>'


def _found(look: str, sign: str, text: str, html: str) -> str:
    """Return something that was checked, folded up under its own words."""
    summary = f'<span class="sign" aria-hidden="true">{sign}</span> {_words(look)}: <bdi>{html_text(text)}</bdi>'
    return f'<details class="found {look}"><summary>{summary}</summary>{html}</details>'
