"""`onrecord eval SET…`: sets measured, shown, written down and held against an earlier run."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from eval import options as take
from eval.exit_codes import CASE_FAILED, FINE, errors_told
from eval.presenting import Wanted, is_worse, present, write_run
from index.errors import UsageError

if TYPE_CHECKING:
    from eval.results import Results
    from eval.set_kind import Options


def run(
    sets: take.Sets,
    *,
    folder: take.Index = None,
    sources: take.Sources = None,
    limit: take.Limit = None,
    sample: take.Sample = None,
    open_retrieval: take.Open = False,
    seed: take.Seed = 7,
    baselines: take.Baselines = False,
    journal: take.Journal = None,
    out: take.Out = None,
    html: take.Html = None,
    markdown: take.Markdown = None,
    title: take.Title = "How far to trust the answers",
    against: take.Against = None,
    fail_if_worse: take.FailIfWorse = False,
    as_json: take.AsJson = False,
) -> None:
    """Measure how well the bot does on sets of questions, quotations, claims and so on.

    Example: onrecord eval eval/sets/seeds.jsonl --sources seeds --html report.html

    Exit code: 0 done, 2 wrong use, 3 done but the bot failed at a case, or something is worse than it was, 4 the index
    could not be used.
    """
    from eval.set_kind import Options
    from eval.what_was_run import set_name

    options = Options(folder, sources, limit, sample, baselines, open_retrieval, seed)
    wanted = Wanted(html, markdown, title, as_json)
    with errors_told(), ExitStack() as stack:
        if fail_if_worse and not against:
            message = "--fail-if-worse: worse than what? Name an earlier run with --against"
            raise UsageError(message)
        _check_sets(sets, one_only={"--journal": journal, "--json": as_json})
        earlier = _earlier(against, [set_name(path) for path in sets]) if against else []
        found = stack.enter_context(_evaluated(sets, options, journal, out))
        present(found, wanted)
        worse = [is_worse(before, after, quiet=as_json) for before, after in zip(earlier, found, strict=bool(earlier))]
    raise typer.Exit(CASE_FAILED if any(one.failed for one in found) or (any(worse) and fail_if_worse) else FINE)


@contextmanager
def _evaluated(
    sets: Sequence[Path], options: "Options", journal: Path | None, out: Path | None
) -> "Iterator[list[Results]]":
    """Evaluate one set after the other, write each run as it is done, and yield all while their rows are on disk."""
    from eval.evaluating import evaluated
    from eval.kinds import kind_of
    from eval.progress import progress
    from eval.what_was_run import set_name

    kinds = [kind_of(path) for path in sets]
    steps = [f"Evaluating {set_name(path)}" for path in sets]
    expected = [kind.effort.seconds(path, options) for kind, path in zip(kinds, sets, strict=True)]
    with ExitStack() as stack:
        found = []
        with progress(steps, expected) as begin:
            for kind, path in zip(kinds, sets, strict=True):
                # Sets that bring their own texts have an index each.
                own = options.folder and len(sets) > 1 and not kind.asks_index
                folder = options.folder / set_name(path) if own and options.folder else options.folder
                told = replace(options, folder=folder, progress=begin())
                found.append(stack.enter_context(evaluated(path, told, journal, _on_standard_error)))
                if out:
                    write_run(found[-1], out, several=len(sets) > 1)
        yield found


def _on_standard_error(line: str) -> None:
    typer.echo(line, err=True)


def _check_sets(sets: Sequence[Path], one_only: Mapping[str, object]) -> None:
    from eval.what_was_run import set_name

    given = [name for name, value in one_only.items() if value]
    if len(sets) > 1 and given:
        message = f"{', '.join(given)}: for one set at a time; --out FOLDER keeps the runs of several"
        raise UsageError(message)
    names = [set_name(path) for path in sets]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        message = (
            f"two sets are called {repeated[0]}: runs are named after their sets, so give one of them another name"
        )
        raise UsageError(message)


def _earlier(against: Path, names: Sequence[str]) -> "list[Results]":
    """Return the earlier runs of the sets: from one file, or from the folder that `--out` wrote."""
    from eval.showing.json_file import load_results

    if not against.is_dir() and len(names) > 1:
        message = f"{against} is one run, and there are {len(names)} sets: give the folder that --out FOLDER wrote"
        raise UsageError(message)
    return [load_results(against / f"{name}.json" if against.is_dir() else against) for name in names]
