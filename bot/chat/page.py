"""The page: a chat, and beside it the source that a quote stands in."""

from functools import cache
from pathlib import Path
from typing import Any

import gradio
from gradio.events import api

from bot.chat.desk import AT_ONCE, Desk
from bot.chat.examples import examples
from bot.chat.needs import Checker

_HERE = Path(__file__).parent
_HEADER = """
<header>
  <h1>onrecord</h1>
  <p>Ask your documents what was said. Every answer can be checked.</p>
</header>
"""
_WELCOME = "Ask below, or begin with one of these."


def page(checker: Checker) -> gradio.Blocks:
    """Return the page over a checker; `bot.chat.serving` gives it its look and serves it."""
    desk = Desk(checker)
    blocks = gradio.Blocks(title="onrecord", analytics_enabled=False, fill_width=True)
    with blocks:
        turns = gradio.State(())
        with gradio.Row(elem_id="desk"):
            with gradio.Column(elem_id="talk"):
                gradio.HTML(_HEADER, elem_id="masthead", apply_default_css=False)
                chat = _chat(examples(checker))
                question, clear = _asking()
            with gradio.Column(elem_id="reading"):
                viewer = gradio.HTML(elem_id="viewer", js_on_load=asset("page.js"), apply_default_css=False)
        _connect(desk, turns, chat, question, viewer, clear)
        api(desk.ask, api_name="ask", concurrency_limit=AT_ONCE)
    return blocks


@cache
def asset(name: str) -> str:
    """Return a file that lies beside this one."""
    return (_HERE / name).read_text(encoding="utf-8")


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


def _asking() -> tuple[gradio.Textbox, gradio.Button]:
    question = gradio.Textbox(
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
    return question, gradio.Button("New conversation", elem_id="clear", size="sm", variant="secondary")


def _connect(
    desk: Desk,
    turns: gradio.State,
    chat: gradio.Chatbot,
    question: gradio.Textbox,
    viewer: gradio.HTML,
    clear: gradio.Button,
) -> None:
    answered = [question, chat, turns]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    question.submit(desk.reply, [question, turns], answered, concurrency_limit=AT_ONCE, **private)
    chat.example_select(desk.reply_to_example, turns, answered, concurrency_limit=AT_ONCE, **private)
    viewer.show(desk.show, turns, viewer, **private)
    gradio.on([clear.click, chat.clear], desk.clear, None, [*answered, viewer], **private)
