"""Texts that several documents print, counted once.

Reprints put datelines before words, and leave out articles and marks; another number, name or negation, or any other
word, makes another text, and so does another place in the dateline.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from index import Passage
from index.datelines import DATELINE

_WORDS = re.compile(r"[$\u20ac\u00a3-]?\d+(?:[.,:]\d+)*%?|\w+(?:['\u2019]\w+)*|\?")
_ARTICLES = frozenset({"a", "an", "the", "that"})
_Printed = TypeVar("_Printed")


def groups_of_copies(texts: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Yield each text with its copies, in the order of the first found; of a group the earliest published is first."""
    for group in same_words(texts, lambda one: one.text):
        yield sorted(group, key=_published)


def same_words(
    printed: Iterable[_Printed], words: Callable[[_Printed], str], of: Callable[[_Printed], Hashable] = lambda _: None
) -> list[list[_Printed]]:
    """Return what is printed in groups of the same words, and of the same of something else, in order.

    Words without a dateline are those of the first place that prints them.
    """
    same: dict[Hashable, list[_Printed]] = {}
    places: dict[Hashable, str] = {}
    for one in printed:
        place, plain = _place_and_words(words(one))
        key: Hashable = (of(one), plain)
        if place and places.setdefault(key, place) != place:
            key = (of(one), plain, place)
        same.setdefault(key, []).append(one)
    return list(same.values())


def _place_and_words(text: str) -> tuple[str, str]:
    """Return the place that words begin with, or nothing, and the words without it, articles and marks."""
    dateline = DATELINE.match(text)
    start = dateline.end() if dateline else 0
    words = _WORDS.findall(unicodedata.normalize("NFKC", text[start:]).casefold())
    kept = " ".join(word for word in words if word not in _ARTICLES)
    return dateline["place"] if dateline else "", kept or " ".join(text.split())


def _published(text: Passage) -> tuple[date, str, int]:
    """Return what sorts by day of publication; what has none comes last."""
    return text.document.published or date.max, text.document.id, text.start
