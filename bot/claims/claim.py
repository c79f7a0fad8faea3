"""What is claimed: that something is so, or that somebody said so."""

import re
from dataclasses import dataclass

_NAMELESS = (
    r"(?:(?:an?|the|this|that|these|those|all|some|several|many|most|one|two|three|four|five|six|seven|eight|nine|ten|\d+"
    r"|other|another|multiple|opinion|recent|new|latest|early|earlier|first|initial|preliminary|previous|available"
    r"|current|existing|emerging|growing|small|large|further|published|clinical|medical|scientific|observational|randomi[sz]ed)\s+)*"
)
_TEXT = re.compile(
    rf"{_NAMELESS}(?:articles?|briefings?|documents?|news|newspapers?|pages?|papers?|publications?|reports?|sources?"
    r"|(?:web)?sites?|stor(?:y|ies)|texts?|transcripts?|figures|findings?|numbers|results?|statistics)"
    rf"|{_NAMELESS}(?:(?:meta-)?analys[ie]s|data|evidence|experiments?|measurements?|models?|observations?|polls?|research"
    r"|reviews?|stud(?:y|ies)|surveys?|tests?|trials?)(?:\s+(?:of|in|on|into)\s+(?!.*\b(?:by\b|(?-i:[A-Z][a-z]))).+)?",
    re.IGNORECASE,
)
"""Texts and research without a name; whose named ones are ("a UN report") is part of the claim."""


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
        """Whether it is about what texts or research say, and no person or party: "The report says that …"."""
        return self.speaker is not None and bool(_TEXT.fullmatch(self.speaker))
