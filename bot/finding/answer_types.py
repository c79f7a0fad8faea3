"""What a question waits for, and whether a sentence can give it.

These are the near misses that similarity takes for answers: a number of something else, a time where there is none,
somebody who is not there at all.
"""

import re
from unicodedata import combining, normalize

from index.lexical import stem
from index.parties import aliases

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
_COUNTED = re.compile(r"\bhow (?:many|much) (?:(?:more|other|of the|different)\s+)?([a-z][\w-]+)", re.IGNORECASE)
_NO_NOUN = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "of",
        "to",
        "more",
        "money",
        "time",
    ]
)
_LONG_NAME = 4
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z][\w.'\u2019-]*)(?:\s+[A-Z][\w.'\u2019-]*)*")
_WAITS_FOR = (
    (re.compile(r"\bhow (?:many|much)\b|\bwhat (?:number|percentage|share)\b", re.IGNORECASE), _NUMBER),
    (re.compile(r"\b(?:what|which) (?:date|day|year|month)\b|^(?:and |so |but )?when\b", re.IGNORECASE), _TIME),
)


def could_answer(question: str, sentence: str, document: str) -> bool:
    """Say whether a sentence of a document can answer: it holds the kind of words that the question waits for.

    What is counted, and every name in the question, must occur in the document: a name by itself or by another name of
    its party.

    >>> could_answer("When did it start?", "It began in Kyiv.", "It began in Kyiv.")
    False
    >>> could_answer("How many tanks came?", "1,000 containers came.", "1,000 containers came.")
    False
    """
    counted = _COUNTED.search(question)
    return (
        all(waited.search(sentence) for asks, waited in _WAITS_FOR if asks.search(question))
        and (counted is None or counted[1].lower() in _NO_NOUN or stem(counted[1].lower()) in _stems(document))
        and all(_occurs(name, document) for name in _NAME.findall(question))
    )


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[\w-]+", text.lower())}


def _occurs(name: str, document: str) -> bool:
    """Say whether a name occurs, with or without accents: any word of it, or another name of the same party."""
    plain = re.sub(r"['\u2019]s?$", "", name.strip(".'\u2019"))
    words = [word for word in re.split(r"[\s-]+", plain) if len(word) >= _LONG_NAME] or [plain]
    known = {_unaccented(one) for one in (*words, *aliases(plain))}
    text = _unaccented(document)
    return any(re.search(rf"\b{re.escape(_root(one))}", text, re.IGNORECASE) for one in known)


def _unaccented(text: str) -> str:
    return "".join(character for character in normalize("NFD", text) if not combining(character))


def _root(name: str) -> str:
    """Leave the last letter off a long name, so that "Korean" and "Russia's" are found by "Korea" and "Russian"."""
    return name[:-1] if len(name) > _LONG_NAME else name
