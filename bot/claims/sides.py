"""Whose side a speaker speaks for, so that a government, its offices and their spokesmen count as one source."""

import re
from collections.abc import Iterable

from index.parties import aliases, party_name, without_article

_SEATS = {
    "White House": "United States",
    "Pentagon": "United States",
    "State Department": "United States",
    "Justice Department": "United States",
    "FBI": "United States",
    "CIA": "United States",
    "Kremlin": "Russia",
    "Downing Street": "United Kingdom",
}
"""Offices that speak for their governments."""
_SPEAKS_FOR = (
    re.compile(r"^(?:spokes\w+|press secretary|officials?) (?:for|of|at|from) (?P<party>.+)$", re.IGNORECASE),
    re.compile(r"^(?P<party>.+?)\s+(?:press secretary|spokes\w+|officials?|government|administration)$", re.IGNORECASE),
)
_SHORT = 4
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def sides(name: str, role: str | None = None) -> frozenset[str]:
    """Return the parties that a speaker speaks for; one who speaks for nobody else is a side alone.

    >>> sorted(sides("John Kirby", "White House spokesman")), sorted(sides("Moscow and Pyongyang"))
    (['United States'], ['North Korea', 'Russia'])
    """
    if party := _party(role or "") or _party(name):
        return frozenset({_seat(party)})
    return frozenset(_seat(part) for part in _JOINED.split(name))


def names_any(of: Iterable[str], text: str) -> bool:
    """Say whether a text names a side: a party by any of its names, a person by the last word of the name.

    >>> names_any({"North Korea"}, "a ship from a North Korean port"), names_any({"Ann Lee"}, "Lee sold it")
    (True, True)
    >>> names_any({"United States"}, "they told us"), names_any({"United States"}, "they told the US")
    (False, True)
    """
    names = [name for side in of for name in aliases(side) or side.split()[-1:]]
    return any(re.search(_written(name), text) for name in names)


def is_named(whom: str, text: str) -> bool:
    """Say whether a text names somebody by all words of a phrase, or a party by any of its names.

    >>> is_named("the Nordic Lines", "Nordic Lines sold it"), is_named("Nordic Lines", "other lines")
    (True, False)
    """
    name = without_article(whom)
    return any(re.search(_written(one), text) for one in aliases(name) or [name])


def without_name(name: str, text: str) -> str:
    """Return a text without a party's names, or without the words of a person's.

    >>> without_name("Ann Lee", "Lee sold ships"), without_name("Russia", "Moscow's ships")
    (' sold ships', "'s ships")
    """
    for one in aliases(name) or name.split():
        text = re.sub(_written(one), "", text)
    return text


def _written(name: str) -> str:
    """Return a pattern for a name and for its people ("Russian"); a short one counts in capitals only."""
    plain = re.escape(name.upper()) if len(name) <= _SHORT and aliases(name) else f"(?i:{re.escape(name)})"
    return rf"\b{plain}(?:\b|ns?\b)"


def _party(words: str) -> str | None:
    found = next((match for pattern in _SPEAKS_FOR if (match := pattern.match(words))), None)
    return found["party"] if found else None


def _seat(name: str) -> str:
    party = party_name(name)
    return _SEATS.get(party, party)
