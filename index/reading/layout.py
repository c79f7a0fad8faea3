"""Lines on pages to running text: without headers and page numbers, paragraphs parted by blank lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from index.document import Place, Span
from index.reading.hyphens import rejoined
from index.reading.labels import Form

HYPHEN = "\x02"
"""Stands at the end of a line for the hyphen that divides a word there."""

_EDGE = 2
"""How many lines at the top and at the bottom of a page may be a header or a footer."""
_FEWEST_PAGES, _LEAST_SHARE = 3, 0.4
"""A header stands on so many pages, and on this share of them (left and right pages may have their own)."""
_NUMBER = re.compile(
    r"(?:page\s+)?[-\u2013\u2014|\s]*(\d{1,4})[-\u2013\u2014|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_BULLET = re.compile(r"[\u2022\u25aa\u25cf\u2023\u25e6]|[-\u2013*]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_ENDS = re.compile(r"[.!?\u2026:\u2014\u2013][\"'\u201d\u2019)\]]*$")
_WIDE, _OTHER_SIZE, _INDENT, _SHORT = 1.3, 0.15, 0.8, 0.85
"""What begins a paragraph: a gap so many times the usual one, another size of type by this share, an indent of so many
times the size; and the last line of one ends before this share of the width."""
_SAME_HEIGHT = 4
"""Points; lines that differ by less stand at the same height."""
_BLANK_LINE = "\n\n"
_NUMBERS = re.compile(r"\d[-\u2013]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, and where it stands, in points from the lower left corner.

    Attributes:
        text: without space at its ends; it ends with `HYPHEN` where that divides a word.
        left: the left edge of the first letter.
        right: the right edge of the last letter.
        base: the height of the line that the letters stand on.
        size: the size of the type.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


def running_text(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Place, ...]]:
    """Return the text of pages and where each begins; both empty where there is none."""
    bare = _without_furniture(pages)
    seen = set(_whole_words([line.text for page in bare for line in page]))
    paragraphs, starts, offset = list[str](), dict[int, int](), 0
    for paragraph in _paragraphs(bare):
        text = ""
        for number, line in paragraph:
            text = _continued(text, line.text, seen)
            starts.setdefault(number, offset + len(text) - len(line.text))
        paragraphs.append(text.replace(HYPHEN, "-"))
        offset += len(text) + len(_BLANK_LINE)
    return _BLANK_LINE.join(paragraphs), tuple(_places(starts, offset - len(_BLANK_LINE)))


def _whole_words(lines: Sequence[str]) -> Iterator[str]:
    """Yield the words in lower case, hyphenated ones whole, without those that the end of a line divides."""
    divided = False
    for line in lines:
        words = _WORD.findall(line.casefold())
        yield from words[divided : len(words) - line.endswith(HYPHEN)]
        divided = line.endswith(HYPHEN)


def _continued(text: str, line: str, seen: set[str]) -> str:
    if text.endswith(HYPHEN):
        return rejoined(text.removesuffix(HYPHEN), line, seen)
    together = not text or (_NUMBERS.search(text) and line[0].isdigit())  # 2022-23
    return f"{text}{line}" if together else f"{text} {line}"


def _places(starts: dict[int, int], end: int) -> Iterator[Place]:
    for number, (start, stop) in zip(starts, pairwise([*starts.values(), end]), strict=True):
        yield Place(f"page {number}", Span(start, stop))


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[list[tuple[int, Line]]]:
    """Yield runs of lines with the numbers of their pages; a paragraph may go on over a page."""
    run: list[tuple[int, Line]] = []
    for number, page in enumerate(pages, start=1):
        usual, right = _usual_gap(page), max((line.right for line in page), default=0)
        for line in page:
            if run and _parted(run[-1][1], line, usual, right if run[-1][0] == number else 0):
                yield run
                run = []
            run.append((number, line))
    if run:
        yield run


def _parted(before: Line, line: Line, usual: float, right: float) -> bool:
    """Say whether a line begins a paragraph; `right` is the edge of the text, or 0 where the page is turned."""
    if before.text.endswith(HYPHEN):
        return False
    gap = before.base - line.base
    ended = bool(_ENDS.search(before.text))
    if not right or gap < 0:  # another page or column
        return ended or not line.text[0].islower()
    return (
        gap > _WIDE * usual
        or abs(line.size - before.size) > _OTHER_SIZE * before.size
        or bool(_BULLET.match(line.text))
        or (ended and (before.right < _SHORT * right or line.left - before.left > _INDENT * line.size))
        or (ended and bool(Form.BEFORE.value.match(line.text)))
    )


def _usual_gap(page: Sequence[Line]) -> float:
    gaps = [before.base - line.base for before, line in pairwise(page) if before.base > line.base]
    return median_low(gaps) if gaps else 0


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out what stands at the same height of many pages, digits aside, and the numbers of pages."""
    often = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    least = max(_FEWEST_PAGES, _LEAST_SHARE * len(pages))
    return [
        [
            line
            for line in page
            if not (line in _edges(page) and (often[_key(line)] >= least or _is_number(line.text, number)))
        ]
        for number, page in enumerate(pages, start=1)
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    down = sorted(page, key=lambda line: -line.base)
    return [*down[:_EDGE], *down[-_EDGE:]]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.base / _SAME_HEIGHT)


def _is_number(text: str, page: int) -> bool:
    found = _NUMBER.fullmatch(text)
    return found is not None and int(found[1]) == page
