"""Several runs at a glance: of each the set, the first figure beside its best rival, and what is not right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.results import Line, Results, interval, shown_value

HEAD = ("set", "cases", "figure", "value", "95 % interval", "best rival", "not right", "seconds")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is told of a run at a glance; cells are in the order of HEAD."""

    name: str
    cells: tuple[str, ...]


def overview(runs: Sequence[Results]) -> Iterator[Glance]:
    """Yield a row for each run; a run without figures or rows has dashes."""
    for run in runs:
        first = next(iter(run.lines), None)
        cost = next((line.figure for line in run.lines if line.name == "cost, seconds"), None)
        wrong = sum(row.get("right") is False or row.get("error") is not None for row in run.rows)
        figure = (first.name, shown_value(first.figure), interval(first.figure)) if first else ("", "", "")
        seconds = f"{cost.value:,.0f}" if cost and cost.value is not None else shown_value(None)
        name = name_of(run)
        yield Glance(name, (name, f"{len(run.rows):,}", *figure, _best_rival(first), f"{wrong:,}", seconds))


def name_of(run: Results) -> str:
    """Return what a run is called: its set's name, and its kind where the name does not tell it."""
    name, kind = (str(run.about.get(part) or "") for part in ("name", "kind"))
    if not name:
        return run.title
    return f"{name} ({kind})" if kind and not kind.startswith(name) else kind or name


def _best_rival(line: Line | None) -> str:
    known = {name: of.value for name, of in line.beside.items() if of.value is not None} if line else {}
    if not known or line is None:
        return shown_value(None)
    best = (max if line.larger_is_better else min)(known, key=lambda name: known[name])
    return f"{shown_value(line.beside[best])} {best}"
