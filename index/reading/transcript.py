"""Transcripts, recognised by their content: lines that start with who speaks."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from index.document import Document, Span, Turn

_LABEL = re.compile(
    r"^[ \t]*(?:\*\*|__)?(?P<speaker>"
    r"(?:(?:MR|MS|MRS|DR)\. )?[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]*){0,5}(?: \([^)\r\n]{1,40}\))?"  # MR. KIRBY
    r"|[A-Z][\w.'\u2019-]+(?: (?:de |van |von |bin |al-)?[A-Z][\w.'\u2019-]+){0,3}"  # John Kirby
    r")[^\S\r\n]*:(?:\*\*|__)?[^\S\r\n]+"
    r"|^[ \t]*(?:\*\*)?(?P<asker>Q|A(?=[.:\xa0\t]| {2}))(?:\*\*)?[.:]?[^\S\r\n]+",  # Q    So what …
    re.MULTILINE,
)
_FEWEST_TURNS = 4
_NOBODY = {"LINK", "TAGS", "NOTE", "UPDATE", "CORRECTION", "SOURCE", "PHOTO", "WATCH", "READ MORE"}


def with_turns(document: Document) -> Document:
    """Return a transcript with its turns; any other document comes back as it is."""
    turns = tuple(_turns(document.text, document.body)) if document.speaker is None else ()
    return replace(document, turns=turns) if turns else document


def _turns(text: str, body: Span) -> Iterator[Turn]:
    labels = [label for label in _LABEL.finditer(text, body.start, body.end) if _speaker(label) not in _NOBODY]
    often = Counter(_speaker(label) for label in labels)
    kept = [label for label in labels if often[_speaker(label)] > 1 or _speaker(label).isupper()]
    if len(kept) < _FEWEST_TURNS or len({_speaker(label) for label in kept}) < 2:  # noqa: PLR2004 - two talk
        return
    for label, end in zip(kept, [*(label.start() for label in kept[1:]), body.end], strict=True):
        start, stop = label.end(), end
        while start < stop and text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            yield Turn(_speaker(label), Span(start, stop))


def _speaker(label: re.Match[str]) -> str:
    return label["speaker"] or label["asker"]
