"""Claim and evidence compared by rule: numbers, dates, names, negation, opposites, and how much of the claim is there.

Small networks miss these; the figures stand beside the network's own in `bot.judging`.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from bot.weighing.dates import Mention, mentions
from bot.weighing.focusing import content
from bot.weighing.opposites import OPPOSITES, excluded
from bot.weighing.quantities import quantities
from bot.weighing.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|lacks?|lacked|fail(?:s|ed)?|den(?:y|ies|ied)"
    r"|refus(?:e|es|ed)|false|fake|hoax|untrue|unlikely|debunked|un(?:able|proven|founded))\b|n['’]t\b",  # noqa: RUF001
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w'-]+")
_WORD: Final = re.compile(r"\w+")
_RAW_NUMBER: Final = re.compile(r"(?<![\w-])\d[\d,.]*\b")

Thing = TypeVar("Thing", Quantity, Mention)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison by rule finds; shares are between 0 and 1.

    Attributes:
        numbers_agree: the share of the claim's quantities that evidence gives too.
        numbers_differ: the share for which evidence gives only others of the same unit or things.
        numbers_missing: the share of the claim's plain numbers that do not stand in evidence.
        dates_agree: the share of the claim's dates that evidence gives too.
        dates_differ: the share for which evidence gives only other ones.
        names_missing: the share of the claim's names that evidence does not have.
        words_missing: the share of the claim's other words that evidence does not have.
        negated: 1 where one side has an odd number of negations and the other an even one.
        opposed: 1 where evidence has the opposite of a word of the claim, and not the word.
    """

    numbers_agree: float
    numbers_differ: float
    numbers_missing: float
    dates_agree: float
    dates_differ: float
    names_missing: float
    words_missing: float
    negated: float
    opposed: float

    def values(self) -> tuple[float, ...]:
        """All figures, in the order of the fields."""
        return astuple(self)


def compare(claim: str, evidence: str, published: date | None = None) -> Comparison:
    """Compare a claim with evidence; `published` is the day that "yesterday" in evidence refers to."""
    numbers = shares(quantities(claim), quantities(evidence))
    dates = shares(mentions(claim), mentions(evidence, published))
    there, words = set(_WORD.findall(evidence.lower())), set(_WORD.findall(claim.lower()))
    plain = set(_RAW_NUMBER.findall(claim))
    return Comparison(
        *numbers,
        _missing(plain, set(_RAW_NUMBER.findall(evidence))),
        *dates,
        _missing({name.lower() for name in _NAME.findall(claim)}, there),
        _missing(content(claim), content(evidence)),
        float((negations(claim) - negations(evidence)) % 2),
        float(any({OPPOSITES.get(word), *excluded(word)} & there for word in words - there)),
    )


def shares(mine: Sequence[Thing], theirs: Sequence[Thing]) -> tuple[float, float]:
    """The share of mine that agree with one of theirs, and the share that have only others like them."""
    agree = differ = 0
    for one in mine:
        like = [other for other in theirs if one.is_like(other)]
        agrees = any(one.agrees(other) for other in like)
        agree += agrees
        differ += bool(like) and not agrees
    return agree / max(1, len(mine)), differ / max(1, len(mine))


def negations(text: str) -> int:
    """Return how many words of a text negate."""
    return len(_NEGATION.findall(text))


def _missing(mine: set[str], theirs: set[str]) -> float:
    return len(mine - theirs) / max(1, len(mine))
