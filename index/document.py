"""The nouns: pointers into texts that are never altered.

Offsets count Unicode code points of `Document.text`, which is the source exactly as it was read. `Passage.narrow` is
the only place where offsets are computed from other offsets.
"""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from index.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of characters, `0 <= start < end`.

    >>> Span(3, 5).overlaps(Span(4, 9))
    True
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, not {self.start}, {self.end}"
            raise SpanError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch in a transcript: who, as written, and the span of the words."""

    speaker: str
    words: Span


@dataclass(frozen=True, slots=True)
class Place:
    """What a stretch of a text is called where it comes from: a page, a time."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, exactly as it was read, and what is known about it.

    Attributes:
        id: its path below the folder that was given, its `id` for a JSONL line, or its URL.
        text: the source, character for character.
        title: what a reader would call it; never guessed from the text.
        source: a link to the original, where one is known.
        published: the day of publication, where it is known.
        publisher: who published it, where it is known.
        tags: what it was filed under.
        speaker: whose words the whole text is, where it is one person's.
        turns: who speaks when, where the text is a transcript; in order.
        places: pages or times, in order, where the source has them.
        body: the part that is searched and quoted (all of it, unless the format carries a trailer).
        digest: SHA-256 of the text's UTF-8, recorded when the document was first read.
        source_digest: SHA-256 of the bytes that the text was read from, where they are known.
    """

    id: str
    text: str = field(repr=False)
    title: str = ""
    source: str | None = None
    published: date | None = None
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    speaker: str | None = None
    turns: tuple[Turn, ...] = field(default=(), repr=False)
    places: tuple[Place, ...] = field(default=(), repr=False)
    body: Span = field(default=None, repr=False)  # type: ignore[assignment]  # filled in below
    digest: str = field(default="", repr=False)
    source_digest: str | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.id:
            message = "a document needs an id"
            raise SpanError(message)
        if not self.text:
            message = f"{self.id} is empty: there is nothing to quote in it"
            raise SpanError(message)
        if self.body is None:
            object.__setattr__(self, "body", Span(0, len(self.text)))
        if self.body.end > len(self.text):
            message = f"the body of {self.id} ends at {self.body.end}, beyond its {len(self.text)} characters"
            raise SpanError(message)
        object.__setattr__(self, "title", self.title or self.publisher or self.id)
        object.__setattr__(self, "digest", self.digest or text_digest(self.text))

    def place(self, offset: int) -> str | None:
        """Return what the place of a character is called in the source ("page 3", "00:12:03"), or None."""
        after = bisect_right(self.places, offset, key=lambda place: place.span.start)
        return self.places[after - 1].name if after else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: a pointer, never a copy."""

    document: Document
    span: Span

    def __post_init__(self) -> None:
        if self.span.end > len(self.document.text):
            message = (
                f"{self.document.id} has {len(self.document.text)} characters; a passage cannot end at {self.span.end}"
            )
            raise SpanError(message)

    @property
    def start(self) -> int:
        """The first character's offset in the document."""
        return self.span.start

    @property
    def end(self) -> int:
        """The offset just behind the last character."""
        return self.span.end

    @property
    def text(self) -> str:
        """The document's own characters."""
        return self.document.text[self.span.start : self.span.end]

    def narrow(self, start: int, end: int) -> "Passage":
        """Return the part from `start` to `end`, counted from the passage's first character.

        >>> Passage(Document("a", "one two three"), Span(4, 13)).narrow(0, 3).text
        'two'

        Raises:
            SpanError: the part would reach outside the passage.
        """
        if not 0 <= start < end <= len(self.span):
            message = f"characters {start} to {end} do not lie inside a passage of {len(self.span)}"
            raise SpanError(message)
        return Passage(self.document, Span(self.span.start + start, self.span.start + end))


class Kind(StrEnum):
    """How a document gives somebody's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATION = "narration"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words, and who said them.

    Attributes:
        words: what was said, in one or more pieces ("X," she said, "Y" has two); outer marks and the cue left out.
        speaker: the speaker as written ("he"), or None.
        cue: what marks the words as said ("further said"), or None.
        name: the resolved name ("John Kirby"), or None where it is not known.
        kind: direct (all of it stands in quotation marks), mixed (a part does) or indirect (none does).
        role: what the document calls the speaker beside the name ("White House spokesman"), or None.
        certain: whether the name was resolved beyond reasonable doubt.
    """

    words: tuple[Passage, ...]
    speaker: Passage | None
    cue: Passage | None
    name: str | None
    kind: Kind
    role: str | None = None
    certain: bool = True

    def __post_init__(self) -> None:
        if not self.words:
            message = "a quotation needs words"
            raise SpanError(message)

    @property
    def direct(self) -> bool:
        """Whether all the words stand in quotation marks."""
        return self.kind is Kind.DIRECT

    @property
    def document(self) -> Document:
        """The document that gives the words."""
        return self.words[0].document

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.words[-1].end
