"""What came of a set of questions with gold quotes: an outcome for each case, and the figures over them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from bot.citation import Citation
from eval.case import Case, QuestionKind
from eval.columns import Columns, columns
from eval.figures import confidence_lines, latency_lines, mean_line
from eval.measures import MEASURES, correct
from eval.outcome import Outcome, Rows, length_slice
from eval.results import Line, Results, beside
from eval.runner import Report, Row
from eval.significance import estimate


def outcome(row: Row) -> Outcome:
    """Return what came of a case in plain values."""
    case, answer = row.case, row.answer
    return Outcome(
        id=case.id,
        question=case.question,
        right=row.correct,
        scores={score.measure: score.value for score in row.scores},
        expected=tuple(_expected(case)),
        given=(answer.text,) if answer else (),
        quotes=tuple(map(quote_line, answer.citations)) if answer else (),
        labels=("answer" if case.answerable else "silence", _given_label(row)),
        confidence=answer.confidence if answer and answer.answered else None,
        error=row.error,
        seconds=row.seconds,
        slices=_slices(case),
        more={
            "kind": case.kind.value,
            "tags": list(case.tags),
            "gold": [asdict(gold) for gold in case.gold],
            "short_answers": list(case.short_answers),
            "answer": answer and answer.to_dict(),
        },
    )


def rows(report: Report) -> list[dict[str, Any]]:
    """Return a plain row for each case of a report."""
    return [outcome(row).plain() for row in report.rows]


def results(found: Rows, about: Mapping[str, Any], baselines: Mapping[str, Rows] | None = None) -> Results:
    """Return the results of a run from its rows, with the baselines' figures beside its own."""
    ours = columns(found)
    rivals = {name: lines(columns(of)) for name, of in (baselines or {}).items()}
    return Results(
        title=f"{len(found)} questions, {ours.failed} failed",
        lines=tuple(beside(lines(ours), rivals)),
        rows=found,
        about=about,
        failed=ours.failed,
    )


def lines(of: Columns) -> Iterator[Line]:
    """Yield every figure."""
    for measure in MEASURES:
        yield mean_line(of, measure.name, measure.meaning, measure.source, larger_is_better=measure.larger_is_better)
        if measure.compute is correct:
            yield from _by_kind(of, measure.name, measure.source)
    yield from confidence_lines(of)
    yield from latency_lines(of)


def quote_line(citation: Citation) -> str:
    """Return a citation as a line: who, what, where."""
    place = f"{citation.document.id}, {citation.start} to {citation.end}"
    return f"{citation.speaker or 'the source'}: {citation.text} ({place})"


def _by_kind(of: Columns, name: str, source: str) -> Iterator[Line]:
    kinds = np.array(of.slices.get("kind", ()))
    for kind in QuestionKind:
        values = of.score(name)[kinds == kind]
        yield Line(f"{name}, {kind}", f"the same, of {kind} questions", estimate(values), source)


def _expected(case: Case) -> Iterable[str]:
    if not case.answerable:
        return ["silence"]
    return [
        f"{gold.speaker or 'the source'}: {gold.text}{' (may be left out)' if gold.optional else ''}"
        for gold in case.gold
    ]


def _given_label(row: Row) -> str:
    if row.answer is None:
        return "raised"
    return "answer" if row.answer.answered else "silence"


def _slices(case: Case) -> dict[str, str]:
    speakers = sorted({gold.speaker for gold in case.required if gold.speaker})
    documents = sorted({gold.document for gold in case.required})
    return {
        "kind": case.kind.value,
        "length": length_slice(case.question),
        "document": ", ".join(documents),
        "speaker": ", ".join(speakers),
        "tag": case.tags[0] if case.tags else "",
    }
