"""Parties by one name each, for weighing: a judge does not know that Pyongyang stands for North Korea."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.parties import names_of_parties


def as_claimed(text: str, claim: str) -> str:
    """Return a text in which parties that a claim names go by the claim's name for them.

    >>> as_claimed("Pyongyang's ships sail to Moscow.", "North Korea sends ships to Russia")
    "North Korea's ships sail to Russia."
    >>> as_claimed("Moscow is Russia's capital", "Moscow is the capital of Russia")
    "Moscow is Russia's capital"
    """
    for name, others in _named(claim):
        text = others.sub(name, text)
    return text


@lru_cache(maxsize=256)
def _named(claim: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return what a claim calls each party, where that is one name, with a pattern of the others."""
    return list(_found(claim))


def _found(claim: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for names in names_of_parties():
        called = set(_any_of(names).findall(claim))
        if len(called) == 1 and len(names) > 1:
            (name,) = called
            yield name, _any_of(one for one in names if one != name)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
