"""What somebody denies, as evidence: it speaks against what it denies, and for nothing but the negation of that.

The judge says how far denied words would support or refute a claim. Turned around that says too much: who denies having
been in London was not therefore in Paris, and who denies having asked for money may have asked for help.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.claims.attitude import Attitude
from bot.claims.evidence import Evidence
from bot.claims.party_names import as_claimed
from bot.claims.sides import without_name
from bot.verdict import Verdict
from bot.weighing.comparing import compare
from bot.weighing.judging import Judge
from bot.weighing.roots import share_missing

_LIKELY = 0.5
_LARGELY = 1 / 3
"""The greatest share of a claim's words that may be missing in what answers it."""


class _Denied(NamedTuple):
    """Denied words beside a claim.

    Attributes:
        words: the denied words as a sentence.
        missing: the share of the claim's words that they lack, without the name of who denies.
        added: the share of their words that the claim lacks.
        proven: how likely the claim, if it were so, would prove them.
    """

    words: str
    missing: float
    added: float
    proven: float

    def among(self, odds: float) -> float:
        """Return how likely a claim is denied, of the odds that it follows from what is denied.

        It must say what is denied, too: who denies having been there on Friday may have been there on Monday.
        """
        return odds if not self.missing and not self.added else min(odds, self.proven)


def with_denials(claim: str, weighed: Sequence[Evidence], judge: Judge) -> list[Evidence]:
    """Return weighed evidence in which what is denied speaks the other way, as far as it is what is claimed.

    Against somebody else's word in the same document a denial of less than that counts, too.
    """
    asserted, denials = _apart(weighed)
    return [*asserted, *(_turned(claim, *pair, asserted) for pair in _beside(claim, denials, judge))]


def with_told_denials(claim: str, weighed: Sequence[Evidence], judge: Judge) -> list[Evidence]:
    """Return evidence of who said what, in which a denial refutes a claim only as far as it denies it."""
    asserted, denials = _apart(weighed)
    told = (replace(one, refutes=denied.among(one.refutes)) for one, denied in _beside(claim, denials, judge))
    return [*asserted, *told]


def _apart(weighed: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Return what is asserted, and what is denied."""
    denials = [one for one in weighed if one.assertion.attitude is Attitude.DENIES]
    return [one for one in weighed if one.assertion.attitude is not Attitude.DENIES], denials


def _beside(claim: str, denials: Sequence[Evidence], judge: Judge) -> Iterator[tuple[Evidence, _Denied]]:
    each = [as_claimed(one.assertion.plain.removeprefix(f"{one.assertion.speaker} said: "), claim) for one in denials]
    proofs = judge.weigh_all([(words, claim) for words in each])
    for one, words, proof in zip(denials, each, proofs, strict=True):
        own, of_claim = (without_name(one.assertion.speaker or "", text) for text in (words, claim))
        missing, added = share_missing(of_claim, words), share_missing(own, claim)
        yield one, _Denied(words, missing, added, proof.probabilities[Verdict.SUPPORTED])


def _turned(claim: str, one: Evidence, denied: _Denied, asserted: Sequence[Evidence]) -> Evidence:
    refutes = denied.among(one.supports)
    if any(_is_answered(said, one) for said in asserted):
        answers = one.supports if denied.missing <= _LARGELY else 0.0
        refutes = max(refutes, answers, 0.0 if denied.added else denied.proven)
    is_negation = compare(claim, denied.words).negated and not denied.missing
    return replace(one, supports=one.refutes if is_negation else 0.0, refutes=refutes)


def _is_answered(said: Evidence, denial: Evidence) -> bool:
    """Say whether a denial stands in one document with somebody else's word for the claim."""
    one, other = said.assertion, denial.assertion
    return (
        said.is_near
        and said.supports >= _LIKELY
        and one.document.id == other.document.id
        and one.speaker != other.speaker
    )
