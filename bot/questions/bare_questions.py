"""Follow-ups of a question word alone ("Why?", "How many?"), put to what the question before it asked."""

import re

from bot.parsed_text import parsed

_HAPPENED = r"(?: (?:exactly|(?:was|is) (?:that|this|it|he|she)|(?:did|has) (?:that|this|it) happen(?:ed)?))?"
_BARE = re.compile(
    rf"(?:(?P<how>why|when|where|how(?: (?:long|often|come))?){_HAPPENED}|(?P<many>how many)|how (?:much|so)|"
    r"why not|whom?|what(?: for)?|which(?: ones?)?|(?:by|with|to|from) (?:whom?|where)|where (?:to|from))",
    re.IGNORECASE,
)
_HELPER = r"(?:am|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)"
_WHETHER = re.compile(rf"(?:did|does|do|{_HELPER})\b.+", re.IGNORECASE)
_DO = r"(?:did|does|do)"
_OF_MANNER = re.compile(
    rf"(?:when|where|why|how|(?:in|on|at|since) (?:what|which) \w+) (?P<rest>(?:{_DO}|{_HELPER})\b.+)",
    re.IGNORECASE,
)
_THING = rf"(?:(?:which|what|how many) (?P<things>(?!(?:{_DO}|{_HELPER})\b)[\w -]+?))"
_OF_AN_OBJECT = re.compile(rf"(?:whom?|what|{_THING}) (?P<rest>{_DO} .+(?<! do))", re.IGNORECASE)
_OF_A_SUBJECT = re.compile(
    rf"(?:who|what(?! ha[sd]\b| have\b)|{_THING}) "
    rf"(?:(?P<helper>{_HELPER}) (?!the |an? )(?P<done>.+)|(?P<did>(?!(?:{_DO}|{_HELPER})\b)\w.*))",
    re.IGNORECASE,
)
_PLURAL = frozenset({"NNS", "NNPS"})


def is_bare(plain: str) -> bool:
    """Say whether a question is a question word alone.

    >>> is_bare("why"), is_bare("When was that"), is_bare("Why did it sink")
    (True, True, False)
    """
    return bool(_BARE.fullmatch(plain))


def made_whole(plain: str, earlier: str, short: str | None) -> str | None:
    """Return what a question word alone asks behind an earlier question and its short answer; None if it is not clear.

    >>> made_whole("Where", "When was Lee arrested?", "1912"), made_whole("When", "Who was arrested in Olm?", "Lee")
    ('Where was Lee arrested?', 'When was Lee arrested in Olm?')
    >>> made_whole("How many", "Which ships did Iran buy?", None), made_whole("Who", "When was Lee arrested?", "1912")
    ('How many ships did Iran buy?', None)
    """
    found, asked = _BARE.fullmatch(plain), earlier.strip(" ?!.")
    if found and found["how"]:
        return _of_manner(found["how"].capitalize(), asked, short)
    return _of_number(asked, short) if found and found["many"] else None


def _of_manner(word: str, asked: str, short: str | None) -> str | None:
    if _WHETHER.fullmatch(asked):
        return f"{word} {asked[:1].lower()}{asked[1:]}?"
    if found := _OF_MANNER.fullmatch(asked):
        return f"{word} {found['rest']}?"
    found = _OF_AN_OBJECT.fullmatch(asked) or _OF_A_SUBJECT.fullmatch(asked)
    thing = found and (found["things"] if asked.lower().startswith("how many ") else short)
    if not found or not thing:
        return None
    parts = found.groupdict()
    if parts.get("rest"):
        return f"{word} {parts['rest']} {thing}?"
    if parts["helper"]:
        return f"{word} {parts['helper']} {thing} {parts['done']}?"
    return f"{word} was it that {thing} {parts['did']}?"


def _of_number(asked: str, short: str | None) -> str | None:
    found = _OF_AN_OBJECT.fullmatch(asked) or _OF_A_SUBJECT.fullmatch(asked)
    things = found and (found["things"] or (short if asked.lower().startswith("what ") else None))
    if not found or not things or not _is_several(things):
        return None
    rest = asked[found.end("things") + 1 :] if found["things"] else asked[len("what ") :]
    return f"How many {things} {rest}?"


def _is_several(things: str) -> bool:
    """Say whether things are several, and not counted yet."""
    tokens = parsed(things)
    return tokens[-1].tag_ in _PLURAL and not any(one.tag_ == "CD" for one in tokens)
