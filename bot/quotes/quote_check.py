"""The nouns of a checked quotation: its status, its differences from the source, and the check itself."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.citation import Citation
from index import Passage, Span


class QuoteStatus(StrEnum):
    """What is to be said of a quotation."""

    EXACT = "exact"
    ALTERED = "altered"
    WRONG_SPEAKER = "wrong_speaker"
    NOT_FOUND = "not_found"


class DifferenceKind(StrEnum):
    """In which way given words and the source's differ."""

    DROPPED_NEGATION = "dropped_negation"
    ADDED_NEGATION = "added_negation"
    CHANGED_NUMBER = "changed_number"
    CHANGED_NAME = "changed_name"
    CHANGED_WORD = "changed_word"
    ADDED_WORDS = "added_words"
    DROPPED_WORDS = "dropped_words"
    CUT_CLAUSE = "cut_clause"  # silently: no ellipsis says so
    STITCHED = "stitched"  # the words come from two quotations
    CHANGED_ORDER = "changed_order"  # the source has these words before those that are given before them
    CHANGED_SPEAKER = "changed_speaker"
    ELLIPSIS = "ellipsis"  # what an ellipsis leaves out
    BRACKETS = "brackets"  # what stands where an editor's brackets are

    @property
    def honest(self) -> bool:
        """Whether the quotation itself says that something was changed there."""
        return self in {DifferenceKind.ELLIPSIS, DifferenceKind.BRACKETS}


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where given words and the source's differ.

    Attributes:
        kind: in which way.
        given: the words as they were given; empty where they were left out.
        found: the source's words; empty where it has none.
        source: where the words come from, if they stand in another quotation.
        given_at: where the given words stand in the quotation as it was given, or None.
        found_at: where the source's words stand in the document of the match, or None.
    """

    kind: DifferenceKind
    given: str
    found: str
    source: Citation | None = None
    given_at: Span | None = field(default=None, compare=False)
    found_at: Span | None = field(default=None, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        plain: dict[str, Any] = {"kind": self.kind.value, "given": self.given, "found": self.found}
        return plain | ({"source": self.source.to_dict()} if self.source else {})


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Whether somebody really said what they are quoted with.

    Attributes:
        words: the quotation as it was given.
        speaker: whose words they are claimed to be, or None.
        status: exact, altered, somebody else's, or not there.
        pieces: the quotation in the source, a citation a piece; empty where it is not there.
        differences: where the given words differ, in order; of an exact quotation, what ellipses leave out and what
            brackets stand for.
        nearest: what comes nearest where the quotation is not there, or what the claimed speaker said like it where it
            is somebody else's; or None.
        reason: why it is not found ("reported, not quoted"), or that the source does not tell who said the words, or
            None.
        warnings: what a reader of the quotation should know.
        before: the sentence before the match, or None.
        after: the sentence behind it, or None.
    """

    words: str
    speaker: str | None
    status: QuoteStatus
    pieces: tuple[Citation, ...] = ()
    differences: tuple[Difference, ...] = ()
    nearest: Citation | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    before: Passage | None = None
    after: Passage | None = None

    @property
    def match(self) -> Citation | None:
        """The first piece of the quotation in the source, or None."""
        return self.pieces[0] if self.pieces else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation that the check shows."""
        others = [difference.source for difference in self.differences]
        return (*self.pieces, *(one for one in [*others, self.nearest] if one))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; `pieces` has more than the match where the source interrupts the words."""
        return {
            "words": self.words,
            "speaker": self.speaker,
            "status": self.status.value,
            "match": self.match.to_dict() if self.match else None,
            "pieces": [piece.to_dict() for piece in self.pieces],
            "differences": [difference.to_dict() for difference in self.differences],
            "nearest": self.nearest.to_dict() if self.nearest else None,
            "reason": self.reason,
            "warnings": list(self.warnings),
            "before": self.before.text if self.before else None,
            "after": self.after.text if self.after else None,
        }

    def to_markdown(self) -> str:
        """Return the check as Markdown."""
        from bot.showing.quote_rendering import quote_check_markdown

        return quote_check_markdown(self)
