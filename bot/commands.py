"""This package's subcommands: ask, check, chat."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.verdict import Verdict
from index.commands import Code, IndexOption, JsonOption, emit, ready

DocumentOption = Annotated[list[str] | None, typer.Option(help="Ask only this document; can be given again.")]
TagOption = Annotated[list[str] | None, typer.Option(help="Ask only documents with this tag.")]
AfterOption = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")]
BeforeOption = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published before this day.")]


class Format(StrEnum):
    """How a check is printed."""

    MARKDOWN = "markdown"
    JSON = "json"
    CLAIM_REVIEW = "claim-review"


def register(app: typer.Typer) -> None:
    """Add this package's subcommands."""
    app.command()(ask)
    app.command()(check)
    app.command()(chat)


def ask(
    question: Annotated[str, typer.Argument(help="A question in words.")],
    folder: IndexOption = None,
    document: DocumentOption = None,
    tag: TagOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Answer a question with cited quotes, or say that the sources do not say.

    Example: onrecord ask "what did Kirby say?"
    """
    from bot.assembly import load

    filters = {"documents": document, "tags": tag, "after": after, "before": before}
    answer = load(ready(folder)).answer(question, filters=_given(filters))
    if as_json:
        emit(answer.to_dict())
    else:
        typer.echo(answer.to_markdown())
    raise typer.Exit(Code.FOUND if answer.answered else Code.NOTHING)


def check(
    claim: Annotated[str, typer.Argument(help="A claim, as a sentence.")],
    folder: IndexOption = None,
    document: DocumentOption = None,
    tag: TagOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    style: Annotated[Format, typer.Option("--format", help="How to print the check.")] = Format.MARKDOWN,
    pack: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write an evidence pack to hand on.")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Check a claim against the sources, with quotes for and against.

    Example: onrecord check "North Korea sent 1,000 containers of munitions to Russia"
    """
    from bot.assembly import load

    checker = load(ready(folder))
    filters = {"documents": document, "tags": tag, "after": after, "before": before}
    found = checker.check(claim, filters=_given(filters))
    if as_json or style is Format.JSON:
        emit(found.to_dict())
    elif style is Format.CLAIM_REVIEW:
        emit(found.to_claim_review())
    else:
        typer.echo(found.to_markdown())
    if pack:
        pack.write_bytes(checker.pack(found, datetime.now(UTC).date()).encode())
    raise typer.Exit(Code.NOTHING if found.verdict is Verdict.NOT_ENOUGH_EVIDENCE else Code.FOUND)


def _given(filters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: found for name, found in filters.items() if found}


def chat(
    folder: IndexOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 7860,
) -> None:
    """Open the chat in a browser.

    Example: onrecord chat --port 7860
    """
    from bot.assembly import load
    from bot.chat.serving import serve

    serve(load(ready(folder)), host=host, port=port, ready=lambda address: typer.echo(f"The chat is open at {address}"))
