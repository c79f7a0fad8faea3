"""This package's subcommands: ask, chat."""

from typing import Annotated, Any

import typer

from index.commands import Code, IndexOption, JsonOption, emit, ready


def register(app: typer.Typer) -> None:
    """Add this package's subcommands."""
    app.command()(ask)
    app.command()(chat)


def ask(
    question: Annotated[str, typer.Argument(help="A question in words.")],
    *,
    folder: IndexOption = None,
    document: Annotated[list[str] | None, typer.Option(help="Ask only this document; can be given again.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="Ask only this publisher, host or link.")] = None,
    speaker: Annotated[list[str] | None, typer.Option(help="Ask only documents that quote this speaker.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Ask only documents with this tag.")] = None,
    after: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")] = None,
    before: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published before this day.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question with cited quotes, or say that the sources do not say.

    Example: onrecord ask "what did Kirby say?"
    """
    from bot.assembly import load

    given: dict[str, Any] = {"documents": document, "sources": source, "speakers": speaker, "tags": tag}
    given |= {"after": after, "before": before}
    answer = load(ready(folder)).answer(question, filters={name: found for name, found in given.items() if found})
    if as_json:
        emit(answer.to_dict())
    else:
        typer.echo(answer.to_markdown())
    raise typer.Exit(Code.FOUND if answer.answered else Code.NOTHING)


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
