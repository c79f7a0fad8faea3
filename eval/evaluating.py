"""One set evaluated from its path to its results, with what was run beside them; interrupted, it can go on."""

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from eval.journal import open_journal
from eval.kinds import kind_of
from eval.memory import forget_most, most_memory
from eval.results import Line, Results, rivals
from eval.set_kind import Options, SetKind
from eval.significance import Figure
from eval.what_was_run import digest, identity, what_was_run

RUNS = Path("var/runs")
"""Where interrupted runs wait to be gone on with."""

DOCUMENTS = "documents"
"""The folder beside a set that holds what it asks about."""

NO_BASELINES = "There are no baselines for this kind of set."

Told = Callable[[str], object]


def evaluate(path: str | Path, options: Options | None = None) -> Results:
    """Evaluate a set, and return its results with all rows in memory.

    Args:
        path: a file or a folder; its first row tells what kind of set it is.
        options: how it is to be evaluated.

    Raises:
        CaseError: the set is of no known kind, or contradicts itself.
        OnRecordError: what is needed for the run cannot be used.
    """
    path, options = Path(path), options or Options()
    kind = kind_of(path)
    return _measured(path, kind, _with_documents(path, kind, options))


@contextmanager
def evaluated(path: Path, options: Options, journal: Path | None = None, tell: Told = print) -> Iterator[Results]:
    """Evaluate a set, and yield its results while their rows are on disk, whose texts are never in memory together.

    Args:
        path: as above.
        options: as above; its journal is not used.
        journal: the folder to keep the rows in. By default they are kept below `var/runs` until the results have been
            used, and stay there if the run is interrupted: the same run, started again, goes on from there.
        tell: is told when an earlier run is gone on with.

    Raises:
        CaseError: also when `journal` holds another run.
    """
    kind = kind_of(path)
    options = _with_documents(path, kind, options)
    what = {**identity(path, kind, options), **_asked_index(kind, options)}
    named = hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:12]
    folder = journal or RUNS / named
    with open_journal(folder, what) as kept:
        if done := kept.cases:
            tell(f"Going on after {done} cases that an earlier run has kept in {folder}.")
        yield _measured(path, kind, replace(options, journal=kept))
    if journal is None:
        shutil.rmtree(folder)


def _measured(path: Path, kind: SetKind, options: Options) -> Results:
    forget_most()
    begun = time.monotonic()
    found = kind.evaluate(path, options)
    seconds = Figure(time.monotonic() - begun, None, None, len(found.rows))
    memory = Figure(most_memory(), None, None, len(found.rows))
    meaning = "models and index included; not what an interrupted run before it took"
    cost = (
        Line("cost, seconds", meaning, seconds, "wall clock", larger_is_better=False, is_share=False),
        Line(
            "cost, GB",
            "the most memory that was in use meanwhile",
            memory,
            "resident set",
            larger_is_better=False,
            is_share=False,
        ),
    )
    notes = (*found.notes, *([NO_BASELINES] if options.baselines and not rivals(found.lines) else []))
    about = {**what_was_run(path, kind, options), **found.about}
    return replace(found, lines=(*found.lines, *cost), about=about, notes=notes)


def _with_documents(path: Path, kind: SetKind, options: Options) -> Options:
    """Return the options with the documents that lie beside a set as its sources, unless others were named."""
    beside = path.parent / DOCUMENTS
    if not kind.asks_index or options.folder or options.sources or not beside.is_dir():
        return options
    return replace(options, sources=beside)


def _asked_index(kind: SetKind, options: Options) -> dict[str, str]:
    """Return the digest of an index that is asked and not made by the run itself."""
    from index.builder import DEFAULT_FOLDER

    manifest = (options.folder or Path(DEFAULT_FOLDER)) / "manifest.json"
    if not kind.asks_index or options.sources or not manifest.exists():
        return {}
    return {"index_digest": digest(manifest)}
