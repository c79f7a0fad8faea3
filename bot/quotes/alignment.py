"""Given words laid beside the words of a source: which stand for each other, and which have no counterpart.

All given words are placed, in order, at the best stretch of the source (Needleman and Wunsch, 1970, with free ends in
the source and affine gaps after Gotoh, 1982). Leaving out a run of the source's words costs little more than leaving
out one, so that a cut clause stays one gap; where an editor says that words are left out, it costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.quotes.given_words import Given
from bot.quotes.normal_words import Word

_CHANGED, _ADDED, _CUT, _CUT_LONGER, _MARKED = 0.6, 0.7, 0.8, 0.02, 0.001


@dataclass(frozen=True, slots=True)
class Step:
    """Given words from `given` on, and the source's words that stand for them.

    A pair has one of each; a given word without counterpart has an empty `found`, and words of the source that were
    left out have an empty `given`.
    """

    given: range
    found: range
    same: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where given words stand among the words of a source.

    Attributes:
        given: the words that were looked for.
        found: the source's words.
        steps: in the order of both.
        score: the weight of the words that are the same, less what changes and gaps cost.
    """

    given: Given
    found: Sequence[Word]
    steps: tuple[Step, ...]
    score: float

    @property
    def likeness(self) -> float:
        """The score, of that of the same words; 1 where nothing differs, and below 0 where most does."""
        return self.score / self.given.weight

    @property
    def weight(self) -> float:
        """The weight of the given words that the source has."""
        return sum(self.given.words[step.given.start].weight for step in self.steps if step.same)

    @property
    def start(self) -> int:
        """The position of the first of the source's words that stand for given ones."""
        return min((step.found.start for step in self.steps if step.found), default=0)

    @property
    def end(self) -> int:
        """The position behind the last of them."""
        return max((step.found.stop for step in self.steps if step.found), default=0)


def align(given: Given, found: Sequence[Word]) -> Alignment:
    """Return the best alignment of all given words with a stretch of the source's words."""
    same = _same(given, found)
    scores, places = np.zeros(len(found) + 1), np.arange(len(found) + 1)
    back: list[tuple[NDArray[np.bool_], NDArray[np.int64]]] = []
    for row, word in enumerate(given.words):
        paired = np.full(len(found) + 1, -np.inf)
        paired[1:] = scores[:-1] + np.where(same[row], word.weight, -_CHANGED)
        best = np.maximum(paired, scores - _ADDED)
        after_gap, origin = _after_gap(best, places, marked=row + 1 in given.inserted)
        skips = after_gap > best if row + 1 < len(given.words) else np.zeros(len(best), dtype=bool)
        back.append((paired >= scores - _ADDED, np.where(skips, origin, places)))
        scores = np.where(skips, after_gap, best)
    return Alignment(given, found, tuple(_steps(back, int(scores.argmax()), same)), float(scores.max()))


def _after_gap(
    best: NDArray[np.float64], places: NDArray[np.int64], *, marked: bool
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return for each place the best score with a gap before it, and where that gap starts."""
    longer = _MARKED if marked else _CUT_LONGER
    level = best[:-1] + longer * places[:-1]
    highest = np.maximum.accumulate(level)
    reached, origin = np.full(len(best), -np.inf), np.zeros(len(best), dtype=np.int64)
    reached[1:] = highest - longer * places[1:] - (0.0 if marked else _CUT)
    origin[1:] = np.maximum.accumulate(np.where(level >= highest, places[:-1], 0))
    return reached, origin


def _steps(
    back: Sequence[tuple[NDArray[np.bool_], NDArray[np.int64]]], place: int, same: NDArray[np.bool_]
) -> list[Step]:
    steps: list[Step] = []
    for row in reversed(range(len(back))):
        pairs, origins = back[row]
        before = int(origins[place])
        if before < place:
            steps.append(Step(range(row + 1, row + 1), range(before, place)))
        place = before
        is_pair = bool(pairs[place])
        found = range(place - 1, place) if is_pair else range(place, place)
        steps.append(Step(range(row, row + 1), found, is_pair and bool(same[row, place - 1])))
        place = found.start
    return steps[::-1]


def _same(given: Given, found: Sequence[Word]) -> NDArray[np.bool_]:
    """Return for each given word and each word of the source whether they are the same."""
    numbers = {form: number for number, form in enumerate({word.form for word in given.words})}
    wanted = np.array([numbers[word.form] for word in given.words])
    there = np.array([numbers.get(word.form, -1) for word in found])
    same: NDArray[np.bool_] = wanted[:, None] == there[None, :]
    for row, (first, last) in given.partial.items():
        same[row] |= [word.form.startswith(first) and word.form.endswith(last) for word in found]
    return same


def runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Return the steps in runs of those that are the same and those that are not."""
    ends = [at for at, (one, after) in enumerate(pairwise(steps), start=1) if one.same != after.same]
    return [list(steps[first:last]) for first, last in pairwise([0, *ends, len(steps)])]
