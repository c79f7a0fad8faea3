"""Results written and shown as they were asked for."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from eval.results import Results


_WIDTH = 120
"""Characters of a line where there is no terminal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written and shown of results.

    Attributes:
        html: the file of the page.
        markdown: the file of the figures as Markdown.
        title: of page and Markdown.
        as_json: whether JSON is printed instead of tables.
    """

    html: Path | None = None
    markdown: Path | None = None
    title: str = ""
    as_json: bool = False


def present(found: "Sequence[Results]", wanted: Wanted) -> None:
    """Write pages on some runs, and print their results."""
    from rich.console import Console

    from eval.showing.json_file import json_pieces
    from eval.showing.terminal import MOST, at_a_glance, show

    write_pages(found, wanted)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    for one in found:
        if wanted.as_json:
            typer.echo("".join(json_pieces(one)), nl=False)
        else:
            show(one, console, most=MOST if len(found) == 1 else 0)
    if len(found) > 1 and not wanted.as_json:
        console.print(at_a_glance(found))


def write_pages(found: "Sequence[Results]", wanted: Wanted) -> None:
    """Write the pages on some runs."""
    from eval.showing.html_page import html_page
    from eval.showing.markdown_page import markdown_page

    if wanted.html:
        _write(wanted.html, html_page(wanted.title, found))
    if wanted.markdown:
        _write(wanted.markdown, markdown_page(wanted.title, found))


def write_run(run: "Results", out: Path, *, several: bool) -> None:
    """Write a run as JSON to a file, or of several runs to one of its set's name in a folder."""
    from eval.showing.json_file import json_pieces

    _write(out / f"{run.about['name']}.json" if several else out, json_pieces(run))


def _write(file: Path, pieces: Iterable[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as opened:
        opened.writelines(pieces)


def is_worse(earlier: "Results", found: "Results", *, quiet: bool) -> bool:
    """Say what is better and worse than in an earlier run, and return whether anything is worse."""
    from rich.console import Console

    from eval import comparison
    from eval.showing.terminal import table

    compared = comparison.compare(earlier, found)
    Console(highlight=False, stderr=quiet).print(table(comparison.results(compared)))
    return compared.worse
