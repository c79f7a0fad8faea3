"""The nouns of an answer: citations, statements, answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.errors import UncitedError
from index import Document, Kind, Passage


class Stance(StrEnum):
    """Which way a piece of evidence speaks."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote with its number, its place and its speaker.

    Attributes:
        number: counts from 1 within an answer.
        quote: the said words, or a sentence of narration; outer marks and the cue are left out.
        speaker: the resolved name, never a pronoun; None for narration and for speakers that are not known.
        kind: direct, mixed, indirect or narration.
        certain: whether the speaker was resolved beyond reasonable doubt.
        cue: what marks the words as said, as written, or None.
        role: what the document calls the speaker beside the name, or None.
        sentence: the whole sentence (or sentences) around the quote.
        short: the short answer inside the quote, where there is one.
        also: other documents that give the very same words, as documents' ids.
        stance: which way the quote speaks where it is evidence on a claim, else None.
        confidence: how likely the quote answers, or speaks the way of its stance, in [0, 1]; None where it was found
            by its speaker, and not weighed.
    """

    number: int
    quote: Passage
    speaker: str | None
    kind: Kind
    certain: bool = True
    cue: Passage | None = None
    role: str | None = None
    sentence: Passage | None = None
    short: Passage | None = None
    also: tuple[str, ...] = ()
    stance: Stance | None = None
    confidence: float | None = None

    @property
    def text(self) -> str:
        """The quoted characters."""
        return self.quote.text

    @property
    def document(self) -> Document:
        """The document that the quote points into."""
        return self.quote.document

    @property
    def start(self) -> int:
        """The quote's first offset in the document's text."""
        return self.quote.start

    @property
    def end(self) -> int:
        """The offset just behind the quote."""
        return self.quote.end

    @property
    def context(self) -> str:
        """The whole sentence that the quote stands in."""
        return (self.sentence or self.quote).text

    @property
    def before(self) -> str:
        """The sentence before a narrated one that points back to it ("he", "this"); else nothing."""
        start = self.sentence.start if self.sentence and self.kind is Kind.NARRATION else self.start
        return self.document.text[start : self.start].strip()

    @property
    def place(self) -> str | None:
        """The page or the time of the quote, where the source has them."""
        return self.document.place(self.start)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; `document` is the document's id."""
        stance = {"stance": self.stance.value} if self.stance else {}
        return {
            "number": self.number,
            **stance,
            "text": self.text,
            "context": self.context,
            "document": self.document.id,
            "title": self.document.title,
            "source": self.document.source,
            "start": self.start,
            "end": self.end,
            "speaker": self.speaker,
            "role": self.role,
            "kind": self.kind.value,
            "certain": self.certain,
            "cue": self.cue.text if self.cue else None,
            "place": self.place,
            "also": list(self.also),
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an answer, and the quotes that it rests on.

    Attributes:
        text: the sentence.
        quotes: what it rests on; at least one.
        heading: what it stands under where an answer has parts: a speaker, or a document with its day.
    """

    text: str
    quotes: tuple[Citation, ...]
    heading: str | None = None

    def __post_init__(self) -> None:
        if not self.quotes:
            message = f"nothing uncited can be said: {self.text!r} has no quote"
            raise UncitedError(message)

    def numbered(self, mark: Callable[[int], str] = "[{}]".format) -> str:
        """Return the text with the numbers of its quotes behind it."""
        return f"{self.text} {''.join(mark(citation.number) for citation in self.quotes)}"


SILENCE = "The sources do not say."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources say to a question, or that they do not say.

    Attributes:
        question: as it was asked.
        statements: the answer; empty where the sources do not say.
        short: the shortest words that answer, as the source has them, or None.
        confidence: how likely the answer is right, in [0, 1], or None where that is not known.
        related: the nearest passages where the sources do not say; offered, never claimed to answer.
        more: how many further quotations there are that were not shown; asking "what else?" gives them.
        reason: what to tell the reader where there is no answer ("Nobody called Putin is quoted…").
        searched: which documents were searched, where there is no answer ("5 documents, dated …").
    """

    question: str
    statements: tuple[Statement, ...] = ()
    short: str | None = None
    confidence: float | None = None
    related: tuple[Citation, ...] = ()
    reason: str = SILENCE
    more: int = 0
    searched: str = ""

    @property
    def answered(self) -> bool:
        """Whether the sources say anything to the question."""
        return bool(self.statements)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All quotes of the answer, by number."""
        return tuple(citation for statement in self.statements for citation in statement.quotes)

    @property
    def lead(self) -> Statement | None:
        """The short answer as a statement of its own, where no quote holds it: "Yes", a name, a day."""
        if not self.short or not self.answered or any(one.short for one in self.citations):
            return None
        return Statement(self.short if self.short.endswith(".") else f"{self.short}.", self.citations)

    @property
    def text(self) -> str:
        """The answer as a person would write it, a statement a line, with numbers that point to the citations."""
        said = (*([self.lead] if self.lead else []), *self.statements)
        if said:
            return "\n".join(statement.numbered() for statement in said)
        return f"{self.reason} (searched: {self.searched})" if self.searched else self.reason

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        plain: dict[str, Any] = {
            "question": self.question,
            "answered": self.answered,
            "text": self.text,
            "short": self.short,
            "confidence": self.confidence,
            "citations": [citation.to_dict() for citation in self.citations],
            "more": self.more,
        }
        if not self.answered:
            plain["related"] = [citation.to_dict() for citation in self.related]
            plain["searched"] = self.searched
        return plain

    def to_markdown(self) -> str:
        """Return the answer and its citations as Markdown."""
        from bot.showing.rendering import answer_markdown

        return answer_markdown(self)


def number_from_one(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the citations numbered in their order, from 1."""
    from dataclasses import replace

    return tuple(replace(citation, number=number) for number, citation in enumerate(citations, start=1))
