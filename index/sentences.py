"""Documents to sentences, by `sentencex` (Wikimedia's segmenter), as spans of the untouched text."""

import re
from collections.abc import Iterator

import sentencex

from index.document import Document, Span

# The segmenter leaves an opening mark, and a line's first CR, with the sentence before.
_LEFT_BEHIND = re.compile(r"(?<=\s)[\u201c\u201e\u00ab\u2018\"'(\[]+\Z")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
_NUMBER_OF_ITEM = re.compile(r"(?:\A|[\r\n])\s*\d{1,2}\.\s*\Z")
"""What numbers an item of a list at the start of a line, and is no sentence by itself."""
_SHORT_LINE = 60
"""Characters; a line that is shorter and no small letter follows (a headline, a name) ends a paragraph."""


def sentences(document: Document) -> list[Span]:
    """Return the sentences of a document's body, in order, without the space around them.

    A quotation of several sentences is one: it is not cut inside its marks.
    """
    return [
        span for paragraph in _paragraphs(document.text, document.body) for span in _sentences(document.text, paragraph)
    ]


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    """Yield what blank lines, and the ends of short lines, part; a line end in a hard-wrapped text parts nothing."""
    start = line = body.start
    for gap in _BREAK.finditer(text, body.start, body.end):
        blank = len(re.findall(r"\r\n|\r|\n", gap[0])) > 1
        follows = text[gap.end() : gap.end() + 1]
        if blank or (gap.start() - line < _SHORT_LINE and not follows.islower()):
            if start < gap.start():
                yield Span(start, gap.start())
            start = gap.end()
        line = gap.end()
    if start < body.end:
        yield Span(start, body.end)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in [*_ends(text, paragraph), paragraph.end]:
        if stripped := trim(text, start, end):
            yield stripped
        start = max(start, end)


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    # sentencex is precise only for texts below 10,000 characters: it drops spaces where it cuts longer ones.
    for boundary in sentencex.get_sentence_boundaries("en", text[paragraph.start : paragraph.end]):
        end = paragraph.start + boundary["end_index"]
        if end < paragraph.end and _NUMBER_OF_ITEM.search(text[paragraph.start : end]):
            continue
        left = _LEFT_BEHIND.search(text, paragraph.start + boundary["start_index"], end)
        yield left.start() if left and end < paragraph.end else end


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the space, and without the byte order mark, at its ends; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
