"""Names of one party, by an explicit table and by what a text itself introduces in brackets."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_OF_LAND = ("n", "an", "ian", "ean", "ese", "i", "ish", "s", "ns", "ans", "ians")
_INTRODUCED = re.compile(
    r"((?:[A-Z][\w&.'\u2019-]*)(?:\s+(?:(?:of|and|for|on|the|in)\s+)*[A-Z][\w&.'\u2019-]*)*)\s+"
    r"\(\s*(?:the\s+)?[\"\u201c]?([A-Z][A-Za-z.&-]{1,9})[\"\u201d]?\s*\)"
)


@cache
def parties() -> Mapping[str, str]:
    """Return the table `parties.toml`: every name of a party, without case, to the name that it goes by."""
    return {name.casefold(): names[0] for names in names_of_parties() for name in names}


@cache
def names_of_parties() -> Sequence[Sequence[str]]:
    """Return the names of each party in the table, as they are written."""
    table = tomllib.loads(files("index").joinpath("parties.toml").read_bytes().decode())["party"]
    return [[party["name"], *party["aliases"]] for party in table]


def aliases(name: str) -> list[str]:
    """Return all names of the party that goes by a name, without case; none for what is no party in the table."""
    party = parties().get(without_article(name).casefold())
    return [alias for alias, of in parties().items() if of == party] if party else []


def are_of_one_land(one: str, other: str) -> bool:
    """Say whether two words without case are the same, or one is a land and the other its people or language.

    >>> are_of_one_land("sudan", "sudanese"), are_of_one_land("ukrainian", "ukraine"), are_of_one_land("iran", "iraq")
    (True, True, False)
    >>> are_of_one_land("niger", "nigeria"), are_of_one_land("turkey's", "turkish"), are_of_one_land("kim", "kim's")
    (False, True, True)
    """
    bare = [_POSSESSIVE.sub("", word) for word in (one, other)]
    land, people = sorted(bare, key=len)
    stems = {land, land.rstrip("aey")} - {""}
    return land == people or any(people == stem + ending for stem in stems for ending in _OF_LAND)


def without_article(name: str) -> str:
    """Return a name without the article before it.

    >>> without_article("The White House")
    'White House'
    """
    return _ARTICLE.sub("", name, count=1)


def introduced(text: str) -> dict[str, str]:
    """Return the abbreviations that a text introduces in brackets, each with the name before them.

    An abbreviation counts where its letters are initials of the name, in order.

    >>> introduced("The International Rescue Committee (IRC) said the IRC would stay.")
    {'irc': 'International Rescue Committee'}
    """
    found = {}
    for match in _INTRODUCED.finditer(text):
        name, short = without_article(match[1]), match[2]
        letters = re.sub(r"[^A-Z]", "", short)
        if len(letters) > 1 and (tail := _tail(name, letters)):
            found[short.casefold()] = tail
    return found


def _tail(name: str, letters: str) -> str | None:
    """Return the last words of a name whose capitals are the letters."""
    words = name.split()
    for first in reversed(range(len(words))):
        if "".join(word[0] for word in words[first:] if word[0].isupper()) == letters:
            return " ".join(words[first:])
    return None


def party_name(name: str, known: Mapping[str, str] | None = None) -> str:
    """Return the name that a party goes by; any other name comes back as it is, without its article.

    >>> party_name("the DPRK"), party_name("Pyongyang"), party_name("the ministry")
    ('North Korea', 'North Korea', 'ministry')
    """
    bare = without_article(" ".join(name.split()))
    spelt_out = (known or {}).get(bare.casefold(), bare)
    return parties().get(spelt_out.casefold(), spelt_out)
