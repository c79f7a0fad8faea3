"""Quotations that are signed: a line in quotation marks, then a dash and a name."""

# ruff: noqa: RUF001 (dashes that look alike are the subject)

import re

from index.quotation_marks import Marking
from index.tagging.content import Candidate, Piece

_NAME = r"[^\W\d_a-z][\w.’'-]*(?:[^\S\n]+(?:(?:de|la|van|von|bin|al)[^\S\n]+)*[^\W\d_a-z][\w.’'-]*){0,5}"
_SIGNATURE = re.compile(rf"\s{{0,4}}(?P<dash>--|[-–—―])[^\S\n]*(?P<name>{_NAME}?)\.?(?=,|[^\S\n]*(?:\r?\n|$))")
_CERTAINTY = 0.8


def signed(text: str, marking: Marking) -> list[Candidate]:
    """Return the quotations that begin a line and are followed by a dash and a name."""
    found = []
    for pair in marking.pairs:
        signature = _SIGNATURE.match(text, pair.end) if pair.closed and _begins_a_line(text, pair.start) else None
        if signature:
            content = (Piece(pair.start, pair.end, _CERTAINTY),)
            start, end = signature.span("name")
            name = start, end - text[start:end].endswith(".")
            found.append(Candidate(content, name, signature.span("dash"), _CERTAINTY))
    return found


def _begins_a_line(text: str, place: int) -> bool:
    before = text[max(0, place - 20) : place].rstrip(" \t\u00a0")
    return not before or before[-1] in "\r\n"
