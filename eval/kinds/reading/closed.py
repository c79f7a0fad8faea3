"""Reading: the span that is found in the text that a question belongs to, as SQuAD's script scores it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from eval.attempt import attempt
from eval.columns import Columns
from eval.figures import confidence_lines, latency_lines, mean_line
from eval.kinds.reading.passages import Asked
from eval.outcome import Outcome, length_slice
from eval.results import Line
from eval.short_answers import best_f1, exact_match
from eval.significance import Numbers, estimate

if TYPE_CHECKING:
    from bot.finding.reading import Reading

Reader = Callable[[str, str], "Reading | None"]
"""From a question and a text to the best span, however unlikely; None for a text without words."""

_SQUAD = "evaluation script of SQuAD 2.0 (Rajpurkar et al., 2018)"
_RIGHT = 0.5
"""F1 from which a span counts as right where confidence is judged."""

_SCORE, _SILENT = "score", "worth if silent"
_WORTH = {"F1": "worth if said", "exact match": "exact if said"}


def read(asked: Asked, reader: Reader, threshold: float) -> Outcome:
    """Read for a question; a reader that raises has read nothing, and below the threshold it is silent."""
    reading, error, seconds = attempt(lambda: reader(asked.question, asked.text))
    given = asked.text[reading.start : reading.end] if reading else ""
    score = reading.score if reading else 0.0
    said, readable = not error and score >= threshold, bool(asked.answers) and not error
    silence_right = not asked.answers and not error
    f1 = best_f1(given, asked.answers) if readable else 0.0
    exact = exact_match(given, asked.answers) if readable else 0.0
    return Outcome(
        id=asked.id,
        question=asked.question,
        right=f1 >= _RIGHT if said else silence_right,
        scores={
            "exact match": exact if asked.answers else None,
            "F1": f1 if asked.answers else None,
            "F1, own threshold": f1 if said else float(silence_right),
            "exact match, own threshold": exact if said else float(silence_right),
            "refused": None if asked.answers else float(silence_right and not said),
            "kept silent wrongly": float(not said) if asked.answers else None,
            _SCORE: score,
            _WORTH["F1"]: f1,
            _WORTH["exact match"]: exact,
            _SILENT: float(silence_right),
        },
        expected=asked.answers or ("nothing: the text does not answer",),
        given=(given if said else f"silence (else: {given})",),
        labels=("answer" if asked.answers else "silence", "raised" if error else "answer" if said else "silence"),
        quotes=(asked.text,),
        confidence=score if said else None,
        error=error,
        seconds=seconds,
        slices={
            "kind": "answerable" if asked.answers else "unanswerable",
            "title": asked.title,
            "length": length_slice(asked.text),
            "first word": asked.question.split()[0].casefold() if asked.question.split() else "",
        },
    )


def best_threshold(scores: Numbers, worth: Numbers, silent: Numbers) -> float:
    """Return the threshold with the largest mean worth; above 1 where silence is best throughout.

    Args:
        scores: of the best spans.
        worth: what each span is worth said, which is lost where silence is kept.
        silent: what silence is worth there: 1 where the text does not answer.
    """
    candidates = np.array(sorted({0.0, 1.1, *scores.tolist()}))
    order = np.argsort(scores)
    spoken = np.concatenate([np.cumsum(worth[order][::-1])[::-1], [0.0]])
    silent = np.concatenate([[0.0], np.cumsum(silent[order])])
    below = np.searchsorted(scores[order], candidates, side="left")
    return float(candidates[int(np.argmax(spoken[below] + silent[below]))])


def lines(of: Columns, threshold: float) -> Iterator[Line]:
    """Yield the figures; those of silence where some questions have no answer.

    Args:
        of: the numbers of the run.
        threshold: the score below which the reader is silent by default.
    """
    yield mean_line(of, "exact match", "the span is an answer, where there is one", _SQUAD)
    yield mean_line(of, "F1", "words that it shares with the nearest answer", _SQUAD)
    if np.isnan(of.score("F1")).any():
        yield from _silence(of, threshold)
    yield mean_line(of, "kept silent wrongly", "questions with an answer", larger_is_better=False)
    yield from confidence_lines(of)
    yield from latency_lines(of)


def _silence(of: Columns, threshold: float) -> Iterator[Line]:
    scores, silent = of.score(_SCORE), of.score(_SILENT)
    for name, said in _WORTH.items():
        worth = of.score(said)
        best = best_threshold(scores, worth, silent)
        meaning = f"{name} over all questions, silent below {best:.3f}, the best threshold on this very set"
        yield Line(f"{name}, best threshold", meaning, estimate(np.where(scores >= best, worth, silent)), _SQUAD)
        meaning = f"the same, silent below {threshold:.3f}, as the reader is by default"
        yield mean_line(of, f"{name}, own threshold", meaning, _SQUAD)
    unanswerable = np.isnan(of.score("F1")).astype(np.float64)
    yield Line("F1, always silent", "the share of questions without an answer", estimate(unanswerable), _SQUAD)
    yield mean_line(of, "refused", "questions without an answer, at the own threshold")
