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
        statements: the evidence: what supports and what refutes, each with its quotes.
        according_to: the party that alone says so, where neither a publication nor anybody else does; else None.
        parts: the checks of its parts, where the claim is compound; their quotes are those of the whole.
        related: the nearest sentences where there is not enough evidence, on the claim or on some part of it; offered,
            never claimed to be evidence.
        reason: what to tell the reader beside the verdict, where there is not enough evidence.
    """

    claim: str
    verdict: Verdict
    confidence: float
    statements: tuple[Statement, ...] = ()
    according_to: str | None = None
    parts: "tuple[Check, ...]" = ()
    related: tuple[Citation, ...] = ()
    reason: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All evidence, by number, each with its stance."""
        return tuple(citation for statement in self.statements for citation in statement.quotes)

    def of_stance(self, stance: Stance) -> tuple[Statement, ...]:
        """Return the statements that speak one way."""
        return tuple(one for one in self.statements if one.quotes[0].stance is stance)

    @property
    def text(self) -> str:
        """The verdict in words, then what supports and what refutes, with numbers that point to the citations."""
        from bot.showing.check_rendering import check_text

        return check_text(self)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        plain: dict[str, Any] = {
            "claim": self.claim,
            "verdict": self.verdict.value,
            "according_to": self.according_to,
            "confidence": self.confidence,
            "text": self.text,
            "citations": [citation.to_dict() for citation in self.citations],
            "parts": [part.to_dict() for part in self.parts],
        }
        if self.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
            plain["related"] = [citation.to_dict() for citation in self.related]
        return plain

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
