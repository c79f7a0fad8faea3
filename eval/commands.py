"""The subcommand `onrecord eval`, and those below it: compare, speed."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from index.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    from eval.results import Results

FINE, WRONG_USE, CASE_FAILED, COULD_NOT = 0, 2, 3, 4


_JSON = typer.Option("--json", help="Print what was run, all figures and all rows as JSON.")


class _SetOrSubcommand(TyperGroup):
    """Takes `onrecord eval SET` for `onrecord eval run SET`; a set that is called like a subcommand is ./compare."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the library hides its context's type
        """Put `run` before arguments that name no subcommand."""
        known = args and (args[0] in self.commands or args == ["--help"])
        return super().parse_args(ctx, args if known or not args else ["run", *args])


def register(app: typer.Typer) -> None:
    """Add `eval` and its subcommands to the program."""
    group = typer.Typer(cls=_SetOrSubcommand, no_args_is_help=True, help=_HELP)
    for name, command in (("run", run), ("compare", compare), ("speed", speed)):
        group.command(name)(command)
    app.add_typer(group, name="eval")


_HELP = """Measure how well the bot does on a set: `onrecord eval SET` is short for `onrecord eval run SET`.

Example: onrecord eval eval/sets/seeds.jsonl --sources seeds
"""


def run(
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
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the JSON there, besides.")] = None,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Measure how well the bot does on a set of questions, quotations, claims and so on.

    Example: onrecord eval eval/sets/seeds.jsonl --sources seeds

    Exit code: 0 done, 2 wrong use, 3 done but the bot failed at a case, 4 the index could not be used.
    """
    from eval.kinds import kind_of
    from eval.set_kind import Options
    from index.progress import terminal_progress

    with _told(), terminal_progress(f"Evaluating {cases}") as progress:
        options = Options(folder, sources, limit, baselines, open_retrieval, seed, progress)
        kind = kind_of(cases)
        results = kind.evaluate(cases, options)
    _show(results, {"kind": kind.name, **_about(seed), **_about_set(cases)}, out, as_json=as_json)
    raise typer.Exit(CASE_FAILED if results.failed else FINE)


def compare(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="A run, as --json or --out wrote it.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="A later run of the same set.")],
    *,
    fail_if_worse: Annotated[
        bool, typer.Option("--fail-if-worse", help="Exit with 3 if anything is worse beyond chance.")
    ] = False,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Say what got better from one run to another, what got worse, and whether it could be chance.

    Example: onrecord eval compare before.json after.json --fail-if-worse
    """
    from eval import comparison

    with _told():
        old, new = comparison.load_run(before), comparison.load_run(after)
        compared = comparison.compare(old, new)
    _show(comparison.results(compared, old, new), {}, as_json=as_json)
    worse = any(one.verdict == "worse" for one in compared)
    raise typer.Exit(CASE_FAILED if worse and fail_if_worse else FINE)


def speed(
    passages: Annotated[int, typer.Option(min=1, help="How many passages the index has.")] = 10_000,
    questions: Annotated[int, typer.Option(min=1, help="How many questions are asked.")] = 50,
    folder: Annotated[
        Path | None, typer.Option("--index", metavar="FOLDER", help="Keep the index there for the next run.")
    ] = None,
    seed: Annotated[int, typer.Option(help="What the texts and questions depend on.")] = 7,
    *,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Measure how long searches and answers take over an index of made-up texts.

    Example: onrecord eval speed --passages 10000
    """
    from eval.set_kind import Options
    from eval.speed import measure
    from index.progress import terminal_progress

    with _told(), terminal_progress("Asking") as progress:
        results = measure(passages, questions, Options(folder=folder, seed=seed, progress=progress))
    _show(results, _about(seed), as_json=as_json)


@contextmanager
def _told() -> Iterator[None]:
    """Turn this project's errors into a line and an exit code."""
    try:
        yield
    except OnRecordError as error:
        typer.echo(f"onrecord eval: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else COULD_NOT) from error


def _show(results: "Results", about: dict[str, Any], out: Path | None = None, *, as_json: bool) -> None:
    from eval.results import plain, table

    values = json.dumps(plain(results, about), ensure_ascii=False, indent=2)
    if out:
        out.write_text(values, encoding="utf-8")
    if as_json:
        typer.echo(values)
        return
    from rich.console import Console

    console = Console(highlight=False)
    if results.above is not None:
        console.print(results.above, soft_wrap=True)
    console.print(table(results))


def _about_set(cases: Path) -> dict[str, Any]:
    return {"set": str(cases), "set_digest": _digest(cases)}


def _about(seed: int) -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    from eval.significance import LEVEL, RESAMPLES, SEED

    try:
        program = version("onrecord-factcheck")
    except PackageNotFoundError:
        program = "a checkout that is not installed"
    return {
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
