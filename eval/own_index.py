"""An index of the texts that a set brings along."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.journal import Progress, batches
from eval.set_kind import Options
from index.errors import UsageError

_TEXTS, _TEXTS_A_FILE = "texts-of-the-set", 10
_AUTHOR = "the author"


@contextmanager
def own_index(
    texts: Iterable[Mapping[str, Any]], options: Options, *, name: str = "", quoted: bool = True
) -> Iterator[Path]:
    """Yield the folder of an index of texts, built for the run, or kept in the folder that `--index` names.

    An index that is there, from an interrupted run or because it is kept, is brought up to date, so that only what
    changed is read by the models again.

    Args:
        texts: each with `id` and `text`, and what else a corpus of JSON lines has.
        options: of the run.
        name: tells several indexes of one run apart.
        quoted: whether it matters who is quoted in them. Where it does not, each text is taken for one person's words,
            so that building need not look for speakers, which takes far longer than anything else.

    Raises:
        CaseError: a text cannot be read.
        UsageError: sources were named, which such a set has no use for.
    """
    if options.sources:
        message = "this set brings its own texts: leave --sources out"
        raise UsageError(message)
    with nullcontext(options.folder) if options.folder else options.journal.room() as room:
        yield _built(texts, room / name, options.progress, quoted=quoted)


def _built(texts: Iterable[Mapping[str, Any]], folder: Path, progress: Progress, *, quoted: bool) -> Path:
    from index.builder import update

    built = update([_written(texts, folder / _TEXTS, quoted=quoted)], folder, progress=progress)
    if built.failed:
        reasons = "; ".join(one.reason for one in built.failed[:3])
        message = f"texts of the set could not be indexed: {reasons}"
        raise CaseError(message)
    return folder


def _written(texts: Iterable[Mapping[str, Any]], folder: Path, *, quoted: bool) -> Path:
    """Write texts to small files: building tells how many are read, and has one of them in memory."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = (dict(text) if quoted else {**text, "speaker": _AUTHOR} for text in texts)
    for number, few in enumerate(batches(rows, _TEXTS_A_FILE)):
        (folder / f"{number:06}.jsonl").write_bytes("\n".join(map(json.dumps, few)).encode())
    return folder
