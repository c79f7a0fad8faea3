"""Transcripts, recognised by their content: lines that say who speaks, before the words or above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.document import Document, Place, Span, Turn
from index.reading.labels import Form, Label, is_person, repeated, with_names
from index.spoken import ANSWERS, CLOSING, name_of

_LINE = re.compile(r"^.*\S", re.MULTILINE)
_FEWEST_TURNS = 4
_LEAST_SHARE = 0.15
"""The least share of a transcript's lines that begin a turn: an article with a few "RELATED:" lines is none."""
_LONGEST_OPENING = 0.5
"""The greatest share of a transcript's characters before its first turn."""
_MOST_SPEAKERS = 0.7
"""The most speakers a turn: people who talk take turns, headings of a list come once each."""
_LEAST_PEOPLE = 0.3
"""The least share of labels that are people: a programme that asks may go by three letters, the guest has a name."""
_LEAST_SENTENCES, _LEAST_PERSONAL = 0.6, 0.2
"""The least share of turns that end as sentences do, and of those that say "I", "we" or "you"."""
_SENTENCE = re.compile(r"[.!?\u2026][\"'\u201d\u2019)*_\]]*$|[-\u2013\u2014]+$")
_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|me|us|your)\b", re.IGNORECASE)


def with_turns(document: Document) -> Document:
    """Return a transcript with its turns, and the times beside them; other documents come back as they are."""
    if document.speaker is not None or document.turns:
        return document
    for form in Form:
        labels = repeated(form, document)
        if _is_transcript(document, labels):
            labels = with_names(labels, form, document)
            places = document.places or tuple(_places(document, labels))
            return replace(document, turns=tuple(_turns(document, labels)), places=places)
    return document


def _is_transcript(document: Document, labels: Sequence[Label]) -> bool:
    """Say whether labels are of people who talk: several, by turns, in sentences, to each other."""
    speakers = {label.speaker for label in labels}
    most = max(_MOST_SPEAKERS * len(labels), _FEWEST_TURNS - 1)
    if len(labels) < _FEWEST_TURNS or not 1 < len(speakers) <= most:
        return False
    lines = sum(1 for _ in _LINE.finditer(document.text, document.body.start, document.body.end))
    turns = list(_turns(document, labels))
    said = [document.text[turn.words.start : turn.words.end] for turn in turns]
    return (
        len(labels) >= _LEAST_SHARE * lines
        and labels[0].start - document.body.start <= _LONGEST_OPENING * len(document.body)
        and _is_talk(said, asked=_has_asker(document, turns))
        and _are_people(labels, document)
    )


def _has_asker(document: Document, turns: Sequence[Turn]) -> bool:
    """Say whether somebody asks and somebody else answers: called "Q", or with questions only."""
    asking = dict.fromkeys((turn.speaker for turn in turns), True)
    for turn in turns:
        asking[turn.speaker] &= document.text[turn.words.start : turn.words.end].endswith("?")
    return "Q" in asking or sorted(asking.values()) == [False, True]


def _is_talk(said: Sequence[str], *, asked: bool) -> bool:
    sentences = sum(bool(_SENTENCE.search(words)) for words in said)
    personal = sum(bool(_PERSONAL.search(words)) for words in said)
    return sentences >= _LEAST_SENTENCES * len(said) and (asked or personal >= _LEAST_PERSONAL * len(said))


def _are_people(labels: Sequence[Label], document: Document) -> bool:
    """Say whether labels are of people, one of whom has a name: the answers of a list of questions are nobody's."""
    speakers = {label.speaker for label in labels}
    named = {speaker for speaker in speakers if name_of(speaker, document)}
    people = {one for one in named if is_person(one, document) or one.upper() in ANSWERS}
    askers = speakers - named
    return bool(people) and sum(one.speaker in people | askers for one in labels) >= _LEAST_PEOPLE * len(labels)


def _turns(document: Document, labels: Sequence[Label]) -> Iterator[Turn]:
    for label, end in zip(labels, _ends(document, labels), strict=True):
        words = CLOSING.sub("", document.text[label.words : end])
        start, stop = label.words + len(words) - len(words.lstrip()), label.words + len(words.rstrip())
        if start < stop:
            yield Turn(label.speaker, Span(start, stop))


def _places(document: Document, labels: Sequence[Label]) -> Iterator[Place]:
    for label, end in zip(labels, _ends(document, labels), strict=True):
        if label.time:
            yield Place(label.time, Span(label.start, end))


def _ends(document: Document, labels: Sequence[Label]) -> list[int]:
    return [*(label.start for label in labels[1:]), document.body.end]
