"""Short answers that tell how long, or how old, where a question asks when."""

import re
from typing import Final

_WHEN: Final = re.compile(r"^(?:and |so |but )?when\b|\b(?:what|which) (?:date|day|year|month)\b", re.IGNORECASE)
_COUNT: Final = (
    r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|few|some|dozens? of|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|een)|hundreds?|half an?)"
)
_DURATION: Final = re.compile(
    rf"(?:(?:for|about|over|nearly|almost|more than|less than|at least|only|just|some|around|up to)\s+)*"
    rf"{_COUNT}(?:[\s-]+(?:and a half|more|long|full|whole|hundred|thousand|million))*[\s-]+"
    r"(?:second|minute|hour|day|night|week|month|year|decade|centurie)s?(?:[\s-]+(?:long|old))?",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"(?:aged?\s+)?\d{1,2}(?:[\s-]years?[\s-]old)?", re.IGNORECASE)
_TELLS_WHEN: Final = re.compile(
    r"\W*(?:ago|later|earlier|before|after|prior|previously|from|into|since|hence|away|past|old|of|in|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\b",
    re.IGNORECASE,
)
_AT: Final = re.compile(
    r"\b(?:in|within|after|every|at|by|on|until|till|before|since|the|of|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\W+$|[\u2013-]\W*$",
    re.IGNORECASE,
)


def tells_no_time(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer in a sentence tells how long or how old, where a question asks when.

    >>> tells_no_time("When was the strike?", "The strike lasted nine days.", 18, 27)
    True
    >>> tells_no_time("When was the strike?", "The strike was nine days ago.", 15, 24)
    False
    """
    short = sentence[start:end].strip(" .,;")
    is_amount = _DURATION.fullmatch(short) or _AGE.fullmatch(short)
    beside = _AT.search(sentence[:start]) or _TELLS_WHEN.match(sentence, end)
    return bool(_WHEN.search(question) and is_amount and not beside)
