"""What kind of words a question waits for, and whether a sentence holds any."""

import re

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
    r"billions?|several|many|few|half|twice|no|none|all|both|series)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:1\d{3}|20\d{2}|january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|ago|century|decade|"
    r"(?:last|next|this) \w+|morning|evening|noon|midnight|\d{1,2}(?::\d{2})? ?[ap]\.?m)\b",
    re.IGNORECASE,
)
_WAITS_FOR = (
    (re.compile(r"\bhow (?:many|much)\b|\bwhat (?:number|percentage|share)\b", re.IGNORECASE), _NUMBER),
    (re.compile(r"\b(?:what|which) (?:date|day|year|month)\b|^(?:and |so |but )?when\b", re.IGNORECASE), _TIME),
)


def could_answer(question: str, sentence: str) -> bool:
    """Say whether a sentence holds the kind of words that the question waits for.

    >>> could_answer("When did it start?", "It started in Kyiv."), could_answer("When was that?", "On 3 May 2022.")
    (False, True)
    """
    return all(waited.search(sentence) for asks, waited in _WAITS_FOR if asks.search(question))
