"""Ask every question, keep a row for each, aggregate last."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.citation import Answer
from eval.attempt import attempt
from eval.case import Case, DocumentLookup, QuestionKind, Score
from eval.errors import CaseError
from eval.measures import MEASURES, Measure, scores
from eval.significance import Figure, estimate, estimate_difference, percentile
from eval.trial import Trial

if TYPE_CHECKING:
    from pandas import DataFrame

    from eval.results import Results

Answerer = Callable[..., Answer]
"""From a question to an Answer; where a case leaves documents out, `left_out=` names their ids, too."""


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one case.

    Attributes:
        case: what was asked and expected.
        answer: what was answered; None where the answerer raised.
        error: what it raised, or None.
        seconds: how long it took.
        scores: what every measure says, in the order of MEASURES.
    """

    case: Case
    answer: Answer | None
    error: str | None
    seconds: float
    scores: tuple[Score, ...]

    @property
    def failed(self) -> bool:
        """Whether the answerer raised."""
        return self.error is not None

    @property
    def correct(self) -> bool:
        """Whether the answer is right."""
        return self.value("correct") == 1

    def value(self, measure: str) -> float | None:
        """Return what the measure of that name says, or None where it does not apply."""
        return {score.measure: score.value for score in self.scores}[measure]


@dataclass(frozen=True, slots=True)
class Report:
    """The rows of a run, by the cases' ids, and the figures over them."""

    rows: tuple[Row, ...]

    @property
    def failures(self) -> tuple[Row, ...]:
        """The rows whose answerer raised."""
        return tuple(row for row in self.rows if row.failed)

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The rows whose answer is not right, those that raised included."""
        return tuple(row for row in self.rows if not row.correct)

    def of_kind(self, kind: QuestionKind) -> "Report":
        """Return the report on the questions of one kind."""
        return Report(tuple(row for row in self.rows if row.case.kind is kind))

    def figure(self, measure: Measure) -> Figure:
        """Return the measure's mean over the cases that it applies to."""
        return estimate([row.value(measure.name) for row in self.rows])

    def figures(self) -> dict[str, Figure]:
        """Return the figures of all measures, by name."""
        return {measure.name: self.figure(measure) for measure in MEASURES}

    def frame(self) -> "DataFrame":
        """Return a row for each case, with every measure in a column; pandas is imported when this is called."""
        from eval.frames import frame
        from eval.report import rows

        return frame(rows(self))

    def results(self) -> "Results":
        """Return the same as what a page is made of."""
        from eval.report import results, rows

        return results(rows(self), {})

    def seconds(self, share: float) -> Figure:
        """Return the seconds within which `share` per cent of the questions that did not raise were answered."""
        return estimate([row.seconds for row in self.rows if not row.failed], percentile(share))


def run(cases: Iterable[Case], answerer: Answerer, *, documents: DocumentLookup | None = None) -> Report:
    """Ask the answerer every case's question.

    Cases are asked by id, so their order does not matter. An answerer that raises has failed that case; the next one
    is asked all the same.

    Args:
        cases: what to ask; ids must differ.
        answerer: any callable from a question to an Answer.
        documents: from a document's id to the stored document, which quotes are compared with.

    Raises:
        CaseError: there are no cases, or two have one id.
    """
    ordered = sorted(cases, key=lambda case: case.id)
    repeated = [name for name, count in Counter(case.id for case in ordered).items() if count > 1]
    if repeated or not ordered:
        message = f"two cases have one id: {', '.join(repeated)}" if repeated else "there are no cases to run"
        raise CaseError(message)
    return Report(tuple(ask(case, answerer, documents) for case in ordered))


def compare(before: Report, after: Report, measure: Measure) -> Figure:
    """Return how much the measure gained from one run to another of the same cases, with its paired interval.

    Raises:
        CaseError: the runs are not of the same cases.
    """
    if [row.case for row in before.rows] != [row.case for row in after.rows]:
        message = "only runs of the same cases can be compared"
        raise CaseError(message)
    olds, news = ([row.value(measure.name) for row in report.rows] for report in (before, after))
    return estimate_difference(olds, news)


def ask(case: Case, answerer: Answerer, documents: DocumentLookup | None = None) -> Row:
    """Ask a case's question; an answerer that raises has failed it."""
    without = {"left_out": case.left_out} if case.left_out else {}
    answer, error, seconds = attempt(lambda: _checked(answerer(case.question, **without)))
    return Row(case, answer, error, seconds, scores(Trial(case, answer, documents)))


def _checked(answer: object) -> Answer:
    if not isinstance(answer, Answer):
        message = f"an answerer returns an Answer, not {type(answer).__name__}"
        raise TypeError(message)
    return answer
