"""Claims weighed against the evidence that they are given with; and what a verifier must beat."""

import random
from collections.abc import Callable, Mapping, Sequence

from bot.verdict import Verdict
from bot.weighing.comparing import compare
from bot.weighing.focusing import focused
from bot.weighing.judging import STANCES, Weighing, weighing
from eval.attempt import attempt
from eval.claim_measures import counts, folded, forced
from eval.kinds.claims.given_rows import Given
from eval.outcome import Outcome, length_slice
from index.document import text_digest

Weigh = Callable[[str, str], Weighing]
"""From a claim and evidence to a weighing."""

_UNDECIDED = 0.5
"""The share of a claim's words that evidence must have before the baseline calls it supported."""
_TWO_WAYS = (Verdict.SUPPORTED, Verdict.REFUTED)


def weigh(given: Given, weigh_one: Weigh, golds: frozenset[Verdict]) -> Outcome:
    """Weigh a claim; a verifier that raises has failed it.

    Args:
        given: the claim.
        weigh_one: the verifier.
        golds: the verdicts that the set has: what it does not have cannot be right, and is not given.
    """
    found, error, seconds = attempt(lambda: weigh_one(given.claim, given.evidence))
    gold, verdict = settled(given.gold, found, golds)
    cluster = text_digest(given.evidence)[:16]
    return Outcome(
        id=given.id,
        question=given.claim,
        right=gold == verdict,
        scores=dict.fromkeys(("accuracy", f"recall, {gold}"), float(gold == verdict)),
        expected=(gold.value,),
        given=(verdict.value if verdict else "raised",),
        quotes=(given.evidence,),
        labels=(gold.value, verdict.value if verdict else "raised"),
        confidence=found.probabilities.get(verdict) if found and verdict else None,
        error=error,
        seconds=seconds,
        slices={"kind": gold.value, "length": length_slice(given.evidence)},
        counts={
            "labels": (cluster, counts([(gold, verdict)])),
            "two-way": (cluster, counts([(folded(gold), verdict and folded(verdict))])),
        },
        more={"probabilities": {one.value: share for one, share in found.probabilities.items()} if found else None},
    )


def settled(gold: Verdict, found: Weighing | None, golds: frozenset[Verdict]) -> tuple[Verdict, Verdict | None]:
    """Return the gold verdict and the given one, of those that the set has."""
    if found is None:
        return gold, None
    if Verdict.NOT_ENOUGH_EVIDENCE not in golds:
        return gold, forced(found.probabilities, _TWO_WAYS)
    return (gold, found.verdict) if Verdict.REFUTED in golds else (folded(gold), folded(found.verdict))


def baselines(seed: int) -> Mapping[str, Weigh]:
    """Return what a verifier must beat: words, numbers and negation; never deciding; and chance."""

    def chance(claim: str, evidence: str) -> Weighing:
        drawn = random.Random(f"{seed} {claim} {evidence}").choice(STANCES)  # noqa: S311 - no secret
        return weighing([float(one is drawn) for one in STANCES])

    return {"overlap": by_overlap, "silent": lambda *_: weighing((0.0, 0.0, 1.0)), "random": chance}


def by_overlap(claim: str, evidence: str) -> Weighing:
    """Weigh by shared words, and refute where numbers, dates or negation differ."""
    seen = compare(claim, focused(claim, evidence))
    there = 1 - seen.words_missing
    differs = bool(seen.numbers_differ or seen.dates_differ or seen.negated)
    total = there + _UNDECIDED
    shares: Sequence[float] = (0.0, there / total) if differs else (there / total, 0.0)
    return weighing((*shares, _UNDECIDED / total))
