"""What stands around words: the rest of their sentence, and the sentences before and behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.quotes.placement import Placement
from index import Document, Passage, Span
from index.sentences import sentences

_ENDS = ".?!\u2026"


@dataclass(frozen=True)
class Surroundings:
    """The surroundings of words that somebody says.

    Attributes:
        placement: where the words stand.
        told: the sentences of the document, in order; one does not end inside quotation marks.
    """

    placement: Placement
    told: Sequence[Passage]

    @cached_property
    def said(self) -> list[Span]:
        """The speaker's own sentences; one that a cue interrupts ("If it rains," he said, "we stay.") is one.

        A cue that ends the document's sentence ("It rains," he said. "We stay.") ends the speaker's too.
        """
        document, found = self.placement.document, list[Span]()
        if document.turns or document.speaker:
            pieces = self.placement.utterance.pieces
            return [one.span for one in self.told if any(piece.span.overlaps(one.span) for piece in pieces)]
        for piece in self.placement.utterance.pieces:
            own = [piece.narrow(one.start, one.end).span for one in sentences(Document("piece", piece.text))]
            if found and own and self._goes_on(found[-1], piece):
                own[0] = Span(found.pop().start, own[0].end)
            found += own
        return found

    def _goes_on(self, sentence: Span, piece: Passage) -> bool:
        """Say whether a sentence of the speaker goes on in the following piece."""
        ended = any(sentence.end <= one.end <= piece.start for one in self.told)
        return not ended and self.placement.document.text[sentence.end - 1] not in _ENDS

    @cached_property
    def sentence(self) -> Span:
        """The speaker's sentences that the words are part of, from the first one's start to the last one's end."""
        words = Span(self.placement.start, self.placement.end)
        held = [one for one in self.said if one.overlaps(words)]
        return Span(min([words.start, *(one.start for one in held)]), max([words.end, *(one.end for one in held)]))

    @property
    def rest_before(self) -> str:
        """What the speaker says in these sentences before the words."""
        return self._text(self.sentence.start, self.placement.start)

    @property
    def rest_behind(self) -> str:
        """What the speaker says in these sentences behind the words."""
        return self._text(self.placement.end, self.sentence.end)

    @property
    def introduction(self) -> str:
        """What the document itself says in its sentence before the one in which the words stand."""
        first = next((one for one in self.told if one.end > self.sentence.start), None)
        pieces = self.placement.utterance.pieces
        ends = [piece.end for piece in pieces if piece.end <= self.sentence.start]
        opens = any(piece.start <= self.sentence.start <= piece.start + 1 for piece in pieces)
        if first is None or not opens:
            return ""
        start = max(first.start, *ends) if ends else first.start
        return self.placement.document.text[start : self.sentence.start]

    @property
    def before(self) -> Passage | None:
        """The sentence before: the speaker's, else the document's, or None."""
        own = [one for one in self.said if one.end <= self.sentence.start]
        if own:
            return Passage(self.placement.document, own[-1])
        return next((one for one in reversed(self.told) if one.end <= self.sentence.start), None)

    @property
    def behind(self) -> Passage | None:
        """The sentence behind: the speaker's, else the document's, or None."""
        own = [one for one in self.said if one.start >= self.sentence.end]
        if own:
            return Passage(self.placement.document, own[0])
        return next((one for one in self.told if one.start >= self.sentence.end), None)

    def _text(self, start: int, end: int) -> str:
        pieces = self.placement.utterance.between(start, end) if start < end else ()
        return " ".join(piece.text for piece in pieces)
