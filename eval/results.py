"""What came of evaluating a set of any kind: named figures and plain rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from eval.outcome import Rows
from eval.significance import Figure

if TYPE_CHECKING:
    from pandas import DataFrame

_UNKNOWN = "\N{EN DASH}"
_MANY = 100
"""From here on thousandths say nothing."""


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
        is_share: whether it lies in [0, 1] by what it is; not so seconds, or a gain.
    """

    name: str
    meaning: str
    figure: Figure
    source: str = "this project"
    larger_is_better: bool = True
    beside: Mapping[str, Figure] = field(default_factory=dict)
    is_share: bool = True


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a run.

    Attributes:
        title: how many cases of what were measured.
        lines: the figures, in the order in which they are shown.
        rows: a plain mapping for each case; `eval.outcome.Outcome.of` reads it.
        about: what was run, beside what is told of every run.
        failed: how many cases raised an error.
        notes: what a reader of the figures must know, a sentence each.
        main: the measure that slices are told of.
    """

    title: str
    lines: Sequence[Line]
    rows: Rows = ()
    about: Mapping[str, Any] = field(default_factory=dict)
    failed: int = 0
    notes: Sequence[str] = ()
    main: str = "right"

    def frame(self) -> "DataFrame":
        """Return a row for each case, with every measure in a column; pandas is imported when this is called."""
        from eval.frames import frame

        return frame(self.rows)


def beside(lines: Iterable[Line], rivals: Mapping[str, Iterable[Line]]) -> Iterator[Line]:
    """Yield the lines with the figures of rivals, matched by name, beside their own."""
    found = {name: {line.name: line.figure for line in of} for name, of in rivals.items()}
    for line in lines:
        yield replace(line, beside={name: of[line.name] for name, of in found.items() if line.name in of})


def rivals(lines: Iterable[Line]) -> list[str]:
    """Return the names of all rivals that have figures beside any of the lines."""
    return list(dict.fromkeys(name for line in lines for name in line.beside))


def shown_value(figure: Figure | None) -> str:
    """Return a figure's value as it is shown; a dash where it does not apply."""
    return _UNKNOWN if figure is None or figure.value is None else _shown(figure.value)


def interval(figure: Figure) -> str:
    """Return a figure's interval as it is shown; a dash where it has none."""
    if figure.low is None or figure.high is None:
        return _UNKNOWN
    return f"{_shown(figure.low)} to {_shown(figure.high)}"


def _shown(value: float) -> str:
    return f"{value:.3f}" if abs(value) < _MANY else f"{value:,.0f}"
