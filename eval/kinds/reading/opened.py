"""Open retrieval: each question asked of all texts of the set together, and with its own text left out."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.citation import Answer
from eval.confidence_measures import calibration_error
from eval.kinds.reading.passages import Asked
from eval.results import Line
from eval.set_kind import Progress
from eval.significance import Figure, estimate, percentile

Answerer = Callable[[str, str | None], Answer]
"""From a question and the id of a document that is left out, or None, to an answer."""


class Case(StrEnum):
    """What is in the sources when a question is asked."""

    PRESENT = "present"  # the text that answers
    LEFT_OUT = "left out"  # all but the text that answers
    IMPOSSIBLE = "impossible"  # a text that nearly answers


@dataclass(frozen=True, slots=True)
class Told:
    """A question asked in one case, and what came; `answer` is None where the answerer raised."""

    asked: Asked
    case: Case
    answer: Answer | None
    error: str | None
    seconds: float

    @property
    def refused(self) -> bool:
        """Whether the answer is that the sources do not say."""
        return self.answer is not None and not self.answer.answered

    @property
    def hit(self) -> bool:
        """Whether a citation is of the right text, and holds an answer."""
        cited = self.answer.citations if self.answer else ()
        return self.case is Case.PRESENT and any(
            citation.document.id == self.asked.document and any(one in citation.text for one in self.asked.answers)
            for citation in cited
        )


def ask_all(asked: Sequence[Asked], answerer: Answerer, progress: Progress) -> Iterator[Told]:
    """Ask every question: one with an answer twice, once with its text left out; an answerer that raises has failed."""
    for number, one in enumerate(asked):
        progress(number, len(asked))
        if one.answers:
            yield _ask(one, Case.PRESENT, answerer, None)
            yield _ask(one, Case.LEFT_OUT, answerer, one.document)
        else:
            yield _ask(one, Case.IMPOSSIBLE, answerer, None)


def lines(told: Sequence[Told]) -> Iterator[Line]:
    """Yield the figures; a refusal in the first two cases is right where the text was left out."""
    present, absent, impossible = ([one for one in told if one.case is case] for case in Case)
    refusals = [one for one in (*present, *absent) if one.refused]
    given = [one for one in told if one.answer is not None and one.answer.answered]
    of_text = [one for one in given if one.case is not Case.IMPOSSIBLE]
    figures: list[tuple[str, str, Sequence[bool]]] = [
        ("citation hit", "a cited sentence holds the answer, from the right text", [one.hit for one in present]),
        (
            "citation hit, answered",
            "the same, of those that were answered",
            [one.hit for one in present if not one.refused],
        ),
        ("refusal precision", "refusals where the text was left out", [one.case is Case.LEFT_OUT for one in refusals]),
        ("refusal recall", "refused, of those whose text was left out", [one.refused for one in absent]),
        (
            "near misses refused",
            "refused, of questions that their text does not answer",
            [one.refused for one in impossible],
        ),
        (
            "given answers right",
            "hits, of all answers that were given, near misses aside",
            [one.hit for one in of_text],
        ),
    ]
    for name, meaning, values in figures:
        yield Line(name, meaning, estimate([float(value) for value in values]))
    sure = [(one.answer.confidence, one.hit) for one in of_text if one.answer and one.answer.confidence is not None]
    error = calibration_error([confidence for confidence, _ in sure], [hit for _, hit in sure])
    meaning = "of the confidence of given answers, ten bins"
    yield Line("calibration error", meaning, Figure(error, None, None, len(sure)), larger_is_better=False)
    for part in (50, 95):
        figure = estimate([one.seconds for one in told if one.error is None], percentile(part))
        yield Line(f"seconds, p{part}", f"{part} % of the answers took no longer", figure, larger_is_better=False)


def rows(told: Sequence[Told]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each question in each case."""
    for one in told:
        yield {
            "id": f"{one.asked.id}, {one.case}",
            "question": one.asked.question,
            "case": one.case.value,
            "document": one.asked.document,
            "expected": list(one.asked.answers),
            "error": one.error,
            "seconds": one.seconds,
            "scores": {
                "citation hit": float(one.hit) if one.case is Case.PRESENT else None,
                "refusal recall": float(one.refused) if one.case is Case.LEFT_OUT else None,
                "near misses refused": float(one.refused) if one.case is Case.IMPOSSIBLE else None,
            },
            "answer": one.answer and one.answer.to_dict(),
        }


def _ask(asked: Asked, case: Case, answerer: Answerer, left_out: str | None) -> Told:
    answer, error, begun = None, None, time.perf_counter()
    try:
        answer = answerer(asked.question, left_out)
    except Exception as raised:  # noqa: BLE001 - whatever goes wrong in an answerer is a result, not the run's end
        error = f"{type(raised).__name__}: {raised}"
    return Told(asked, case, answer, error, time.perf_counter() - begun)
