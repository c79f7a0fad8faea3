"""The nouns of a check."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.citation import Citation, Stance, Statement
from bot.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """What the sources say about a claim.

    Attributes:
        claim: as it was given.
        verdict: supported, refuted, conflicting, or not enough evidence.
        confidence: how likely the verdict is right, in [0, 1].
        statements: the evidence that decides: what supports and what refutes, each with its quotes.
        according_to: the party that alone says so, where neither a publication nor anybody else does; else None.
        parts: the checks of its parts, where the claim is compound; their quotes are those of the whole.
        considered: the evidence that does not decide: beside a verdict what leans to a side, else all that comes near.
            Quotes that lean to no side have no stance.
        reason: what to tell the reader beside the verdict, where there is not enough evidence.
    """

    claim: str
    verdict: Verdict
    confidence: float
    statements: tuple[Statement, ...] = ()
    according_to: str | None = None
    parts: "tuple[Check, ...]" = ()
    considered: tuple[Statement, ...] = ()
    reason: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All evidence, by number: what decides, then what was considered besides."""
        return (*self.decisive, *(citation for one in self.considered for citation in one.quotes))

    @property
    def decisive(self) -> tuple[Citation, ...]:
        """The evidence that the verdict, or that on a part, rests on; each quote with its stance."""
        return tuple(citation for statement in self.statements for citation in statement.quotes)

    def of_stance(self, stance: Stance) -> tuple[Statement, ...]:
        """Return the statements that decide one way."""
        return tuple(one for one in self.statements if one.quotes[0].stance is stance)

    def leaning(self, stance: Stance | None) -> tuple[Statement, ...]:
        """Return what was considered and leans one way, or neither."""
        return tuple(one for one in self.considered if one.quotes[0].stance is stance)

    @property
    def text(self) -> str:
        """The verdict in words, then what supports and what refutes, with numbers that point to the citations."""
        from bot.showing.check_rendering import check_text

        return check_text(self)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; `decisive` has the numbers of the citations that a verdict rests on."""
        return {
            "claim": self.claim,
            "verdict": self.verdict.value,
            "according_to": self.according_to,
            "confidence": self.confidence,
            "text": self.text,
            "citations": [{"stance": None, **citation.to_dict()} for citation in self.citations],
            "decisive": [citation.number for citation in self.decisive],
            "parts": [part.to_dict() for part in self.parts],
        }

    def to_markdown(self) -> str:
        """Return the check and its citations as Markdown."""
        from bot.showing.check_rendering import check_markdown

        return check_markdown(self)

    def to_claim_review(self, *, url: str | None = None, published: date | None = None) -> dict[str, Any]:
        """Return the check as schema.org's ClaimReview, for JSON-LD; see `bot.showing.claim_review`.

        Args:
            url: the address of the page on which it is published; those who read ClaimReview want one.
            published: the day.
        """
        from bot.showing.claim_review import claim_review

        return claim_review(self, url=url, published=published)
