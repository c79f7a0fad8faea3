"""The subcommand `onrecord eval`, and those below it: compare, report, draft, speed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from eval import options as take
from eval.presenting import Wanted, is_worse, present, write_pages
from index.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    from eval.results import Results
    from eval.set_kind import Options

FINE, WRONG_USE, CASE_FAILED, COULD_NOT = 0, 2, 3, 4


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
    from eval.showing.json_file import load_results

    options = Options(folder, sources, limit, sample, baselines, open_retrieval, seed)
    wanted = Wanted(out, html, markdown, title, as_json)
    with _told(), ExitStack() as stack:
        _check_sets(sets, one_only={"--against": against, "--journal": journal, "--json": as_json})
        earlier = load_results(against) if against else None
        found = [stack.enter_context(_evaluated(path, options, journal, several=len(sets) > 1)) for path in sets]
        present(found, wanted)
        worse = is_worse(earlier, found[0], quiet=as_json) if earlier else False
    raise typer.Exit(CASE_FAILED if any(one.failed for one in found) or (worse and fail_if_worse) else FINE)


def compare(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="A run, as --out or --json wrote it.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="A later run of the same set.")],
    *,
    fail_if_worse: take.FailIfWorse = False,
    as_json: take.AsJson = False,
) -> None:
    """Say what got better from one run to another, what got worse, and whether it could be chance.

    Example: onrecord eval compare before.json after.json --fail-if-worse
    """
    from eval import comparison
    from eval.showing.json_file import load_results

    with _told():
        compared = comparison.compare(load_results(before), load_results(after))
    present([comparison.results(compared)], Wanted(as_json=as_json))
    raise typer.Exit(CASE_FAILED if compared.worse and fail_if_worse else FINE)


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

    with _told():
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

    with _told(), progress("Reading") as tell:
        drafted = draft_set(documents, number, unanswerable, seed, tell)
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

    with _told(), progress("Asking") as tell:
        results = measure(passages, questions, Options(folder=folder, seed=seed, progress=tell))
    about = {"version": program_version(), "seed": seed, "machine": machine(), **results.about}
    present([replace(results, about=about)], Wanted(as_json=as_json))


@contextmanager
def _told() -> Iterator[None]:
    """Turn this project's errors into a line and an exit code."""
    try:
        yield
    except OnRecordError as error:
        typer.echo(f"onrecord eval: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else COULD_NOT) from error


@contextmanager
def _evaluated(path: Path, options: "Options", journal: Path | None, *, several: bool) -> "Iterator[Results]":
    from eval.evaluating import evaluated
    from eval.kinds import kind_of
    from eval.progress import progress
    from eval.what_was_run import set_name

    # Sets that bring their own texts have an index each.
    own = options.folder
    if own and several and not getattr(kind_of(path), "asks_index", False):
        own /= set_name(path)
    with ExitStack() as stack:
        with progress(f"Evaluating {path}") as tell:
            chosen = replace(options, folder=own, progress=tell)
            results = stack.enter_context(evaluated(path, chosen, journal, lambda line: typer.echo(line, err=True)))
        yield results


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
