"""Whom a question means: names as people type them to the names that quotations go under."""

import re
from collections.abc import Sequence
from dataclasses import replace

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


def matching(mention: str, speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return the speakers that a mention can mean, by the strictest way in which any of them matches.

    In order: the whole name or an alias of its party, alone or with others ("North Korea and Russia"), and
    whoever has the mention for a role or a surname; all words of the mention in the name, or an alias of it; the
    surname, and else roles; all words nearly, for slips of the pen. A mention of several that matches nobody so means
    those who match each of them, or else whoever matches any.
    """
    return _matching_whole(mention, speakers) or _matching_each(_JOINED.split(mention), speakers)


def _matching_each(mentions: Sequence[str], speakers: Sequence[Speaker]) -> list[Speaker]:
    """Return who matches all of several mentions, or else any of them; nobody where one of them matches nobody."""
    each = [_matching_whole(mention, speakers) for mention in mentions]
    if len(each) == 1 or not all(each):
        return []
    together = [one for one in speakers if all(one in found for found in each)]
    return together or [one for one in speakers if any(one in found for found in each)]


def _matching_whole(mention: str, speakers: Sequence[Speaker]) -> list[Speaker]:
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
    wanted = set(_WORD.findall(plain))
    described = [_head(role) for role in speaker.roles] + [alias.split(",")[0].casefold() for alias in speaker.aliases]
    known = {word for text in (speaker.name.casefold(), *described) for word in _WORD.findall(text)}
    return surname(_head(speaker.name)) in wanted <= known


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
