"""The tab "Check a quotation": did somebody really say that?"""

from collections.abc import Iterator
from dataclasses import dataclass

import gradio

from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.tools import copy_button, json_text, tools
from bot.chat.trouble import PENDING, trouble_html
from bot.quotes.quote_check import QuoteCheck
from bot.showing.quote_html import quote_check_html
from index import OnRecordError


@dataclass(frozen=True)
class QuotationTab:
    """What happens in the tab."""

    desk: Desk

    def build(self) -> None:
        """Add the tab's components to the page that is being made."""
        words = gradio.Textbox(
            elem_id="words",
            label="The words of the quotation",
            placeholder="We condemn the DPRK for providing Russia with this …",
            lines=2,
            max_lines=8,
        )
        with gradio.Row(elem_classes="actions"):
            speaker = gradio.Textbox(
                elem_id="speaker", label="Who is said to have said so (may stay empty)", lines=1, max_lines=1
            )
            button = gradio.Button("Check the quotation", elem_id="check-quotation", variant="primary")
        found = gradio.HTML(elem_id="quotation-found", apply_default_css=False)
        given = [words, speaker]
        triggers = [button.click, words.submit, speaker.submit]
        gradio.on(triggers, self.check, given, found, concurrency_limit=AT_ONCE, **PRIVATE)

    def check(self, words: str, speaker: str, request: gradio.Request | None = None) -> Iterator[str]:
        """Show that the quotation is being checked, then its check."""
        yield PENDING
        try:
            with self.desk.asked("check quotation", f"{words} — {speaker}", request) as (checker, asked):
                check = checker.check_quote(words, speaker.strip() or None)
                asked.outcome = check.status.value
                yield _shown(check)
        except OnRecordError as error:
            yield trouble_html("That could not be checked.", str(error))


def _shown(check: QuoteCheck) -> str:
    shown = quote_check_html(check, name="quotation", interactive=True)
    buttons = tools(
        copy_button("Copy as Markdown", check.to_markdown()), copy_button("Copy as JSON", json_text(check.to_dict()))
    )
    return f"<div data-cited>{shown}{buttons}</div>"
