"""Results as JSON, written row by row and read again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.columns import columns
from eval.errors import CaseError
from eval.figures import slice_lines
from eval.results import Line, Results, rivals
from eval.significance import Figure


def json_pieces(results: Results) -> Iterator[str]:
    """Yield what was run, the figures and every row, piece by piece, so that not all rows need be in memory."""
    head = json.dumps(_head(results), ensure_ascii=False, indent=2, allow_nan=False)
    yield head.removesuffix("\n}") + ',\n  "rows": ['
    for number, row in enumerate(results.rows):
        yield f"{',' if number else ''}\n    {json.dumps(row, ensure_ascii=False, allow_nan=False)}"
    yield "\n  ]\n}\n"


def plain(results: Results) -> dict[str, Any]:
    """Return the same as plain values."""
    values: dict[str, Any] = json.loads("".join(json_pieces(results)))
    return values


def load_results(path: Path) -> Results:
    """Read what `onrecord eval SET --out FILE` wrote.

    Raises:
        CaseError: the file is something else.
    """
    try:
        values = json.loads(path.read_bytes())
        baselines, main = values["baselines"], values.get("main", "right")
        lines = tuple(
            Line(
                name,
                of["meaning"],
                _figure(of),
                of["source"],
                of["larger_is_better"],
                {rival: _figure(their[name]) for rival, their in baselines.items() if name in their},
                of.get("is_share", True),
            )
            for name, of in values["figures"].items()
        )
        rows = values["rows"]
        title = values["title"]
        return Results(title, lines, rows, values["about"], values["failed"], tuple(values["notes"]), main)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        message = f"{path} is no run: {error}; make one with onrecord eval SET --out {path.name}"
        raise CaseError(message) from error


def _head(results: Results) -> dict[str, Any]:
    return {
        "title": results.title,
        "about": dict(results.about),
        "cases": len(results.rows),
        "failed": results.failed,
        "main": results.main,
        "figures": {line.name: _plain(line) for line in results.lines},
        "baselines": {
            name: {line.name: asdict(line.beside[name]) for line in results.lines if name in line.beside}
            for name in rivals(results.lines)
        },
        "slices": _slices(results),
        "notes": list(results.notes),
    }


def _slices(results: Results) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for kind, line in slice_lines(columns(results.rows), results.main):
        found.setdefault(kind, {})[line.name] = asdict(line.figure)
    return found


def _plain(line: Line) -> dict[str, Any]:
    return {
        **asdict(line.figure),
        "meaning": line.meaning,
        "source": line.source,
        "larger_is_better": line.larger_is_better,
        "is_share": line.is_share,
    }


def _figure(values: Mapping[str, Any]) -> Figure:
    return Figure(values["value"], values["low"], values["high"], values["applicable"])
