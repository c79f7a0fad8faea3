"""The figures of several rankings of the same queries, and what each gains over the others."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from eval.attempt import attempt
from eval.columns import Columns
from eval.figures import latency_lines
from eval.kinds.retrieval.collection import Query
from eval.kinds.retrieval.rankings import Ranker
from eval.outcome import Outcome, length_slice
from eval.ranking_measures import Measure, ndcg, recall, reciprocal_rank
from eval.results import Line
from eval.significance import PAIRED, estimate, estimate_difference

MEASURES: Mapping[str, tuple[Measure, str]] = {
    "nDCG@10": (ndcg(10), "normalised discounted cumulative gain of the first ten documents"),
    "MRR": (reciprocal_rank, "one by the rank of the first document that answers"),
    "recall@5": (recall(5), "share of the answering documents among the first five"),
    "recall@10": (recall(10), "share of the answering documents among the first ten"),
    "recall@100": (recall(100), "share of the answering documents among the first hundred"),
}
_SOURCE = "trec_eval"
_SHOWN = 10


def ranked(query: Query, ways: Mapping[str, Ranker]) -> Outcome:
    """Rank for a query in every way; the first is timed, and a way that raises has found nothing."""
    own = next(iter(ways))
    rankings: dict[str, Sequence[str]] = {}
    errors, seconds = [], {}
    for name, way in ways.items():
        found, error, seconds[name] = attempt(partial(way, query.text))
        rankings[name] = [one for one in found or () if one != query.itself or one in query.relevant]
        errors += [f"{name}: {error}"] if error else []
    return Outcome(
        id=query.id,
        question=query.text,
        right=reciprocal_rank(rankings[own][:_SHOWN], query.relevant) > 0,
        scores={
            name if way == own else f"{name}, {way}": measure(found, query.relevant)
            for way, found in rankings.items()
            for name, (measure, _) in MEASURES.items()
        },
        expected=tuple(f"{document} ({grade})" for document, grade in query.relevant.items()),
        given=tuple(rankings[own][:_SHOWN]),
        error="; ".join(errors) or None,
        seconds=seconds[own],
        slices={"length": length_slice(query.text), "relevant": str(sum(one > 0 for one in query.relevant.values()))},
        more={"relevant": dict(query.relevant), "rankings": {way: list(of[:_SHOWN]) for way, of in rankings.items()}},
    )


def lines(of: Columns, ways: Sequence[str], gains: Mapping[str, Sequence[str]]) -> Iterator[Line]:
    """Yield every measure, the first way's with the others beside it, then what some ways gain over others.

    Args:
        of: the numbers of the run.
        ways: the names of the ways, as they were ranked.
        gains: from a measure's name to pairs "one over another".
    """
    own, *others = ways
    for name, (_, meaning) in MEASURES.items():
        beside = {other: estimate(of.score(f"{name}, {other}")) for other in others}
        yield Line(name, f"{meaning}; {own}", estimate(of.score(name)), _SOURCE, beside=beside)
    for name, pairs in gains.items():
        for pair in pairs:
            one, other = pair.split(" over ")
            before, after = (of.score(name if way == own else f"{name}, {way}") for way in (other, one))
            yield Line(
                f"{name}, {pair}",
                "the gain, with its paired interval",
                estimate_difference(before, after),
                PAIRED,
                is_share=False,
            )
    yield from latency_lines(of)
