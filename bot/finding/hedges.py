"""What a source says of how sure or how near a number is: "more than", "at least", "about"."""

import re

_HEDGE = re.compile(
    r"\b(?:(?:no|not|well|just|slightly|far)\s+)?"
    r"(?:(?:more|less|fewer|greater|higher|lower)\s+than|at\s+(?:least|most)|as\s+many\s+as|up\s+to|close\s+to|"
    r"about|around|nearly|almost|over|under|roughly|approximately|some)\s+$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[$€£]?\d|(?:a\s+|an\s+)?(?:half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?)\b",
    re.IGNORECASE,
)


def hedged(text: str, start: int) -> int:
    """Return where an answer starts together with the hedge before its number; the same place where there is none.

    >>> hedged("It sent at least 1,400 guns.", 17)
    8
    """
    hedge = _HEDGE.search(text[:start]) if _NUMBER.match(text, start) else None
    return hedge.start() if hedge else start
