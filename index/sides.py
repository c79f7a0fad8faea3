"""Whose side a speaker speaks for, so that a government, its offices and their spokesmen count as one source."""

import re
from functools import cache

from index.parties import are_of_one_land, names_of_parties, party_name, without_article

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
    re.compile(
        r"^(?P<party>.+?)(?:['\u2019]s?)?\s+(?:press secretary|spokes\w+|officials?|government|administration)$",
        re.IGNORECASE,
    ),
)
_GOVERNMENT = frozenset(["government", "administration", "authorities"])
_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def sides(name: str, role: str | None = None) -> frozenset[str]:
    """Return the parties that a speaker speaks for; one who speaks for nobody else is a side alone.

    >>> sorted(sides("John Kirby", "White House spokesman")), sorted(sides("Moscow and Pyongyang"))
    (['United States'], ['North Korea', 'Russia'])
    """
    if party := _party(role or "") or _party(name):
        return frozenset({_seat(party)})
    return frozenset(_seat(part) for part in _JOINED.split(name))


def government(name: str) -> str | None:
    """Return the party that a name means as a whole; None for its offices, and for anybody else.

    >>> government("the US"), government("the Iranian government"), government("the White House"), government("Ann Lee")
    ('United States', 'Iran', None, None)
    """
    lands = lands_in(name)
    return next(iter(lands)) if len(lands) == 1 and not rest_of_land(name) else None


def lands_in(text: str) -> list[str]:
    """Return the parties that a text names, or names the people of, in order; capitals count.

    >>> lands_in("Iran dismissed the American claims"), lands_in("the White House told us")
    (['Iran', 'United States'], [])
    """
    found = [(match.start(), party) for name, party in _lands() for match in re.finditer(_written(name), text)]
    found += [
        (match.start(), party)
        for match in _WORD.finditer(text)
        for name, party in _lands()
        if _is_people(match[0], name)
    ]
    return list(dict.fromkeys(party for _, party in sorted(found)))


def rest_of_land(name: str) -> list[str]:
    """Return the words of a name, without case, that neither name a land or its people nor mean its government.

    >>> rest_of_land("Iran's Foreign Ministry"), rest_of_land("the United States government")
    (['foreign', 'ministry'], [])
    """
    bare = without_article(name)
    for land, _ in _lands():
        bare = re.sub(rf"{_written(land)}(?:['\u2019]s\b)?", " ", bare)
    words = [word for word in _WORD.findall(bare) if not any(_is_people(word, land) for land, _ in _lands())]
    return [word.casefold() for word in words if word.casefold() not in _GOVERNMENT]


@cache
def _lands() -> list[tuple[str, str]]:
    """Return every name of a party that is no office of another one, with the name that it goes by."""
    return [(name, names[0]) for names in names_of_parties() if names[0] not in _SEATS for name in names]


def _written(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _is_people(word: str, land: str) -> bool:
    return word[0].isupper() and " " not in land and are_of_one_land(word.casefold(), land.casefold())


def _party(words: str) -> str | None:
    found = next((match for pattern in _SPEAKS_FOR if (match := pattern.match(words))), None)
    return found["party"] if found else None


def _seat(name: str) -> str:
    party = party_name(name)
    return _SEATS.get(party, party)
