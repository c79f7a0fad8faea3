"""How far a citation and a gold quote cover the same characters of the same document."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.citation import Citation
from eval.case import Gold

CLOSE = 0.5
"""Half of all the characters that either has are common to both: the usual bar for "the same span"."""

NESTED = 0.25
"""A quote inside the other may be shorter: a clause without its cue and marks is still the same quote."""

Characters = frozenset[tuple[str, int]]
"""Characters as (document's id, offset)."""


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def jaccard(one: _Stretch, other: _Stretch) -> float:
    """Return the share of the characters of either stretch that both have.

    >>> from index import Span
    >>> jaccard(Span(0, 30), Span(10, 40))
    0.5
    """
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / (one.end - one.start + other.end - other.start - common)


def is_hit(citation: Citation, gold: Gold) -> bool:
    """Say whether the citation gives the gold quote: close to it, or nested with it and no mere crumb or haystack."""
    if citation.document.id != gold.document:
        return False
    nested = citation.quote.span.contains(gold.span) or gold.span.contains(citation.quote.span)
    return jaccard(citation, gold) >= (NESTED if nested else CLOSE)


def best_gold(citation: Citation, golds: Sequence[Gold]) -> int | None:
    """Return the position of the gold quote that the citation gives best, or None where it gives none."""
    hits = [(jaccard(citation, gold), -position) for position, gold in enumerate(golds) if is_hit(citation, gold)]
    return -max(hits)[1] if hits else None


def gold_characters(golds: Iterable[Gold]) -> Characters:
    """Return the characters of the gold quotes, each once."""
    return frozenset((gold.document, offset) for gold in golds for offset in range(gold.start, gold.end))


def cited_characters(citations: Iterable[Citation]) -> Characters:
    """Return the characters of the citations, each once."""
    return frozenset(
        (citation.document.id, offset) for citation in citations for offset in range(citation.start, citation.end)
    )
