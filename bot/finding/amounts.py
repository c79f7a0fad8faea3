"""Amounts of several things in one sentence: "900 tonnes of copper and 60 tonnes of silver"."""

import re
from itertools import pairwise
from typing import Final

from bot.finding.counted import FIGURE, counted
from bot.weighing.focusing import content
from index.lexical import stem

_HOW_MANY: Final = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_UNIT: Final = (
    r"(?:(?:short|long|metric|dry|troy|cubic|square) )?(?:(?:kilo|milli|centi)?(?:met(?:re|er)|gram|lit(?:re|er))s?|"
    r"kilos?|tonn?es?|tons?|ounces?|pounds?|barrels?|gallons?|bushels?|acres?|hectares?|feet|miles?|bags?|sacks?|"
    r"boxes|crates?|bottles?|tins?|truckloads?|loads?)"
)
_ASKED: Final = re.compile(
    rf"\bhow (?:many {_UNIT} of|much) (?!(?:does|did|do|is|was|were|has|had|have|of|more|less|money|time|will|can)\b)"
    r"(?:the |its |their )?(?P<stuff>[a-z][\w-]*(?: [a-z][\w-]*)?)",
    re.IGNORECASE,
)
_OF: Final = re.compile(rf"[\s-]{_UNIT} of (?:the |its |their )?(?P<stuff>[a-z][\w-]*(?: [a-z][\w-]*)?)", re.IGNORECASE)
_OF_ANY_KIND: Final = re.compile(
    r"\b(?:food|goods?|cargo|freight|materials?|waste|aid|supplies|ore|metals?|minerals?|fuels?|weapons?|ammunition|"
    r"explosives?|grain|crops?|produce|fish|meat|soil|rock|debris|rubbish|pollut\w+|drugs?|land|stuff|liquid|drinks?|"
    r"poison|chemicals?|gas(?:es)?|water|earth|plastics?|wood|stone|fruits?|vegetables?|seed|resources?|substances?)\b",
    re.IGNORECASE,
)
_IN_A_YEAR: Final = re.compile(r"\b(?:in|of|since|by|during|until|from)\s+(?:1[5-9]|20)\d\d$", re.IGNORECASE)
_OF_ONE: Final = re.compile(r"\b(?:later|then|perhaps|possibly|plus|half|quarters?)\b", re.IGNORECASE)
_DIMENSIONS: Final = {
    word: kind
    for kind, words in {
        "length": "long",
        "width": "wide broad",
        "height": "high tall",
        "depth": "deep",
        "thickness": "thick",
        "age": "old",
        "weight": "heavy",
    }.items()
    for word in words.split()
}
_HOW_LARGE: Final = re.compile(rf"\bhow ({'|'.join(_DIMENSIONS)})\b", re.IGNORECASE)
_MEASURED: Final = re.compile(rf"{FIGURE.pattern}[\s-](?:\w+[\s-])?\w+[\s-]({'|'.join(_DIMENSIONS)})\b", re.IGNORECASE)
_APART: Final = re.compile(r"\b(?:and|or|but|while|whereas)\b|[,;](?!\d)", re.IGNORECASE)
_JOINING: Final = re.compile(
    r"\W*(?:\b(?:and|or|but|while|whereas|plus|later|in|on|for|by|during|at|from|to)\b.*)?$", re.IGNORECASE
)

_ELLIPTIC: Final = re.compile(r"\W*(?:(?:were |was )?(?:in|on|for|by|during|at|from|to|later|then)\b|$)", re.IGNORECASE)
"""What stands behind a number of what was counted before: "900 boxes in May and 700 in June"."""


