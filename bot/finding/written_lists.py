"""Lists that are told by how they are written.

Behind a colon, in brackets, with semicolons, or with a bullet or a number before each item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from bot.parsed_text import parsed
from index import Passage, Span

_BEHIND_COLON = re.compile(r":\s+(?P<listed>[^:]+?)[.\s]*$")
_COMMA = re.compile(r",\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_SEMICOLON = re.compile(r";\s+(?:(?:and|or)\s+)?")
_ANNOUNCES = re.compile(r"\b(?:following|these|those|as follows)\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*\u2022\u2013\u2014\u00b7]|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s+(?=\S)")
_NUMBER = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]+)\)\s+")
_BRACKETS = re.compile(r"\((?P<listed>[^()]+)\)")
_VERBS = frozenset({"VBD", "VBP", "VBZ", "MD", "WP", "WDT", "WRB", "PRP"})
_LONGEST_ITEM = 10
"""How many words an item may have."""
_FEWEST = 2


def announces(words: str) -> bool:
    """Say whether words stand for a list that comes: "the following countries"."""
    return bool(_ANNOUNCES.search(words))


class Bulleted(NamedTuple):
    """A list with a bullet before each item.

    Attributes:
        passage: the sentence that announces it, and the list.
        listed: the list alone, without its first bullet.
    """

    passage: Passage
    listed: Passage

    def holds(self, short: Passage) -> bool:
        """Say whether a short answer is in the list, or in words that announce it: "the following countries"."""
        return self.listed.span.overlaps(short.span) or announces(short.text)


def written_list(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of a sentence, widened to the list of which it is an item, or put in place of what announces it.

    >>> text = "It held pistols; 40 boxes of tea; and a map."
    >>> text[slice(*written_list(text, 8, 15))]
    'pistols; 40 boxes of tea; and a map'
    >>> text = "Those who left (Lee, Ray and Holt) did so in May."
    >>> text[slice(*written_list(text, 16, 19))]
    'Lee, Ray and Holt'
    >>> text = "It held the following: pistols, tea and a map."
    >>> text[slice(*written_list(text, 8, 21))]
    'pistols, tea and a map'
    """
    if numbered := _numbered(text, end):
        return numbered
    behind = _BEHIND_COLON.search(text)
    around = next((one for one in _BRACKETS.finditer(text) if one.start() < start and end < one.end()), None)
    if around:
        first, last = around.span("listed")
    elif behind and (start >= behind.start("listed") or announces(text[start:end])):
        first, last = behind.span("listed")
    else:
        first, last = _between_semicolons(text, start, end)
    items = [text[one.start : one.end] for one in _items(text, first, last)]
    is_list = len(items) >= _FEWEST and all(map(_is_plain, items))
    return (first, last) if is_list else (start, end)


def without_bullet(sentence: Passage, short: Passage | None) -> Passage | None:
    """Return a short answer without the bullet, or the number, before the item that it is read in."""
    bullet = _BULLET.match(sentence.text)
    if short is None or bullet is None:
        return short
    start, end = max(bullet.end(), short.start - sentence.start), short.end - sentence.start
    return sentence.narrow(start, end) if start < end else None


def bulleted_list(sentence: Passage, sentences: Sequence[Passage]) -> Bulleted | None:
    """Return the list with bullets that a sentence announces, or is an item of; None where there is none.

    Args:
        sentence: what announces the list, or an item of it.
        sentences: all of its document, in order.
    """
    at = next((place for place, one in enumerate(sentences) if one.span == sentence.span), len(sentences))
    while 0 < at < len(sentences) and _BULLET.match(sentences[at].text):
        at -= 1
    bullets = list(takewhile(lambda one: _BULLET.match(one.text), sentences[at + 1 :]))
    if at == len(sentences) or not sentences[at].text.rstrip().endswith(":") or len(bullets) < _FEWEST:
        return None
    document, end = sentence.document, bullets[-1].end
    mark = _BULLET.match(bullets[0].text)
    begin = bullets[0].start + (mark.end() if mark else 0)
    return Bulleted(Passage(document, Span(sentences[at].start, end)), Passage(document, Span(begin, end)))


def _numbered(text: str, end: int) -> tuple[int, int] | None:
    """Return from where to where items stand that each have a number before them, if a span ends in one."""
    marks = list(_NUMBER.finditer(text))
    if len(marks) < _FEWEST or end <= marks[0].start():
        return None
    return marks[0].end(), len(text.rstrip(" .;\n"))


def _between_semicolons(text: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where the items are, if a span is one: the first has the rest of the sentence before it."""
    stop = len(text.rstrip(" .\n"))
    marks = [one.start() for one in _SEMICOLON.finditer(text)]
    if marks and start > marks[0]:
        return _first_item(text, marks[0]), stop
    return (start, stop) if marks and end == marks[0] else (start, end)


def _first_item(text: str, mark: int) -> int:
    """Return where the item before the first semicolon begins: behind the last verb before it."""
    verbs = [one for one in parsed(text) if one.idx < mark and one.tag_.startswith("VB")]
    return verbs[-1].idx + len(verbs[-1].text_with_ws) if verbs else mark


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    between = _SEMICOLON if ";" in text[start:end] else _COMMA
    at = start
    for mark in between.finditer(text, start, end):
        if mark.start() > at:
            yield Span(at, mark.start())
        at = mark.end()
    if end > at:
        yield Span(at, end)


def _is_plain(item: str) -> bool:
    """Say whether an item names a thing, and tells nothing of it."""
    words = parsed(item)
    return len(words) <= _LONGEST_ITEM and not any(one.tag_ in _VERBS for one in words)
