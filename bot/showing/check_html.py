"""A check as HTML: the verdict first, then what speaks for the claim beside what speaks against it."""

from bot.citation import Stance
from bot.claims.check import Check
from bot.showing.check_wording import LEANS, SIDES, headline
from bot.showing.citation_html import cards_html
from bot.showing.confidence_html import OF_VERDICT, confidence_html
from bot.showing.escaping import html_text
from bot.verdict import Verdict

SIGNS = {
    Verdict.SUPPORTED: "✓",
    Verdict.REFUTED: "✗",
    Verdict.CONFLICTING: "⇄",
    Verdict.NOT_ENOUGH_EVIDENCE: "?",
}
"""What tells verdicts apart without colour."""
_NOTHING = {
    Stance.SUPPORTS: "Nothing in the sources speaks for it.",
    Stance.REFUTES: "Nothing in the sources speaks against it.",
}


def check_html(check: Check, *, name: str = "check", interactive: bool = False) -> str:
    """Return the check as semantic HTML that needs neither style nor script.

    Args:
        check: what to show.
        name: begins the ids of the cards, so that several checks fit on one page.
        interactive: make the places buttons, for a page that can show the source.
    """
    return (
        f'<section class="check {check.verdict}" aria-label="Check">'
        f'<p class="claim"><bdi>{html_text(check.claim)}</bdi></p>{verdict_html(check)}{_parts(check)}'
        f"{_sides(check, name=name, interactive=interactive)}"
        f"{''.join(_considered(check, stance, name=name, interactive=interactive) for stance in LEANS)}"
        "</section>"
    )


def verdict_html(check: Check) -> str:
    """Return the verdict in words, with a sign and the confidence."""
    return (
        f'<p class="verdict"><span class="sign" aria-hidden="true">{SIGNS[check.verdict]}</span> '
        f"<strong>{html_text(headline(check))}</strong> "
        f"{confidence_html(check.confidence, OF_VERDICT)}</p>"
    )


def _parts(check: Check) -> str:
    lines = "".join(
        f'<li><span class="sign" aria-hidden="true">{SIGNS[part.verdict]}</span> <bdi>{html_text(part.claim)}</bdi> '
        f"<b>{html_text(headline(part))}</b></li>"
        for part in check.parts
    )
    return f'<h3 class="heading">Its parts</h3><ol class="parts">{lines}</ol>' if lines else ""


def _sides(check: Check, *, name: str, interactive: bool) -> str:
    if not check.statements:
        return ""
    return (
        f'<div class="sides">{"".join(_side(check, one, name=name, interactive=interactive) for one in Stance)}</div>'
    )


def _side(check: Check, stance: Stance, *, name: str, interactive: bool) -> str:
    quotes = [quote for one in check.of_stance(stance) for quote in one.quotes]
    cards = cards_html(quotes, name=name, interactive=interactive) or f'<p class="nothing">{_NOTHING[stance]}</p>'
    return f'<section class="side {stance}"><h3 class="heading">{SIDES[stance]}</h3>{cards}</section>'


def _considered(check: Check, stance: Stance | None, *, name: str, interactive: bool) -> str:
    quotes = [quote for one in check.leaning(stance) for quote in one.quotes]
    cards = cards_html(quotes, name=name, interactive=interactive)
    return f'<h3 class="heading">{LEANS[stance]}</h3>{cards}' if cards else ""