def is_of_another_stuff(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer in a sentence is an amount of something else than a question asks the amount of.

    >>> is_of_another_stuff("How many tonnes of tin were sold?", "It sold 300 tonnes of cobalt.", 8, 11)
    True
    >>> is_of_another_stuff("How many tonnes of food were sold?", "It sold 300 tonnes of rice.", 8, 11)
    False
    """
    asked = _ASKED.search(question)
    if asked is None or _OF_ANY_KIND.search(asked["stuff"]):
        return False
    told = {one.start(): _OF.match(sentence, one.end()) for one in FIGURE.finditer(sentence)}
    inside = [of for at, of in told.items() if start <= at < end]
    wanted = _stems(asked["stuff"])
    of_it = any(of and wanted & _stems(of["stuff"]) for of in told.values())
    is_another = all(of and not wanted & _stems(of["stuff"]) for of in inside)
    return bool(inside) and is_another and (of_it or not wanted & _stems(sentence))


def is_of_another_dimension(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer in a sentence is a measure of another kind than a question asks: long for wide.

    >>> is_of_another_dimension("How wide is the dam?", "The dam is 40 metres long.", 11, 20)
    True
    >>> is_of_another_dimension("How wide is the dam?", "The dam is 40 metres wide.", 11, 20)
    False
    """
    asked = _HOW_LARGE.search(question)
    told = next((one for one in _MEASURED.finditer(sentence) if start <= one.start() < end), None)
    return asked is not None and told is not None and _DIMENSIONS[asked[1].lower()] != _DIMENSIONS[told[1].lower()]


def one_amount(question: str, sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of a sentence, narrowed to that of its amounts which the words of the question stand beside.

    A span that holds another amount only is moved, where something of the question stands beside just one.

    >>> sentence = "The port took 900 boxes in May and 700 in June."
    >>> one_amount("How many came in May?", sentence, 14, 38), one_amount("How many boxes in June?", sentence, 14, 17)
    ((14, 23), (35, 38))
    """
    figures = [one for one in FIGURE.finditer(sentence) if not _is_a_year(sentence, one)]
    inside = [one for one in figures if start <= one.start() < end]
    if not inside or not _HOW_MANY.search(question) or not _are_several(sentence, figures):
        return start, end
    if _are_several(sentence, inside):
        best = _nearest(_telling(question), _behind(sentence, inside))
        best = best if best is not None else _nearest(_telling(question), _before(sentence, inside))
        return (start, end) if best is None else _amount(sentence, inside[best], start, end)
    beside = _behind(sentence, figures)
    best = _nearest(_telling(question) - content(" ".join(counted(question))), beside)
    if best is None or figures[best] in inside or not _ELLIPTIC.match(beside[best]):
        return start, end
    return _amount(sentence, figures[best], 0, len(sentence))


def _amount(sentence: str, figure: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """Return the span of an amount with its unit and what is counted, inside another span."""
    first = max(start, figure.start() - sentence[: figure.start()].endswith(("$", "€", "£")))
    rest = sentence[figure.end() : min(end, _end_of_clause(sentence, figure.end()))]
    return first, figure.end() + len(_JOINING.sub("", rest))


def _behind(sentence: str, figures: list[re.Match[str]]) -> list[str]:
    return [sentence[one.end() : _end_of_clause(sentence, one.end())] for one in figures]


def _before(sentence: str, figures: list[re.Match[str]]) -> list[str]:
    return [sentence[_start_of_clause(sentence, one.start()) : one.start()] for one in figures]


def _are_several(sentence: str, figures: list[re.Match[str]]) -> bool:
    return any(_are_apart(sentence, one, other) for one, other in pairwise(figures))


def _is_a_year(sentence: str, figure: re.Match[str]) -> bool:
    return _IN_A_YEAR.search(sentence[: figure.end()]) is not None


def _are_apart(sentence: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Say whether two numbers are of two things, and not the ends of a range or the parts of one amount."""
    between = sentence[one.end() : other.start()]
    return bool(_APART.search(between)) and bool(_telling(_OF_ONE.sub("", between)))


def _nearest(wanted: set[str], texts: list[str]) -> int | None:
    """Return which of some texts has more of the wanted words than each of the others; None where none has."""
    shared = [len(_telling(text) & wanted) for text in texts]
    most = max(shared)
    return shared.index(most) if shared.count(most) == 1 else None


def _telling(text: str) -> set[str]:
    """Return the words that tell one amount from another; "May" and "Will" are names, though common words."""
    return content(text) | set(re.findall(r"\b[A-Z]\w+", text))


def _end_of_clause(sentence: str, at: int) -> int:
    following = _APART.search(sentence, at)
    return following.start() if following else len(sentence)


def _start_of_clause(sentence: str, at: int) -> int:
    return max((one.end() for one in _APART.finditer(sentence, 0, at)), default=0)


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[\w-]+", text.lower())}
