"""What is claimed: that something is so, or that somebody said so."""

import re
from dataclasses import dataclass

_TEXT = re.compile(
    r"(?:(?:an?|the|this|that|these|those|some|several|recent|new|all)\s+)*"
    r"(?:articles?|briefings?|documents?|news|newspapers?|pages?|papers?|publications?|reports?|(?:web)?sites?|sources?|"
    r"stor(?:y|ies)|stud(?:y|ies)|texts?|transcripts?)",
    re.IGNORECASE,
)
"""Texts without a name; whose a named one is ("a UN report") is part of the claim."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that has no parts.

    Attributes:
        text: the claim as a sentence.
        asserted: what is claimed to be so; for a claim about a statement, what is claimed to have been said.
        speaker: who is claimed to have said it, as the claim has it; None for a claim that something is so.
        denied: whether the speaker is claimed to have denied it.
    """

    text: str
    asserted: str
    speaker: str | None = None
    denied: bool = False

    @property
    def in_so_many_words(self) -> bool:
        """Whether the claim says what was said ("Lee said that …") and not only that it was ("Lee praised it")."""
        return self.speaker is not None and self.asserted != self.text

    @property
    def is_of_a_text(self) -> bool:
        """Whether it is about what a text says, and no person or party: "The report says that …"."""
        return self.speaker is not None and bool(_TEXT.fullmatch(self.speaker))
