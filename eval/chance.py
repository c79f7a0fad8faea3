"""How probable it is that chance alone makes a difference between two runs over the same cases."""

import math
from collections.abc import Hashable, Sequence

import numpy as np

from eval.significance import RESAMPLES, SEED, summed

Scores = Sequence[float | None]


def permutation(
    before: Scores, after: Scores, clusters: Sequence[Hashable] | None = None, *, resamples: int = RESAMPLES
) -> float | None:
    """Return how probable it is that chance alone makes a difference this large (paired permutation, two-sided).

    Each draw swaps the two values of about half of the cases (Fisher, 1935); of cases that stand together, of all or
    none. None where no case has both values.

    >>> permutation([0.0] * 20, [1.0] * 20) < 0.001
    True
    >>> permutation([1.0, 0.0], [0.0, 1.0]), permutation([0.0] * 20, [1.0] * 20, ["one article"] * 20)
    (1.0, 1.0)
    """
    pairs = [
        (new - old, clusters[at] if clusters else at)
        for at, (old, new) in enumerate(zip(before, after, strict=True))
        if old is not None and new is not None
    ]
    if not pairs:
        return None
    differences = summed(np.array([[one] for one, _ in pairs]), [cluster for _, cluster in pairs])[:, 0]
    generator = np.random.default_rng(SEED)
    found = abs(differences.sum()) - 1e-12
    # One draw at a time: all at once would be a matrix of draws by cases.
    swaps = (generator.choice((-1.0, 1.0), len(differences)) for _ in range(resamples))
    as_large = sum(abs(float(signs @ differences)) >= found for signs in swaps)
    return float(as_large + 1) / (resamples + 1)


def mcnemar(lost: int, won: int) -> float:
    """Return how probable it is that chance parts the changed cases so unevenly (McNemar, 1947; exact, two-sided).

    >>> mcnemar(0, 3), mcnemar(2, 2)
    (0.25, 1.0)
    """
    changed = lost + won
    tail = sum(math.comb(changed, number) for number in range(min(lost, won) + 1)) / float(2**changed)
    return min(1.0, 2 * tail)
