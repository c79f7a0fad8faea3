"""Outcomes as a table of pandas, for those who go on from there; the only file that imports pandas."""

from typing import TYPE_CHECKING

from eval.outcome import Outcome, Rows
from index.errors import UsageError

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(rows: Rows) -> "DataFrame":
    """Return a row for each case: what was asked, expected and given, and a column for each measure and slice.

    What does not apply is missing (NaN), and not zero. Texts of several lines are joined by line ends.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ImportError as error:
        message = "a table needs pandas: pip install pandas"
        raise UsageError(message) from error
    return DataFrame([_flat(Outcome.of(row)) for row in rows])


def _flat(one: Outcome) -> dict[str, object]:
    told = {"id": one.id, "question": one.question, "right": one.right, "error": one.error}
    texts = {name: "\n".join(getattr(one, name)) for name in ("expected", "given", "quotes")}
    numbers = {"confidence": one.confidence, "seconds": one.seconds}
    return {**told, **texts, **numbers, **{f"slice, {name}": of for name, of in one.slices.items()}, **one.scores}
