"""The tab "Check a claim": a sentence, or every claim and quotation of a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import gradio

from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.needs import Checker
from bot.chat.tools import json_text, save_button, with_tools
from bot.showing.check_html import check_html
from bot.showing.text_check_html import text_check_html

_LD = "application/ld+json"


@dataclass(frozen=True)
class ClaimTab:
    """What happens in the tab."""

    desk: Desk

    def build(self) -> None:
        """Add the tab's components to the page that is being made."""
        claim = gradio.Textbox(
            elem_id="claim",
            label="A claim, or a text",
            placeholder="North Korea has delivered weapons to Russia",
            lines=2,
            max_lines=14,
        )
        with gradio.Row(elem_classes="actions"):
            one = gradio.Button("Check the claim", elem_id="check-claim", variant="primary")
            text = gradio.Button("Check every sentence", elem_id="check-text", variant="secondary")
        found = gradio.HTML(elem_id="claim-found", apply_default_css=False)
        gradio.on([one.click, claim.submit], self.check, claim, found, concurrency_limit=AT_ONCE, **PRIVATE)
        text.click(self.check_text, claim, found, concurrency_limit=AT_ONCE, **PRIVATE)

    def check(self, claim: str, request: gradio.Request | None = None) -> Iterator[str]:
        """Show that the claim is being checked, then its check."""
        yield from self.desk.checked("check", claim, request, partial(_check, claim))

    def check_text(self, text: str, request: gradio.Request | None = None) -> Iterator[str]:
        """Show that the text is being checked, then the report."""
        yield from self.desk.checked("check text", text, request, partial(_check_text, text))


def _check(claim: str, checker: Checker) -> tuple[str, str]:
    check = checker.check(claim)
    pack = checker.pack(check, datetime.now(UTC).date())
    shown = with_tools(
        check_html(check, name="claim", interactive=True),
        check,
        save_button("Download ClaimReview", "claim-review.jsonld", _LD, json_text(check.to_claim_review())),
        save_button("Download evidence pack", "evidence.html", "text/html", pack),
    )
    return check.verdict.value, shown


def _check_text(text: str, checker: Checker) -> tuple[str, str]:
    checked = checker.check_text(text)
    reviews = [one.check.to_claim_review() for one in checked.sentences]
    shown = with_tools(
        text_check_html(checked, name="text", interactive=True),
        checked,
        save_button("Download ClaimReview", "claim-reviews.jsonld", _LD, json_text(reviews)),
    )
    return f"{len(checked.sentences)} claims, {len(checked.quotations)} quotations", shown
