"""What the page needs: somebody who answers and checks, and the sources behind them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from bot.citation import Answer
from bot.claims.check import Check
from bot.claims.text_check import TextCheck
from bot.quotes.quote_check import QuoteCheck
from index import Document, Hit
from index.speaker import Speaker


class Sources(Protocol):
    """The documents that answers come from."""

    def speakers(self) -> Sequence[Speaker]:
        """Return everybody whose words are in the sources, the most quoted first."""

    def document_ids(self) -> Sequence[str]:
        """Return the ids of all documents, newest first."""

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""

    def spoken(self) -> Sequence[tuple[str, date | None, int]]:
        """Return how many quotations each speaker has on each day of publication."""

    def search(self, text: str, limit: int = 10, filters: Mapping[str, Any] | None = None) -> Sequence[Hit]:
        """Return the passages nearest to a text, best first."""


class Checker(Protocol):
    """Whoever answers and checks."""

    @property
    def sources(self) -> Sources:
        """The documents that answers come from."""

    def answer(
        self, question: str, history: Sequence[Answer] = (), *, filters: Mapping[str, Any] | None = None
    ) -> Answer:
        """Answer a question; earlier answers, oldest first, make a follow-up whole, and filters choose documents."""

    def check(self, claim: str) -> Check:
        """Check a claim."""

    def check_quote(self, words: str, speaker: str | None = None) -> QuoteCheck:
        """Check a quotation."""

    def check_text(self, text: str) -> TextCheck:
        """Check the claims and quotations of a text."""

    def pack(self, check: Check, made: date | None = None) -> str:
        """Return a check as an HTML file."""


Checkers = Callable[[str], Checker]
"""From a visitor to whoever answers that visitor now."""
