"""Results on a terminal: some of what went wrong, then the figures with their intervals."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.outcome import Outcome
from eval.results import Results, interval, rivals, shown_value
from eval.showing.overview import HEAD, name_of, overview
from eval.significance import LEVEL

MOST = 20
"""How many failures are shown; the page shows all."""

_WIDEST = 1000
_OF_FIGURES, _OF_RIVAL, _OF_MEANING = 60, 12, 24
"""Characters that the columns need."""


def show(results: Results, console: Console, most: int = MOST) -> None:
    """Print the first failures, and the table of figures."""
    failures = (one for one in map(Outcome.of, results.rows) if one.failed)
    for one in islice(failures, most):
        console.print(failure(one), soft_wrap=True)
    if more := sum(1 for _ in failures):
        console.print(f"\n{more} more that are not right: --html FILE shows them all, and --out FILE keeps every row.")
    console.print(table(results, console.width))


def at_a_glance(runs: Sequence[Results]) -> Table:
    """Return a row for each run."""
    shown = Table(title="at a glance", title_justify="left")
    for name in HEAD:
        shown.add_column(name, justify="left" if name in {"set", "figure"} else "right")
    for one in overview(runs):
        shown.add_row(*one.cells)
    return shown


def table(results: Results, width: int = _WIDEST) -> Table:
    """Return all figures with interval and number of cases; rivals stand beside them.

    What a figure means is left out where the width leaves no room for it beside the rivals.
    """
    others = rivals(results.lines)
    named = name_of(results)
    title = results.title if named == results.title else f"{named}: {results.title}"
    shown = Table(title=title, title_justify="left", caption="\n".join(results.notes), caption_justify="left")
    shown.add_column("figure")
    for name in ("value", f"{LEVEL:.0%} interval", "n", *others):
        shown.add_column(name, justify="right")
    if told := width >= _OF_FIGURES + _OF_RIVAL * len(others) + _OF_MEANING:
        shown.add_column("what it means", style="dim")
    for line in results.lines:
        direction = "" if line.larger_is_better else " (smaller is better)"
        beside = (shown_value(line.beside.get(name)) for name in others)
        number, meaning = str(line.figure.applicable), f"{line.meaning}{direction}"
        shown.add_row(
            line.name, shown_value(line.figure), interval(line.figure), number, *beside, *([meaning] if told else [])
        )
    return shown


def failure(one: Outcome) -> Text:
    """Return what was asked, expected and given, as lines."""
    tags = ", ".join(dict.fromkeys(name for name in one.slices.values() if name))
    head = Text(f"\n{one.id} ({tags}): {one.question}" if tags else f"\n{one.id}: {one.question}", style="bold")
    return Text("\n").join([head, *(Text(f"  {label:8}  {' '.join(text.split())}") for label, text in _parts(one))])


def _parts(one: Outcome) -> Iterator[tuple[str, str]]:
    yield from (("expected", text) for text in one.expected)
    yield from (("answer", text) for text in one.given)
    yield from (("quote", text) for text in one.quotes)
    if one.error:
        yield "raised", one.error
