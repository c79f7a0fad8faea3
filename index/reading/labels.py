"""Lines that say who speaks: "MR. KIRBY:  …", "**John Kirby**" above the words, "[00:12:03] Kirby: …", "Q    …"."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum

from index.document import Document
from index.people import first_names
from index.spoken import ASKERS

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0106\u010c\u0141\u015a\u0160\u017b\u017d"
_CAPITALS = (
    rf"(?:(?:MR|MS|MRS|DR)\. )?[{_UPPER}][{_UPPER}.'\u2019-]+(?: [{_UPPER}][{_UPPER}.'\u2019-]*){{0,5}}"  # MR. KIRBY
)
_WORD = rf"[{_UPPER}](?:[^\W_]|[.'\u2019-])+"
_NAME = rf"{_WORD}(?: (?:(?:de|van|von|bin|el|la|der) |al-)*{_WORD}){{0,3}}"  # John Kirby
_NUMBERED = r"(?:Speaker|SPEAKER|Participant|PARTICIPANT|Voice|VOICE) \d{1,2}"
_CLOCK = r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?[\])]?"
_MARK = r"(?:\*\*\*?|__|[*_])"
_BEFORE = rf"^[ \t]*(?:[-*>\u2022][ \t]+)?(?:{_MARK}?(?P<before>{_CLOCK}){_MARK}?[ \t:\u2013-]+)?(?:{_MARK}|#+ )?"
_ROLE = r"(?: \([^)\r\n\d]{1,40}\)|(?P<role>, [^:.,?!\r\n]{1,40}))?"  # (R-OK), composer
_WHO = rf"(?P<speaker>{_NUMBERED}|{_CAPITALS}|{_NAME}){_ROLE}(?: +(?P<behind>{_CLOCK}))?"
_ASKER = rf"(?:^[ \t]*{_MARK}?|(?<=[.?!)\u2026\u2014])[ \xa0]+(?=Q[ \xa0]{{3}}))(?P<asker>Q|A(?=[.:\xa0\t*]| {{2}}))"
_HONORIFIC = re.compile(r"(?:mr|ms|mrs|dr|sen|rep|gov|gen|adm|prof|judge|secretary|president|senator)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:LINK|TAGS|NOTES?|UPDATES?|CORRECTION|SOURCES?|PHOTOS?|WATCH|RELATED|(?:READ )?MORE|PLUS|STORY|VIDEO|LISTEN|"
    r"IMAGE|(?:SEE |READ )?ALSO|TIP|STEP|CREDIT|DATE|TIME|PLACE|LOCATION|VENUE|SUBJECT|TOPIC|AGENDA|ATTENDEES|ABSENT|"
    r"(?:[\w.]+ )*(?:TRANSCRIPT|MINUTES|HEARING|PRESENT)|FROM|TO|CC|RE|EDITOR['\u2019]S NOTE|DEAR .*)",
    re.IGNORECASE,
)


class Form(Enum):
    """Where a transcript names its speakers: before the words in the same line, or in a line of their own."""

    BEFORE = re.compile(
        rf"{_BEFORE}{_WHO}{_MARK}?[^\S\r\n]*:{_MARK}?[^\S\r\n]+|{_ASKER}{_MARK}?[.:]?{_MARK}?[^\S\r\n]+", re.MULTILINE
    )
    ABOVE = re.compile(
        rf"{_BEFORE}(?:{_WHO}|(?P<asker>Q))[ \t]*:?{_MARK}?:?[ \t]*(?:\r\n|\r|\n)(?=\s*\S)", re.MULTILINE
    )


@dataclass(frozen=True, slots=True)
class Label:
    """Where a text says who speaks: the name, where the line starts and where the words do, and the time beside it."""

    speaker: str
    start: int
    words: int
    time: str | None


def label_of(line: str) -> Label | None:
    """Return who speaks in a line of subtitles, where it says so."""
    found = Form.BEFORE.value.match(line)
    return _label(found) if found else None


def repeated(form: Form, document: Document) -> list[Label]:
    """Return the labels that come more than once, and in capitals before the words those that come once."""
    labels = _all(form, document)
    often = Counter(label.speaker for label in labels)
    return [
        label
        for label in labels
        if (often[label.speaker] > 1 and _can_be_name(label.speaker, document))
        or (label.speaker.isupper() and form is Form.BEFORE)
    ]


def with_names(labels: list[Label], form: Form, document: Document) -> list[Label]:
    """Return the labels of a transcript with those that come once and are names: "Dr. Leana Wen", later only "Wen".

    One in the first line is left out: it may as well be a headline ("Wen: Stay at home").
    """
    known = {label.start for label in labels}
    last = {_last(label) for label in labels}
    opening = re.compile(r"\s*.*").match(document.text, document.body.start)
    start = opening.end() if opening else 0
    return [
        one
        for one in _all(form, document)
        if one.start in known or (one.start > start and (_last(one) in last or is_person(one.speaker, document)))
    ]


def _last(label: Label) -> str:
    return label.speaker.split()[-1].casefold()


def is_person(label: str, document: Document) -> bool:
    """Say whether a label is somebody's name: it has a title or a common first name, or the text uses it as one."""
    words = label.split()
    if _HONORIFIC.match(label) or words[0].casefold() in first_names():
        return True
    if any(re.search(rf"\b{re.escape(word.lower())}\b", document.text) for word in words):
        return False
    return len(words) > 1 or _follows_first_name(label, document)


def _can_be_name(label: str, document: Document) -> bool:
    """Say whether a label can be a name: a lone word such as "Details" has to be somebody's first name or surname."""
    if " " in label or label.isupper() or label.upper() in ASKERS or label.casefold() in first_names():
        return True
    return _follows_first_name(label, document)


def _follows_first_name(label: str, document: Document) -> bool:
    pattern = rf"\b{_WORD} (?i:{re.escape(label)})\b"
    return bool(re.search(pattern, f"{document.title}\n{document.text}"))


def _all(form: Form, document: Document) -> list[Label]:
    found = form.value.finditer(document.text, document.body.start, document.body.end)
    return [label for one in found if (label := _label(one))]


def _label(found: re.Match[str]) -> Label | None:
    parts = found.groupdict()
    speaker = parts["speaker"] or parts["asker"]
    # "And, to be clear: …" is no speaker; "Alan Menken, composer: …" is one.
    if _NOBODY.fullmatch(speaker) or (parts["role"] and " " not in speaker):
        return None
    time = parts["before"] or parts["behind"]
    return Label(speaker, found.start(), found.end(), time and time.strip("[]()"))
