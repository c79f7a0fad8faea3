"""Everything that a verifier learns from, mixed: balanced sets, answered questions, bent pairs, other evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from bot.training.reader_paragraphs import Neighbours
from bot.training.reader_rows import rows
from bot.training.reader_twists import names
from bot.training.verifier_answers import answers
from bot.training.verifier_asked import claims
from bot.training.verifier_rows import (
    NEITHER,
    REFUTED,
    SUPPORTED,
    TAKEN,
    Example,
    drawn,
    drawn_evenly,
    example_of,
)
from bot.training.verifier_twists import crossed, turned, twisted
from bot.weighing.focusing import content

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language  # noqa: TID251 - types of what the caller hands in

    from bot.training.verifier_answers import Read

FACTUAL: Final = ("fever_dev", "fever_symmetric", "climate_fever", "covidfact", "check_covid", "scifact_rte")
_TURNING: Final = ("fever_dev", "fever_symmetric", "check_covid", "scifact_rte")
_MOST_WORDS: Final = 120

# How many of each kind of made pairs are taken.
MADE: Final = {
    "twisted": 8000,
    "turned": 1500,
    "strange": 8000,
    "among": 1500,
    "joined": 2000,
    "crossed": 4500,
    "retrieved": 8000,
    "unrelated": 2000,
    "asked": 6000,
    "misanswered": 5000,
    "answered": 4000,
    "misread": 4000,
}


class Mixture:
    """The parts, from which rounds of examples are drawn."""

    def __init__(self, data: Path, language: Language, read: Read, chance: random.Random) -> None:
        """Read the sets, make claims of questions, and rank the texts that stand in for strange evidence."""
        self._answers = list(answers(data, read, chance))
        self._examples = [example_of(row) for row in rows(data / "claims" / "train.jsonl.gz")]
        self._chance = chance
        self._asked = list(claims(rows(data / "qa" / "train.jsonl.gz"), language, chance))
        told = [example for example in self._asked if example.right == SUPPORTED]
        factual = [example for example in self._examples if example.source in FACTUAL] + told
        self._factual = [example for example in factual if len(example.evidence.split()) <= _MOST_WORDS]
        self._strangers = sorted({name for example in factual for name in names(example.claim)})
        self._of_claim = {example.claim: example for example in self._factual}
        self._like_claims = Neighbours([example.claim for example in self._factual])
        self._like_evidence = Neighbours([example.evidence for example in self._factual])

    def rounds(self) -> Iterator[list[Example]]:
        """Rounds of what is learned, each drawn anew."""
        while True:
            found = drawn_evenly(self._examples, TAKEN, self._chance)
            for source, pile in self._made().items():
                found += drawn(pile, min(len(pile), MADE[source]), self._chance)
            yield found

    def _made(self) -> dict[str, list[Example]]:
        chance = self._chance
        supported = [example for example in self._factual if example.right == SUPPORTED]
        certain = [example for example in self._factual if example.source in _TURNING and example.right != NEITHER]
        made: dict[str, Iterator[Example | None]] = {
            "asked": (one for one in self._asked if one.right == SUPPORTED),
            "misanswered": (one for one in self._asked if one.right != SUPPORTED),
            "answered": (one for one in self._answers if one.right == SUPPORTED),
            "misread": (one for one in self._answers if one.right != SUPPORTED),
            "retrieved": (self._retrieved(example) for example in self._factual),
            "unrelated": (self._unrelated(example) for example in self._factual),
            "twisted": (twisted(example, self._strangers, chance) for example in supported),
            "turned": (turned(example) for example in certain),
            "crossed": (crossed(example, chance) for example in supported),
            "strange": (self._strange(example) for example in self._factual),
            "among": (self._among(example) for example in self._factual),
            "joined": (self._joined(example) for example in self._factual),
        }
        return {source: [one for one in found if one is not None] for source, found in made.items()}

    def _strange(self, example: Example) -> Example | None:
        """The claim with evidence about the like that does not tell."""
        claimed = content(example.claim)
        for text in self._like_evidence.of(example.evidence, self._chance):
            if 0.2 < len(claimed & content(text)) / max(1, len(claimed)) < 0.7:
                return Example(example.claim, text, NEITHER, "strange")
        return None

    def _retrieved(self, example: Example) -> Example | None:
        """The claim with the evidence on a claim about the like."""
        claimed, own = content(example.claim), content(example.evidence)
        for claim in self._like_claims.of(example.claim, self._chance):
            text = self._of_claim[claim].evidence
            told = content(text)
            if len(claimed & told) < 0.7 * len(claimed) and len(told & own) < 0.7 * len(told):
                return Example(example.claim, text, NEITHER, "retrieved")
        return None

    def _unrelated(self, example: Example) -> Example | None:
        """The claim with evidence on another, that has nothing of it."""
        text = self._chance.choice(self._factual).evidence
        return None if content(example.claim) & content(text) else Example(example.claim, text, NEITHER, "unrelated")

    def _among(self, example: Example) -> Example:
        """The evidence at a random place among other evidence about the like."""
        others = self._like_evidence.of(example.evidence, self._chance)[: self._chance.randint(1, 4)]
        others.insert(self._chance.randint(0, len(others)), example.evidence)
        return replace(example, evidence=" ".join(others), source="among")

    def _joined(self, example: Example) -> Example | None:
        """Two claims in one sentence: with the evidence for both, or with that for one of them only."""
        other = self._another(example)
        if other is None or example.right == NEITHER:
            return None
        both = [example, other] if self._chance.random() < 0.5 else [other, example]
        claim = f"{both[0].claim.rstrip('. ')}, and {both[1].claim}"
        if self._chance.random() < 0.5:
            evidence = " ".join(dict.fromkeys(one.evidence for one in both))
            return Example(claim, evidence, example.right, "joined")
        alone = REFUTED if example.right == REFUTED else NEITHER
        return Example(claim, example.evidence, alone, "joined")

    def _another(self, example: Example) -> Example | None:
        """A supported claim about the like, with evidence of its own."""
        near = (self._of_claim[text] for text in self._like_claims.of(example.claim, self._chance))
        return next((one for one in near if one.right == SUPPORTED and one.evidence != example.evidence), None)


def kinds(examples: list[Example]) -> dict[str, Any]:
    """How many examples of each source and verdict there are."""
    counts: dict[str, Any] = {}
    for example in examples:
        counts.setdefault(example.source, [0, 0, 0, 0])[example.right[0] + 2 * (len(example.right) > 1)] += 1
    return counts
