"""The numbers of many outcomes, by name: a few bytes a case, while the texts stay where they are."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.outcome import Rows
from eval.significance import Numbers

_NONE = float("nan")


@dataclass(frozen=True, slots=True)
class Columns:
    """The numbers of outcomes, in the order of the cases.

    Attributes:
        scores: of each measure; NaN where it does not apply.
        right: 1 or 0; NaN where that cannot be said.
        confidence: in [0, 1]; NaN where it is not known, or the case raised.
        seconds: NaN where it was not timed, or the case raised.
        failed: how many cases raised.
        slices: of each kind of slice, the slice of every case, or "".
        labels: how often each pair of a gold and a given label occurs.
        sums: of each pooled figure, the summed counts of every cluster.
    """

    scores: Mapping[str, Numbers]
    right: Numbers
    confidence: Numbers
    seconds: Numbers
    failed: int
    slices: Mapping[str, Sequence[str]]
    labels: Mapping[tuple[str, str], int]
    sums: Mapping[str, Mapping[str, Numbers]]

    @property
    def sure(self) -> NDArray[np.bool_]:
        """Which cases have both a confidence and a verdict on whether they are right."""
        return ~np.isnan(self.confidence) & ~np.isnan(self.right)

    def score(self, measure: str) -> Numbers:
        """Return what a measure says of every case; NaN throughout where no case has it."""
        return self.scores.get(measure, np.full(len(self.right), _NONE))


def columns(rows: Rows) -> Columns:
    """Return the numbers of all rows, which are gone through once."""
    plain: dict[str, array[float]] = {name: array("d") for name in ("right", "confidence", "seconds")}
    scores: dict[str, array[float]] = {}
    slices: dict[str, list[str]] = {}
    labels: dict[tuple[str, str], int] = defaultdict(int)
    sums: dict[str, dict[str, Numbers]] = defaultdict(dict)
    failed = 0
    for number, row in enumerate(rows):
        failed += (raised := row.get("error") is not None)
        for name, column in plain.items():
            column.append(_number(None if raised and name != "right" else row.get(name)))
        _append(scores, {name: _number(value) for name, value in row["scores"].items()}, number, _NONE)
        _append(slices, {name: intern(value) for name, value in row.get("slices", {}).items()}, number, "")
        if row.get("labels"):
            labels[tuple(row["labels"])] += 1
        for name, (cluster, counts) in row.get("counts", {}).items():
            sums[name][cluster] = sums[name].get(cluster, 0.0) + np.array(counts, dtype=np.float64)
    arrays = {name: np.array(column, dtype=np.float64) for name, column in plain.items()}
    return Columns(
        {name: np.array(column, dtype=np.float64) for name, column in scores.items()},
        **arrays,
        failed=failed,
        slices=slices,
        labels=dict(labels),
        sums=sums,
    )


def _append(table: Any, values: Mapping[str, Any], number: int, nothing: Any) -> None:  # noqa: ANN401 - numbers or names
    """Append a case's values to the columns of their names; a column without a value of this case gets `nothing`."""
    for name in values.keys() - table.keys():
        table[name] = array("d", [nothing] * number) if isinstance(nothing, float) else [nothing] * number
    for name, column in table.items():
        column.append(values.get(name, nothing))


def _number(value: float | None) -> float:
    return _NONE if value is None else float(value)
