"""The subcommand `check`."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import filter_options as only
from bot.verdict import Verdict
from index.commands import Code, IndexOption, JsonOption, emit, ready


class Format(StrEnum):
    """How a check is printed."""

    MARKDOWN = "markdown"
    JSON = "json"
    CLAIM_REVIEW = "claim-review"


def check(
    claim: Annotated[str, typer.Argument(help="A claim, as a sentence.")],
    *,
    folder: IndexOption = None,
    document: only.Documents = None,
    source: only.Sources = None,
    speaker: only.Speakers = None,
    tag: only.Tags = None,
    after: only.After = None,
    before: only.Before = None,
    style: Annotated[Format, typer.Option("--format", help="How to print the check.")] = Format.MARKDOWN,
    pack: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write an evidence pack to hand on.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check a claim against the sources, with quotes for and against.

    Example: onrecord check "North Korea sent 1,000 containers of munitions to Russia"
    """
    from bot.assembly import load

    filters = only.given(documents=document, sources=source, speakers=speaker, tags=tag, after=after, before=before)
    checker = load(ready(folder))
    found = checker.check(claim, filters=filters)
    if as_json or style is Format.JSON:
        emit(found.to_dict())
    elif style is Format.CLAIM_REVIEW:
        emit(found.to_claim_review())
    else:
        typer.echo(found.to_markdown())
    if pack:
        pack.write_bytes(checker.pack(found, datetime.now(UTC).date()).encode())
    raise typer.Exit(Code.NOTHING if found.verdict is Verdict.NOT_ENOUGH_EVIDENCE else Code.FOUND)
