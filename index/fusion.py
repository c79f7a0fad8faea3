"""Several rankings made one."""

import math
from collections.abc import Sequence

from index.store import Scored

_K = 60
_WEIGHT = 0.02
"""What a reranker adds at most: a little more than a ranking does that has the key first."""
_SURE, _SLOPE = 3.0, 2.0
"""The reranker's score at which it adds half of that, and how far around it its sureness changes."""


def reciprocal_rank_fusion(rankings: Sequence[Scored]) -> Scored:
    """Fuse rankings by the sum of 1 / (60 + rank) (Cormack, Clarke and Büttcher, 2009); equals by rising key.

    >>> [key for key, _ in reciprocal_rank_fusion([[(1, 9.0), (2, 8.0)], [(2, 0.5), (3, 0.4)]])]
    [2, 1, 3]
    """
    sums: dict[int, float] = {}
    for ranking in rankings:
        for rank, (key, _) in enumerate(ranking, start=1):
            sums[key] = sums.get(key, 0.0) + 1 / (_K + rank)
    return sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))


def with_votes(fused: Scored, scores: Sequence[float]) -> Scored:
    """Add to the first of fused keys what a reranker's scores for them say, as far as it is sure that they answer.

    >>> [key for key, _ in with_votes([(1, 0.03), (2, 0.02)], [-8.0, 8.0])]
    [2, 1]
    >>> [key for key, _ in with_votes([(1, 0.03), (2, 0.02)], [-8.0, -6.0])]
    [1, 2]
    """
    votes = [_WEIGHT / (1 + math.exp((_SURE - score) / _SLOPE)) for score in scores]
    voted = [(key, score + vote) for (key, score), vote in zip(fused, votes, strict=False)]
    return sorted([*voted, *fused[len(votes) :]], key=lambda pair: (-pair[1], pair[0]))
