"""The nouns of a checked text."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from bot.claims.check import Check
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from bot.verdict import Verdict
from index import Document, Passage


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of a text, and what the sources say about it."""

    sentence: Passage
    check: Check


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """A quotation in a text, from its first word to its last, and whether the sources have it."""

    words: Passage
    check: QuoteCheck


@dataclass(frozen=True, slots=True)
class TextCheck:
    """What the sources say about a text, claim by claim and quotation by quotation.

    Attributes:
        document: the text.
        sentences: those that are worth checking, in order, each with its check.
        quotations: what the text gives as somebody's very words, in order, each with its check.
    """

    document: Document
    sentences: tuple[CheckedSentence, ...]
    quotations: tuple[CheckedQuotation, ...] = ()

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How many sentences have each verdict."""
        return Counter(one.check.verdict for one in self.sentences)

    @property
    def statuses(self) -> Counter[QuoteStatus]:
        """How many quotations have each status."""
        return Counter(one.check.status for one in self.quotations)

    @property
    def found(self) -> bool:
        """Whether the sources say anything to any of it."""
        silent = {Verdict.NOT_ENOUGH_EVIDENCE, QuoteStatus.NOT_FOUND}
        return any(kind not in silent for kind in (*self.verdicts, *self.statuses))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; offsets count code points of the text."""
        return {
            "text": self.document.id,
            "verdicts": {verdict.value: self.verdicts[verdict] for verdict in Verdict},
            "statuses": {status.value: self.statuses[status] for status in QuoteStatus},
            "claims": [
                {"start": one.sentence.start, "end": one.sentence.end, **one.check.to_dict()} for one in self.sentences
            ],
            "quotations": [
                {"start": one.words.start, "end": one.words.end, **one.check.to_dict()} for one in self.quotations
            ],
        }

    def to_markdown(self) -> str:
        """Return a table by verdict, then every claim and quotation with its quotes, as Markdown."""
        from bot.showing.text_check_rendering import text_check_markdown

        return text_check_markdown(self)
