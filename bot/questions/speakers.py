"""Whom a question means: names as people type them to the names that quotations go under."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz

from index.filters import Filters
from index.parties import party_name, without_article
from index.people import bare_name, first_names, surname
from index.speaker import Speaker

_ALIKE = 84.0
"""The least similarity (0 to 100) of a misspelt word to the word that is meant."""
_SHORTEST_MISSPELT = 5
_WORD = re.compile(r"[\w.&-]+")
_BELONGS = re.compile(r"\s+(?:for|of|to|from|in|at|with|by|on)\s+")
_OWNER = re.compile(r"^.*['\u2019]s?\s+")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_AND = re.compile(r"\s+and\s+")


def matching(mention: str, speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers that a mention can mean, by the strictest way in which any of them matches.

    In order: the whole name or an alias of its party, alone or with others ("North Korea and Russia"), and
    whoever has the mention for a role or a surname; all words of the mention in the name, or an alias of it; the
    surname, and else roles; all words nearly, for slips of the pen. A mention of several that matches nobody so means
    those who speak together under these names.
    """
    return _matching_one(mention, speakers) or _speaking_together(_AND.split(mention), speakers)


def matching_each(mention: str, speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers that a mention of several can mean ("Kirby and Lavrov"); nobody where one is not there.

    Where both names mean the same, no two are mentioned: "Johnson and Johnson" is a company.
    """
    each = [_matching_one(name, speakers) for name in _AND.split(mention)]
    if len(each) == 1 or not all(each) or any(one == other for one, other in combinations(each, 2)):
        return []
    return [one for one in speakers if any(one in found for found in each)]


def _speaking_together(names: Sequence[str], speakers: Sequence[Speaker]) -> list[Speaker]:
    parties = [party_name(without_article(name).strip()).casefold() for name in names]
    return [one for one in speakers if len(names) > 1 and all(_whole(party, party, one) for party in parties)]


def _matching_one(mention: str, speakers: Sequence[Speaker]) -> list[Speaker]:
    plain = " ".join(bare_name(without_article(mention)).split())
    party = party_name(without_article(mention).strip()).casefold()
    for ways in ((_whole, _role), (_words,), (_called,), (_misspelt,)):
        found = [one for one in speakers if any(matches(plain.casefold(), party, one) for matches in ways)]
        if found:
            return [one for one in speakers if one in found or _is_surname(plain.casefold(), one)]
    return []


def of_speakers(filters: Filters, speakers: Sequence[Speaker]) -> Filters:
    """Return filters with the resolved names of all whom their speakers can mean; who means nobody stays."""
    names = [
        name for mention in filters.speakers for name in [one.name for one in matching(mention, speakers)] or [mention]
    ]
    return replace(filters, speakers=tuple(dict.fromkeys(names)))


def _whole(plain: str, party: str, speaker: Speaker) -> bool:
    names = {party_name(part).casefold() for part in [speaker.name, *_JOINED.split(speaker.name)]}
    return party in names or plain in names


def _is_surname(plain: str, speaker: Speaker) -> bool:
    """Say whether the mention is a person's surname: who is "Kirby" in one text may be John Kirby in another.

    A name is a person's where it begins with a first name, or the person is called by the surname somewhere.
    """
    first, *others = speaker.name.casefold().split()
    called = {bare_name(alias).casefold() for alias in speaker.aliases}
    return bool(others) and surname(speaker.name) == plain and (plain in called or first in first_names())


def _words(plain: str, _party: str, speaker: Speaker) -> bool:
    if plain in {alias.casefold() for alias in speaker.aliases}:
        return True
    wanted = {_singular(word) for word in _WORD.findall(plain)}
    return bool(wanted) and wanted <= {_singular(word) for word in _WORD.findall(_head(speaker.name))}


def _role(plain: str, party: str, speaker: Speaker) -> bool:
    """Say whether the mention is a role or has its last word: "the White House" is no "White House spokesman"."""
    if {plain, party} & {role.casefold() for role in speaker.roles}:
        return True
    wanted = _WORD.findall(plain)
    roles = [_WORD.findall(_head(role)) for role in speaker.roles]
    return bool(wanted) and any(role and wanted[-1] == role[-1] and set(wanted) <= set(role) for role in roles)


def _called(plain: str, _party: str, speaker: Speaker) -> bool:
    """Say whether the mention is a surname with what its bearer is: "the biologist Daniel Hart", "Councillor Hart"."""
    name = _head(speaker.name)
    if surname(plain) != surname(name):
        return False
    told = [name, *map(_head, speaker.roles), *(_head(alias.split(",")[0]) for alias in speaker.aliases)]
    known = {word for text in told for word in _WORD.findall(text)}
    return all(word in (name.split() if word in first_names() else known) for word in _WORD.findall(plain))


def _head(name: str) -> str:
    """Return who is meant without whom they belong to: neither Dunn's campaign nor a spokesman for Dunn is Dunn."""
    return _OWNER.sub("", _BELONGS.split(name.casefold(), maxsplit=1)[0])


def _misspelt(plain: str, _party: str, speaker: Speaker) -> bool:
    wanted, present = _WORD.findall(plain), _WORD.findall(_head(speaker.name))
    # A short word may be misspelt too where another one is right: "Jon Kirby", but not "Jon" alone.
    shortest = _SHORTEST_MISSPELT - 2 if set(wanted) & set(present) else _SHORTEST_MISSPELT
    return bool(wanted) and all(any(_alike(word, other, shortest) for other in present) for word in wanted)


def _alike(word: str, other: str, shortest: int) -> bool:
    if min(len(word), len(other)) < shortest:
        return word == other
    return word[0] == other[0] and fuzz.ratio(word, other) >= _ALIKE


def _singular(word: str) -> str:
    """Drop a possessive or plural ending: people type "kirbys" for "Kirby's"."""
    return re.sub(r"(?<=\w{3})(?:['\u2019]?s|['\u2019])$", "", word)
