"""What a search finds."""

from dataclasses import dataclass

from index.document import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; a larger score is better, whatever found it."""

    passage: Passage
    score: float
