"""What a number counts: "28 old guns" counts guns, and neither ships nor millimetres."""

import re
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from bot.parsed_text import parsed
from index.lexical import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKED = re.compile(
    r"\bhow many (?:(?:more|other|of the|different)\s+)?([a-z][\w-]*(?:\s+[a-z][\w-]*){0,3})", re.IGNORECASE
)
_END_OF_NOUNS = re.compile(
    r"(?:am|is|are|was|were|be|do|does|did|has|have|had|will|would|can|could|may|might|of|in|on|at|to|from|for|by|"
    r"with|the|a|an|there|\w+ed)",
    re.IGNORECASE,
)
_ENDS_A_THING = re.compile(
    rf"{_END_OF_NOUNS.pattern}|who|which|that|near|into|onto|over|after|before|when|while|as|another|every|each|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\d|\b(?:(?:twen|thir|for|four|fif|six|seven|eigh|nine)(?:ty|teen)|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|thirds?|halves|half|quarters?|dozens?|scores?|pairs?|couple|handful|hundreds?|thousands?|"
    r"millions?|billions?|trillions?|zero|an?|single|several|(?<!how )many|few|fewer|more|most|majority|twice|once|no|"
    r"none|nobody|nothing|not|neither|all|both|every|each|everybody|everyone|only|series|numerous|countless)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"(?<![\w.,])(?:\d[\d.,]*(?<![.,])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)"
    r"(?:[\s-]+(?:hundred|thousand|million|billion|dozen))*",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s?(?:%|°)|[\s-]?(?:mm|cm|m|km|kg|g|lb|ft|mph|kph|kW|MW|GW)\b")
_MEASURE = re.compile(
    r"(?:square|cubic|(?:kilo|centi|milli)?(?:met(?:er|re)|gram|watt)s?|miles?|feet|foot|inch(?:es)?|tonnes?|tons?|"
    r"percent|percentage|per|degrees?|dollars?|euros?|pounds?|crowns?|hours?|minutes?|seconds?|days?|years?|times)",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"people", "persons", "men", "women", "children", "inhabitants", "residents"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_THING = frozenset({"DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$"})


def counts(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a number inside a span of a sentence may count what a question asks "how many" of.

    A number that stands alone may count anything, one before a unit or before another noun may not. People are counted
    by many nouns, and units are written in many ways, so that these are let through.

    >>> counts("How many guns came?", "It sent 28 old guns and 30 ships.", 8, 10)
    True
    >>> counts("How many guns came?", "It sent 28 old guns and 30 ships.", 24, 26)
    False
    """
    wanted = counted(question)
    figures = [figure for figure in FIGURE.finditer(sentence) if start <= figure.start() < end]
    if not wanted or not figures or any(word in _ANYBODY or _MEASURE.fullmatch(word) for word in wanted):
        return True
    return any(_may_count({stem(word) for word in wanted}, sentence, figure) for figure in figures)


def asks_how_many(question: str) -> bool:
    """Say whether a question waits for a number of things."""
    return bool(_HOW_MANY.search(question))


def tells_how_many(question: str, answer: str) -> bool:
    """Say whether a short answer has a number, or a word for one, where a question asks "how many".

    >>> tells_how_many("How many came?", "thirty men"), tells_how_many("How many came?", "how many")
    (True, False)
    """
    return not asks_how_many(question) or bool(_QUANTITY.search(answer))


def counts_another(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a number counts something else than is asked for, in a sentence that names what is asked for."""
    told = {stem(word) for word in re.findall(r"[\w-]+", sentence.lower())}
    return any(stem(word) in told for word in counted(question)) and not counts(question, sentence, start, end)


def counted(question: str) -> list[str]:
    """Return the words for what is counted: those behind "how many" up to a verb or a preposition."""
    asked = _ASKED.search(question)
    words = asked[1].lower().split() if asked else []
    ends = [at for at, word in enumerate(words) if _END_OF_NOUNS.fullmatch(word)]
    return words[: min(ends, default=2)]


def _may_count(wanted: set[str], sentence: str, figure: re.Match[str]) -> bool:
    if sentence[: figure.start()].endswith(("$", "€", "£")) or _UNIT.match(sentence, figure.end()):
        return False
    if wanted & {stem(word) for word in _behind(sentence[figure.end() :])}:
        return True
    nouns = {stem(noun.lower_) for noun in _nouns(sentence, figure)}
    return not nouns or bool(nouns & wanted)


def _behind(text: str) -> list[str]:
    """Return the next few words, as far as no other thing is between: "of the guns", yet not "boxes of guns"."""
    words = re.match(
        r"(?:\s+of)?(?:\s+(?:the|these|those|its|their|his|her))?((?:(?:\s+|(?<!.)-)[A-Za-z][\w-]*){0,4})", text
    )
    found = words[1].lower().split() if words else []
    return list(takewhile(lambda word: not _ENDS_A_THING.fullmatch(word), found))


def _nouns(sentence: str, figure: re.Match[str]) -> "list[Token]":
    """Return the noun that a number stands before, or else the first behind it with nothing but "of the" between."""
    tokens = parsed(sentence)
    inside = (one for one in tokens if figure.start() <= one.idx < figure.end() and one.dep_ == "nummod")
    heads = [one.head for one in inside if one.head.pos_ in _NOUNS]
    behind = dropwhile(_is_between, (one for one in tokens if one.idx >= figure.end()))
    return heads or list(takewhile(lambda one: one.pos_ in _NOUNS, behind))


def _is_between(token: "Token") -> bool:
    return token.tag_ in _NO_THING or token.lower_ in {"of", "-", "[", "("}
