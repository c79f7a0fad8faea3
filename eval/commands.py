"""The subcommand `onrecord eval`."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    from eval.results import Results

FINE, WRONG_USE, CASE_FAILED, COULD_NOT = 0, 2, 3, 4


def register(app: typer.Typer) -> None:
    """Add `eval` to the program."""
    app.command("eval")(evaluate)


def evaluate(
    cases: Annotated[
        Path, typer.Argument(metavar="SET", help="A file of JSON lines, or a folder; its rows tell what is measured.")
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
        int | None, typer.Option(metavar="N", min=1, help="Take N cases only, spread evenly over the set.")
    ] = None,
    open_retrieval: Annotated[
        bool, typer.Option("--open", help="Ask each question of all texts of the set together.")
    ] = False,
    seed: Annotated[int, typer.Option(help="What every draw depends on.")] = 7,
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Run the baselines too, and show them beside.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what was run, all figures and all rows as JSON.")
    ] = False,
) -> None:
    """Measure how well the bot does on a set of questions, quotations, claims and so on.

    Example: onrecord eval eval/sets/seeds.jsonl --sources seeds

    Exit code: 0 done, 2 wrong use, 3 done but the bot failed at a case, 4 the index could not be used.
    """
    from eval.kinds import kind_of
    from eval.set_kind import Options
    from index.progress import terminal_progress

    try:
        with terminal_progress(f"Evaluating {cases}") as progress:
            options = Options(folder, sources, limit, baselines, open_retrieval, seed, progress)
            kind = kind_of(cases)
            results = kind.evaluate(cases, options)
    except OnRecordError as error:
        typer.echo(f"onrecord eval: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else COULD_NOT) from error
    _show_json(results, {"kind": kind.name, **_about(cases, seed)}) if as_json else _show(results)
    raise typer.Exit(CASE_FAILED if results.failed else FINE)


def _show(results: "Results") -> None:
    from rich.console import Console

    from eval.results import table

    console = Console(highlight=False)
    if results.above is not None:
        console.print(results.above, soft_wrap=True)
    console.print(table(results))


def _show_json(results: "Results", about: dict[str, Any]) -> None:
    from eval.results import plain

    typer.echo(json.dumps(plain(results, about), ensure_ascii=False, indent=2))


def _about(cases: Path, seed: int) -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    from eval.significance import LEVEL, RESAMPLES, SEED

    try:
        program = version("onrecord-factcheck")
    except PackageNotFoundError:
        program = "a checkout that is not installed"
    return {
        "set": str(cases),
        "set_digest": _digest(cases),
        "version": program,
        "seed": seed,
        "bootstrap": {"level": LEVEL, "resamples": RESAMPLES, "seed": SEED},
    }


def _digest(cases: Path) -> str:
    """Return the SHA-256 of a file, or of the names and contents of all files of a folder."""
    if cases.is_file():
        return hashlib.sha256(cases.read_bytes()).hexdigest()
    digest = hashlib.sha256()
    for file in sorted(one for one in cases.rglob("*") if one.is_file()):
        digest.update(str(file.relative_to(cases)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
