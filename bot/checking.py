"""The straight line from a claim to a proven check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.citation import Statement
from bot.claims.check import Check
from bot.claims.claim import Claim
from bot.claims.claim_splitting import parts
from bot.claims.concluding import Conclusion, conclude, considering, together
from bot.claims.evidence_citing import numbered, statement
from bot.claims.evidence_finding import EvidenceFinder, Findings
from bot.claims.sides import is_named
from bot.errors import ClaimError
from bot.questions.speakers import matching
from bot.writing import Writer
from index.filters import Filters


@dataclass(frozen=True)
class Checking:
    """What checking needs: something that finds evidence, something that writes."""

    finder: EvidenceFinder
    writer: Writer

    def check(self, claim: str, filters: Filters) -> Check:
        """Return what the sources say about a claim; every quote is proven against the stored text.

        Raises:
            ClaimError: it holds no words.
            ProofError: a quote is not what the stored source says.
        """
        if not isinstance(claim, str) or not any(character.isalnum() for character in claim):
            message = "give a claim in words, for example: North Korea sent more than 1,000 containers to Russia"
            raise ClaimError(message)
        check = _whole(" ".join(claim.split()), [self._part(part, filters) for part in parts(claim)])
        for citation in check.citations:
            self.finder.sources.prove(citation.quote)
        return check

    def _part(self, claim: Claim, filters: Filters) -> Check:
        names = self._names(claim, filters)
        if claim.in_so_many_words and not names and not claim.is_of_a_text:
            return self._of_a_stranger(claim, claim.speaker or "", filters)
        finder = self.finder
        found = finder.said(claim, names, filters) if names else finder.evidence(claim.asserted, filters)
        conclusion = conclude([one.turned for one in found.evidence] if claim.denied else found.evidence)
        # Where that somebody says so is what is claimed, it is the publication that tells it.
        told = replace(self._beside_others(claim, conclusion, found), according_to=None) if names else conclusion
        return self._check(claim, told)

    def _of_a_stranger(self, claim: Claim, speaker: str, filters: Filters) -> Check:
        """Check a claim about a statement by somebody who goes by no speaker's name."""
        found = self.finder.told(claim, filters)
        named = any(is_named(speaker, one.sentence.text) for one in found.near)
        reason = "" if named else f"nobody called {speaker} is quoted."
        return self._check(claim, self._beside_others(claim, conclude(found.evidence), found), reason)

    def _beside_others(self, claim: Claim, conclusion: Conclusion, found: Findings) -> Conclusion:
        """Consider what others say of the same, where nothing decides what a speaker said."""
        if conclusion.evidence:
            return conclusion
        return considering(conclusion, conclude(self.finder.within(claim.asserted, found.near).evidence))

    def _names(self, claim: Claim, filters: Filters) -> list[str]:
        """Return the names of the speakers that a claim about a statement can mean."""
        speakers = self.finder.sources.speakers(filters) if claim.speaker else []
        return [one.name for one in matching(claim.speaker or "", speakers)] if speakers else []

    def _check(self, claim: Claim, conclusion: Conclusion, reason: str = "") -> Check:
        statements = tuple(statement(stance, one, self.writer) for stance, one in conclusion.evidence)
        considered = tuple(statement(stance, one, self.writer) for stance, one in conclusion.considered)
        return Check(
            claim.text,
            conclusion.verdict,
            conclusion.confidence,
            statements,
            conclusion.according_to,
            considered=considered,
            reason=reason,
        )


def _whole(claim: str, checks: Sequence[Check]) -> Check:
    """Put the checks of a claim's parts together; what several consider is told with the first of them."""
    found = numbered(list(_considering_once(checks)))
    if len(found) == 1:
        return replace(found[0], claim=claim)
    verdict, confidence = together([(one.verdict, one.confidence) for one in found])
    parties = {one.according_to for one in found}
    statements = tuple(statement for one in found for statement in one.statements)
    considered = tuple(statement for one in found for statement in one.considered)
    party = parties.pop() if len(parties) == 1 else None
    return Check(claim, verdict, confidence, statements, party, tuple(found), considered)


def _considering_once(checks: Sequence[Check]) -> Iterator[Check]:
    told = list[Statement]()
    for check in checks:
        new = tuple(one for one in check.considered if one not in told)
        told += new
        yield replace(check, considered=new)
