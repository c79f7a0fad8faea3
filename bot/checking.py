"""The straight line from a claim to a proven check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.check import Check
from bot.citation import Citation, Stance, Statement, number_from_one
from bot.claim import Claim
from bot.claim_splitting import parts
from bot.concluding import Conclusion, conclude, together
from bot.errors import ClaimError
from bot.evidence import Evidence
from bot.evidence_finding import EvidenceFinder
from bot.speakers import matching
from bot.verdict import Verdict
from bot.writing import Writer, narration
from index import Kind
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
        if not any(character.isalnum() for character in claim):
            message = "give a claim in words, for example: North Korea sent 1,000 containers to Russia"
            raise ClaimError(message)
        check = self._whole(" ".join(claim.split()), [self._part(part, filters) for part in parts(claim)])
        for citation in (*check.citations, *check.related):
            self.finder.sources.prove(citation.quote)
        return check

    def _part(self, claim: Claim, filters: Filters) -> Check:
        names = (
            [one.name for one in matching(claim.speaker, self.finder.sources.speakers(filters))]
            if claim.speaker
            else []
        )
        if claim.speaker and not names and claim.in_so_many_words:
            reason = f"Nobody called {claim.speaker} is quoted."
            return Check(claim.text, Verdict.NOT_ENOUGH_EVIDENCE, 1.0, reason=reason)
        if not names:
            return self._check(claim, conclude(self.finder.evidence(claim.asserted, filters)), filters)
        said = self.finder.said(claim, names, filters)
        conclusion = conclude([one.turned for one in said] if claim.denied and claim.in_so_many_words else said)
        # That somebody says so is what was claimed, and the publication tells it.
        return self._check(claim, replace(conclusion, according_to=None), filters)

    def _check(self, claim: Claim, conclusion: Conclusion, filters: Filters) -> Check:
        statements = tuple(self._statement(stance, one) for stance, one in conclusion.evidence)
        near = () if statements else self.finder.nearest(claim.asserted, filters)[: self.finder.settings.related]
        related = [Citation(0, one, None, Kind.NARRATION, sentence=one) for one in near]
        return Check(
            claim.text,
            conclusion.verdict,
            conclusion.confidence,
            statements,
            conclusion.according_to,
            related=number_from_one(related),
        )

    def _statement(self, stance: Stance, evidence: Evidence) -> Statement:
        """Write what a voice says; the numbers come when all parts are put together."""
        said, quotation = evidence.assertion, evidence.assertion.quotation
        if quotation is None:
            return narration(
                Citation(
                    0, said.sentence, None, Kind.NARRATION, sentence=said.sentence, also=evidence.also, stance=stance
                )
            )
        cited = [
            Citation(
                number=0,
                quote=piece,
                speaker=quotation.name,
                kind=quotation.kind,
                certain=quotation.certain,
                cue=quotation.cue,
                role=quotation.role,
                sentence=said.sentence,
                also=evidence.also,
                stance=stance,
            )
            for piece in said.words
        ]
        return self.writer.statement(replace(quotation, words=said.words), cited, introduce=True)

    def _whole(self, claim: str, checks: Sequence[Check]) -> Check:
        """Put the parts together, their quotes numbered through."""
        numbered, number = [], 0
        for check in checks:
            statements = []
            for statement in check.statements:
                quotes = tuple(replace(quote, number=number + at) for at, quote in enumerate(statement.quotes, start=1))
                number += len(quotes)
                statements.append(replace(statement, quotes=quotes))
            numbered.append(replace(check, statements=tuple(statements)))
        if len(numbered) == 1:
            return replace(numbered[0], claim=claim)
        verdict, confidence = together([(one.verdict, one.confidence) for one in numbered])
        parties = {one.according_to for one in numbered}
        return Check(
            claim,
            verdict,
            confidence,
            tuple(statement for one in numbered for statement in one.statements),
            parties.pop() if len(parties) == 1 else None,
            parts=tuple(numbered),
        )
