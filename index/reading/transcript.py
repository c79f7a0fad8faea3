"""Transcripts, recognised by their content: lines that say who speaks, before the words or above them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.document import Document, Place, Span, Turn
from index.people import first_names

_CAPITALS = r"(?:(?:MR|MS|MRS|DR)\. )?[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]*){0,5}"  # MR. KIRBY
_NAME = r"[A-Z][\w.'\u2019-]+(?: (?:de |van |von |bin |al-)?[A-Z][\w.'\u2019-]+){0,3}"  # John Kirby
_CLOCK = r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?[\])]?"
_BEFORE = rf"^[ \t]*(?:(?:\*\*|__)?(?P<before>{_CLOCK})(?:\*\*|__)?[ \t:\u2013-]+)?(?:\*\*|__|#+ )?"
_WHO = rf"(?P<speaker>{_CAPITALS}|{_NAME})(?: \([^)\r\n\d]{{1,40}}\))?(?: +(?P<behind>{_CLOCK}))?"
_INLINE = re.compile(
    rf"{_BEFORE}{_WHO}(?:\*\*|__)?[^\S\r\n]*:(?:\*\*|__)?[^\S\r\n]+"
    r"|^[ \t]*(?:\*\*)?(?P<asker>Q|A(?=[.:\xa0\t*]| {2}))(?:\*\*)?[.:]?(?:\*\*)?[^\S\r\n]+",  # Q    So what …
    re.MULTILINE,
)
_ABOVE = re.compile(rf"{_BEFORE}(?:{_WHO}|(?P<asker>Q))[ \t]*:?(?:\*\*|__)?[ \t]*(?:\r\n|\r|\n)(?=\s*\S)", re.MULTILINE)
_LINE = re.compile(r"^.*\S", re.MULTILINE)
_FEWEST_TURNS = 4
_LEAST_SHARE = 0.15
"""The least share of a transcript's lines that begin a turn: an article with a few "RELATED:" lines is none."""
_MOST_SPEAKERS = 0.7
"""The most speakers a turn: people who talk take turns, headings of a list come once each."""
_LEAST_SENTENCES, _LEAST_PERSONAL = 0.6, 0.2
"""The least share of turns that end as sentences do, and of those that say "I", "we" or "you"."""
_SENTENCE = re.compile(r"[.!?\u2026][\"'\u201d\u2019)*_\]]*$|[-\u2013\u2014]+$")
_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|me|us|your)\b", re.IGNORECASE)
_NOBODY = frozenset(
    """LINK TAGS NOTE NOTES UPDATE UPDATES CORRECTION SOURCE SOURCES PHOTO PHOTOS WATCH RELATED MORE PLUS VIDEO LISTEN
    IMAGE ALSO TIP STEP CREDIT DATE TIME PLACE SUBJECT FROM TO CC RE""".split()  # noqa: SIM905 - one string keeps it readable
) | {"READ MORE", "SEE ALSO", "EDITOR'S NOTE", "EDITOR\u2019S NOTE", "READ ALSO"}


@dataclass(frozen=True, slots=True)
class Label:
    """Where a text says who speaks: the name, where the line starts and where the words do, and the time beside it."""

    speaker: str
    start: int
    words: int
    time: str | None


def with_turns(document: Document) -> Document:
    """Return a transcript with its turns, and the times beside them; other documents come back as they are."""
    if document.speaker is not None or document.turns:
        return document
    for form, commonest in ((_INLINE, False), (_ABOVE, True)):
        labels = _labels(form, document, repeated=commonest)
        if _is_transcript(document, labels):
            places = document.places or tuple(_places(document, labels))
            return replace(document, turns=tuple(_turns(document, labels)), places=places)
    return document


def label_of(line: str) -> Label | None:
    """Return who speaks in a line of subtitles, where it says so."""
    found = _INLINE.match(line)
    label = _label(found) if found else None
    return label if label and label.speaker.upper() not in _NOBODY else None


def _labels(form: re.Pattern[str], document: Document, *, repeated: bool) -> list[Label]:
    found = form.finditer(document.text, document.body.start, document.body.end)
    labels = [label for one in found if (label := _label(one)).speaker.upper() not in _NOBODY]
    often = Counter(label.speaker for label in labels)
    return [
        label
        for label in labels
        if (often[label.speaker] > 1 and _is_name(label.speaker, document))
        or (label.speaker.isupper() and not repeated)
    ]


def _is_name(label: str, document: Document) -> bool:
    """Say whether a label can be a name: a lone word such as "Details" has to be somebody's first name or surname."""
    if " " in label or label.isupper() or label.casefold() in first_names():
        return True
    return bool(re.search(rf"\b[A-Z][\w.'\u2019-]+ {re.escape(label)}\b", f"{document.title}\n{document.text}"))


def _label(found: re.Match[str]) -> Label:
    parts = found.groupdict()
    time = parts["before"] or parts["behind"]
    return Label(parts["speaker"] or parts["asker"], found.start(), found.end(), time and time.strip("[]()"))


def _is_transcript(document: Document, labels: Sequence[Label]) -> bool:
    """Say whether labels are of people who talk: several, by turns, in sentences, to each other."""
    speakers = {label.speaker for label in labels}
    most = max(_MOST_SPEAKERS * len(labels), _FEWEST_TURNS - 1)
    if len(labels) < _FEWEST_TURNS or not 1 < len(speakers) <= most:
        return False
    lines = sum(1 for _ in _LINE.finditer(document.text, document.body.start, document.body.end))
    said = [document.text[turn.words.start : turn.words.end] for turn in _turns(document, labels)]
    sentences = sum(bool(_SENTENCE.search(words)) for words in said)
    personal = sum(bool(_PERSONAL.search(words)) for words in said)
    return (
        len(labels) >= _LEAST_SHARE * lines
        and sentences >= _LEAST_SENTENCES * len(said)
        and ("Q" in speakers or personal >= _LEAST_PERSONAL * len(said))
    )


def _turns(document: Document, labels: Sequence[Label]) -> Iterator[Turn]:
    for label, end in zip(labels, _ends(document, labels), strict=True):
        words = document.text[label.words : end]
        start, stop = end - len(words.lstrip()), label.words + len(words.rstrip())
        if start < stop:
            yield Turn(label.speaker, Span(start, stop))


def _places(document: Document, labels: Sequence[Label]) -> Iterator[Place]:
    for label, end in zip(labels, _ends(document, labels), strict=True):
        if label.time:
            yield Place(label.time, Span(label.start, end))


def _ends(document: Document, labels: Sequence[Label]) -> list[int]:
    return [*(label.start for label in labels[1:]), document.body.end]
