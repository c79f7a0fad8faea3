"""A quotation as somebody gives it: the words to be found, and the marks that editors leave where they changed it."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.quotes.normal_words import Word, folded, span_of, words
from index.quotation_marks import quoted

_ELLIPSIS = re.compile(r"[\[(]?\s*(?:\u2026|\.(?:\s?\.){2,})[\s.\u2026]*[\])]?")
_BRACKETS = re.compile(r"(?<!\w)\[([^\[\]]{1,200})\](?!\w)")
_NOTE = re.compile(r"\W*(?:sic|emphasis \w+|\w+ added|laugh\w*|applause|inaudible|cross-?talk|pause)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inserted:
    """What an editor writes between two words: nothing for an ellipsis, else what stands in the square brackets."""

    text: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation that is to be checked.

    Attributes:
        text: as it was given.
        words: the words to be found, without those in square brackets.
        inserted: what an editor put before the word at a position; behind the last word it stands at `len(words)`.
        partial: the words of which a part stands in brackets ("condemn[ed]"): what they must start and end with.
    """

    text: str
    words: tuple[Word, ...]
    inserted: Mapping[int, Inserted] = field(default_factory=dict)
    partial: Mapping[int, tuple[str, str]] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """The weight of all the words."""
        return sum(word.weight for word in self.words)

    @property
    def written(self) -> str:
        """The given text from the first of the words to the last."""
        return self.cut(0, len(self.words))

    def cut(self, first: int, last: int) -> str:
        """Return the words from one position to another as they were given."""
        stretch = span_of(self.words[first:last]) if first < last else None
        return self.text[stretch.start : stretch.end] if stretch else ""


def read_given(text: str) -> Given:
    """Return the words of a quotation, and what its editor says about changes.

    >>> given = read_given("We condemn \u2026 [the North] for provid[ing] this")
    >>> [word.form for word in given.words], sorted(given.inserted), given.partial
    (['we', 'condemn', 'for', 'providing', 'this'], [2], {3: ('provid', '')})
    """
    own = tuple(word for word in words(text) if not word.editorial)
    starts = [word.start for word in own]
    inserted = {bisect_left(starts, found.start()): Inserted(found[0].strip()) for found in _ELLIPSIS.finditer(text)}
    for found in _BRACKETS.finditer(text):
        if not _NOTE.fullmatch(found[1]) and (forms := tuple(word.form for word in words(found[1]))):
            inserted[bisect_left(starts, found.start())] = Inserted(found[0], forms)
    partial = {at: ends for at, word in enumerate(own) if (ends := _ends(text, word))}
    return Given(text, own, inserted, partial)


def marked_words(given: Given) -> Given | None:
    """Return only what stands in quotation marks, where there are other words too, but not on both sides of it.

    Marks in the middle are the quotation's own: somebody else's words inside it.

    >>> marked_words(read_given('"We condemn it," Kirby said. "We do."')).written
    'We condemn it," Kirby said. "We do'
    """
    marked = quoted(given.text)
    kept = [
        (at, word)
        for at, word in enumerate(given.words)
        if any(span.start <= word.start and word.end <= span.end for span in marked)
    ]
    ends = {0, len(given.words) - 1} & {at for at, _ in kept}
    if not ends or len(kept) == len(given.words):
        return None
    places = {at: place for place, (at, _) in enumerate(kept)}
    inserted = {places[at]: one for at, one in given.inserted.items() if at in places}
    partial = {places[at]: one for at, one in given.partial.items() if at in places}
    return Given(given.text, tuple(word for _, word in kept), inserted, partial)


def _ends(text: str, word: Word) -> tuple[str, str] | None:
    """Return what stands before and behind the brackets in a word; one letter there only changes case."""
    written = text[word.start : word.end]
    before, _, rest = written.rpartition("[")
    inside, closed, behind = rest.partition("]")
    if not (before or closed) or (not before and len(inside) == 1):
        return None
    return folded(before), folded(behind)
