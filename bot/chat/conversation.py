"""What a visitor asked and what came back, and how the chat shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlencode

import gradio

from bot.chat.filter_fields import Given, told_html
from bot.chat.needs import Checker
from bot.chat.tools import copy_button, json_text
from bot.chat.trouble import PENDING, trouble_html
from bot.citation import Answer
from bot.showing.escaping import html_text
from bot.showing.plain_text import answer_plain
from bot.showing.rendering import answer_html, answer_markdown
from index import OnRecordError


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer or with what went wrong, and which documents were asked."""

    question: str
    answer: Answer | None = None
    trouble: str = ""
    filters: Given = field(default_factory=dict)


Turns = tuple[Turn, ...]
_RATING = (
    '<span class="rating" role="group" aria-label="Was this right?">'
    '<button type="button" class="rate" data-good="true" aria-label="Right" aria-pressed="false">👍</button>'
    '<button type="button" class="rate" data-good="false" aria-label="Wrong" aria-pressed="false">👎</button></span>'
    '<span class="comment" hidden><input type="text" aria-label="Comment" placeholder="What was right or wrong?"/>'
    '<button type="button" class="send">Send</button></span>'
)


def take_turn(checker: Checker, question: str, turns: Turns, filters: Given | None = None) -> Turn:
    """Ask the checker, in the light of the earlier answers."""
    only = filters or {}
    try:
        return Turn(question, checker.answer(question, history=history(turns), filters=only), filters=only)
    except OnRecordError as error:
        return Turn(question, trouble=str(error), filters=only)


def history(turns: Turns) -> tuple[Answer, ...]:
    """Return the answers of earlier turns, oldest first."""
    return tuple(turn.answer for turn in turns if turn.answer is not None)


def messages(turns: Sequence[Turn], pending: str = "") -> list[dict[str, Any]]:
    """Return the conversation as the chat component takes it; `pending` is a question that is being answered."""
    shown = [message for position, turn in enumerate(turns) for message in _turn(position, turn)]
    return [*shown, _question(pending), _reply(PENDING)] if pending else shown


def _turn(position: int, turn: Turn) -> tuple[dict[str, Any], dict[str, Any]]:
    shown = (
        trouble_html("That could not be answered.", turn.trouble)
        if turn.answer is None
        else _answer(position, turn.question, turn.answer, turn.filters)
    )
    return _question(turn.question), _reply(shown)


def _reply(html: str) -> dict[str, Any]:
    # A component's HTML is shown as it is, never read as Markdown.
    return {"role": "assistant", "content": gradio.HTML(html, apply_default_css=False)}


def _question(question: str) -> dict[str, Any]:
    return {"role": "user", "content": html_text(question)}


def _answer(position: int, question: str, answer: Answer, filters: Given) -> str:
    shown = answer_html(answer, name=f"answer-{position}", interactive=True)
    copies = (
        copy_button("Copy as text", answer_plain(answer)),
        copy_button("Copy as Markdown", answer_markdown(answer)),
        copy_button("Copy as JSON", json_text(answer.to_dict())),
    )
    link = f'<a class="permalink" href="?{escape(urlencode({"q": question, **filters}, doseq=True))}">Link</a>'
    return (
        f'<div class="turn" data-cited data-turn="{position}" data-question="{escape(question)}">'
        f"{told_html(filters)}{shown}"
        f'<p class="tools">{" ".join(copies)} {link} {_RATING}</p></div>'
    )
