"""Sets that are folders: what their files hold is told by their names, whatever their form."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.rows import lines, rows

_ENDINGS = (".jsonl.gz", ".jsonl", ".tsv.gz", ".tsv", ".json.gz", ".json")
_RUNS = (".run", ".trec", ".run.gz", ".trec.gz")
_JUDGEMENTS = "qrels"
_COLUMNS = 6
_PREFERRED = ("test", "dev")
"""Which of several files of a part is taken: the judgements of BEIR come as train, dev and test."""


def first_row(path: str | Path) -> Mapping[str, Any]:
    """Return the first JSON object of a file; of a folder, the first of every file, by the file's stem.

    A folder's `qrels` may be a folder of its own, as BEIR has it (Thakur et al., 2021).

    Raises:
        CaseError: nothing can be read there.
    """
    path = Path(path)
    if not path.is_dir():
        return next(rows(path)).values
    files = sorted(one for one in path.rglob("*") if one.is_file() and stem(one.relative_to(path)))
    if not files:
        message = f"{path} holds no {', '.join(_ENDINGS[:4])} file"
        raise CaseError(message)
    return {stem(one.relative_to(path)): next(rows(one)).values for one in files}


def stem(file: Path) -> str:
    """Return what a file of a folder holds: its name without its ending, or the folder that it lies in.

    >>> stem(Path("corpus.jsonl.gz")), stem(Path("qrels/test.tsv")), stem(Path("2019qrels-pass.txt"))
    ('corpus', 'qrels', 'qrels')
    >>> stem(Path("README.md"))
    ''
    """
    if _JUDGEMENTS in file.name:
        return _JUDGEMENTS
    ending = next((one for one in (*_ENDINGS, *_RUNS) if file.name.endswith(one)), None)
    if ending is None:
        return ""
    return file.parts[0] if len(file.parts) > 1 else file.name.removesuffix(ending)


def part(folder: str | Path, name: str) -> Path:
    """Return the file of a folder that holds one part of it ("corpus"), whatever its ending.

    Raises:
        CaseError: there is none.
    """
    folder = Path(folder)
    found = sorted(one for one in folder.rglob("*") if one.is_file() and stem(one.relative_to(folder)) == name)
    if not found:
        message = f"{folder} has no {name}; it may be called {', '.join(name + ending for ending in _ENDINGS[:4])}"
        raise CaseError(message)
    return next((file for want in _PREFERRED for file in found if want in file.name), found[0])


def runs(folder: Path) -> dict[str, Path]:
    """Return the runs of TREC in a folder by their names, in order; they may have any ending, or none."""
    found: dict[str, Path] = {}
    for one in sorted(folder.rglob("*")):
        if one.is_file() and stem(one.relative_to(folder)) != _JUDGEMENTS and _is_run(one):
            name = one.name.removesuffix(".gz")
            for ending in (*_RUNS, ".txt"):
                name = name.removesuffix(ending)
            found[str(one.relative_to(folder)) if name in found else name] = one
    return found


def _is_run(file: Path) -> bool:
    """Say whether a file is a run by its ending, or by a first line of a run's six columns."""
    if file.name.endswith((*_ENDINGS, *_RUNS)):
        return file.name.endswith(_RUNS)
    try:
        _, first = next(lines(file), (0, ""))
        *_, rank, score, _ = columns = first.split()
        return len(columns) == _COLUMNS and math.isfinite(int(rank) + float(score))
    except (CaseError, ValueError):
        return False
