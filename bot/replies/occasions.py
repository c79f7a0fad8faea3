"""When something was said: the time that the source names beside the words, else the day of publication."""

import re

from bot.wording import day
from index import Passage, Quotation

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME = re.compile(
    rf"\b(?:(?:on|late|early)\s+)?(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?!\d)(?:,\s+\d{{4}})?)"
    rf"|\b(?:(?:on|last|this|late|early)\s+)?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b"
    rf"|\bin\s+{_MONTH}(?:\s+\d{{4}})?\b|\b(?:yesterday|today|(?:last|this) (?:week|month|year|night))\b"
)


def said_when(quotation: Quotation, around: Passage) -> str | None:
    """Return when something was said, as the source has it, or its day; None where neither is known.

    Times inside the words are not looked at ("We will vote on Tuesday", he said on Friday); of others, the one nearest
    to the cue counts.
    """
    outside = list(around.text)
    for piece in quotation.words:
        first, last = max(piece.start - around.start, 0), piece.end - around.start
        outside[first:last] = "\n" * (last - first)
    cue = (quotation.cue or quotation.words[-1]).end - around.start
    found = min(_TIME.finditer("".join(outside)), key=lambda time: abs(time.start() - cue), default=None)
    return " ".join(found[0].split()) if found else day(quotation.document)
