"""The options by which commands choose documents."""

from typing import Annotated, Any

import typer

Documents = Annotated[list[str] | None, typer.Option(help="Ask only this document; can be given again.")]
Sources = Annotated[list[str] | None, typer.Option(help="Ask only this publisher, host or link.")]
Speakers = Annotated[list[str] | None, typer.Option(help="Ask only documents that quote this speaker.")]
Tags = Annotated[list[str] | None, typer.Option(help="Ask only documents with this tag.")]
After = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")]
Before = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published before this day.")]


def given(**filters: list[str] | str | None) -> dict[str, Any]:
    """Return the filters that were given, for `index.filters.Filters.of`."""
    return {name: found for name, found in filters.items() if found}
