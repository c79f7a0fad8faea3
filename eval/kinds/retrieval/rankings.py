"""The ways to find that are compared: each makes a ranking of documents of a query."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from index import Passage
from index.fusion import reciprocal_rank_fusion

if TYPE_CHECKING:
    from bot.finding.reranking import Reranker
    from index import PassageIndex

Ranker = Callable[[str], list[str]]
"""From a query to documents' ids, best first."""

DEPTH = 100
"""How many passages a ranking is made of; a document stands where its best passage does."""

RERANKED = 20
"""How many passages the cross-encoder puts in order."""


def rankers(sources: "PassageIndex", reranker: "Reranker") -> Mapping[str, Ranker]:
    """Return the ways to find by name; the first is what `onrecord search` does."""

    def search(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.search(query, DEPTH)]

    def reranked(query: str) -> list[Passage]:
        found = search(query)
        scores = reranker.scores(query, [passage.text for passage in found[:RERANKED]])
        order = sorted(range(len(scores)), key=lambda place: -scores[place])
        return [found[place] for place in order] + found[RERANKED:]

    def bm25(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.hits(sources.lexical(query, DEPTH))]

    def dense(query: str) -> list[Passage]:
        return [hit.passage for hit in sources.hits(sources.dense(query, DEPTH))]

    def fusion(query: str) -> list[Passage]:
        both = [sources.dense(query, DEPTH), sources.lexical(query, DEPTH)]
        return [hit.passage for hit in sources.hits(reciprocal_rank_fusion(both))]

    ways = {"search": search, "BM25": bm25, "dense": dense, "fusion": fusion, "reranked": reranked}
    return {name: _of_documents(way) for name, way in ways.items()}


def _of_documents(way: Callable[[str], Sequence[Passage]]) -> Ranker:
    return lambda query: distinct(passage.document.id for passage in way(query))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names, each where it stands first.

    >>> distinct(["b", "a", "b"])
    ['b', 'a']
    """
    return list(dict.fromkeys(names))
