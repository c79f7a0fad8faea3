"""What a search finds."""

from dataclasses import dataclass
from typing import Any

from index.document import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; a larger score is better, whatever found it."""

    passage: Passage
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON: the score, the document's id, the place in its text, and the text there."""
        one = self.passage
        return {"score": self.score, "document": one.document.id, "start": one.start, "end": one.end, "text": one.text}
