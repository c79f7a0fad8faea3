"""How well a verifier weighs: development sets, their figures, and the fit of the coefficients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from bot.training.reader_rows import rows
from bot.training.verifier_fit import Weighed, cross_fitted, fit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.weighing.verifier import Verifier

    Measured: TypeAlias = dict[str, dict[str, float]]

STRENGTH: Final = 0.02
_NUMBERS: Final = {"supported": 0, "refuted": 1, "nei": 2}


@dataclass(frozen=True, slots=True)
class DevSet:
    """A development set: which verdicts it has, and whether all but supported are one."""

    name: str
    possible: tuple[int, ...] = (0, 1, 2)
    folded: bool = False

    def right(self, label: str) -> tuple[int, ...]:
        """The verdicts that are right for a label."""
        number = _NUMBERS[label]
        return (1, 2) if self.folded and number else (number,)


DEV_SETS: Final = (
    DevSet("fool_me_twice", possible=(0, 1)),
    DevSet("check_covid"),
    DevSet("wice", folded=True),
    DevSet("healthver"),
    DevSet("politihop"),
    DevSet("summedits.podcast", folded=True),
    DevSet("summedits.sales_call", folded=True),
)


def weighed(verifier: Verifier, data: Path, dev_set: DevSet) -> list[Weighed]:
    """The figures of every pair of a development set."""
    found = rows(data / "claims" / f"dev.{dev_set.name}.jsonl.gz")
    figures = verifier.figures([(row["claim"], row["evidence"]) for row in found])
    return [
        Weighed(each, dev_set.right(row["label"]), dev_set.name, row["evidence"], dev_set.possible)
        for each, row in zip(figures, found, strict=True)
        if each is not None
    ]


def fitted(everything: Sequence[Weighed]) -> dict[str, Any]:
    """The coefficients for all rows, as they are kept."""
    return {"coefficients": fit(everything, STRENGTH).round(4).tolist()}


def network_only(everything: Sequence[Weighed]) -> NDArray[np.float64]:
    """Scores of the network by itself: its margins, and nothing for neither."""
    return np.array([[*row.figures[:2], 0.0] for row in everything])


def measured(everything: Sequence[Weighed], strength: float = STRENGTH) -> Measured:
    """Balanced accuracy of each set: the network alone, and with the comparison, fitted to other documents."""
    combined, alone = cross_fitted(everything, strength), network_only(everything)
    figures = {}
    for dev_set in DEV_SETS:
        here = [number for number, row in enumerate(everything) if row.source == dev_set.name]
        golds = [everything[number].right for number in here]
        figures[dev_set.name] = {
            "alone": balanced(golds, alone[here], dev_set),
            "combined": balanced(golds, combined[here], dev_set),
        }
    return figures


def balanced(golds: Sequence[tuple[int, ...]], scores: NDArray[np.float64], dev_set: DevSet) -> float:
    """The mean of the recalls, the best possible verdict taken."""
    best = [max(dev_set.possible, key=row.__getitem__) for row in scores]
    hits = {
        gold: [choice in gold for choice, right in zip(best, golds, strict=True) if right == gold]
        for gold in set(golds)
    }
    return float(np.mean([np.mean(each) for each in hits.values()]))
