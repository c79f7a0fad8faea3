"""Collections of texts and queries: how well what answers is found, in each of the ways that there are.

A folder in the form of BEIR (Thakur et al., 2021), or with JSON lines for the judgements too:

    corpus.jsonl    {"_id": "d1", "title": "…", "text": "…"}                       or "id"
    queries.jsonl   {"_id": "q1", "text": "…"}                                     or "id"
    qrels/test.tsv  query-id, corpus-id, score; or qrels.jsonl {"query": "q1", "document": "d1", "relevance": 1}
"""

from pathlib import Path
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from eval.kinds.retrieval.collection import Collection
    from eval.kinds.retrieval.figures import Ranked
    from eval.results import Results

GAINS = (
    "search over BM25",
    "search over dense",
    "reranked over BM25",
    "reranked over dense",
    "reranked over fusion",
)


def evaluate(path: Path, options: Options) -> "Results":
    """Find documents for every query in every way."""
    from eval.kinds.retrieval.collection import read_collection
    from eval.kinds.retrieval.figures import lines, rows
    from eval.results import Results

    collection = read_collection(path)
    ranked = ranked_queries(collection, options)
    return Results(
        title=f"{len(ranked)} queries, {len(collection.texts)} documents",
        lines=tuple(lines(ranked, {"nDCG@10": GAINS})),
        rows=tuple(rows(ranked)),
    )


def ranked_queries(collection: "Collection", options: Options) -> "list[Ranked]":
    """Return the rankings of the queries that are to be asked."""
    from bot.finding.reranking import CrossEncoder
    from eval.kinds.retrieval.figures import rank_all
    from eval.kinds.retrieval.rankings import rankers
    from eval.own_index import own_index
    from index import load

    queries = spread(collection.queries, options.limit)
    with own_index(collection.texts, options, quoted=False) as folder:
        return list(rank_all(queries, rankers(load(folder), CrossEncoder()), options.progress))


KIND = ByFields("retrieval", ("corpus", "queries", "qrels"), evaluate, without=("transcripts",))
