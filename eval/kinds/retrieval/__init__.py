"""Collections of texts and queries: how well what answers is found, in each of the ways that there are.

A folder in the form of BEIR (Thakur et al., 2021), or with JSON lines for the judgements too:

    corpus.jsonl    {"_id": "d1", "title": "…", "text": "…"}                       or "id"
    queries.jsonl   {"_id": "q1", "text": "…"}                                     or "id"
    qrels/test.tsv  query-id, corpus-id, score; or qrels.jsonl {"query": "q1", "document": "d1", "relevance": 1};
                    or qrels.txt as TREC has it

A folder with TREC's judgements and runs, and no texts, measures rankings that were made elsewhere:

    qrels.txt       q1 0 d1 1
    NAME.run        q1 Q0 d1 1 12.5 NAME                                           or NAME.trec
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eval.effort import Effort
from eval.set_kind import ByFields, Options, chosen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eval.kinds.retrieval.collection import Collection, Query
    from eval.kinds.retrieval.rankings import Ranker
    from eval.outcome import Outcome, Rows
    from eval.results import Results

WAYS = ("search", "BM25", "dense", "fusion")
GAINS = (
    "search over BM25",
    "search over dense",
    "search over fusion",
)
_MAIN = "nDCG@10"


def evaluate(path: Path, options: Options) -> "Results":
    """Find documents for every query in every way."""
    from eval.columns import columns
    from eval.kinds.retrieval.collection import read_collection
    from eval.kinds.retrieval.figures import lines
    from eval.results import Results

    collection = read_collection(path)
    rows = ranked_queries(collection, options)
    of = columns(rows)
    title = f"{len(rows)} queries, {collection.size} documents"
    return Results(
        title, tuple(lines(of, WAYS, {_MAIN: GAINS})), rows, failed=of.failed, notes=collection.notes, main=_MAIN
    )


def ranked_queries(collection: "Collection", options: Options, *, name: str = "") -> "Rows":
    """Return what came of the queries that are to be asked; `name` tells the index from others of the run."""
    from eval.kinds.retrieval.rankings import rankers
    from eval.own_index import own_index
    from index import load

    with own_index(collection.texts(), options, name=name, quoted=False) as folder:
        return _ranked(collection.queries, rankers(load(folder)), options)


def compare_runs(path: Path, options: Options) -> "Results":
    """Measure rankings that were made elsewhere; the first by name with the others beside it."""
    from eval.columns import columns
    from eval.folders import part, runs
    from eval.kinds.retrieval.collection import Query, read_judgements, read_run
    from eval.kinds.retrieval.figures import lines
    from eval.results import Results
    from index.errors import UsageError

    judged, found = read_judgements(part(path, "qrels")), {name: read_run(file) for name, file in runs(path).items()}
    if not found:
        message = f"{path} has judgements, but no run: put NAME.run beside them, or corpus and queries"
        raise UsageError(message)
    queries = [Query(of, of, relevant) for of, relevant in judged.items()]
    ways: dict[str, Ranker] = {name: partial(_looked_up, run) for name, run in found.items()}
    own, *others = ways
    rows = _ranked(queries, ways, options)
    figures = lines(columns(rows), list(ways), {_MAIN: [f"{own} over {other}" for other in others]})
    kept = tuple(line for line in figures if "second" not in line.name)  # nothing was searched
    return Results(f"{len(rows)} queries, {len(ways)} runs", kept, rows, main=_MAIN)


def _looked_up(run: "Mapping[str, list[str]]", query: str) -> list[str]:
    return run.get(query, [])


def _ranked(queries: "Sequence[Query]", ways: "Mapping[str, Ranker]", options: Options) -> "Rows":
    from eval.kinds.retrieval.figures import ranked

    wanted = chosen(lambda: queries, options)

    def do(few: "list[Query]") -> "list[Outcome]":
        return [ranked(query, ways) for query in few]

    return options.keep("rankings", wanted, do)


def _judged_queries(path: Path) -> int:
    from eval.folders import part
    from eval.kinds.retrieval.collection import read_judgements

    return len(read_judgements(part(path, "qrels")))


KIND = ByFields(
    "retrieval", ("corpus", "queries", "qrels"), evaluate, without=("transcripts",), effort=Effort(0.3, text=0.04)
)
RUNS = ByFields(
    "rankings of TREC", ("qrels",), compare_runs, without=("corpus",), effort=Effort(0.001, cases=_judged_queries)
)
