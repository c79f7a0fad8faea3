"""Sets that are folders: what their files hold is told by their names, whatever their form."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.rows import rows

_ENDINGS = (".jsonl.gz", ".jsonl", ".tsv.gz", ".tsv", ".json.gz", ".json")
_OF_TREC = (".qrels", ".run", ".trec", ".run.gz", ".trec.gz", ".qrels.gz")
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

    >>> stem(Path("corpus.jsonl.gz")), stem(Path("qrels/test.tsv")), stem(Path("README.md"))
    ('corpus', 'qrels', '')
    """
    judgements = (".txt",) if file.name.startswith("qrels") else ()
    ending = next((one for one in (*_ENDINGS, *_OF_TREC, *judgements) if file.name.endswith(one)), None)
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
    return next((file for want in _PREFERRED for file in found if file.name.startswith(want)), found[0])


def runs(folder: Path) -> dict[str, Path]:
    """Return the runs of TREC in a folder by their names, in order."""
    found = sorted(one for one in folder.rglob("*") if one.is_file() and {".run", ".trec"} & set(one.suffixes))
    return {one.name.removesuffix(".gz").rsplit(".", 1)[0]: one for one in found}
