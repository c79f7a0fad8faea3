"""Open retrieval: each question asked of all texts of the set together, and with its own text left out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.citation import Answer, Citation
from eval.attempt import attempt
from eval.columns import Columns
from eval.figures import confidence_lines, latency_lines, mean_line
from eval.kinds.reading.passages import Asked
from eval.outcome import Outcome, length_slice
from eval.report import quote_line
from eval.results import Line

Answerer = Callable[[str, Collection[str]], Answer]
"""From a question and the ids of documents that are left out to an answer."""


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
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self.answer is not None and self.answer.answered

    @property
    def right(self) -> bool:
        """Whether the answer hits, or silence is kept where nothing answers."""
        return self.hit if self.case is Case.PRESENT else self.refused

    @property
    def hit(self) -> bool:
        """Whether a citation is of the right text, and holds an answer."""
        return self._holds_answer(self.answer.citations if self.answer else ())

    @property
    def found(self) -> bool:
        """Whether it hits, or would if the first sentence that is offered beside a refusal were the answer."""
        return self.hit or self._holds_answer(self.answer.related[:1] if self.answer else ())

    def _holds_answer(self, quotes: Sequence[Citation]) -> bool:
        return self.case is Case.PRESENT and any(
            quote.document.id == self.asked.document and any(one in quote.text for one in self.asked.answers)
            for quote in quotes
        )


def ask(asked: Asked, answerer: Answerer) -> Iterator[Told]:
    """Ask a question: one with an answer twice, once with its text left out; an answerer that raises has failed."""
    if asked.answers:
        yield _told(asked, Case.PRESENT, answerer, ())
        yield _told(asked, Case.LEFT_OUT, answerer, (asked.document,))
    else:
        yield _told(asked, Case.IMPOSSIBLE, answerer, ())


_SHARES = (
    ("citation hit", "a cited sentence holds the answer, from the right text"),
    ("citation hit, answered", "the same, of those that were answered"),
    ("found", "the same of all, if what is offered first beside a refusal counted as its answer"),
    ("refusal precision", "refusals where the text was left out"),
    ("refusal recall", "refused, of those whose text was left out"),
    ("near misses refused", "refused, of questions that their text does not answer"),
    ("given answers right", "hits, of all answers that were given, near misses aside"),
)


def scores(one: Told) -> dict[str, float | None]:
    """Return what each measure says; a refusal is right where the text was left out."""
    present, absent = one.case is Case.PRESENT, one.case is Case.LEFT_OUT
    impossible = one.case is Case.IMPOSSIBLE
    values = {
        "citation hit": one.hit if present else None,
        "citation hit, answered": one.hit if present and not one.refused else None,
        "found": one.found if present else None,
        "refusal precision": absent if one.refused and not impossible else None,
        "refusal recall": one.refused if absent else None,
        "near misses refused": one.refused if impossible else None,
        "given answers right": one.hit if one.answered and not impossible else None,
    }
    return {name: None if value is None else float(value) for name, value in values.items()}


def lines(of: Columns) -> Iterator[Line]:
    """Yield the figures."""
    for name, meaning in _SHARES:
        yield mean_line(of, name, meaning)
    yield from confidence_lines(of)
    yield from latency_lines(of)


def outcome(one: Told) -> Outcome:
    """Return what came of a question in one case, in plain values."""
    answer, silent = one.answer, one.case is not Case.PRESENT
    given = "raised" if answer is None else "answer" if answer.answered else "silence"
    return Outcome(
        id=f"{one.asked.id}, {one.case}",
        question=one.asked.question,
        right=one.right,
        scores=scores(one),
        expected=("silence",) if silent else one.asked.answers,
        given=(answer.text,) if answer else (),
        quotes=tuple(map(quote_line, answer.citations)) if answer else (),
        labels=("silence" if silent else "answer", given),
        confidence=answer.confidence if answer and answer.answered and one.case is not Case.IMPOSSIBLE else None,
        error=one.error,
        seconds=one.seconds,
        slices={"kind": one.case.value, "title": one.asked.title, "length": length_slice(one.asked.question)},
        more={"case": one.case.value, "document": one.asked.document, "answer": answer and answer.to_dict()},
    )


def _told(asked: Asked, case: Case, answerer: Answerer, left_out: Collection[str]) -> Told:
    answer, error, seconds = attempt(lambda: answerer(asked.question, left_out))
    return Told(asked, case, answer, error, seconds)
