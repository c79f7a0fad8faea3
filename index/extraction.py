"""The seam where attributions are found: who is said to have said what, as written and not yet resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.document import Document, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, and whom a text gives them to, as spans of the text.

    Attributes:
        content: what was said, in one or more pieces, in order.
        source: the speaker as written, or None.
        cue: what marks the words as said, or None.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None


class Extractor(Protocol):
    """Finds attributions."""

    @property
    def digest(self) -> str:
        """What the attributions depend on."""

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attribution]:
        """Return the attributions in a document's body, in order of their first characters."""
