"""The figures of several rankings of the same queries, and what each gains over the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.kinds.retrieval.collection import Query
from eval.kinds.retrieval.rankings import Ranker
from eval.ranking_measures import Measure, ndcg, recall, reciprocal_rank
from eval.results import Line
from eval.set_kind import Progress
from eval.significance import estimate, estimate_difference

MEASURES: Mapping[str, tuple[Measure, str]] = {
    "nDCG@10": (ndcg(10), "normalised discounted cumulative gain of the first ten documents"),
    "MRR": (reciprocal_rank, "one by the rank of the first document that answers"),
    "recall@5": (recall(5), "share of the answering documents among the first five"),
    "recall@10": (recall(10), "share of the answering documents among the first ten"),
}
_SOURCE = "trec_eval"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A query, and each way's documents for it, best first."""

    query: Query
    rankings: Mapping[str, Sequence[str]]

    def value(self, way: str, measure: Measure) -> float:
        """Return what a measure says of a way's ranking."""
        return measure(self.rankings[way], self.query.relevant)


def rank_all(queries: Sequence[Query], ways: Mapping[str, Ranker], progress: Progress) -> Iterator[Ranked]:
    """Rank for every query, in every way."""
    for number, query in enumerate(queries):
        progress(number, len(queries))
        yield Ranked(query, {name: way(query.text) for name, way in ways.items()})


def lines(ranked: Sequence[Ranked], gains: Mapping[str, Sequence[str]]) -> Iterator[Line]:
    """Yield every measure, the first way's with the others beside it, then what some ways gain over others.

    Args:
        ranked: the queries; all with the same ways.
        gains: from a measure's name to pairs "one over another".
    """
    own, *others = ranked[0].rankings
    for name, (measure, meaning) in MEASURES.items():
        beside = {other: estimate(_values(ranked, other, measure)) for other in others}
        figure = estimate(_values(ranked, own, measure))
        yield Line(name, f"{meaning}; {own}", figure, _SOURCE, beside=beside)
    for name, pairs in gains.items():
        for pair in pairs:
            one, other = pair.split(" over ")
            before, after = (_values(ranked, way, MEASURES[name][0]) for way in (other, one))
            yield Line(f"{name}, {pair}", "the gain, with its paired interval", estimate_difference(before, after))


def rows(ranked: Sequence[Ranked]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each query."""
    for one in ranked:
        own = next(iter(one.rankings))
        yield {
            "id": one.query.id,
            "question": one.query.text,
            "relevant": dict(one.query.relevant),
            "scores": {name: one.value(own, measure) for name, (measure, _) in MEASURES.items()},
            "rankings": {way: list(found[:10]) for way, found in one.rankings.items()},
        }


def _values(ranked: Sequence[Ranked], way: str, measure: Measure) -> list[float | None]:
    return [one.value(way, measure) for one in ranked]
