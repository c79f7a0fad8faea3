"""A quotation placed in an utterance: what differs there, and who says the words."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.quotes.alignment import Alignment, align
from bot.quotes.differences import differences
from bot.quotes.given_words import Given
from bot.quotes.normal_words import span_of
from bot.quotes.quote_check import Difference
from bot.quotes.utterances import Utterance, holding
from index import Document, Kind, Passage, Quotation, Span

_OPENING = tuple("\"'\u201c\u2018\u201e\u00ab")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019]?\s+")


@dataclass(frozen=True)
class Placement:
    """Where an utterance gives the words best."""

    utterance: Utterance
    alignment: Alignment

    @property
    def document(self) -> Document:
        """The document of the utterance."""
        return self.utterance.document

    @cached_property
    def span(self) -> Span:
        """From the first word that was found to the last."""
        return span_of(self.alignment.found[self.alignment.start : max(self.alignment.end, self.alignment.start + 1)])

    @property
    def start(self) -> int:
        """Where the first word stands that was found."""
        return self.span.start

    @property
    def end(self) -> int:
        """The offset just behind the last one."""
        return self.span.end

    @cached_property
    def pieces(self) -> tuple[Passage, ...]:
        """The words that were found, without what the document puts between them."""
        return self.utterance.between(self.start, self.end)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What was done to the words."""
        return differences(self.alignment, self.document.text)

    @cached_property
    def exact(self) -> bool:
        """Whether the words were left as they are, or every change is marked as an editor's."""
        return all(difference.kind.honest for difference in self.differences)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The document's quotations that hold these very words, the narrowest first."""
        return holding(self.utterance.quotations, self.pieces)

    @property
    def quotation(self) -> Quotation | None:
        """The narrowest of them, or None."""
        return self.quotations[0] if self.quotations else None

    @property
    def introduced(self) -> str:
        """What is said, though not quoted, before the words: of "she told of a report that warned of “ruin”"."""
        quotation = self.quotation
        if quotation is None or quotation.kind is not Kind.MIXED or quotation.start >= self.start:
            return ""
        return self.document.text[quotation.start : self.start]

    @property
    def nested_in(self) -> str:
        """What the speaker says in a sentence before words in inner marks: "he said" of "he said: 'Go on'"."""
        quotation = self.quotation
        before = self.document.text[quotation.start : self.start].rstrip() if quotation else ""
        return _SENTENCE_END.split(before)[-1] if before[-1:] in _OPENING else ""


def place(given: Given, utterance: Utterance) -> Placement:
    """Return where an utterance gives the words best."""
    return Placement(utterance, align(given, utterance.words))
