"""What the page needs of a fact checker."""

from collections.abc import Sequence
from typing import Protocol

from bot.citation import Answer


class Speaker(Protocol):
    """Somebody whose words are in the sources."""

    @property
    def name(self) -> str:
        """The resolved name."""

    @property
    def count(self) -> int:
        """How often the sources give this speaker's words."""


class Sources(Protocol):
    """The documents that answers come from."""

    def speakers(self) -> Sequence[Speaker]:
        """Return everybody whose words are in the sources."""


class Checker(Protocol):
    """Whoever answers."""

    @property
    def sources(self) -> Sources:
        """The documents that answers come from."""

    def answer(self, question: str, history: Sequence[Answer] = ()) -> Answer:
        """Answer a question; earlier answers, oldest first, make a follow-up whole."""
