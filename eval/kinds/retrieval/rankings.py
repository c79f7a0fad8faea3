"""The ways to find that are compared: each makes a ranking of documents of a query."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from index import Passage

if TYPE_CHECKING:
    from index import PassageIndex

Ranker = Callable[[str], list[str]]
"""From a query to documents' ids, best first."""

DEPTH = 100
"""How many passages a ranking is made of; a document stands where its best passage does."""


def rankers(sources: "PassageIndex") -> Mapping[str, Ranker]:
    """Return the ways to find by name; the first is what `onrecord search` does."""

    def search(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.search(query, DEPTH)]

    def bm25(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.hits(sources.lexical(query, DEPTH))]

    def dense(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.hits(sources.dense(query, DEPTH))]

    def fusion(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.fused(query, DEPTH)]

    ways = {"search": search, "BM25": bm25, "dense": dense, "fusion": fusion}
    return {name: _of_documents(way) for name, way in ways.items()}


def _of_documents(way: Callable[[str], Sequence[Passage]]) -> Ranker:
    return lambda query: distinct(passage.document.id for passage in way(query))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names, each where it stands first.

    >>> distinct(["b", "a", "b"])
    ['b', 'a']
    """
    return list(dict.fromkeys(names))
