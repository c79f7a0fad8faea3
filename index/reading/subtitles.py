"""SubRip and WebVTT subtitles: the words of the cues as running text, with their times kept as places."""

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.document import Document, Place, Span, Turn
from index.errors import SourceError
from index.reading.decoding import decode
from index.reading.labels import label_of
from index.reading.origin import Origin

_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
_TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_NEW_SPEAKER = re.compile(r"^(?:-|\u2013|\u2014|>>+)\s*")
_PAUSE = 4.0
"""How many seconds without words begin a new paragraph."""


@dataclass(slots=True)
class _Paragraph:
    """What one speaker says at a stretch: the label, and the words of each cue with their time."""

    speaker: str | None
    pieces: list[tuple[str, str]] = field(default_factory=list)


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a file of subtitles is.

    Its text is the cues' words without numbers, times and tags; a speaker stands before the words ("Ann Lee: …").

    Raises:
        SourceError: the file is of another form, or holds no words.
    """
    paragraphs = list(_paragraphs(decode(content, origin.place), origin))
    text, turns, places = "", list[Turn](), list[Place]()
    for paragraph in paragraphs:
        text += ("\n\n" if text else "") + (f"{paragraph.speaker}: " if paragraph.speaker else "")
        first = len(text)
        for number, (words, time) in enumerate(paragraph.pieces):
            text += (" " if number else "") + words
            places.append(Place(time, Span(len(text) - len(words), len(text))))
        if paragraph.speaker:
            turns.append(Turn(paragraph.speaker, Span(first, len(text))))
    if not text:
        message = f"{origin.place} holds no words"
        raise SourceError(message)
    yield Document(id=origin.id, text=text, title=origin.stem, turns=tuple(turns), places=tuple(places))


def _paragraphs(text: str, origin: Origin) -> Iterator[_Paragraph]:
    current, ended = _Paragraph(None), 0.0
    for start, end, lines in _cues(text, origin):
        time = _clock(start)
        for speaker, words, begins in _spoken(lines):
            if begins or (start - ended > _PAUSE and current.pieces and current.speaker is None):
                if current.pieces:
                    yield current
                current = _Paragraph(speaker)
            if words:
                current.pieces.append((words, time))
        ended = end
    if current.pieces:
        yield current


def _cues(text: str, origin: Origin) -> Iterator[tuple[float, float, str]]:
    """Yield start and end in seconds, and the text with its tags, of every cue."""
    import webvtt

    form = "vtt" if text.lstrip("\ufeff").startswith("WEBVTT") else "srt"
    try:
        cues = webvtt.from_buffer(io.StringIO(text.lstrip("\ufeff"), newline=None), format=form)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        message = f"{origin.place} cannot be read as subtitles: {error}"
        raise SourceError(message) from error
    for cue in cues.captions:
        yield cue.start_in_seconds, cue.end_in_seconds, cue.raw_text


def _spoken(raw: str) -> Iterator[tuple[str | None, str, bool]]:
    """Yield the parts of a cue: who speaks (None: not said), the words, and whether somebody begins to speak."""
    parts = _VOICE.split(raw)
    yield from _by_lines(parts[0])
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        yield " ".join(html.unescape(name).split()), _plain(words), True


def _by_lines(raw: str) -> Iterator[tuple[str | None, str, bool]]:
    for line in raw.splitlines():
        words = _plain(line)
        marked = _NEW_SPEAKER.match(words)
        words = words[marked.end() :] if marked else words
        label = label_of(words)
        yield (label.speaker, words[label.words :], True) if label else (None, words, bool(marked))


def _plain(marked: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", marked)).split())


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
