"""The nouns of a checked text."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from bot.check import Check
from bot.verdict import Verdict
from index import Document, Passage


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of a text, and what the sources say about it."""

    sentence: Passage
    check: Check


@dataclass(frozen=True, slots=True)
class TextCheck:
    """What the sources say about a text, claim by claim.

    Attributes:
        document: the text.
        sentences: those that are worth checking, in order, each with its check.
    """

    document: Document
    sentences: tuple[CheckedSentence, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many sentences have each verdict."""
        found = Counter(one.check.verdict for one in self.sentences)
        return {verdict: found[verdict] for verdict in Verdict}

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; offsets count code points of the text."""
        return {
            "text": self.document.id,
            "counts": {verdict.value: count for verdict, count in self.counts.items()},
            "claims": [
                {"start": one.sentence.start, "end": one.sentence.end, **one.check.to_dict()} for one in self.sentences
            ],
        }

    def to_markdown(self) -> str:
        """Return a table by verdict, then every claim with its quotes, as Markdown."""
        from bot.text_check_rendering import text_check_markdown

        return text_check_markdown(self)
