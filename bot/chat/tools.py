"""Buttons under what is shown: the browser copies and saves what they carry, without asking again."""

import json
from html import escape
from typing import Any

from bot.claims.check import Check
from bot.claims.text_check import TextCheck
from bot.quotes.quote_check import QuoteCheck


def copy_button(label: str, text: str) -> str:
    """Return a button that copies a text."""
    return f'<button type="button" class="copy" data-content="{escape(text)}">{label}</button>'


def save_button(label: str, file: str, media_type: str, text: str) -> str:
    """Return a button that saves a text as a file."""
    return (
        f'<button type="button" class="save" data-file="{file}" data-type="{media_type}" '
        f'data-content="{escape(text)}">{label}</button>'
    )


def json_text(plain: Any) -> str:  # noqa: ANN401 - anything that JSON can hold
    """Return a value as JSON that a person can read."""
    return json.dumps(plain, ensure_ascii=False, indent=2)


def with_tools(html: str, check: Check | TextCheck | QuoteCheck, *buttons: str) -> str:
    """Return a check that is shown as HTML, and below it buttons that copy it, and more of them."""
    copies = (
        copy_button("Copy as Markdown", check.to_markdown()),
        copy_button("Copy as JSON", json_text(check.to_dict())),
    )
    return f'<div data-cited>{html}<p class="tools">{" ".join((*copies, *buttons))}</p></div>'
