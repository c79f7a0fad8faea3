"""Pairs made from pairs by a small change whose effect is known: a number, a name, a word, a negation."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.training.reader_twists import HELPERS, moved, names, opposed
from bot.training.verifier_rows import NOT_SUPPORTED, REFUTED, SUPPORTED, Example

if TYPE_CHECKING:
    import random

_NUMBERS: Final = re.compile(r"(?<![\w-])\d[\d,.]*\b")
_ALIKE: Final = re.compile(r"\b(?:and|or|with|between|alongside|both|co-\w+)\b|,|&", re.IGNORECASE)
_NO_NAMES: Final = frozenset({"An", "He", "His", "Her", "In", "It", "Its", "She", "The", "There", "They", "This"})
_NOT: Final = re.compile(r"(?: not|n't)\b| never\b")


def twisted(example: Example, strangers: list[str], chance: random.Random) -> Example | None:
    """The supported pair with one change and the verdict that follows, or None where there is nothing to change."""
    ways = [_number(example, chance), _name(example, strangers, chance), _opposite(example, chance)]
    possible = [found for found in ways if found is not None]
    return chance.choice(possible) if possible else None


def crossed(example: Example, chance: random.Random) -> Example | None:
    """The supported pair with two names of its claim in each other's place, or None where that may change nothing.

    Names that "and", "or" or "with" joins are left: what is said of them often holds both ways.
    """
    mine = [name for name in names(f"- {example.claim}") if name in example.evidence and name not in _NO_NAMES]
    twos = itertools.combinations(dict.fromkeys(mine), 2)
    pairs = [(one, other) for one, other in twos if _apart(example.claim, one, other)]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    claim, evidence = _exchanged(example.claim, one, other), _exchanged(example.evidence, one, other)
    side = chance.random()
    if side < 0.5:
        return replace(example, claim=claim, right=NOT_SUPPORTED, source="crossed")
    if side < 0.65:
        return replace(example, evidence=evidence, right=NOT_SUPPORTED, source="crossed")
    return replace(example, claim=claim, evidence=evidence, source="crossed")


def turned(example: Example) -> Example | None:
    """The pair with "not" put into its claim, or taken out of it: what was supported is refuted, and the other way."""
    claim = example.claim
    if (found := _NOT.search(claim)) is not None:
        bent = claim[: found.start()] + claim[found.end() :]
    elif (verb := HELPERS.search(claim)) is not None and verb.start() > 0:
        bent = f"{claim[: verb.end()]} not{claim[verb.end() :]}"
    else:
        return None
    right = REFUTED if example.right == SUPPORTED else SUPPORTED
    return replace(example, claim=bent, right=right, source="turned")


def _number(example: Example, chance: random.Random) -> Example | None:
    shared = sorted(set(_NUMBERS.findall(example.claim)) & set(_NUMBERS.findall(example.evidence)))
    if not shared:
        return None
    number = chance.choice(shared)
    near = [other for other in _NUMBERS.findall(example.evidence) if other != number and len(other) == len(number)]
    other = chance.choice(near) if near and chance.random() < 0.5 else moved(number, chance)
    return None if other == number else _swapped(example, number, other, REFUTED, chance)


def _name(example: Example, strangers: list[str], chance: random.Random) -> Example | None:
    mine = [name for name in names(example.claim) if name in example.evidence]
    if not mine:
        return None
    name = chance.choice(mine)
    near = [one for one in names(example.evidence) if one not in example.claim and name not in one]
    other = chance.choice(near) if near and chance.random() < 0.7 else chance.choice(strangers)
    if other in example.claim:
        return None
    return _swapped(example, name, other, NOT_SUPPORTED, chance)


def _swapped(example: Example, old: str, new: str, right: tuple[int, ...], chance: random.Random) -> Example:
    """One side changed, or now and then both, which changes nothing: so the change by itself tells nothing."""
    claim, evidence = _replaced(example.claim, old, new), _replaced(example.evidence, old, new)
    side = chance.random()
    if side < 0.5:
        return replace(example, claim=claim, right=right, source="swapped")
    if side < 0.8:
        return replace(example, evidence=evidence, right=right, source="swapped")
    return replace(example, claim=claim, evidence=evidence, source="swapped")


def _apart(claim: str, one: str, other: str) -> bool:
    """Whether both stand in the claim on their own, and no word between them makes them alike."""
    start, end = claim.find(one), claim.find(other)
    return start >= 0 and start + len(one) < end and not _ALIKE.search(claim[start + len(one) : end])


def _exchanged(text: str, one: str, other: str) -> str:
    either = rf"(?<!\w)(?:{re.escape(one)}|{re.escape(other)})(?!\w)"
    return re.sub(either, lambda found: other if found.group() == one else one, text)


def _replaced(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def _opposite(example: Example, chance: random.Random) -> Example | None:
    bent = opposed(example.claim, "", [], chance)
    return None if bent is None else replace(example, claim=bent, right=REFUTED, source="opposed")
