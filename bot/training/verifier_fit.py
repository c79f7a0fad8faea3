"""The fit of the two signals, the network's and the rules', to development sets; and figures by cross-fitting."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.special import logsumexp, softmax  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.training.verifier_rows import Right

    Floats: TypeAlias = NDArray[np.float64]

_STANCES: Final = 3
_FOLDS: Final = 5
_NEVER: Final = -1e9


@dataclass(frozen=True, slots=True)
class Weighed:
    """One row of a development set: figures of a pair, the verdicts that are right, its set and its document.

    `possible` are the verdicts that the set has at all.
    """

    figures: tuple[float, ...]
    right: Right
    source: str
    document: str
    possible: Right = (0, 1, 2)


def fold(document: str) -> int:
    """The part that a document's rows fall into: all rows of a document into one."""
    return zlib.crc32(document.encode()) % _FOLDS


def fit(rows: Sequence[Weighed], strength: float) -> Floats:
    """Coefficients, 3 by figures and a last one for the bias, of a logistic regression over masked verdicts.

    Every set, and every verdict in a set, weighs the same; `strength` draws the coefficients to nothing.
    """
    figures = _with_bias(np.array([row.figures for row in rows]))
    right, possible = _mask([row.right for row in rows]), _mask([row.possible for row in rows])
    weights = _weights(rows)

    def loss(flat: Floats) -> tuple[float, Floats]:
        coefficients = flat.reshape(_STANCES, -1)
        scores = figures @ coefficients.T
        inside, within = np.where(right, scores, _NEVER), np.where(possible, scores, _NEVER)
        likely = logsumexp(inside, axis=1) - logsumexp(within, axis=1)
        slope = ((softmax(within, axis=1) - softmax(inside, axis=1)) * weights[:, None]).T @ figures
        plain = np.concatenate([coefficients[:, :-1], np.zeros((_STANCES, 1))], axis=1)
        value = -float(weights @ likely) + strength * float((plain**2).sum())
        return value, (slope + 2 * strength * plain).ravel()

    start = np.zeros(_STANCES * figures.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(found.x).reshape(_STANCES, -1)


def cross_fitted(rows: Sequence[Weighed], strength: float) -> Floats:
    """The probabilities of each row, from a fit to the rows of other documents."""
    folds = np.array([fold(row.document) for row in rows])
    probabilities = np.zeros((len(rows), _STANCES))
    for number in range(_FOLDS):
        others = [row for row, at in zip(rows, folds, strict=True) if at != number]
        here = folds == number
        figures = np.array([row.figures for row, inside in zip(rows, here, strict=True) if inside])
        probabilities[here] = softmax(_with_bias(figures) @ fit(others, strength).T, axis=1)
    return probabilities


def _with_bias(figures: Floats) -> Floats:
    return np.concatenate([figures, np.ones((len(figures), 1))], axis=1)


def _mask(chosen: Sequence[Right]) -> NDArray[np.bool_]:
    mask = np.zeros((len(chosen), _STANCES), dtype=bool)
    for number, verdicts in enumerate(chosen):
        mask[number, list(verdicts)] = True
    return mask


def _weights(rows: Sequence[Weighed]) -> Floats:
    kinds = [(row.source, row.right) for row in rows]
    sizes = {kind: kinds.count(kind) for kind in set(kinds)}
    spread = {source: len({right for name, right in sizes if name == source}) for source, _ in sizes}
    sources = len(spread)
    return np.array([1.0 / (sizes[kind] * spread[kind[0]] * sources) for kind in kinds])
