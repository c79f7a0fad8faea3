"""Weighed evidence to a verdict."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.citation import Stance
from bot.claims.attitude import Attitude
from bot.claims.evidence import Evidence
from bot.claims.verdict_confidence import log_odds, verdict_confidence
from bot.claims.voices import voice
from bot.verdict import Verdict

_COUNTS, _REFUTES, _DENIES = 0.6, 0.7, 0.4
"""The least probability of evidence that counts, of what refutes a claim alone, and of an outright denial.

The judge takes what only speaks of the same thing for a refutation more often than for support. What other bounds give
stands in docs/decisions/0014.
"""
_LEANS = 0.4
"""The least probability of what leans to a side without deciding."""
_TORN = 0.1
"""Where no side is likelier than the other by so much, the judge is torn, and the evidence speaks for neither."""
_SHOWN = 5
"""How many pieces of evidence are shown for each side."""
_WORDS = re.compile(r"\b[a-z]{3}")
"""What a dateline lacks."""
_Shown = tuple[tuple[Stance, Evidence], ...]
_Considered = tuple[tuple[Stance | None, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A verdict and what it rests on.

    Attributes:
        verdict: what the evidence says.
        confidence: how likely that is right, in [0, 1].
        evidence: what decides, for the claim and against it, by stance, the strongest first.
        considered: what does not decide: beside a verdict what leans to a side, else all that comes near to the claim,
            with the side that it leans to, if any.
        according_to: the party that alone says so, or None.
    """

    verdict: Verdict
    confidence: float
    evidence: _Shown = ()
    considered: _Considered = ()
    according_to: str | None = None


def conclude(weighed: Sequence[Evidence]) -> Conclusion:
    """Return what weighed evidence says about a claim."""
    ranked = sorted((one for one in weighed if one.is_near), key=lambda one: -one.strength)
    supporting = [one for one in ranked if _is_for_it(one)]
    refuting = [one for one in ranked if one.refutes >= _least(one) and not _is_for_it(one)]
    counted = _one_sided([*supporting, *refuting])
    for_it = _strength(one for one in counted if _is_for_it(one))
    against_it = _strength(one for one in counted if not _is_for_it(one))
    if not for_it and against_it < _REFUTES and not _denied(counted):
        return Conclusion(*_sure(Verdict.NOT_ENOUGH_EVIDENCE, 1 - _strength(ranked)), considered=_nearest(weighed))
    both = (*_shown(Stance.SUPPORTS, supporting), *_shown(Stance.REFUTES, refuting))
    besides = _leaning(one for one in ranked if one not in supporting and one not in refuting)
    if for_it and against_it:
        return Conclusion(*_sure(Verdict.CONFLICTING, min(for_it, against_it)), both, besides)
    if for_it:
        return Conclusion(
            *_sure(Verdict.SUPPORTED, for_it), both, besides, _party(Stance.SUPPORTS, supporting, besides)
        )
    return Conclusion(*_sure(Verdict.REFUTED, against_it), both, besides, _party(Stance.REFUTES, refuting, besides))


def considering(conclusion: Conclusion, others: Conclusion) -> Conclusion:
    """Return a conclusion that considers the evidence of another besides, which speaks neither way there."""
    own = conclusion.considered[:_SHOWN]
    told = {one.assertion.sentence for _, one in own}
    theirs = _once([one for _, one in (*others.evidence, *others.considered) if one.assertion.sentence not in told])
    return replace(conclusion, considered=(*own, *((None, one) for one in theirs[:_SHOWN])))


def _is_for_it(one: Evidence) -> bool:
    return one.supports >= _COUNTS and one.supports - one.refutes >= _TORN


def _least(one: Evidence) -> float:
    """Return from what probability on something counts against a claim: what denies it was weighed as support."""
    return _DENIES if one.assertion.attitude is Attitude.DENIES else _COUNTS


def _denied(evidence: Iterable[Evidence]) -> bool:
    return any(one.assertion.attitude is Attitude.DENIES for one in evidence)


def _leaning(evidence: Iterable[Evidence]) -> _Considered:
    """Return what leans to a side."""
    sides = [(_side(one), one) for one in evidence]
    return tuple((side, one) for side, one in sides if side)[:_SHOWN]


def _nearest(evidence: Iterable[Evidence]) -> _Considered:
    """Return the sentences that are likeliest both to speak of the claim and to take a side, by the sum of log odds."""
    said = [one for one in evidence if _WORDS.search(one.assertion.sentence.text)]
    ranked = sorted(said, key=lambda one: -one.relevance - log_odds(one.strength))
    return tuple((_side(one), one) for one in _once(ranked))[: 2 * _SHOWN]


def _once(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the first of what somebody says in a sentence, and of what a publication says around no such words."""
    quoted = {one.assertion.sentence for one in evidence if one.assertion.quotation}
    own = [one for one in evidence if one.assertion.quotation or one.assertion.sentence not in quoted]
    first = {(one.assertion.sentence, one.assertion.speaker): one for one in reversed(own)}
    return list(reversed(first.values()))


def _side(one: Evidence) -> Stance | None:
    """Return the side that evidence leans to; what is not near to a claim leans to none."""
    if not one.is_near or one.strength < _LEANS or abs(one.supports - one.refutes) < _TORN:
        return None
    return Stance.SUPPORTS if one.supports > one.refutes else Stance.REFUTES


def _strength(evidence: Iterable[Evidence]) -> float:
    return max((one.strength for one in evidence), default=0.0)


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


def _shown(stance: Stance, evidence: Sequence[Evidence]) -> _Shown:
    return tuple((stance, one) for one in evidence[:_SHOWN])


def _party(side: Stance, decisive: Sequence[Evidence], besides: _Considered) -> str | None:
    """Return the party that alone says something, and to which nobody else leans."""
    return sole_party([*decisive, *(one for leaning, one in besides if leaning is side)])


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
