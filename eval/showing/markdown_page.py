"""Results as Markdown: a table for each run, for a page in the documentation."""

import re
from collections.abc import Iterator, Sequence

from bot.showing.escaping import markdown_text
from eval.results import Line, Results, interval, rivals, shown_value
from eval.showing.overview import HEAD, name_of, overview


def markdown_page(title: str, runs: Sequence[Results]) -> Iterator[str]:
    """Yield the page piece by piece: what was run, and every figure; no rows, which may be anybody's texts."""
    yield f"# {markdown_text(title)}\n\n"
    yield "95 % bootstrap intervals; n is how many cases a figure rests on. A dash is a figure that does not apply.\n"
    if len(runs) > 1:
        yield from _overview(runs)
    for run in runs:
        yield f"\n## {markdown_text(name_of(run))}\n\n" if run.about.get("name") else "\n"
        yield f"{markdown_text(run.title)}. {_made_with(run)}\n\n"
        yield from (f"{markdown_text(note)}\n\n" for note in run.notes)
        yield from _table(run.lines)


def _overview(runs: Sequence[Results]) -> Iterator[str]:
    yield f"\n| {' | '.join(HEAD)} |\n|---|---:|---|---:|---:|---:|---:|---:|\n"
    for one in overview(runs):
        yield f"| {' | '.join(map(_cell, one.cells))} |\n"


def _cell(text: str) -> str:
    escaped = markdown_text(text).replace("|", "\\|")
    return _NUMBER.sub(r"\1.", escaped)


_NUMBER = re.compile(r"^(\d+)\\\.(?=\d)")
"""A number whose point was escaped, lest it begin a list; in a cell it begins none."""


def _table(lines: Sequence[Line]) -> Iterator[str]:
    others = rivals(lines)
    beside = "".join(f" {markdown_text(name)} |" for name in others)
    yield f"| figure | value | interval | n |{beside} what it means |\n"
    yield f"|---|---:|---:|---:|{'---:|' * len(others)}---|\n"
    for line in lines:
        beside = "".join(f" {shown_value(line.beside.get(name))} |" for name in others)
        direction = "" if line.larger_is_better else " (smaller is better)"
        told, name = f"{_cell(line.meaning)}{direction}", _cell(line.name)
        figure = line.figure
        yield f"| {name} | {shown_value(figure)} | {interval(figure)} | {figure.applicable} |{beside} {told} |\n"


def _made_with(run: Results) -> str:
    about = run.about
    told = [f"{name} {about[name]}" for name in ("version", "seed", "limit", "sample") if about.get(name) is not None]
    return (
        f"Made with {', '.join(map(markdown_text, told))}; set {str(about.get('set_digest', ''))[:16]}." if told else ""
    )
