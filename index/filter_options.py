"""The options by which commands choose documents."""

from typing import Annotated, Any

import typer

Documents = Annotated[list[str] | None, typer.Option(help="Only this document; can be given again.")]
Sources = Annotated[list[str] | None, typer.Option(help="Only this publisher, host or link; can be given again.")]
Speakers = Annotated[list[str] | None, typer.Option(help="Only documents that quote this speaker; can be given again.")]
Tags = Annotated[list[str] | None, typer.Option(help="Only documents with this tag; can be given again.")]
After = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")]
Before = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published before this day.")]


def given(**filters: list[str] | str | None) -> dict[str, Any]:
    """Return the filters that were given, for `index.filters.Filters.of`."""
    return {name: found for name, found in filters.items() if found}
