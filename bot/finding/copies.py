"""Texts that several documents print, counted once."""

from collections.abc import Iterable, Iterator
from datetime import date

from index import Passage


def groups_of_copies(texts: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Yield each text with its copies, in the order of the first found; of a group the earliest published comes first.

    Copies differ in nothing but white space and the case of letters.
    """
    same: dict[str, list[Passage]] = {}
    for text in texts:
        same.setdefault(" ".join(text.text.casefold().split()), []).append(text)
    for group in same.values():
        yield sorted(group, key=_published)


def _published(text: Passage) -> tuple[date, str, int]:
    """Return what sorts by day of publication; what has none comes last."""
    return text.document.published or date.max, text.document.id, text.start
