"""The program `onrecord`, and this package's subcommands: build, search, speakers, verify."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import IntEnum
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from index import filter_options as only
from index.errors import OnRecordError, UsageError

IndexOption = Annotated[Path | None, typer.Option("--index", metavar="FOLDER", help="The index; default: var/index.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


class Code(IntEnum):
    """What exit codes mean."""

    FOUND = 0
    NOTHING = 1
    WRONG_USE = 2
    IN_PART = 3
    COULD_NOT = 4


def main() -> None:
    """Run the program."""
    with told_plainly():
        program()()


def program() -> typer.Typer:
    """Return the program with the subcommands of every installed package."""
    app = typer.Typer(
        help="Ask documents what was said: verbatim, attributed, proven quotes, or an honest silence.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for point in sorted(entry_points(group="onrecord.commands"), key=lambda point: point.name):
        point.load()(app)
    return app


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the project's errors into a line on standard error and an exit code."""
    try:
        yield
    except OnRecordError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        raise SystemExit(Code.WRONG_USE if isinstance(error, UsageError) else Code.COULD_NOT) from error


def emit(plain: Any) -> None:  # noqa: ANN401 - anything that JSON can hold
    """Print a value as JSON."""
    typer.echo(json.dumps(plain, ensure_ascii=False, indent=2))


def ready(folder: Path | None) -> Path:
    """Return the index to use, built from `seeds/` with a progress bar where that is the default and missing."""
    from index.progress import terminal_progress
    from index.readiness import ready_folder

    with terminal_progress("Building the index from seeds/") as progress:
        return ready_folder(folder, progress)


def register(app: typer.Typer) -> None:
    """Add this package's subcommands."""
    for command in (build, search, speakers, verify):
        app.command()(command)


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders and addresses.")],
    folder: Annotated[Path, typer.Option("--index", metavar="FOLDER", help="Where the index goes.")] = Path(
        "var/index"
    ),
    settings: Annotated[Path | None, typer.Option(help=r"A TOML file with a table \[index].")] = None,
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Start anew instead of adding.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Build an index, or bring it up to date.

    Example: onrecord build seeds/ notes.pdf https://www.example.org/speech
    """
    from index.builder import update
    from index.progress import terminal_progress
    from index.settings import IndexSettings

    chosen = IndexSettings.from_toml(settings) if settings else None
    with terminal_progress("Building the index") as progress:
        report = update(paths, folder, settings=chosen, replace=replace, progress=progress)
    failed = [{"source": failure.source, "reason": failure.reason} for failure in report.failed]
    if as_json:
        emit({"added": report.added, "changed": report.changed, "dropped": report.dropped, "failed": failed})
    else:
        counts = (len(report.added), len(report.changed), len(report.dropped), len(failed))
        typer.echo(
            "{} added, {} changed, {} dropped, {} could not be read".format(*counts) + f"; the index is {folder}"
        )
        for failure in failed:
            typer.echo(f"  {failure['source']}: {failure['reason']}", err=True)
    raise typer.Exit(Code.IN_PART if failed else Code.FOUND)


def search(
    text: Annotated[str, typer.Argument(help="What to look for.")],
    limit: Annotated[int, typer.Option(min=1, help="How many passages at most.")] = 10,
    folder: IndexOption = None,
    *,
    document: only.Documents = None,
    source: only.Sources = None,
    speaker: only.Speakers = None,
    tag: only.Tags = None,
    after: only.After = None,
    before: only.Before = None,
    as_json: JsonOption = False,
) -> None:
    """Find passages by meaning and by words.

    Example: onrecord search "arms shipments" --limit 3
    """
    from index.builder import load

    sources = load(ready(folder))
    filters = only.given(
        sources, documents=document, sources=source, speakers=speaker, tags=tag, after=after, before=before
    )
    hits = sources.search(text, limit, filters)
    if as_json:
        emit([hit.to_dict() for hit in hits])
    else:
        for hit in hits:
            place = f"{hit.passage.document.id} {hit.passage.start}\N{EN DASH}{hit.passage.end}"
            typer.echo(f"{hit.score:.4f}  {place}\n{hit.passage.text}\n")
        if not hits:
            typer.echo("nothing is found: no source is let through by the filters, or none has any words", err=True)
    raise typer.Exit(Code.FOUND if hits else Code.NOTHING)


def speakers(folder: IndexOption = None, *, as_json: JsonOption = False) -> None:
    """List who is quoted, how often, and where.

    Example: onrecord speakers
    """
    from index.builder import load

    found = load(ready(folder)).speakers()
    if as_json:
        emit([asdict(one) for one in found])
    else:
        for one in found:
            role = f" ({'; '.join(one.roles)})" if one.roles else ""
            aliases = f"  also {'; '.join(one.aliases)}" if one.aliases else ""
            typer.echo(f"{one.count:5}  {one.name}{role}{aliases}  in {', '.join(one.documents)}")
    raise typer.Exit(Code.FOUND if found else Code.NOTHING)


def verify(
    path: Annotated[Path | None, typer.Argument(metavar="[INDEX|PACK]", help="An index, or an evidence pack.")] = None,
    folder: IndexOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Check an index against its digests and the sources on disk, or an evidence pack's quotes against an index.

    Example: onrecord verify var/index
    """
    if path and path.is_file():
        _verify_pack(path, folder or Path("var/index"), as_json=as_json)
    from index.verification import verify as check

    report = check(path or folder or Path("var/index"))
    if as_json:
        emit({"checked": report.checked, "damaged": report.damaged, "changed": report.changed, "gone": report.gone})
    else:
        typer.echo(f"{report.checked} stored texts checked, {len(report.damaged)} damaged")
        for what, places in (("damaged", report.damaged), ("changed on disk", report.changed), ("gone", report.gone)):
            for place in places:
                typer.echo(f"  {what}: {place}")
    if report.damaged:
        raise typer.Exit(Code.COULD_NOT)
    raise typer.Exit(Code.IN_PART if report.changed or report.gone else Code.FOUND)


def _verify_pack(pack: Path, folder: Path, *, as_json: bool) -> NoReturn:
    from index.pack_verification import State, verify_pack

    report = verify_pack(pack, folder)
    if as_json:
        emit(report.to_dict())
    else:
        typer.echo(f"{report.claim}\n{report.verdict.replace('_', ' ')}, when the pack was made")
        if not report.unchanged:
            typer.echo("THE FILE WAS CHANGED after it was made: do not trust what it shows; check the claim again")
        for quote in report.quotes:
            typer.echo(f"  [{quote.number}] {quote.state}: {quote.document}: {' '.join(quote.text.split())}")
    states = {quote.state for quote in report.quotes}
    if State.FALSE in states or not report.unchanged:
        raise typer.Exit(Code.COULD_NOT)
    raise typer.Exit(Code.IN_PART if states & {State.CHANGED, State.GONE} else Code.FOUND)
