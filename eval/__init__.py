"""How well it answers: cases, measures, and a report.

This package evaluates the bot, and never a string: write `from eval import run`, never the bare import.

>>> from eval import Case, QuestionKind
>>> Case("1", "Who is the president of France?", QuestionKind.UNANSWERABLE).answerable
False
"""

from typing import TYPE_CHECKING, Any

from eval.case import Case, Gold, QuestionKind, Score
from eval.errors import CaseError

if TYPE_CHECKING:
    from eval.evaluating import evaluate
    from eval.formats import load_cases
    from eval.measures import MEASURES, Measure
    from eval.runner import Report, Row, run

__all__ = [
    "MEASURES",
    "Case",
    "CaseError",
    "Gold",
    "Measure",
    "QuestionKind",
    "Report",
    "Row",
    "Score",
    "evaluate",
    "load_cases",
    "run",
]

# Imported when they are first used, so that the other commands of the program need not wait for numpy.
_LAZY = {
    "MEASURES": "eval.measures",
    "Measure": "eval.measures",
    "Report": "eval.runner",
    "Row": "eval.runner",
    "evaluate": "eval.evaluating",
    "load_cases": "eval.formats",
    "run": "eval.runner",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    if name not in _LAZY:
        message = f"module 'eval' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
