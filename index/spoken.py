"""The turns of a transcript as quotations, a paragraph each."""

import re
from collections import Counter
from collections.abc import Iterator

from index.document import Document, Kind, Passage, Quotation, Span, Turn
from index.lexical import FUNCTION_WORDS
from index.roles import ROLE_HEADS

_PARAGRAPH = re.compile(r"\S(?:[^\r\n]|(?:\r\n|\r|\n)(?![ \t]*(?:\r\n|\r|\n)))*")
_HONORIFIC = re.compile(r"^(?:MR|MS|MRS|DR)\.?\s+|\s*\([^)]*\)$", re.IGNORECASE)
_TITLES = {"mr", "ms", "mrs", "dr", "admiral", "secretary", "president", "senator", "general", "the", "and"}
_LONGEST_LABEL = 120
"""How many characters before the words a label is looked for."""
_BEGINNING = 500
_LONGEST_ABBREVIATION = 4
_INTERVIEWED = re.compile(
    r"(?:[Ii]nterview|[Cc]onversation|Q ?& ?A|[Qq]uestions) (?:with|for) (?:[a-z]+ )*((?:[A-Z][\w.'\u2019-]+ ?){2,4})"
)
ANSWERS = {"A", "ANSWER"}
REPORTERS = {"Q", "QUESTION", "REPORTER", "INTERVIEWER"}
ASKERS = ANSWERS | REPORTERS | {"PARTICIPANT", "SPEAKER", "MODERATOR", "HOST", "GUEST", "VOICE"}
"""What transcripts call those whom they do not name."""
_NUMBER = re.compile(r" \d+$")
_DIRECTION = r"(?:[(\[][^()\[\]]*[)\]][.?!]?)"
_CLOSED = r"(?:\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?(?:\s+[A-Z]{2,4})?|END(?:\s+OF\s+\w+)?|#{2,}|-30-|\*(?:\s*\*)+)"
_UNSPOKEN = re.compile(rf"(?:{_DIRECTION}|{_CLOSED}|\s)+")
CLOSING = re.compile(rf"(?:\s*\n\s*(?:{_CLOSED}\s*)+)\Z")
"""What may stand behind the last words of a transcript: the time at which it ended."""


def spoken(document: Document) -> Iterator[Quotation]:
    """Yield what each speaker of a transcript says; one who is only called "Q" has no name."""
    names = {turn.speaker: name_of(turn.speaker, document) for turn in document.turns}
    for turn in document.turns:
        for paragraph in _PARAGRAPH.finditer(document.text, turn.words.start, turn.words.end):
            words = paragraph[0].rstrip()
            if _UNSPOKEN.fullmatch(words):
                continue
            span = Span(paragraph.start(), paragraph.start() + len(words))
            name = names[turn.speaker]
            yield Quotation((Passage(document, span),), _label(document, turn), None, name, Kind.DIRECT)


def _label(document: Document, turn: Turn) -> Passage | None:
    start = document.text.rfind(turn.speaker, max(0, turn.words.start - _LONGEST_LABEL), turn.words.start)
    return Passage(document, Span(start, start + len(turn.speaker))) if start >= 0 else None


def name_of(label: str, document: Document) -> str | None:
    """Return the full name that the document gives for a label such as "MR. KIRBY", or the label's own words."""
    bare = _HONORIFIC.sub("", label).strip()
    if bare.upper() in ANSWERS and (found := _INTERVIEWED.search(f"{document.title}\n{document.text[:_BEGINNING]}")):
        return found[1].strip()  # the answers of an interview
    if _NUMBER.sub("", bare).upper() in ASKERS:
        return None
    surname = bare.split()[-1]
    pattern = re.compile(rf"\b([A-Z][\w.'\u2019-]+) ({re.escape(surname)})\b", re.IGNORECASE)
    named = Counter(
        _as_name(match[0])
        for match in pattern.finditer(f"{document.title}\n{document.text}")
        if match[1].strip(".").lower() not in _TITLES and _is_name(match[0])
    )
    if " " not in bare and named:
        return named.most_common(1)[0][0]
    return bare.title() if bare.isupper() and not _is_abbreviation(bare, document) else bare


def _is_name(words: str) -> bool:
    """Say whether a surname and the word before it are written as a name; in capitals titles are, too."""
    before = words.split(maxsplit=1)[0]
    is_title = ROLE_HEADS.fullmatch(before) or before.lower() in FUNCTION_WORDS
    return words.istitle() or (words.isupper() and not is_title)


def _as_name(words: str) -> str:
    return " ".join((words.title() if words.isupper() else words).split())


def is_asker(label: str) -> bool:
    """Say whether a label is of one who asks without a name: "Q", "REPORTER 2"."""
    return _NUMBER.sub("", label).upper() in ASKERS - ANSWERS


def is_reporter(label: str) -> bool:
    """Say whether a label is of one who is there to ask; "SPEAKER 1" may as well be the one who is asked."""
    return _NUMBER.sub("", label).upper() in REPORTERS


def _is_abbreviation(label: str, document: Document) -> bool:
    """Say whether a label in capitals is short, and never written as a name ("NPR")."""
    return len(label) <= _LONGEST_ABBREVIATION and label.title() not in f"{document.title}\n{document.text}"
