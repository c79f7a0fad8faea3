"""Claims to be checked against all texts of a set together, and what is in the sources each time.

    alone      the evidence on the claim itself and nothing else: what there is to be found
    present    all evidence of the set
    removed    all but the evidence on the claim itself, and whatever has a sentence of it: not enough evidence is right
    both       all evidence, of which some supports and some refutes the claim: conflicting is right

A text that holds the whole of a claim's evidence is evidence on it as well. A set where no claim has evidence on both
sides still has claims that are refuted: beside their evidence a text is put that says nothing but the claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from bot.verdict import Verdict
from eval.kinds.claims.evidence_texts import akin, holders, named
from eval.kinds.claims.given_rows import Given


class Case(StrEnum):
    """What is in the sources when a claim is checked."""

    ALONE = "alone"
    PRESENT = "present"
    REMOVED = "removed"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with its evidence.

    Attributes:
        claim: what is claimed.
        evidence: the ids of texts, each with the gold verdict that it gives.
        akin: the ids of all texts that have a sentence of it.
    """

    claim: str
    evidence: Mapping[str, Verdict]
    akin: AbstractSet[str] = frozenset()

    def having(self, verdict: Verdict) -> frozenset[str]:
        """Return the texts that give a verdict, those with both sides included."""
        return frozenset(of for of, gold in self.evidence.items() if gold in {verdict, Verdict.CONFLICTING})

    @property
    def gold(self) -> Verdict:
        """What all its evidence together says."""
        said = [one for one in {*self.evidence.values()} if one is not Verdict.NOT_ENOUGH_EVIDENCE]
        if len(said) > 1:
            return Verdict.CONFLICTING
        return said[0] if said else Verdict.NOT_ENOUGH_EVIDENCE


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A claim to check.

    Attributes:
        claimed: the claim, with the texts that it should cite.
        case: what is in the sources.
        gold: the verdict that is right.
        left_out: the ids of texts of the set that are not searched.
        added: the ids of texts that are searched, and are no evidence of the set.
    """

    claimed: Claimed
    case: Case
    gold: Verdict
    left_out: AbstractSet[str] = frozenset()
    added: AbstractSet[str] = frozenset()

    def sources(self, texts: AbstractSet[str]) -> AbstractSet[str]:
        """Return the ids of the texts that are searched, of those of all evidence."""
        found = self.claimed.evidence.keys() if self.case is Case.ALONE else texts - self.left_out
        return found | self.added


def claimed(given: Iterable[Given]) -> list[Claimed]:
    """Return the claims of a set, each once, with all evidence; a side without any evidence is left out."""
    found: dict[str, dict[str, Verdict]] = defaultdict(dict)
    evidence: dict[str, str] = {}
    for one in given:
        if one.evidence.strip():
            found[one.claim][named(one.evidence)] = one.gold
            evidence[named(one.evidence)] = one.evidence
        elif one.gold is Verdict.NOT_ENOUGH_EVIDENCE:
            _ = found[one.claim]
    whole, shared = holders(evidence.values()), akin(evidence.values())
    return [
        Claimed(claim, _held(verdicts, whole), frozenset().union(*(shared[of] for of in verdicts)))
        for claim, verdicts in found.items()
    ]


def _held(verdicts: Mapping[str, Verdict], holders: Mapping[str, AbstractSet[str]]) -> Mapping[str, Verdict]:
    """Return the verdicts of texts, and of those that hold a deciding one whole and have none of their own."""
    held: dict[str, set[Verdict]] = defaultdict(set)
    for of, gold in verdicts.items():
        if gold is not Verdict.NOT_ENOUGH_EVIDENCE:
            for other in holders[of]:
                held[other].add(gold)
    whole = {of: golds.pop() if len(golds) == 1 else Verdict.CONFLICTING for of, golds in held.items()}
    return whole | dict(verdicts)


def open_cases(claims: Iterable[Claimed]) -> Iterator[OpenCase]:
    """Yield every claim in all its cases."""
    for one in claims:
        gold = one.gold
        if one.evidence and gold is not Verdict.CONFLICTING:
            yield OpenCase(one, Case.ALONE, gold)
        yield OpenCase(one, Case.BOTH if gold is Verdict.CONFLICTING else Case.PRESENT, gold)
        if gold is not Verdict.NOT_ENOUGH_EVIDENCE:
            yield OpenCase(one, Case.REMOVED, Verdict.NOT_ENOUGH_EVIDENCE, left_out=one.evidence.keys() | one.akin)
        if gold is Verdict.REFUTED:
            told = Claimed(one.claim, {**one.evidence, named(one.claim): Verdict.SUPPORTED})
            yield OpenCase(told, Case.BOTH, Verdict.CONFLICTING, added={named(one.claim)})


def texts(given: Iterable[Given], added: AbstractSet[str]) -> Iterator[Mapping[str, str]]:
    """Yield all evidence of a set, and the claims that are added to it, each text once."""
    seen: set[str] = set()
    for one in given:
        for text in (one.evidence, one.claim):
            of = named(text)
            wanted = bool(text.strip()) if text is one.evidence else of in added
            if wanted and of not in seen:
                seen.add(of)
                yield {"id": of, "text": text}
