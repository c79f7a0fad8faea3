"""A report for people, as tables for a terminal, and for machines, as plain values for JSON."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from eval.case import QuestionKind
from eval.measures import MEASURES, correct
from eval.runner import Report, Row
from eval.significance import LEVEL, Figure

PERCENTILES = (50, 95)
_UNKNOWN = "–"  # noqa: RUF001 - a dash, as tables have it


def figures_table(report: Report, baselines: Mapping[str, Report] | None = None) -> Table:
    """Return every figure with its interval and the number of cases that it applies to; baselines stand beside it."""
    baselines = baselines or {}
    table = Table(title=f"{len(report.rows)} questions, {len(report.failures)} failed", title_justify="left")
    table.add_column("figure")
    for name in ("value", f"{LEVEL:.0%} interval", "n", *baselines):
        table.add_column(name, justify="right")
    table.add_column("what it means", style="dim")
    others = [_lines(baseline) for baseline in baselines.values()]
    for name, meaning, figure in _lines(report):
        beside = (_value(next(other)[2]) for other in others)
        table.add_row(name, _value(figure), _interval(figure), str(figure.applicable), *beside, meaning)
    return table


def wrong_answers(report: Report) -> RenderableType:
    """Return the questions that were not answered rightly, with what was expected and what came."""
    return Group(*(_wrong_answer(row) for row in report.wrong))


def report_values(
    report: Report, about: Mapping[str, Any], baselines: Mapping[str, Report] | None = None
) -> dict[str, Any]:
    """Return what was run, the figures and every row as plain values for JSON."""
    return {
        "about": dict(about),
        "cases": len(report.rows),
        "failed": len(report.failures),
        "figures": _figures(report),
        "correct_by_kind": {kind.value: asdict(report.of_kind(kind).figures()["correct"]) for kind in QuestionKind},
        "seconds": {f"p{share}": asdict(report.seconds(share)) for share in PERCENTILES},
        "baselines": {name: _figures(baseline) for name, baseline in (baselines or {}).items()},
        "rows": [_row(row) for row in report.rows],
    }


def _lines(report: Report) -> Iterator[tuple[str, str, Figure]]:
    for measure in MEASURES:
        direction = "" if measure.larger_is_better else " (smaller is better)"
        yield measure.name, f"{measure.meaning}{direction}", report.figure(measure)
        if measure.compute is correct:
            for kind in QuestionKind:
                yield f"  {kind}", f"the same, of {kind} questions", report.of_kind(kind).figure(measure)
    for share in PERCENTILES:
        yield f"seconds, p{share}", f"{share} % of the answers took no longer", report.seconds(share)


def _value(figure: Figure) -> str:
    return _UNKNOWN if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> str:
    return _UNKNOWN if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"


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


def _figures(report: Report) -> dict[str, Any]:
    return {
        measure.name: {
            **asdict(report.figure(measure)),
            "meaning": measure.meaning,
            "source": measure.source,
            "larger_is_better": measure.larger_is_better,
        }
        for measure in MEASURES
    }


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
