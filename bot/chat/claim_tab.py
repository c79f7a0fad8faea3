"""The tab "Check a claim": a sentence, or every claim and quotation of a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import gradio

from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.needs import Checker
from bot.chat.tools import copy_button, json_text, save_button, tools
from bot.chat.trouble import PENDING, trouble_html
from bot.claims.check import Check
from bot.claims.text_check import TextCheck
from bot.showing.check_html import check_html
from bot.showing.text_check_html import text_check_html
from index import OnRecordError

_NOT_CHECKED = "That could not be checked."
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
        yield PENDING
        try:
            with self.desk.asked("check", claim, request) as (checker, asked):
                check = checker.check(claim)
                asked.outcome = check.verdict.value
                yield _shown(checker, check)
        except OnRecordError as error:
            yield trouble_html(_NOT_CHECKED, str(error))

    def check_text(self, text: str, request: gradio.Request | None = None) -> Iterator[str]:
        """Show that the text is being checked, then the report."""
        yield PENDING
        try:
            with self.desk.asked("check text", text, request) as (checker, asked):
                checked = checker.check_text(text)
                asked.outcome = f"{len(checked.sentences)} claims, {len(checked.quotations)} quotations"
                yield _report(checked)
        except OnRecordError as error:
            yield trouble_html(_NOT_CHECKED, str(error))


def _shown(checker: Checker, check: Check) -> str:
    buttons = tools(
        copy_button("Copy as Markdown", check.to_markdown()),
        copy_button("Copy as JSON", json_text(check.to_dict())),
        save_button("Download ClaimReview", "claim-review.jsonld", _LD, json_text(check.to_claim_review())),
        save_button(
            "Download evidence pack", "evidence.html", "text/html", checker.pack(check, datetime.now(UTC).date())
        ),
    )
    return f"<div data-cited>{check_html(check, name='claim', interactive=True)}{buttons}</div>"


def _report(checked: TextCheck) -> str:
    reviews = [one.check.to_claim_review() for one in checked.sentences]
    buttons = tools(
        copy_button("Copy as Markdown", checked.to_markdown()),
        copy_button("Copy as JSON", json_text(checked.to_dict())),
        save_button("Download ClaimReview", "claim-reviews.jsonld", _LD, json_text(reviews)),
    )
    return f"<div data-cited>{text_check_html(checked, name='text', interactive=True)}{buttons}</div>"
