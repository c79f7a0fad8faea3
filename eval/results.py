"""What came of evaluating a set of any kind: named figures and plain rows, as a table and as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from eval.significance import LEVEL, Figure

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

_UNKNOWN = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Line:
    """A named figure, and what rivals reach.

    Attributes:
        name: what it is called, in tables and in JSON; no two lines of a run have the same.
        meaning: one line that says what the number means.
        figure: its value, interval, and how many cases it rests on.
        source: where the definition comes from.
        larger_is_better: false where the number counts faults or time.
        beside: the figures of rivals, by their names; a rival may have none.
    """

    name: str
    meaning: str
    figure: Figure
    source: str = "this project"
    larger_is_better: bool = True
    beside: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a run.

    Attributes:
        title: how many cases of what were measured.
        lines: the figures, in the order in which they are shown.
        rows: a plain mapping for each case, for JSON.
        about: what was run, beside what is told of every run.
        failed: how many cases raised an error.
        above: what is shown above the table.
        notes: what a reader of the figures must know, a sentence each.
    """

    title: str
    lines: Sequence[Line]
    rows: Sequence[Mapping[str, Any]] = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    failed: int = 0
    above: "RenderableType | None" = None
    notes: Sequence[str] = ()


def table(results: Results) -> "Table":
    """Return all figures with interval and number of cases; rivals stand beside them."""
    from rich.table import Table

    rivals = _rivals(results.lines)
    shown = Table(title=results.title, title_justify="left", caption="\n".join(results.notes), caption_justify="left")
    shown.add_column("figure")
    for name in ("value", f"{LEVEL:.0%} interval", "n", *rivals):
        shown.add_column(name, justify="right")
    shown.add_column("what it means", style="dim")
    for line in results.lines:
        direction = "" if line.larger_is_better else " (smaller is better)"
        beside = (_value(line.beside[name]) if name in line.beside else _UNKNOWN for name in rivals)
        number = str(line.figure.applicable)
        meaning = f"{line.meaning}{direction}"
        shown.add_row(line.name, _value(line.figure), _interval(line.figure), number, *beside, meaning)
    return shown


def plain(results: Results, about: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was run, the figures and every row as plain values for JSON."""
    return {
        "about": {**about, **results.about},
        "cases": len(results.rows),
        "failed": results.failed,
        "figures": {line.name: _plain(line) for line in results.lines},
        "baselines": {
            name: {line.name: asdict(line.beside[name]) for line in results.lines if name in line.beside}
            for name in _rivals(results.lines)
        },
        "notes": list(results.notes),
        "rows": [dict(row) for row in results.rows],
    }


def beside(lines: Iterable[Line], rivals: Mapping[str, Iterable[Line]]) -> Iterator[Line]:
    """Yield the lines with the figures of rivals, matched by name, beside their own."""
    found = {name: {line.name: line.figure for line in of} for name, of in rivals.items()}
    for line in lines:
        yield replace(line, beside={name: of[line.name] for name, of in found.items() if line.name in of})


def _plain(line: Line) -> dict[str, Any]:
    return {
        **asdict(line.figure),
        "meaning": line.meaning,
        "source": line.source,
        "larger_is_better": line.larger_is_better,
    }


def _rivals(lines: Iterable[Line]) -> list[str]:
    return list(dict.fromkeys(name for line in lines for name in line.beside))


def _value(figure: Figure) -> str:
    return _UNKNOWN if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> str:
    return _UNKNOWN if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"
