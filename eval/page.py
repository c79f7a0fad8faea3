"""Evaluation in the browser: choose a set, watch how far it is, read its page; only this file imports Gradio here."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from html import escape
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import gradio

from eval.evaluating import evaluated
from eval.set_kind import Options
from eval.showing.html_page import html_page
from index.errors import OnRecordError, UsageError

_OWN = Path(__file__).parent / "sets"
_WAIT = 0.5


def page(folder: Path | None) -> gradio.Blocks:
    """Return the page over an index."""
    sets = sorted(str(file) for file in _OWN.rglob("*.jsonl"))
    blocks = gradio.Blocks(title="onrecord eval", analytics_enabled=False)
    with blocks:
        gradio.Markdown("# How far to trust the answers\nChoose a set, or bring your own.")
        with gradio.Row():
            chosen = gradio.Dropdown(sets, label="Set", value=next(iter(sets), None))
            brought = gradio.File(label="Your own set", file_types=[".jsonl", ".json", ".gz"], type="filepath")
        with gradio.Row():
            sources = gradio.Textbox(label="Sources", info="A folder here; empty asks the index.")
            sample = gradio.Number(label="Cases, drawn by a seed; 0 for all", value=0, precision=0, minimum=0)
            baselines = gradio.Checkbox(label="Baselines beside")
        start = gradio.Button("Evaluate", variant="primary")
        told, shown = gradio.Markdown(), gradio.HTML()
        file = gradio.File(label="The page, to keep", visible=False)

        def go(own: str, other: str | None, texts: str, number: int, rivals: bool) -> Iterator[tuple[object, ...]]:  # noqa: FBT001 - a tick box
            options = Options(folder, Path(texts) if texts.strip() else None, sample=number or None, baselines=rivals)
            yield from _steps(Path(other or own or ""), options)

        start.click(go, [chosen, brought, sources, sample, baselines], [told, shown, file], concurrency_limit=1)
    return blocks


def serve(folder: Path | None, host: str, port: int, ready: Callable[[str], object]) -> None:
    """Serve the page until the program is interrupted.

    Raises:
        UsageError: the port is taken.
    """
    blocks = page(folder)
    try:
        blocks.launch(
            server_name=host,
            server_port=port or None,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            ssr_mode=False,
            mcp_server=False,
            footer_links=[],
        )
    except OSError as error:
        message = f"cannot serve on {host}, port {port}: {error}; choose another with --port"
        raise UsageError(message) from error
    ready(str(blocks.local_url))
    blocks.block_thread()


def _steps(path: Path, options: Options) -> Iterator[tuple[object, ...]]:
    """Yield how far the run is, then its page: shown in a frame of its own, and as a file to keep."""
    done: Queue[tuple[int, int] | str] = Queue()
    thread = Thread(target=_run, args=(path, options, done), daemon=True)
    thread.start()
    nothing = gradio.update(visible=False)
    last = ""
    while thread.is_alive() or not done.empty():
        try:
            news = done.get(timeout=_WAIT)
        except Empty:
            continue
        if isinstance(news, str):
            last = news
        else:
            yield f"{news[0]} of {news[1]} cases", "", nothing
    if Path(last).suffix != ".html":
        yield f"**{escape(last or 'the run stopped')}**", "", nothing
        return
    text = Path(last).read_text(encoding="utf-8")
    frame = f'<iframe title="results" srcdoc="{escape(text)}" style="width:100%;height:80vh;border:0"></iframe>'
    yield "Done.", frame, gradio.update(value=last, visible=True)


def _run(path: Path, options: Options, done: "Queue[tuple[int, int] | str]") -> None:
    from dataclasses import replace

    try:
        with ExitStack() as stack:
            told = replace(options, progress=lambda number, total: done.put((number, total)))
            results = stack.enter_context(evaluated(path, told, tell=lambda _: None))
            file = Path(tempfile.mkdtemp(prefix="onrecord-eval-page-")) / "results.html"
            file.write_text("".join(html_page("How far to trust the answers", [results])), encoding="utf-8")
        done.put(str(file))
    except OnRecordError as error:
        done.put(str(error))
