"""Questions bent so that the text no longer answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.opposites import OPPOSITES

if TYPE_CHECKING:
    import random

_NAMES: Final = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w'-]*(?: (?:of |the )?[A-Z][\w'-]*)*")
NUMBERS: Final = re.compile(r"\b\d[\d,.]*\b")
HELPERS: Final = re.compile(r"\b(did|does|do|was|were|is|are|has|have|had|can|could|will|would)\b", re.IGNORECASE)


def twist(question: str, text: str, strangers: list[str], chance: random.Random) -> str | None:
    """The question with a name, a number or a word turned into another, or None when there is nothing to turn."""
    ways = [opposed, swapped_name, swapped_number, negated, swapped_name]
    chance.shuffle(ways)
    for way in ways:
        bent = way(question, text, strangers, chance)
        if bent is not None and bent != question:
            return bent
    return None


def names(text: str) -> list[str]:
    """Runs of capitalised words that do not begin a sentence."""
    return [match.group() for match in _NAMES.finditer(text)]


def opposed(question: str, text: str, strangers: list[str], chance: random.Random) -> str | None:
    """The question with a word turned into its opposite."""
    del text, strangers
    places = [match for match in re.finditer(r"\w+", question) if match.group().lower() in OPPOSITES]
    if not places:
        return None
    match = chance.choice(places)
    return question[: match.start()] + OPPOSITES[match.group().lower()] + question[match.end() :]


def swapped_name(question: str, text: str, strangers: list[str], chance: random.Random) -> str | None:
    """The question with a name changed for another: one of the text, or a stranger."""
    mine = list(_NAMES.finditer(question))
    if not mine:
        return None
    match = chance.choice(mine)
    near = [name for name in names(text) if name not in question and match.group() not in name]
    others = near if near and chance.random() < 0.5 else [s for s in strangers if s not in text]
    if not others:
        return None
    return question[: match.start()] + chance.choice(others) + question[match.end() :]


def swapped_number(question: str, text: str, strangers: list[str], chance: random.Random) -> str | None:
    """The question with a number changed for another."""
    del strangers
    mine = list(NUMBERS.finditer(question))
    if not mine:
        return None
    match = chance.choice(mine)
    near = [number for number in NUMBERS.findall(text) if number != match.group() and len(number) == len(match.group())]
    number = chance.choice(near) if near else moved(match.group(), chance)
    return question[: match.start()] + number + question[match.end() :]


def moved(number: str, chance: random.Random) -> str:
    """The number with one of its last two digits changed."""
    digits = [place for place, sign in enumerate(number) if sign.isdigit()]
    place = chance.choice(digits[-2:])
    return number[:place] + str((int(number[place]) + chance.randint(1, 9)) % 10) + number[place + 1 :]


def negated(question: str, text: str, strangers: list[str], chance: random.Random) -> str | None:
    """The question with "not" put in."""
    del text, strangers
    match = HELPERS.search(question)
    if match is None or " not " in question or "n't" in question or chance.random() < 0.5:
        return None
    return f"{question[: match.end()]} not{question[match.end() :]}"
