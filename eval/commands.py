"""The subcommand `onrecord eval`."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    from eval.case import Case
    from eval.runner import Report

FINE, WRONG_USE, CASE_FAILED, COULD_NOT = 0, 2, 3, 4


def register(app: typer.Typer) -> None:
    """Add `eval` to the program."""
    app.command("eval")(evaluate)


def evaluate(
    cases_file: Annotated[
        Path, typer.Argument(metavar="SET", help="Questions with gold quotes, one JSON object a line.")
    ],
    *,
    folder: Annotated[
        Path | None, typer.Option("--index", metavar="FOLDER", help="The index to ask; by default var/index.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Ask these sources instead, in an index made for this run only."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Ask N questions only, spread evenly over the set.")
    ] = None,
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Run the baselines too, and show them beside.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what was run, all figures and all rows as JSON.")
    ] = False,
) -> None:
    """Measure how well the bot answers a set of questions.

    Example: onrecord eval eval/sets/seeds.jsonl --sources seeds

    Exit code: 0 done, 2 wrong use, 3 done but the bot failed at a question, 4 the index could not be used.
    """
    from eval.formats import load_cases

    try:
        load_cases(cases_file)  # a set that cannot be read is refused before an index is built for it
        with _index_folder(folder, sources) as opened:
            failed = _evaluate(cases_file, opened, limit, baselines=baselines, as_json=as_json)
    except OnRecordError as error:
        typer.echo(f"onrecord eval: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else COULD_NOT) from error
    raise typer.Exit(CASE_FAILED if failed else FINE)


@contextmanager
def _index_folder(folder: Path | None, sources: Path | None) -> Iterator[Path]:
    if folder and sources:
        message = "give --index or --sources, not both"
        raise UsageError(message)
    if sources is None:
        from bot.assembly import ready_folder

        yield ready_folder(folder)
        return
    from index import build

    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        build([sources], temporary)
        yield Path(temporary)


def _evaluate(cases_file: Path, folder: Path, limit: int | None, *, baselines: bool, as_json: bool) -> bool:
    from bot import load
    from eval.baselines import NearestSentence, always_silent
    from eval.formats import load_cases
    from eval.runner import Answerer, run

    checker = load(folder)
    documents = checker.sources.document
    cases = spread(load_cases(cases_file, documents), limit)
    report = run(cases, checker.answer, documents=documents)
    rivals: dict[str, Answerer] = {}
    if baselines:
        rivals = {"silent": always_silent, "nearest": NearestSentence.over(checker.sources.documents())}
    beside = {name: run(cases, rival, documents=documents) for name, rival in rivals.items()}
    if as_json:
        _show_json(report, beside, _about(cases_file, folder))
    else:
        _show(report, beside)
    return bool(report.failures)


def spread(cases: Sequence["Case"], limit: int | None) -> list["Case"]:
    """Return `limit` of the cases, evenly spread, so that a set sorted by kind still gives every kind.

    >>> spread([1, 2, 3, 4, 5, 6], 3)
    [1, 3, 5]
    """
    if limit is None or limit >= len(cases):
        return list(cases)
    return [cases[number * len(cases) // limit] for number in range(limit)]


def _show(report: "Report", baselines: Mapping[str, "Report"]) -> None:
    from rich.console import Console

    from eval.report import figures_table, wrong_answers

    console = Console(highlight=False)
    console.print(wrong_answers(report), soft_wrap=True)
    console.print(figures_table(report, baselines))


def _show_json(report: "Report", baselines: Mapping[str, "Report"], about: Mapping[str, Any]) -> None:
    from eval.report import report_values

    typer.echo(json.dumps(report_values(report, about, baselines), ensure_ascii=False, indent=2))


def _about(cases_file: Path, folder: Path) -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    from eval.significance import LEVEL, RESAMPLES, SEED
    from index.manifest import Manifest

    try:
        program = version("onrecord-factcheck")
    except PackageNotFoundError:
        program = "a checkout that is not installed"
    return {
        "set": str(cases_file),
        "set_digest": hashlib.sha256(cases_file.read_bytes()).hexdigest(),
        "index": {"folder": str(folder), **asdict(Manifest.load(folder))},
        "version": program,
        "bootstrap": {"level": LEVEL, "resamples": RESAMPLES, "seed": SEED},
    }
