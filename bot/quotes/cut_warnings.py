"""What a quotation hides by where it is cut: a condition, a denial, a question, somebody else who speaks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.quotes.numbers import is_number
from bot.quotes.placement import Placement
from bot.quotes.quote_check import DifferenceKind
from bot.quotes.reported import reports_before, reports_behind
from bot.quotes.surroundings import Surroundings
from index.quotation_marks import pair_marks

_ASKED = "".join(
    f"(?<!{word} )" for word in ("ask", "asked", "wonder", "wondered", "see", "know", "even", "as", "what")
)
_CONDITION = re.compile(
    rf"\b(?:{_ASKED}if|unless|until|provid(?:ed|ing) that|(?<=, )provided|assuming|(?:as|so) long as|on condition|"
    r"only when|in case|suppos(?:e|ing)|except)\b",
    re.IGNORECASE,
)
_NOT = r"(?:\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without)\b|n['\u2019]t\b)"
_NEGATION = re.compile(_NOT, re.IGNORECASE)
_SAY = r"(?:sa(?:y|ys|id)|tell|told|claim\w*|suggest\w*|call\w*|utter\w*)"
_DENIAL = re.compile(  # in the words of the document
    rf"\bden(?:y|ies|ied|ying)\b|{_NOT}\s+(?:\w+\s+)?{_SAY}\b|\brefus\w+ to {_SAY}\b|"
    rf"\b(?:disput|reject|dismiss|disavow)\w*|\b(?:false|untrue|no evidence)\b|{_NOT}\s+(?:\w+\s+)?\W*\Z",
    re.IGNORECASE,
)
_DISOWNED = re.compile(  # in the speaker's own words
    r"\b(?:false|falsely|untrue|incorrect|mistaken|nonsense|myth|lies?(?! (?:in|at|on|with|ahead)\b)|liars?|hardly|"
    r"(?:doubt|disput|refut|reject|dismiss)\w*|den(?:y|ies|ied|ying)|wrong to \w+)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[^\w\s]*\?")
_LEFT_OUT = frozenset([DifferenceKind.ELLIPSIS, DifferenceKind.BRACKETS, DifferenceKind.CUT_CLAUSE])
_MARKS = " \r\n\t\"'`\u201c\u201d\u2018\u2019\u00ab\u00bb,"
_SHOWN = 160
"""How many characters of hidden words are shown at most."""


def cut_warnings(around: Surroundings) -> Iterator[str]:
    """Yield what a reader should know that the quotation does not show."""
    placement, told = around.placement, around.introduction
    left_out = (one.found for one in placement.differences if one.kind in _LEFT_OUT)
    for hidden in (around.rest_before, around.rest_behind, *left_out):
        yield from _hides(hidden)
    if _CONDITION.search(told):
        yield f"The source sets a condition: {_shown(told)}"
    if _DENIAL.search(told):
        yield f"The source puts it as a denial: {_shown(told)}"
    yield from _others(around)
    yield from _cut_number(placement)
    yield from _joined(placement)
    asks = _ASKS.match(placement.document.text, placement.end)
    if asks and "?" not in placement.alignment.given.text:
        yield "In the source this is a question."


def _cut_number(placement: Placement) -> Iterator[str]:
    """Yield a number of which the quotation has a part: "five" of "five million"."""
    found, text = placement.alignment.found, placement.document.text
    for inside, outside in ((placement.alignment.start, -1), (placement.alignment.end - 1, 1)):
        if 0 <= inside + outside < len(found):
            first, last = sorted((found[inside], found[inside + outside]), key=lambda word: word.start)
            if is_number(first.form) and is_number(last.form) and not text[first.end : last.start].strip(" -"):
                yield f"A number is cut: {_shown(text[first.start : last.end])}"


def _joined(placement: Placement) -> Iterator[str]:
    """Yield what the document puts between the pieces, where that is more than a new paragraph."""
    between = [
        placement.document.text[one.end : other.start].strip(_MARKS) for one, other in pairwise(placement.pieces)
    ]
    if cues := [cue for cue in between if cue]:
        shown = _shown(" \u2026 ".join(cues))
        yield f"The source interrupts these words, which were joined: {shown}"


def _hides(hidden: str) -> Iterator[str]:
    if _CONDITION.search(hidden):
        yield f"A condition is left out: {_shown(hidden)}"
    if _NEGATION.search(hidden):
        yield f"A negation is left out: {_shown(hidden)}"
    if _DISOWNED.search(hidden):
        yield f"A denial is left out: {_shown(hidden)}"


def _others(around: Surroundings) -> Iterator[str]:
    """Yield who else may be speaking: within the speaker's words, and by what the document says."""
    placement, before, behind = around.placement, around.rest_before, around.rest_behind
    in_marks, theirs = _in_inner_marks(placement), "The speaker gives somebody else\u2019s words here"
    if in_marks or reports_before(before):
        yield f"{theirs}: {_shown(before) if before else 'they stand in quotation marks of their own'}"
    if reports_before(introduced := placement.introduced.strip(_MARKS)):
        yield f"{theirs}: {_shown(introduced)}"
    if reports_behind(behind):
        yield f"{theirs}: {_shown(behind)}"
    names = list(dict.fromkeys(one.name for one in placement.quotations if one.name))
    if len(names) > 1:
        yield f"{names[1]} is quoted as saying what {names[0]} said."


def _in_inner_marks(placement: Placement) -> bool:
    """Say whether the words stand in marks inside the utterance's own."""
    for piece in placement.utterance.pieces:
        for pair in pair_marks(piece.text).pairs:
            start, end = piece.start + pair.start, piece.start + pair.end
            if start <= placement.start and placement.end <= end and (start, end) != (piece.start, piece.end):
                return True
    return False


def _shown(hidden: str) -> str:
    plain = " ".join(hidden.split())
    shown = plain if len(plain) <= _SHOWN else f"\u2026{plain[-_SHOWN:]}"
    return f"\u201c{shown}\u201d"
