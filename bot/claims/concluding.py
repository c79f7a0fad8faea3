"""Weighed evidence to a verdict."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from bot.citation import Stance
from bot.claims.attitude import Attitude
from bot.claims.evidence import Evidence
from bot.claims.verdict_confidence import verdict_confidence
from bot.claims.voices import voice
from bot.verdict import Verdict

_SUPPORTS, _REFUTES = 0.4, 0.6
"""The least probability of evidence that counts, for a claim and against it; see docs/decisions/0012 for others.

The judge takes what only speaks of the same thing for a refutation more often than for support.
"""
_TORN = 0.1
"""Where refutation is not less likely than support by so much, the judge is torn, and the evidence does not support."""
_CONTESTED = 0.6
"""The least probability of evidence that makes a conflict, against the other side; an outright denial always does."""
_SHOWN = 5
"""How many pieces of evidence are shown for each side."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A verdict and what it rests on.

    Attributes:
        verdict: what the evidence says.
        confidence: how likely that is right, in [0, 1].
        evidence: what speaks for the claim and against it, by stance, the strongest first.
        according_to: the party that alone says so, or None.
    """

    verdict: Verdict
    confidence: float
    evidence: tuple[tuple[Stance, Evidence], ...] = ()
    according_to: str | None = None


def conclude(weighed: Sequence[Evidence]) -> Conclusion:
    """Return what weighed evidence says about a claim."""
    ranked = sorted(weighed, key=lambda one: -one.strength)
    supporting = [one for one in ranked if _is_for_it(one)]
    refuting = [one for one in ranked if one.refutes >= _least(one) and not _is_for_it(one)]
    counted = _one_sided([*supporting, *refuting])
    if not counted:
        best = max((one.strength for one in weighed), default=0.0)
        return Conclusion(*_sure(Verdict.NOT_ENOUGH_EVIDENCE, 1 - best))
    both = (*_shown(Stance.SUPPORTS, supporting), *_shown(Stance.REFUTES, refuting))
    support = [one for one in counted if _is_for_it(one)]
    refutation = [one for one in counted if not _is_for_it(one)]
    for_it, against_it = _strength(support), _strength(refutation)
    weaker = support if for_it < against_it else refutation
    if support and refutation and (_strength(weaker) >= _CONTESTED or _denied(weaker)):
        return Conclusion(*_sure(Verdict.CONFLICTING, _strength(weaker)), both)
    if for_it >= against_it:
        return Conclusion(*_sure(Verdict.SUPPORTED, for_it), both, sole_party(supporting))
    return Conclusion(*_sure(Verdict.REFUTED, against_it), both, sole_party(refuting))


def _is_for_it(one: Evidence) -> bool:
    return one.supports >= _SUPPORTS and one.supports - one.refutes >= _TORN


def _least(one: Evidence) -> float:
    """Return from what probability on something counts against a claim: what denies it was weighed as support."""
    return _SUPPORTS if one.assertion.attitude is Attitude.DENIES else _REFUTES


def _strength(evidence: Iterable[Evidence]) -> float:
    return max((one.strength for one in evidence), default=0.0)


def _denied(evidence: Iterable[Evidence]) -> bool:
    return any(one.assertion.attitude is Attitude.DENIES for one in evidence)


def _sure(verdict: Verdict, strength: float) -> tuple[Verdict, float]:
    return verdict, verdict_confidence(verdict, strength)


def _one_sided(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return what counts: of what one voice says in one document, only what goes the way of its strongest words.

    One passage seldom speaks against itself: a weaker sign that it does is more likely a mistake of the judge.
    """
    strongest: dict[Hashable, Evidence] = {}
    for one in evidence:
        best = strongest.setdefault(voice(one.assertion), one)
        if one.strength > best.strength:
            strongest[voice(one.assertion)] = one
    sides = {of: _is_for_it(best) for of, best in strongest.items()}
    return [one for one in evidence if _is_for_it(one) is sides[voice(one.assertion)]]


def _shown(stance: Stance, evidence: Sequence[Evidence]) -> tuple[tuple[Stance, Evidence], ...]:
    return tuple((stance, one) for one in evidence[:_SHOWN])


def sole_party(evidence: Sequence[Evidence]) -> str | None:
    """Return the party that alone says something; None where a publication or several parties do."""
    voices = [one.assertion for one in evidence]
    if not voices or any(one.quotation is None for one in voices):
        return None
    names = {one.speaker or "somebody who is not named" for one in voices}
    if len(names) == 1:
        return names.pop()
    shared = frozenset.intersection(*(one.sides for one in voices))
    return " and ".join(sorted(shared)) or None


def together(parts: Sequence[tuple[Verdict, float]]) -> tuple[Verdict, float]:
    """Return the verdict on a compound claim, and its confidence, from those on its parts.

    One refuted part refutes the whole; it is supported only where all parts are.
    """
    for verdict in (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE):
        sure = [confidence for part, confidence in parts if part is verdict]
        if sure:
            return verdict, max(sure)
    return Verdict.SUPPORTED, min(confidence for _, confidence in parts)
