"""Words of several utterances that are given as one quotation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.quotes.given_words import Given
from bot.quotes.placement import Placement, place
from bot.quotes.utterances import Utterance

if TYPE_CHECKING:
    from bot.quotes.normal_words import Word

_RUN = 3
"""How many words in a row make it likely that they come from an utterance."""
_TELLING = 2.0
"""What they must weigh for that."""


@dataclass(frozen=True, slots=True)
class Stitched:
    """Given words in runs, each of which an utterance has in a row.

    Attributes:
        parts: where the runs stand, in the order of the given words.
        rest: the words that no run holds.
    """

    parts: tuple[Placement, ...]
    rest: Given

    @property
    def is_of_several(self) -> bool:
        """Whether the runs come from more than one utterance."""
        return len({(part.document.id, part.utterance.start) for part in self.parts}) > 1

    @property
    def is_reordered(self) -> bool:
        """Whether a run stands before the one that was given before it, in the same utterance."""
        pairs = pairwise(self.parts)
        return any(one.utterance is other.utterance and other.start < one.start for one, other in pairs)


def stitched(given: Given, utterances: Sequence[Utterance]) -> Stitched:
    """Return the longest runs of given words that utterances have in a row, taken from the first word on.

    A run that several utterances have goes to the one that has the run before it, else to the first.
    """
    texts = [f" {' '.join(word.form for word in one.words if not word.editorial)} " for one in utterances]
    parts: list[Placement] = []
    rest: list[Word] = []
    at = 0
    while at < len(given.words):
        length, holders = _longest_run(given, at, texts)
        run = given.words[at : at + max(1, length)]
        at += len(run)
        if length < _RUN or sum(word.weight for word in run) < _TELLING:
            rest += run
            continue
        before = parts[-1].utterance if parts else None
        holder = next((utterances[one] for one in holders if utterances[one] is before), utterances[holders[0]])
        parts.append(place(Given(given.text, run), holder))
    return Stitched(tuple(parts), Given(given.text, tuple(rest)))


def _longest_run(given: Given, at: int, texts: Sequence[str]) -> tuple[int, Sequence[int]]:
    """Return how many words from a position on stand in a row somewhere, and in which texts."""
    holders: Sequence[int] = range(len(texts))
    for length in range(1, len(given.words) - at + 1):
        run = f" {' '.join(word.form for word in given.words[at : at + length])} "
        holding = [one for one in holders if run in texts[one]]
        if not holding:
            return length - 1, holders
        holders = holding
    return len(given.words) - at, holders
