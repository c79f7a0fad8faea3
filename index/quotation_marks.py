"""Which characters are quotation marks, and which of them belong together.

Marks are paired within a paragraph, so that an odd mark costs nothing outside its own paragraph.
"""

# ruff: noqa: RUF001 (marks that look alike are the subject)

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Span

_FAMILIES = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "＂", "''", "``"), "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
}
_OPENING = frozenset(("„", "“", "‟", "«", "‹", "「", "『", "‘", "‚", "``"))
_CLOSING = frozenset("”»›」』")
_TURNED = {"“": "„", "«": "»", "‹": "›", "‘": "‚"}
_MARK = re.compile("''|``|[" + "".join(mark for mark in _FAMILIES if len(mark) == 1) + "]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\r\r\s*|\u2029\s*|(?<=[.!?:…\"”’»«“'‘\])])[^\S\n]*\n\s*")
_BEFORE_OPENING = frozenset("([{—–-/…:")
DOUBLE_MARKS = '“”„‟"＂«»‹›「」『』'


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: where it is, and what it looks like to a reader who has not paired it yet."""

    start: int
    end: int
    glyph: str
    may_open: bool
    may_close: bool

    @property
    def family(self) -> str:
        """Marks pair only within their family."""
        return _FAMILIES[self.glyph]


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation: from the first character of its opening mark to past its closing mark.

    Where the next paragraph re-opens the mark, there is no closing mark: `closed` is false, and
    the pair ends with its paragraph.
    """

    start: int
    end: int
    opening: int
    closing: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marking:
    """The pairs of a text, in order, and the marks that belong to none."""

    pairs: tuple[Pair, ...]
    odd: tuple[Mark, ...]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs as offsets; a line that ends in mid-sentence does not end one."""
    found, start = [], len(text) - len(text.lstrip())
    for gap in _BLANK_LINE.finditer(text):
        if start < gap.start():
            found.append((start, gap.start()))
        start = max(start, gap.end())
    end = len(text.rstrip())
    return [*found, (start, end)] if start < end else found


def pair_marks(text: str) -> Marking:
    """Return the outermost quotations of a text."""
    pairs: list[Pair] = []
    odd: list[Mark] = []
    unclosed: Pair | None = None
    for start, end in paragraphs(text):
        marks = list(_marks(text, start, end))
        if unclosed and marks and marks[0].start == start and marks[0].glyph == text[_glyph(unclosed)]:
            pairs.append(unclosed)
            odd = [mark for mark in odd if mark.start != unclosed.start]
        found, strays = _paired(marks)
        pairs += found
        odd += strays
        last = strays[-1] if strays else None
        open_to_the_end = (
            last and last.may_open and last.glyph != "'" and not any(pair.start > last.start for pair in found)
        )
        unclosed = Pair(last.start, end, last.end - last.start, 0, closed=False) if last and open_to_the_end else None
    return Marking(tuple(pairs), tuple(odd))


def _glyph(pair: Pair) -> slice:
    return slice(pair.start, pair.start + pair.opening)


def plain_marks(text: str, marking: Marking) -> str:
    """Return the text with every paired mark as a straight double one; no character moves."""
    characters = list(text)
    for pair in marking.pairs:
        _write_mark(characters, pair.start, pair.opening)
        _write_mark(characters, pair.end - pair.closing, pair.closing)
    for mark in marking.odd:
        if mark.family != "single":
            _write_mark(characters, mark.start, mark.end - mark.start)
    return "".join(characters)


def _write_mark(characters: list[str], start: int, length: int) -> None:
    if length:
        characters[start : start + length] = '"' + " " * (length - 1)


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        mark = _mark(match, before, after)
        if mark.may_open or mark.may_close:
            yield mark


def _mark(match: re.Match[str], before: str, after: str) -> Mark:
    glyph = match.group()
    free_before = before.isspace() or before in _BEFORE_OPENING or before in DOUBLE_MARKS
    may_open = free_before and not after.isspace()
    may_close = (not before.isspace() or after.isspace()) and not after.isalnum()
    if _FAMILIES[glyph] == "single":
        apostrophe = glyph in "'’" and after.isdigit()
        return Mark(match.start(), match.end(), glyph, may_open and not apostrophe and glyph != "’", may_close)
    return Mark(match.start(), match.end(), glyph, may_open or glyph in _OPENING, may_close or glyph in _CLOSING)


def _paired(marks: list[Mark]) -> tuple[list[Pair], list[Mark]]:
    pairs: list[Pair] = []
    odd: list[Mark] = []
    opened: Mark | None = None
    for position, mark in enumerate(marks):
        if opened and mark.family != opened.family:
            continue
        if opened and _closes(opened, mark, marks[position + 1 :]):
            pairs.append(Pair(opened.start, mark.end, opened.end - opened.start, mark.end - mark.start))
            opened = None
        elif _opens(mark, marks[position + 1 :]):
            odd += [opened] if opened else []
            opened = mark
        elif mark.family != "single":
            odd.append(mark)
    return pairs, [*odd, opened] if opened else odd


def _closes(opened: Mark, mark: Mark, later: list[Mark]) -> bool:
    if _TURNED.get(mark.glyph) == opened.glyph:
        return True
    if not mark.may_close:
        return False
    if mark.glyph in "\"＂''" and mark.family == "double" and mark.may_open:
        return not any(other.family == "double" and other.may_close and not other.may_open for other in later[:1])
    return True


def _opens(mark: Mark, later: list[Mark]) -> bool:
    if not mark.may_open:
        return False
    if mark.family == "single":
        return any(other.family == "single" and other.may_close for other in later)
    return True


def quoted(text: str) -> list[Span]:
    """Return what stands inside quotation marks, without them; nested ones belong to the outer ones."""
    inner = ((pair.start + pair.opening, pair.end - pair.closing) for pair in pair_marks(text).pairs)
    return [Span(start, end) for start, end in inner if start < end]
