"""What a visitor asked and what came back, and how the chat shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import gradio

from bot.chat.needs import Checker
from bot.chat.source_view import source_view
from bot.citation import Answer
from bot.showing.escaping import html_text
from bot.showing.rendering import answer_html, answer_markdown
from bot.wording import listed
from index import OnRecordError


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with what went wrong."""

    question: str
    answer: Answer | None = None
    trouble: str = ""


Turns = tuple[Turn, ...]
_PENDING = '<p class="pending">Reading the sources …</p>'


def take_turn(checker: Checker, question: str, turns: Turns) -> Turn:
    """Ask the checker, in the light of the earlier answers."""
    history = tuple(turn.answer for turn in turns if turn.answer is not None)
    try:
        return Turn(question, checker.answer(question, history=history))
    except OnRecordError as error:
        return Turn(question, trouble=str(error))


def messages(turns: Sequence[Turn], pending: str = "") -> list[dict[str, Any]]:
    """Return the conversation as the chat component takes it; `pending` is a question that is being answered."""
    shown = [message for position, turn in enumerate(turns) for message in _turn(position, turn)]
    return [*shown, _question(pending), _reply(_PENDING)] if pending else shown


def show_quote(turns: Turns, turn: int, position: int) -> str:
    """Return the source of one of an answer's cards, counted from 0, as HTML; nothing for a card that is not there."""
    if not 0 <= turn < len(turns) or (answer := turns[turn].answer) is None:
        return ""
    cards = listed(answer)
    return source_view(cards[position], cards) if 0 <= position < len(cards) else ""


def _turn(position: int, turn: Turn) -> tuple[dict[str, Any], dict[str, Any]]:
    shown = _trouble(turn.trouble) if turn.answer is None else _answer(position, turn.answer)
    return _question(turn.question), _reply(shown)


def _reply(html: str) -> dict[str, Any]:
    # A component's HTML is shown as it is, never read as Markdown.
    return {"role": "assistant", "content": gradio.HTML(html, apply_default_css=False)}


def _question(question: str) -> dict[str, Any]:
    return {"role": "user", "content": html_text(question)}


def _answer(position: int, answer: Answer) -> str:
    shown = answer_html(answer, name=f"answer-{position}", interactive=True)
    markdown = escape(answer_markdown(answer))
    copy = f'<button type="button" class="copy" data-markdown="{markdown}">Copy as Markdown</button>'
    return f'<div class="turn" data-turn="{position}">{shown}<p class="tools">{copy}</p></div>'


def _trouble(message: str) -> str:
    return (
        '<section class="answer trouble" role="alert"><p class="reason">That could not be answered.</p>'
        f"<p>{html_text(message)}</p></section>"
    )
