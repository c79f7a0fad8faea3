"""What a verifier learns from: a claim, evidence, and the verdicts that would be right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

Row: TypeAlias = dict[str, Any]
Right: TypeAlias = tuple[int, ...]

SUPPORTED: Final = (0,)
REFUTED: Final = (1,)
NEITHER: Final = (2,)
NOT_SUPPORTED: Final = (1, 2)
"""Which of the two is not known: no matter which the verifier says."""

_RIGHT: Final = {"supported": SUPPORTED, "refuted": REFUTED, "nei": NEITHER}
_MARKS: Final = ("(meta data) TITLE:", "(meta data) PUBLISHED DATETIME:")  # they would tell the set, and so the label

# Family: how many supported, refuted and neither are taken; few rows are taken several times, of many only some.
Taken: TypeAlias = dict[str, tuple[int, int, int]]
TAKEN: Final[Taken] = {
    "fever_dev": (6495, 6465, 0),
    "fever_symmetric": (550, 550, 0),
    "climate_fever": (1500, 1200, 2000),
    "covidfact": (1035, 1035, 0),
    "check_covid": (700, 700, 700),
    "scifact_rte": (500, 500, 0),
    "politihop": (150, 300, 240),
    "summedits": (300, 300, 0),
    "nltk_rte": (1300, 0, 1300),
    "glue_rte": (400, 0, 400),
    "snli": (4500, 4500, 4500),
    "breaking_nli": (600, 900, 47),
    "conjnli": (900, 900, 900),
    "help": (300, 0, 300),
    "med": (500, 0, 500),
    "fnc1": (250, 250, 250),
    "wice": (0, 0, 200),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, evidence, and the numbers of the right verdicts, in the order of `bot.weighing.judging.STANCES`."""

    claim: str
    evidence: str
    right: Right
    source: str


def example_of(row: Row) -> Example:
    """A row of ``claims/train``; where its "nei" may hide a contradiction, both are right."""
    evidence = row["evidence"]
    for mark in _MARKS:
        evidence = evidence.replace(mark, "")
    hides = row["label"] == "nei" and row.get("nei_means_only_not_entailed")
    return Example(
        row["claim"].strip(), evidence.strip(), NOT_SUPPORTED if hides else _RIGHT[row["label"]], family(row["set"])
    )


def family(name: str) -> str:
    """The family of a set: "snli" of "snli.validation"."""
    return name.split(".", maxsplit=1)[0]


def drawn_evenly(examples: Iterable[Example], taken: Taken, chance: random.Random) -> list[Example]:
    """As many of each family and verdict as `taken` tells."""
    piles: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for example in examples:
        piles[example.source, example.right[-1]].append(example)
    found: list[Example] = []
    for (source, right), pile in piles.items():
        found += drawn(pile, taken[source][right], chance)
    return found


def drawn(pile: list[Example], number: int, chance: random.Random) -> list[Example]:
    """So many of the pile: all of them as often as they fit in, and a sample for the rest."""
    whole, rest = divmod(number, max(1, len(pile)))
    return pile * whole + chance.sample(pile, rest)
