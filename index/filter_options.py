"""The options by which commands choose documents."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.errors import UsageError

if TYPE_CHECKING:
    from index.passage_index import PassageIndex

_ALIKE = 0.5
"""How alike an id is, from 0 to 1, that may have been meant."""

Documents = Annotated[list[str] | None, typer.Option(help="Only this document; can be given again.")]
Sources = Annotated[list[str] | None, typer.Option(help="Only this publisher, host or link; can be given again.")]
Speakers = Annotated[list[str] | None, typer.Option(help="Only documents that quote this speaker; can be given again.")]
Tags = Annotated[list[str] | None, typer.Option(help="Only documents with this tag; can be given again.")]
After = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published on this day or later.")]
Before = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Published before this day.")]


def given(index: "PassageIndex", **filters: list[str] | str | None) -> dict[str, Any]:
    """Return the filters that were given, for `index.filters.Filters.of`.

    Raises:
        UsageError: a document has an id that none in the index has.
    """
    wanted = filters.get("documents") or ()
    known = index.document_ids() if wanted else []
    for document in wanted:
        if document not in known:
            near = get_close_matches(document, known, cutoff=_ALIKE)
            hint = f"near are: {', '.join(near)}" if near else "onrecord search WORDS shows the ids of documents"
            message = f"no document is called {document!r}; {hint}"
            raise UsageError(message)
    return {name: found for name, found in filters.items() if found}
