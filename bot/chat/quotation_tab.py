"""The tab "Check a quotation": did somebody really say that?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import gradio

from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.needs import Checker
from bot.chat.tools import with_tools
from bot.showing.quote_html import quote_check_html


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
        check = partial(_check, words, speaker.strip() or None)
        yield from self.desk.checked("check quotation", f"{words} — {speaker}", request, check)


def _check(words: str, speaker: str | None, checker: Checker) -> tuple[str, str]:
    check = checker.check_quote(words, speaker)
    return check.status.value, with_tools(quote_check_html(check, name="quotation", interactive=True), check)
