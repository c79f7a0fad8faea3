"""The subcommand `check`."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.errors import OutputError
from bot.showing.escaping import web_link
from bot.verdict import Verdict
from index import filter_options as only
from index.commands import Code, IndexOption, JsonOption, emit, ready
from index.errors import UsageError

if TYPE_CHECKING:
    from bot.checker import FactChecker
    from bot.claims.check import Check
    from bot.claims.text_check import TextCheck


class Format(StrEnum):
    """How a check is printed."""

    MARKDOWN = "markdown"
    JSON = "json"
    CLAIM_REVIEW = "claim-review"


def _web_address(url: str | None) -> str | None:
    """Return the address as it was given.

    Raises:
        UsageError: it is none of a page on the web.
    """
    if url is not None and web_link(url) is None:
        message = f"--url takes the address of a web page, such as https://example.org/review, not {url!r}"
        raise UsageError(message)
    return url


UrlOption = Annotated[
    str | None, typer.Option("--url", callback=_web_address, help="Where a claim review will be published.")
]


def check(
    claim: Annotated[str | None, typer.Argument(help="A claim, as a sentence.")] = None,
    *,
    file: Annotated[Path | None, typer.Option(metavar="TEXT", help="Check the claims of a whole text instead.")] = None,
    folder: IndexOption = None,
    document: only.Documents = None,
    source: only.Sources = None,
    speaker: only.Speakers = None,
    tag: only.Tags = None,
    after: only.After = None,
    before: only.Before = None,
    style: Annotated[Format, typer.Option("--format", help="How to print the check.")] = Format.MARKDOWN,
    url: UrlOption = None,
    pack: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write an evidence pack to hand on.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check a claim, or the claims of a text, against the sources, with quotes for and against.

    Example: onrecord check "North Korea sent more than 1,000 containers of munitions to Russia"
    """
    from bot.assembly import load

    if (claim is None) == (file is None):
        message = "give either a claim or a text: onrecord check CLAIM, or onrecord check --file TEXT"
        raise UsageError(message)
    style = Format.JSON if as_json else style
    checker = load(ready(folder))
    filters = only.given(
        checker.sources, documents=document, sources=source, speakers=speaker, tags=tag, after=after, before=before
    )
    if file:
        _check_text(checker, file, filters, style, pack, url)
    found = checker.check(claim or "", filters=filters)
    if style is Format.CLAIM_REVIEW:
        emit(found.to_claim_review(url=url, published=_today()))
    else:
        _show(found, style)
    _write(pack, checker, found)
    raise typer.Exit(Code.NOTHING if found.verdict is Verdict.NOT_ENOUGH_EVIDENCE else Code.FOUND)


def _check_text(
    checker: "FactChecker", file: Path, filters: dict[str, Any], style: Format, pack: Path | None, url: str | None
) -> NoReturn:
    """Check every document in a file; what is printed is one report for each."""
    from index.reading.sources import find_sources, read_source

    documents = [document for source in find_sources([file]) for document in read_source(source)]
    if pack and len(documents) != 1:
        message = f"{file} holds {len(documents)} texts, and a pack is of one: give a file with one text, or no --pack"
        raise UsageError(message)
    found = [checker.check_text(document, filters=filters) for document in documents]
    if style is Format.CLAIM_REVIEW:
        emit([one.check.to_claim_review(url=url, published=_today()) for text in found for one in text.sentences])
    for text in found if style is not Format.CLAIM_REVIEW else ():
        _show(text, style)
    for text in found:
        _write(pack, checker, text)
    raise typer.Exit(Code.FOUND if any(text.found for text in found) else Code.NOTHING)


def _write(pack: Path | None, checker: "FactChecker", found: "Check | TextCheck") -> None:
    if not pack:
        return
    try:
        pack.write_bytes(checker.pack(found, _today()).encode())
    except OSError as error:
        message = f"the evidence pack {pack} cannot be written: {error.strerror}; name another place with --pack"
        raise OutputError(message) from error


def _today() -> date:
    return datetime.now(UTC).date()


def _show(found: "Check | TextCheck", style: Format) -> None:
    if style is Format.JSON:
        emit(found.to_dict())
    else:
        typer.echo(found.to_markdown())
