"""This package's subcommands: ask, check, quote, chat, account."""

from typing import Annotated

import typer

from bot.chat_command import account, chat
from bot.check_command import check
from bot.quote_command import quote
from bot.setting_options import ConfidenceOption, SettingsOption, chosen
from index import filter_options as only
from index.commands import Code, IndexOption, JsonOption, emit, ready


def register(app: typer.Typer) -> None:
    """Add this package's subcommands."""
    app.command()(ask)
    app.command()(check)
    app.command()(quote)
    app.command()(chat)
    app.command()(account)


def ask(
    question: Annotated[str, typer.Argument(help="A question in words.")],
    *,
    folder: IndexOption = None,
    document: only.Documents = None,
    source: only.Sources = None,
    speaker: only.Speakers = None,
    tag: only.Tags = None,
    after: only.After = None,
    before: only.Before = None,
    settings: SettingsOption = None,
    confidence: ConfidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question with cited quotes, or say that the sources do not say.

    Example: onrecord ask "what did Kirby say?"
    """
    from bot.assembly import load

    checker = load(ready(folder), chosen(settings, confidence))
    filters = only.given(
        checker.sources, documents=document, sources=source, speakers=speaker, tags=tag, after=after, before=before
    )
    answer = checker.answer(question, filters=filters)
    if as_json:
        emit(answer.to_dict())
    else:
        typer.echo(answer.to_markdown())
    raise typer.Exit(Code.FOUND if answer.answered else Code.NOTHING)
