"""The tab "Ask": a conversation with the sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio

from bot.chat.conversation import Turn, Turns, history, messages, take_turn
from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.examples import examples
from bot.chat.feedback import Feedback
from index import OnRecordError

_WELCOME = "Ask below, or begin with one of these."


@dataclass(frozen=True)
class AskTab:
    """What happens in the tab; each visitor's turns travel with the visitor."""

    desk: Desk
    feedback: Feedback

    def build(self, viewer: gradio.HTML, blocks: gradio.Blocks) -> None:
        """Add the tab's components to the page that is being made."""
        turns = gradio.State(())
        questions = examples(self.desk.checker(None))
        chat, question = _chat(questions), _question()
        with gradio.Row(elem_id="after"):
            clear = gradio.Button("New conversation", elem_id="clear", size="sm", variant="secondary")
            gradio.HTML('<button type="button" class="export">Export conversation</button>', apply_default_css=False)
        answered = [question, chat, turns]
        question.submit(self.reply, [question, turns], answered, concurrency_limit=AT_ONCE, **PRIVATE)
        chat.example_select(self.reply_to_example, turns, answered, concurrency_limit=AT_ONCE, **PRIVATE)
        gradio.on([clear.click, chat.clear], self.clear, None, [*answered, viewer], **PRIVATE)
        viewer.rate(self.rate, turns, None, **PRIVATE)
        blocks.load(self.arrive, turns, answered, concurrency_limit=AT_ONCE, **PRIVATE)

    def reply(self, question: str, turns: Turns, request: gradio.Request | None = None) -> Iterator[tuple[Any, ...]]:
        """Show the question at once, then its answer: what becomes of the question's field, the chat, the turns."""
        question = question.strip()
        if not question:
            yield gradio.skip(), gradio.skip(), gradio.skip()
            return
        yield "", messages(turns, pending=question), turns
        turns = (*turns, self._turn(question, turns, request))
        yield gradio.skip(), messages(turns), turns

    def reply_to_example(
        self, event: gradio.SelectData, turns: Turns, request: gradio.Request
    ) -> Iterator[tuple[Any, ...]]:
        """Answer an example as if it had been typed."""
        yield from self.reply(event.value["text"], turns, request)

    def arrive(self, turns: Turns, request: gradio.Request) -> Iterator[tuple[Any, ...]]:
        """Answer the question in the address that the page was opened with."""
        yield from self.reply(request.query_params.get("q", ""), turns, request)

    def rate(self, event: gradio.EventData, turns: Turns, request: gradio.Request) -> None:
        """Keep what the visitor thinks of an answer."""
        position = event.turn if isinstance(event.turn, int) else -1
        if 0 <= position < len(turns):
            answers = history(turns[:position])
            self.feedback.keep(
                self.desk.checker(request), turns[position], answers, good=bool(event.good), comment=str(event.comment)
            )

    def clear(self) -> tuple[Any, ...]:
        """Return the page to its beginning: the question's field, the chat, the turns, the viewer."""
        return "", [], (), ""

    def _turn(self, question: str, turns: Turns, request: gradio.Request | None) -> Turn:
        try:
            with self.desk.asked("ask", question, request) as (checker, asked):
                turn = take_turn(checker, question, turns)
                asked.outcome = "trouble" if turn.answer is None else "answered" if turn.answer.answered else "silent"
                return turn
        except OnRecordError as error:
            return Turn(question, trouble=str(error))


def _chat(questions: list[str]) -> gradio.Chatbot:
    return gradio.Chatbot(
        elem_id="chat",
        label="Conversation",
        show_label=False,
        container=False,
        height="auto",
        autoscroll=False,
        layout="bubble",
        placeholder=_WELCOME if questions else None,
        examples=[{"text": question} for question in questions],
        render_markdown=False,
        latex_delimiters=[],
        buttons=[],
        feedback_options=None,
    )


def _question() -> gradio.Textbox:
    return gradio.Textbox(
        elem_id="question",
        label="Question",
        show_label=False,
        container=False,
        placeholder="What did … say about …?",
        lines=1,
        max_lines=4,
        autofocus=True,
        submit_btn="Ask",
    )
