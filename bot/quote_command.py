"""The subcommand `quote`."""

from typing import Annotated

import typer

from index import filter_options as only
from index.commands import Code, IndexOption, JsonOption, emit, ready


def quote(
    words: Annotated[str, typer.Argument(help="The quotation, without its outer marks.")],
    *,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who is said to have said so.")] = None,
    folder: IndexOption = None,
    document: only.Documents = None,
    source: only.Sources = None,
    tag: only.Tags = None,
    after: only.After = None,
    before: only.Before = None,
    as_json: JsonOption = False,
) -> None:
    """Check whether the sources quote somebody with words: exactly, altered, somebody else, or not at all.

    Example: onrecord quote "We condemn the DPRK" --speaker Kirby
    """
    from bot.assembly import load
    from bot.quotes.quote_check import QuoteStatus

    checker = load(ready(folder))
    filters = only.given(checker.sources, documents=document, sources=source, tags=tag, after=after, before=before)
    found = checker.check_quote(words, speaker, filters=filters)
    if as_json:
        emit(found.to_dict())
    else:
        typer.echo(found.to_markdown())
    raise typer.Exit(Code.NOTHING if found.status is QuoteStatus.NOT_FOUND else Code.FOUND)
