"""What happens when a visitor does something."""

from collections.abc import Iterator
from typing import Any

import gradio

from bot.chat.conversation import Turns, messages, show_quote, take_turn
from bot.chat.needs import Checker
from index import OnRecordError

AT_ONCE = 4
"""How many visitors are answered at the same time."""


class Desk:
    """Takes what visitors do to the checker; it keeps nothing, since each visitor's turns travel with the visitor."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    def ask(self, question: str) -> dict[str, Any]:
        """Answer a question from the sources, with verbatim quotes, their speakers and their places."""
        try:
            return self._checker.answer(question).to_dict()
        except OnRecordError as error:
            raise gradio.Error(str(error), print_exception=False) from error

    def reply(self, question: str, turns: Turns) -> Iterator[tuple[Any, ...]]:
        """Show the question at once, then its answer: what becomes of the question's field, the chat, the turns."""
        question = question.strip()
        if not question:
            yield gradio.skip(), gradio.skip(), gradio.skip()
            return
        yield "", messages(turns, pending=question), turns
        turns = (*turns, take_turn(self._checker, question, turns))
        yield gradio.skip(), messages(turns), turns

    def reply_to_example(self, event: gradio.SelectData, turns: Turns) -> Iterator[tuple[Any, ...]]:
        """Answer an example as if it had been typed."""
        yield from self.reply(event.value["text"], turns)

    def show(self, event: gradio.EventData, turns: Turns) -> str:
        """Return the source of the card that was clicked."""
        return show_quote(turns, event.turn, event.position)

    def clear(self) -> tuple[Any, ...]:
        """Return the page to its beginning: the question's field, the chat, the turns, the viewer."""
        return "", [], (), ""
