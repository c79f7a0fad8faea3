"""The subcommand `onrecord eval`, and those below it: run, compare, report, draft, speed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from eval import options as take
from eval.exit_codes import CASE_FAILED, FINE, errors_told
from eval.presenting import Wanted, present, write_pages
from eval.run_command import run
from index.errors import UsageError


class _SetOrSubcommand(TyperGroup):
    """Takes `onrecord eval SET` for `onrecord eval run SET`; a set that is called like a subcommand is ./compare."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the library hides its context's type
        """Put `run` before arguments that name no subcommand."""
        known = args and (args[0] in self.commands or args == ["--help"])
        return super().parse_args(ctx, args if known or not args else ["run", *args])


def register(app: typer.Typer) -> None:
    """Add `eval` and its subcommands to the program."""
    group = typer.Typer(cls=_SetOrSubcommand, no_args_is_help=True, help=_HELP)
    for command in (run, compare, report, draft, speed):
        group.command(command.__name__)(command)
    app.add_typer(group, name="eval")


_HELP = """Measure how well the bot does on sets: `onrecord eval SET` is short for `onrecord eval run SET`.

Example: onrecord eval eval/sets/seeds.jsonl --sources seeds --html report.html
"""


def compare(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="A run, as --out or --json wrote it, or a folder.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="A later run of the same set, or a folder of them.")],
    *,
    fail_if_worse: take.FailIfWorse = False,
    as_json: take.AsJson = False,
) -> None:
    """Say what got better from one run to another, what got worse, and whether it could be chance.

    Example: onrecord eval compare before.json after.json --fail-if-worse
    """
    from eval import comparison
    from eval.showing.json_file import load_results

    with errors_told():
        pairs = _pairs(before, after)
        if as_json and len(pairs) > 1:
            message = "--json: for two runs at a time, and these are folders of several"
            raise UsageError(message)
        compared = [comparison.compare(load_results(old), load_results(new)) for old, new in pairs]
    present([comparison.results(one) for one in compared], Wanted(as_json=as_json))
    raise typer.Exit(CASE_FAILED if any(one.worse for one in compared) and fail_if_worse else FINE)


def _pairs(before: Path, after: Path) -> list[tuple[Path, Path]]:
    """Return the two runs, or of two folders the runs of one name."""
    if not before.is_dir() or not after.is_dir():
        return [(before, after)]
    found = [(one, after / one.name) for one in sorted(before.glob("*.json")) if (after / one.name).exists()]
    if not found:
        message = f"{before} and {after} have no run of one name"
        raise UsageError(message)
    return found


def report(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN.json…", help="Runs, as --out or --json wrote them.")],
    *,
    html: take.Html = None,
    markdown: take.Markdown = None,
    title: take.Title = "How far to trust the answers",
) -> None:
    """Write one page on runs that were made before, without running anything.

    Example: onrecord eval report runs/*.json --html report.html --markdown docs/results.md
    """
    from eval.showing.json_file import load_results

    with errors_told():
        if not html and not markdown:
            message = "name what to write: --html FILE, --markdown FILE, or both"
            raise UsageError(message)
        write_pages([load_results(path) for path in runs], Wanted(html=html, markdown=markdown, title=title))


def draft(
    documents: Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents to ask about.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the questions go, as JSON lines.")],
    *,
    number: Annotated[int, typer.Option(min=1, help="How many questions at most.")] = 60,
    unanswerable: Annotated[
        float, typer.Option(min=0, max=1, help="Share of questions whose document is left out of the sources.")
    ] = 0.25,
    seed: take.Seed = 7,
) -> None:
    """Propose questions on documents, with gold quotes, for a person to read and to edit.

    Example: onrecord eval draft articles --out questions.jsonl
    """
    from eval.drafting import draft_set
    from eval.formats import write_cases
    from eval.progress import progress

    with errors_told(), progress(["Reading"]) as begin:
        drafted = draft_set(documents, number, unanswerable, seed, begin())
        write_cases(drafted.cases, out)
    typer.echo(drafted.told(out))


def speed(
    passages: Annotated[int, typer.Option(min=1, help="How many passages the index has.")] = 10_000,
    questions: Annotated[int, typer.Option(min=1, help="How many questions are asked.")] = 50,
    folder: take.Index = None,
    seed: take.Seed = 7,
    *,
    as_json: take.AsJson = False,
) -> None:
    """Measure how long searches and answers take over an index of made-up texts.

    Example: onrecord eval speed --passages 10000
    """
    from eval.progress import progress
    from eval.set_kind import Options
    from eval.speed import measure
    from eval.what_was_run import machine, program_version

    with errors_told(), progress(["Asking"]) as begin:
        results = measure(passages, questions, Options(folder=folder, seed=seed, progress=begin()))
    about = {"version": program_version(), "seed": seed, "machine": machine(), **results.about}
    present([replace(results, about=about)], Wanted(as_json=as_json))
