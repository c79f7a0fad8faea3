"""How good a ranking is: documents, best first, against the ones that are relevant and how much so.

The definitions are those of trec_eval, and checked against ir_measures in the tests.
"""

import math
from collections.abc import Callable, Mapping, Sequence

Relevant = Mapping[str, int]
"""Documents' ids to grades; those of grade 0 or less, and all others, are not relevant."""

Measure = Callable[[Sequence[str], Relevant], float]


def ndcg(depth: int) -> Measure:
    """Return the normalised discounted cumulative gain of the first documents (Järvelin and Kekäläinen, 2002).

    >>> ndcg(10)(["b", "a"], {"a": 1})
    0.6309297535714575
    """

    def measure(ranking: Sequence[str], relevant: Relevant) -> float:
        best = _gain(sorted(relevant.values(), reverse=True)[:depth])
        return _gain([relevant.get(document, 0) for document in ranking[:depth]]) / best if best else 0.0

    return measure


def reciprocal_rank(ranking: Sequence[str], relevant: Relevant) -> float:
    """Return one by the rank of the first relevant document; 0 where there is none.

    >>> reciprocal_rank(["b", "a"], {"a": 1})
    0.5
    """
    ranks = (rank for rank, document in enumerate(ranking, start=1) if relevant.get(document, 0) > 0)
    return 1 / first if (first := next(ranks, 0)) else 0.0


def recall(depth: int) -> Measure:
    """Return the share of the relevant documents that are among the first.

    >>> recall(1)(["b", "a"], {"b": 1, "c": 1})
    0.5
    """

    def measure(ranking: Sequence[str], relevant: Relevant) -> float:
        wanted = {document for document, grade in relevant.items() if grade > 0}
        return len(wanted.intersection(ranking[:depth])) / len(wanted) if wanted else 0.0

    return measure


def _gain(grades: Sequence[int]) -> float:
    return sum(max(0, grade) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
