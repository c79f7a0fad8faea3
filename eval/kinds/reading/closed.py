"""Reading: the span that is found in the text that a question belongs to, as SQuAD's script scores it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from eval.confidence_measures import calibration_error, risk_coverage_area
from eval.kinds.reading.passages import Asked
from eval.results import Line
from eval.set_kind import Progress
from eval.short_answers import best_f1, exact_match
from eval.significance import Figure, estimate

if TYPE_CHECKING:
    from bot.finding.reading import Reading

Reader = Callable[[str, str], "Reading | None"]
"""From a question and a text to the best span, however unlikely; None for a text without words."""

_SQUAD = "evaluation script of SQuAD 2.0 (Rajpurkar et al., 2018)"
_RIGHT = 0.5
"""F1 from which a span counts as right where confidence is judged."""


@dataclass(frozen=True, slots=True)
class Read:
    """A question, the span that was read, its score, and what it is worth against the answers."""

    asked: Asked
    given: str
    score: float
    exact: float
    f1: float

    @property
    def answerable(self) -> bool:
        """Whether the text answers."""
        return bool(self.asked.answers)

    def worth(self, threshold: float) -> float:
        """Return the F1 where silence is kept below a threshold: silence is right where nothing answers."""
        return self.f1 if self.score >= threshold else float(not self.answerable)


def read_all(asked: Sequence[Asked], reader: Reader, progress: Progress) -> Iterator[Read]:
    """Read for every question."""
    for number, one in enumerate(asked):
        progress(number, len(asked))
        reading = reader(one.question, one.text)
        given = one.text[reading.start : reading.end] if reading else ""
        yield Read(
            one,
            given,
            reading.score if reading else 0.0,
            exact_match(given, one.answers) if one.answers else 0.0,
            best_f1(given, one.answers),
        )


def best_threshold(read: Sequence[Read]) -> float:
    """Return the threshold with the largest mean worth; above 1 where silence is best throughout."""
    candidates = sorted({0.0, 1.1, *(one.score for one in read)})
    worths = [np.mean([one.worth(threshold) for one in read]) for threshold in candidates]
    return candidates[int(np.argmax(worths))]


def lines(read: Sequence[Read], threshold: float) -> Iterator[Line]:
    """Yield the figures; those of silence where some questions have no answer.

    Args:
        read: the questions.
        threshold: the score below which the reader is silent by default.
    """
    told = [one for one in read if one.answerable]
    untold = [one for one in read if not one.answerable]
    yield Line("exact match", "the span is an answer, where there is one", estimate([r.exact for r in told]), _SQUAD)
    yield Line("F1", "words that it shares with the nearest answer", estimate([r.f1 for r in told]), _SQUAD)
    if untold:
        best = best_threshold(read)
        meaning = f"F1 over all questions, silent below {best:.3f}, the best threshold on this very set"
        yield Line("F1, best threshold", meaning, estimate([r.worth(best) for r in read]), _SQUAD)
        meaning = f"the same, silent below {threshold:.3f}, as the reader is by default"
        yield Line("F1, own threshold", meaning, estimate([r.worth(threshold) for r in read]), _SQUAD)
        silent = estimate([float(not r.answerable) for r in read])
        yield Line("F1, always silent", "the share of questions without an answer", silent, _SQUAD)
        yield Line("refused", "questions without an answer, at the own threshold", _below(untold, threshold))
    yield Line("kept silent wrongly", "questions with an answer", _below(told, threshold), larger_is_better=False)
    scores, right = [r.score for r in read], [r.f1 >= _RIGHT for r in read]
    number = len(read)
    for name, value, meaning in (
        ("calibration error", calibration_error(scores, right), "of the score, ten bins"),
        ("risk-coverage area", risk_coverage_area(scores, right), "share wrong among the surest, averaged"),
    ):
        yield Line(name, meaning, Figure(value, None, None, number), larger_is_better=False)


def rows(read: Sequence[Read]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each question."""
    for one in read:
        yield {
            "id": one.asked.id,
            "question": one.asked.question,
            "expected": list(one.asked.answers),
            "given": one.given,
            "score": one.score,
            "scores": {"exact match": one.exact, "F1": one.f1} if one.answerable else {},
        }


def _below(read: Sequence[Read], threshold: float) -> Figure:
    return estimate([float(one.score < threshold) for one in read])
