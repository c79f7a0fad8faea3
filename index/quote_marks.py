"""Where the quotation marks of a text open and close."""

import re

from index.document import Span

# Each opening mark with the marks that may close it. A German quotation closes with the mark that opens an English one.
_CLOSING = {
    '"': '"\u201d',
    "\u201c": '\u201d"',
    "\u201e": '\u201c\u201d"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "''": "''",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u2039": "\u203a",
    "\u300c": "\u300d",
    "'": "'",
}
_MARK = re.compile(r"''|[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\u300c\u300d]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_SINGLE = {"'", "\u2018", "\u201a", "\u2039"}
MARKS = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\u300c\u300d`"


def quoted(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return what stands inside quotation marks, the marks left out, in order; nested marks belong to the outer ones.

    A mark that never closes in its paragraph quotes up to the paragraph's end when the next one opens with the same
    mark, as quotations over several paragraphs do; otherwise it is an odd mark, and costs nothing else.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    position = start
    while mark := _MARK.search(text, position, end):
        found = _closed(text, mark, end) if _opens(text, mark, start) else None
        if found is None:
            position = mark.end()
        else:
            if found > mark.end():
                spans.append(Span(mark.end(), found))
            position = found + len(_mark_at(text, found)) if found < end else end
    return spans


def _mark_at(text: str, position: int) -> str:
    found = _MARK.match(text, position)
    return found[0] if found else ""


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1] or " "
    if mark[0] not in _CLOSING or after.isspace():
        return False
    return not before.isalnum() if mark[0] in {'"', "''", *_SINGLE} else True


def _closed(text: str, mark: re.Match[str], end: int) -> int | None:
    """Return where the quotation that a mark opens ends, or None for an odd mark."""
    line_end = _find_end(_LINE_END, text, mark.end(), end)
    closing = _closing(text, mark[0], mark.end(), line_end)
    if closing is None and mark[0] not in _SINGLE and text[line_end:end].lstrip()[:1] == mark[0]:
        return line_end
    if closing is None:
        # A hard-wrapped text breaks its lines inside quotations, but not its paragraphs.
        closing = _closing(text, mark[0], mark.end(), _find_end(_BLANK_LINE, text, mark.end(), end))
    return closing


def _find_end(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    found = pattern.search(text, position, end)
    return found.start() if found else end


def _closing(text: str, opening: str, start: int, end: int) -> int | None:
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        if mark[0] in _CLOSING[opening] and _closes(text, mark, opening):
            if depth == 0:
                return mark.start()
            depth -= 1
        elif mark[0] == opening and opening in {"\u201c", "\u00ab", "\u201e"}:
            depth += 1
    return None


def _closes(text: str, mark: re.Match[str], opening: str) -> bool:
    if opening not in _SINGLE and opening not in {'"', "''"}:
        return True
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1] or " "
    # An apostrophe inside a word closes nothing.
    return not before.isspace() and not after.isalnum()
