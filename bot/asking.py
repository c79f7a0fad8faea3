"""Sentences that ask."""

import re

from index import Document
from index.sentences import sentences

_ENDS = re.compile(r"\?[?!.\u2026]*[\"')\u2019\u201d]*\Z")
_MARKS = "\"'()\u2018\u2019\u201c\u201d "
_INSIDE = re.compile(r"[\"\u201c]")


def is_question(text: str) -> bool:
    """Say whether a sentence asks, also where all of it stands in quotation marks; telling of a question is no asking.

    Of several that are quoted together all must ask.

    >>> is_question('Is it "safe"?'), is_question('"Is it safe?"'), is_question('Lee asked: "Is it safe?"')
    (True, True, False)
    >>> is_question('"Did Mr. Lee go? And why?"'), is_question('"We lost nine. Why?"')
    (True, False)
    """
    text = text.strip()
    if not _ENDS.search(text) or (text[-1] in _MARKS and _INSIDE.search(text.strip(_MARKS))):
        return False
    plain = text.strip(_MARKS)
    return all("?" in plain[one.start : one.end][-3:] for one in sentences(Document("asked", plain)))
