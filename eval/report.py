"""The report of a question set as results: its figures, the wrong answers for people, and plain rows for machines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from eval.case import QuestionKind
from eval.measures import MEASURES, correct
from eval.results import Line, Results, beside
from eval.runner import Report, Row

PERCENTILES = (50, 95)


def results(report: Report, about: Mapping[str, Any], baselines: Mapping[str, Report] | None = None) -> Results:
    """Return the report as results: every figure, the baselines' beside it, and a plain row for each case."""
    rivals = {name: _lines(baseline) for name, baseline in (baselines or {}).items()}
    return Results(
        title=f"{len(report.rows)} questions, {len(report.failures)} failed",
        lines=tuple(beside(_lines(report), rivals)),
        rows=tuple(_row(row) for row in report.rows),
        about=about,
        failed=len(report.failures),
        above=wrong_answers(report),
    )


def wrong_answers(report: Report) -> RenderableType:
    """Return the questions that were not answered rightly, with what was expected and what came."""
    return Group(*(_wrong_answer(row) for row in report.wrong))


def _lines(report: Report) -> Iterator[Line]:
    for measure in MEASURES:
        figure = report.figure(measure)
        yield Line(measure.name, measure.meaning, figure, measure.source, measure.larger_is_better)
        if measure.compute is correct:
            for kind in QuestionKind:
                meaning = f"the same, of {kind} questions"
                yield Line(f"{measure.name}, {kind}", meaning, report.of_kind(kind).figure(measure), measure.source)
    for share in PERCENTILES:
        meaning = f"{share} % of the answers took no longer"
        yield Line(f"seconds, p{share}", meaning, report.seconds(share), larger_is_better=False)


def _wrong_answer(row: Row) -> Text:
    tags = f" ({', '.join(row.case.tags)})" if row.case.tags else ""
    lines = [
        Text(f"\n{row.case.id}{tags}: {row.case.question}", style="bold"),
        *(Text(f"  expected  {line}") for line in _expected(row)),
        *(Text(f"  {label:8}  {line}") for label, line in _given(row)),
    ]
    return Text("\n").join(lines)


def _expected(row: Row) -> Iterable[str]:
    if not row.case.answerable:
        return ["silence"]
    return [
        f"{gold.speaker or 'the source'}: {gold.text}{' (may be left out)' if gold.optional else ''}"
        for gold in row.case.gold
    ]


def _given(row: Row) -> Iterator[tuple[str, str]]:
    if row.answer is None:
        yield "raised", row.error or ""
        return
    yield "answer", " ".join(row.answer.text.split("\n"))
    for citation in row.answer.citations:
        place = f"{citation.document.id}, {citation.start} to {citation.end}"
        yield f"quote {citation.number}", f"{citation.speaker or 'the source'}: {citation.text} ({place})"


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.case.id,
        "question": row.case.question,
        "kind": row.case.kind.value,
        "tags": list(row.case.tags),
        "correct": row.correct,
        "error": row.error,
        "seconds": row.seconds,
        "scores": {score.measure: score.value for score in row.scores},
        "expected": [asdict(gold) for gold in row.case.gold],
        "short_answers": list(row.case.short_answers),
        "answer": row.answer and row.answer.to_dict(),
    }
