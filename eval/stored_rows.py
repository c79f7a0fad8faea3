"""Rows in files of JSON lines, which are gone through and never in memory together."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.outcome import Outcome, Rows

LAST = "cases_done"
"""How many cases are done with this row; 0 where the next row belongs to the same ones."""


@dataclass(frozen=True, slots=True)
class StoredRows:
    """The rows of a file of JSON lines, read anew each time; only one is in memory."""

    path: Path
    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        with self.path.open("rb") as file:
            for line in file:
                row = json.loads(line)
                row.pop(LAST, None)
                yield row

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)


@dataclass(frozen=True, slots=True)
class Together:
    """Several parts' rows, one part after the other."""

    parts: Sequence[Rows]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return (row for part in self.parts for row in part)

    def __contains__(self, row: object) -> bool:
        return any(row in part for part in self.parts)


def kept(few: Sequence[Any], outcomes: Sequence[Outcome]) -> bytes:
    """Return what came of a few cases as lines that are read again together, or not at all."""
    last = len(outcomes) - 1
    rows = ({**one.plain(), LAST: 0 if at < last else len(few)} for at, one in enumerate(outcomes))
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def mend(path: Path) -> tuple[int, int]:
    """Cut off what an interruption left half written; return how many cases are done, in how many rows."""
    if not path.exists():
        return 0, 0
    whole = cases = rows = place = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            place += len(line)
            if not line.endswith(b"\n") or not (done := _done(line)):
                continue
            whole, cases, rows = place, cases + done, number
    with path.open("rb+") as file:
        file.truncate(whole)
    return cases, rows


def _done(line: bytes) -> int:
    try:
        return int(json.loads(line)[LAST])
    except (ValueError, LookupError, TypeError):
        return 0
