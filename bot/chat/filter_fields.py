"""The fields by which a visitor chooses which documents are asked, folded away until they are wanted."""

from collections.abc import Mapping
from html import escape
from typing import Any

import gradio

from bot.chat.needs import Sources

Given = dict[str, Any]
"""Filters that were chosen, by name, as `index.filters.Filters.of` takes them."""
Fields = dict[str, Any]

_MANY = {"documents": "Documents", "sources": "Publishers or links", "speakers": "Speakers quoted", "tags": "Tags"}
_DAYS = {"after": "Published from (YYYY-MM-DD)", "before": "Published before (YYYY-MM-DD)"}
FILTERS = (*_MANY, *_DAYS)
"""The names of the filters, in the order of their fields."""
_OFFERED = 500
"""How many documents are offered, the newest, and how many speakers; others can be typed."""


def filter_fields(choices: Mapping[str, list[str]]) -> Fields:
    """Add the fields to the page that is being made, and return them by the names of their filters."""
    with gradio.Row(elem_classes="fields"):
        many = {
            name: gradio.Dropdown(
                choices[name], label=label, multiselect=True, allow_custom_value=True, elem_id=f"filter-{name}"
            )
            for name, label in _MANY.items()
        }
        days = {name: gradio.Textbox(label=label, lines=1, elem_id=f"filter-{name}") for name, label in _DAYS.items()}
    return {**many, **days}


def choices(sources: Sources) -> dict[str, list[str]]:
    """Return what is offered in the fields."""
    ids = list(sources.document_ids())[:_OFFERED]
    documents = [sources.document(one) for one in ids]
    return {
        "documents": ids,
        "sources": sorted({one.publisher for one in documents if one.publisher}),
        "speakers": [one.name for one in sources.speakers() if one.name][:_OFFERED],
        "tags": sorted({tag for one in documents for tag in one.tags}),
    }


def given(values: Mapping[str, Any]) -> Given:
    """Return the filters that were chosen; an empty field filters nothing.

    >>> given({"documents": [], "after": " 2023-01-01 "})
    {'after': '2023-01-01'}
    """
    plain = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in plain.items() if value}


def of_link(query: Any) -> Given:  # noqa: ANN401 - the parameters of an address, as Starlette has them
    """Return the filters in the address that the page was opened with."""
    return given({**{name: query.getlist(name) for name in _MANY}, **{name: query.get(name, "") for name in _DAYS}})


def told_html(filters: Given) -> str:
    """Return what an answer was restricted to, or nothing."""
    parts = [f"{_LABELS[name]} {escape(_plain(value))}" for name, value in filters.items()]
    return f'<p class="only">Only documents {", ".join(parts)}</p>' if parts else ""


_LABELS = {
    "documents": "called", "sources": "from", "speakers": "quoting", "tags": "tagged", "after": "published from",
    "before": "published before",
}  # fmt: skip


def _plain(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " or ".join(value)
