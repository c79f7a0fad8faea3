"""The tab "Ask": a conversation with the sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import gradio

from bot.chat.conversation import Turn, Turns, history, messages, take_turn
from bot.chat.desk import AT_ONCE, PRIVATE, Desk
from bot.chat.examples import examples
from bot.chat.feedback import Feedback
from bot.chat.filter_fields import FILTERS, Given, choices, filter_fields, given, of_link
from index import OnRecordError

Steps = Iterator[tuple[Any, ...]]
"""What becomes of the question's field, the chat and the turns, step by step."""
_WELCOME = "Ask below, or begin with one of these."


@dataclass(frozen=True)
class AskTab:
    """What happens in the tab; each visitor's turns travel with the visitor."""

    desk: Desk
    feedback: Feedback
    _begun: "dict[tuple[str, ...], _Begin]" = field(default_factory=dict)

    def build(self, viewer: gradio.HTML, tab: gradio.Tab, blocks: gradio.Blocks) -> None:
        """Add the tab's components to the page that is being made."""
        turns = gradio.State(())
        begin = self._begin(None)
        chat, question = _chat(begin.questions), _question()
        with gradio.Accordion("Filters", open=False, elem_id="filters"):
            fields = filter_fields(begin.choices)
        with gradio.Row(elem_id="after"):
            clear = gradio.Button("New conversation", elem_id="clear", size="sm", variant="secondary")
            gradio.HTML('<button type="button" class="export">Export conversation</button>', apply_default_css=False)

        def only(values: Mapping[Any, Any]) -> Given:
            return given({name: values[one] for name, one in fields.items()})

        def ask(values: Mapping[Any, Any], request: gradio.Request) -> Steps:
            yield from self.reply(values[question], values[turns], request, only(values))

        def ask_example(values: Mapping[Any, Any], event: gradio.SelectData, request: gradio.Request) -> Steps:
            yield from self.reply(event.value["text"], values[turns], request, only(values))

        answered, values = [question, chat, turns], {question, turns, *fields.values()}
        question.submit(ask, values, answered, concurrency_limit=AT_ONCE, **PRIVATE)
        chat.example_select(ask_example, values, answered, concurrency_limit=AT_ONCE, **PRIVATE)
        gradio.on([clear.click, chat.clear], self.clear, None, [*answered, viewer], **PRIVATE)
        viewer.rate(self.rate, turns, None, **PRIVATE)
        gradio.on(
            [blocks.load, tab.select], self.look, None, [chat, *(fields[name] for name in begin.choices)], **PRIVATE
        )
        blocks.load(self.choose, None, [*fields.values()], **PRIVATE)
        blocks.load(self.arrive, turns, answered, concurrency_limit=AT_ONCE, **PRIVATE)

    def reply(
        self, question: str, turns: Turns, request: gradio.Request | None = None, filters: Given | None = None
    ) -> Steps:
        """Show the question at once, then its answer: what becomes of the question's field, the chat, the turns."""
        question = question.strip()
        if not question:
            yield gradio.skip(), gradio.skip(), gradio.skip()
            return
        yield "", messages(turns, pending=question), turns
        turns = (*turns, self._turn(question, turns, request, filters or {}))
        yield gradio.skip(), messages(turns), turns

    def arrive(self, turns: Turns, request: gradio.Request) -> Steps:
        """Answer the question in the address that the page was opened with."""
        query = request.query_params
        yield from self.reply(query.get("q", ""), turns, request, of_link(query))

    def choose(self, request: gradio.Request) -> list[Any]:
        """Return the filters in that address, the value of each field."""
        found = of_link(request.query_params)
        return [gradio.update(value=found[name]) if name in found else gradio.skip() for name in FILTERS]

    def look(self, request: gradio.Request) -> list[Any]:
        """Return the examples and the choices of the filters, which follow the sources."""
        begin = self._begin(request)
        return [
            gradio.update(examples=_shown(begin.questions), placeholder=_WELCOME if begin.questions else None),
            *(gradio.update(choices=offered) for offered in begin.choices.values()),
        ]

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

    def _begin(self, request: gradio.Request | None) -> "_Begin":
        """Return what a visitor may begin with, made once for the same sources."""
        checker = self.desk.checker(request)
        ids = tuple(checker.sources.document_ids())
        found = self._begun.get(ids)
        if found is None:
            found = _Begin(examples(checker), choices(checker.sources))
            self._begun.clear()
            self._begun[ids] = found
        return found

    def _turn(self, question: str, turns: Turns, request: gradio.Request | None, filters: Given) -> Turn:
        try:
            with self.desk.asked("ask", question, request) as (checker, asked):
                turn = take_turn(checker, question, turns, filters)
                asked.outcome = "trouble" if turn.answer is None else "answered" if turn.answer.answered else "silent"
                return turn
        except OnRecordError as error:
            return Turn(question, trouble=str(error))


@dataclass(frozen=True, slots=True)
class _Begin:
    """What a visitor may begin with: example questions, and what the filters offer."""

    questions: list[str]
    choices: dict[str, list[str]]


def _shown(questions: list[str]) -> list[Any]:
    return [{"text": question} for question in questions]


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
        examples=_shown(questions),
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
