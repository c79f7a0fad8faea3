"""Buttons under what is shown: the browser copies and saves what they carry, without asking again."""

import json
from html import escape
from typing import Any


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


def tools(*buttons: str) -> str:
    """Return buttons in a row."""
    return f'<p class="tools">{" ".join(buttons)}</p>'
