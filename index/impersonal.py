"""What nobody in particular says: in "it was reported in the country" neither "it" does nor the country.

Whoever "was told" something does not say it, either.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.document import Span
from index.extraction import Attribution
from index.parties import without_article
from index.sides import government

_PASSIVE = re.compile(r"(?:\w+ ){0,2}(?:was|were|is|are|been|being)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|informed|assured|reminded|warned|advised|notified|urged)\b", re.IGNORECASE)
_IT = re.compile(r"(?<!\w)it\s*\Z", re.IGNORECASE)
_IN = re.compile(r"\s+(?:\w+ly\s+)?(?:across|around|at|from|in|inside|near|outside|throughout|within)\s+")
_PLACE = re.compile(
    r"(?:.* )?(?:area|capital|city|continent|country(?:side)?|district|east|island|kingdom|nation|north|province|region"
    r"|republic|south|state|territory|town|valley|village|west|world)"
)
"""What is no speaker there; a town is none by its name."""


def without_nobody(text: str, found: Attribution) -> Attribution | None:
    """Return what is passively said without what takes part in that and is no speaker; None where nothing is left."""
    if found.cue is None or not _PASSIVE.match(text, found.cue.start, found.cue.end):
        return found
    content = tuple(_without_it(text, found))
    source = None if found.source and _is_nobody(text, found.cue, found.source) else found.source
    return replace(found, content=content, source=source) if content else None


def _without_it(text: str, found: Attribution) -> Iterator[Span]:
    for piece in found.content:
        before_cue = found.cue and not text[piece.end : max(piece.end, found.cue.start)].strip()
        it = _IT.search(text, piece.start, piece.end) if before_cue else None
        end = len(text[: it.start()].rstrip()) if it else piece.end
        if piece.start < end:
            yield Span(piece.start, end)


def _is_nobody(text: str, cue: Span, source: Span) -> bool:
    """Say whether a speaker as written is "it", who is told, or a country or a town behind "in" or the like."""
    written = text[source.start : source.end].strip()
    name = without_article(written).casefold()
    is_place = _PLACE.fullmatch(name) is not None or government(written) is not None
    is_told = source.start < cue.start and _TOLD.search(text, cue.start, cue.end) is not None
    return name == "it" or is_told or (is_place and _IN.fullmatch(text, cue.end, source.start) is not None)
