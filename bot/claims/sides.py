"""Whether a text names a side that somebody speaks for."""

import re
from collections.abc import Iterable

from index.parties import aliases, without_article
from index.sides import sides

__all__ = ["is_named", "names_any", "sides", "without_name"]

_SHORT = 4


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
