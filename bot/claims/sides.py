"""Whether a text names a side that somebody speaks for."""

import re
from collections.abc import Iterable

from index.parties import aliases
from index.sides import sides

__all__ = ["names_any", "sides"]

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


def _written(name: str) -> str:
    """Return a pattern for a name and for its people ("Russian"); a short one counts in capitals only."""
    plain = re.escape(name.upper()) if len(name) <= _SHORT and aliases(name) else f"(?i:{re.escape(name)})"
    return rf"\b{plain}(?:\b|ns?\b)"
