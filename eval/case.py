"""The nouns of an evaluation: a case, the quotes that it expects, and a score."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from eval.errors import CaseError
from index import Document, Span

DocumentLookup = Callable[[str], Document]
"""From a document's id to the document as it is stored; raises OnRecordError where there is none."""


class QuestionKind(StrEnum):
    """What a question asks for."""

    SPEAKER = "speaker"  # what somebody said, or who said it
    FACT = "fact"
    UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class Gold:
    """A quote that a good answer gives, kept twice: as offsets and as text.

    Attributes:
        document: the document's id.
        start: the quote's first offset in the document's text.
        end: the offset just behind the quote.
        text: the quoted characters.
        speaker: whose words they are, as a resolved name ("John Kirby"); None for narration.
        optional: whether an answer may leave the quote out; citing it is right all the same.
    """

    document: str
    start: int
    end: int
    text: str
    speaker: str | None = None
    optional: bool = False

    def __post_init__(self) -> None:
        if not self.document or self.speaker == "":
            message = "a gold quote needs its document's id, and a speaker that is a name or nothing at all"
            raise CaseError(message)
        if not 0 <= self.start < self.end:
            message = f"a gold quote needs 0 <= start < end, not {self.start}, {self.end}"
            raise CaseError(message)
        if len(self.text) != self.end - self.start:
            length = self.end - self.start
            message = (
                f"{self.start} to {self.end} are {length} characters, the text has {len(self.text)}: {self.text!r}"
            )
            raise CaseError(message)

    @property
    def span(self) -> Span:
        """Where the quote stands in its document."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and what a good answer to it gives.

    Attributes:
        id: unique within a set.
        question: as a visitor would type it; it makes sense alone.
        kind: speaker, fact or unanswerable.
        gold: the quotes that answer, in the document's order; empty where nothing does.
        any_suffices: whether any one of the quotes is a whole answer, rather than all of them.
        short_answers: the shortest words that answer; any one of them will do.
        tags: what sort of question it is, for readers of a report.
        left_out: ids of documents that are left out of the sources when this is asked.
    """

    id: str
    question: str
    kind: QuestionKind
    gold: tuple[Gold, ...] = ()
    any_suffices: bool = False
    short_answers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.strip() or not self.question.strip():
            message = "a case needs an id and a question"
            raise CaseError(message)
        if self.answerable and not self.required:
            message = f"a {self.kind} question needs a gold quote that is not optional"
            raise CaseError(message)
        if not self.answerable and (self.gold or self.short_answers or self.any_suffices):
            message = "an unanswerable question has no gold quotes and no short answers"
            raise CaseError(message)
        if any(not answer.strip() for answer in self.short_answers):
            message = "a short answer cannot be empty"
            raise CaseError(message)

    @property
    def answerable(self) -> bool:
        """Whether the sources answer the question."""
        return self.kind is not QuestionKind.UNANSWERABLE

    @property
    def required(self) -> tuple[Gold, ...]:
        """The gold quotes that an answer may not leave out."""
        return tuple(gold for gold in self.gold if not gold.optional)


@dataclass(frozen=True, slots=True)
class Score:
    """What one measure says of one case: a value in [0, 1], or None where it does not apply."""

    measure: str
    value: float | None

    def __post_init__(self) -> None:
        if self.value is not None and not 0 <= self.value <= 1:
            message = f"{self.measure} must lie in [0, 1], not at {self.value}"
            raise ValueError(message)


def check_gold(case: Case, documents: DocumentLookup) -> None:
    """Check that every gold quote of the case stands in its document, at its offsets.

    Raises:
        CaseError: a document's text is something else there.
        OnRecordError: there is no such document.
    """
    for gold in case.gold:
        try:
            check_quote(gold, documents)
        except CaseError as error:
            message = f"case {case.id}: {error}"
            raise CaseError(message) from error


def check_quote(gold: Gold, documents: DocumentLookup) -> None:
    """Check that a gold quote stands in its document, at its offsets; see `check_gold`."""
    found = documents(gold.document).text[gold.start : gold.end]
    if found != gold.text:
        message = f"{gold.document} has {found!r} at {gold.start} to {gold.end}, not {gold.text!r}"
        raise CaseError(message)
