"""The page: a tab for each thing to do, and beside them the source that a quote stands in."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import gradio

from bot.chat.ask_tab import AskTab
from bot.chat.claim_tab import ClaimTab
from bot.chat.desk import PRIVATE, Desk
from bot.chat.feedback import Feedback
from bot.chat.library import Library
from bot.chat.other_tabs import OtherTab
from bot.chat.programs import Programs
from bot.chat.quotation_tab import QuotationTab
from bot.chat.source_view import show_place
from bot.chat.sources_tab import SourcesTab

_HERE = Path(__file__).parent
_HOUR = 3600
"""Seconds after which files that came with uploads are deleted where Gradio put them."""
_HEADER = """
<header>
  <h1>onrecord</h1>
  <p>Ask your documents what was said. Every answer can be checked.</p>
</header>
"""


def page(
    desk: Desk,
    *,
    feedback: Feedback | None = None,
    library: Library | None = None,
    fetch: bool = True,
    others: Mapping[str, OtherTab] | None = None,
) -> gradio.Blocks:
    """Return the page at which visitors are served; `bot.chat.serving` gives it its look and serves it.

    Args:
        desk: who answers whom.
        feedback: where what visitors think of answers is kept.
        library: what visitors may add sources to; None where they may not.
        fetch: whether sources may be addresses.
        others: tabs that other packages bring, by their names.
    """
    blocks = gradio.Blocks(title="onrecord", analytics_enabled=False, fill_width=True, delete_cache=(_HOUR, _HOUR))
    with blocks, gradio.Row(elem_id="desk"):
        Programs(desk).build()  # first, so that no other event takes their names
        viewer = gradio.HTML(elem_id="viewer", js_on_load=asset("page.js"), apply_default_css=False, render=False)
        with gradio.Column(elem_id="talk"):
            gradio.HTML(_HEADER, elem_id="masthead", apply_default_css=False)
            with gradio.Tabs(elem_id="tabs") as tabs:
                with gradio.Tab("Ask", id="ask", elem_id="ask") as ask:
                    AskTab(desk, feedback or Feedback()).build(viewer, ask, blocks)
                with _tab("Check a claim", "claim"):
                    ClaimTab(desk).build()
                with _tab("Check a quotation", "quotation"):
                    QuotationTab(desk).build()
                with _tab("Sources", "sources") as sources:
                    SourcesTab(desk, library, fetch).build(viewer, sources, blocks)
                for name, other in (others or {}).items():
                    with _tab(name, name.lower()):
                        other.build()
        with gradio.Column(elem_id="reading"):
            viewer.render()  # type: ignore[no-untyped-call]
        _show_sources(desk, viewer, blocks)
        _open_tab(tabs, {"claim", "quotation", "sources", *map(str.lower, others or ())}, blocks)
    return blocks


@cache
def asset(name: str) -> str:
    """Return a file that lies beside this one."""
    return (_HERE / name).read_text(encoding="utf-8")


def _tab(name: str, short: str) -> gradio.Tab:
    return gradio.Tab(name, id=short, elem_id=f"{short}-tab", render_children=True)


def _open_tab(tabs: gradio.Tabs, names: set[str], blocks: gradio.Blocks) -> None:
    """Open the tab in the address that the page was opened with."""

    def arrive(request: gradio.Request) -> Any:  # noqa: ANN401 - Gradio's updates have no type
        wanted = request.query_params.get("tab")
        return gradio.update(selected=wanted) if wanted in names else gradio.skip()

    blocks.load(arrive, None, tabs, **PRIVATE)


def _show_sources(desk: Desk, viewer: gradio.HTML, blocks: gradio.Blocks) -> None:
    def show(event: gradio.EventData, request: gradio.Request) -> str:
        return show_place(desk.checker(request).sources, event.place)

    def arrive(request: gradio.Request) -> str:
        given = request.query_params
        if "doc" not in given:
            return ""
        start, _, end = given.get("quote", "").partition("-")
        return show_place(desk.checker(request).sources, {"document": given["doc"], "start": start, "end": end})

    viewer.show(show, None, viewer, **PRIVATE)
    blocks.load(arrive, None, viewer, **PRIVATE)
