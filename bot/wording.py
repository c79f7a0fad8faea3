"""What every rendering says in the same words: how something is quoted, who said it, where it stands."""

from datetime import date
from itertools import groupby

from bot.citation import Answer, Citation, Statement
from index import Document, Kind, Span

NEAR = "Near, but not an answer"
UNCERTAIN = "speaker uncertain"
KINDS = {
    Kind.DIRECT: "quoted word for word",
    Kind.MIXED: "partly quoted",
    Kind.INDIRECT: "reported, not quoted",
    Kind.NARRATION: "the source's own words",
}


def listed(answer: Answer) -> tuple[Citation, ...]:
    """Return the citations to list, each once and by number; where there is no answer, the related ones."""
    by_number = {citation.number: citation for citation in answer.citations}
    return tuple(by_number[number] for number in sorted(by_number)) or answer.related


def parts(answer: Answer) -> list[tuple[str | None, list[Statement]]]:
    """Return the statements in runs under one heading."""
    return [(heading, list(run)) for heading, run in groupby(answer.statements, lambda statement: statement.heading)]


def left_over(answer: Answer) -> str | None:
    """Return what to say of quotations that were not shown."""
    return f"{answer.more} more: ask \u201cwhat else?\u201d" if answer.more else None


def marks(citation: Citation) -> tuple[str, str]:
    """Return what to set around the quote: quotation marks only where all of it is somebody's very words."""
    return ("“", "”") if citation.kind is Kind.DIRECT else ("", "")


def place(citation: Citation) -> str:
    """Return where the quote stands in its document."""
    return place_in(citation.document, citation.quote.span)


def place_in(document: Document, span: Span) -> str:
    """Return where a stretch stands in a document."""
    characters = f"characters {span.start}\N{EN DASH}{span.end}"
    named = document.place(span.start)
    return f"{named}, {characters}" if named else characters


def day(document: Document) -> str | None:
    """Return the day of publication as a person would write it, or None."""
    return written_day(document.published) if document.published else None


def written_day(published: date) -> str:
    """Return a day as a person would write it."""
    return f"{published.day} {published:%B %Y}"


def publisher(document: Document) -> str | None:
    """Return the publisher where the title does not say it already."""
    return document.publisher if document.publisher != document.title else None


def manner(citation: Citation) -> str:
    """Return how the words are given; reported ones with their cue, since "denied" turns what follows around."""
    if citation.cue is None or citation.kind not in {Kind.INDIRECT, Kind.MIXED}:
        return KINDS[citation.kind]
    return f"{KINDS[citation.kind]}: \u201c{' '.join(citation.cue.text.split())}\u201d"


def doubts(citation: Citation) -> tuple[str, ...]:
    """Return how the words are given, and whether the speaker is in doubt."""
    return (manner(citation),) if citation.certain else (manner(citation), UNCERTAIN)
