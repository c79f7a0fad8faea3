"""Several rankings made one."""

from collections.abc import Sequence

from index.store import Scored

_K = 60


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
