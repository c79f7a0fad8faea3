"""What a quotation hides by where it is cut: a condition, a denial, a question, somebody else who speaks."""

import re
from collections.abc import Iterator

from bot.quotes.placement import Placement
from bot.quotes.quote_check import DifferenceKind
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
_REPORT = re.compile(
    r"((?:[\w.'\u2019-]+ ){1,3})(?:says?|said|tells?|told|claims?|claimed|insists?|insisted|warn(?:s|ed)|writes?|wrote|"
    r"argues?|argued|replied|asked|thinks?|believes?)\b",
    re.IGNORECASE,
)
_OWN = frozenset(["i", "we", "i've", "i\u2019ve", "we've", "we\u2019ve", "to", "would", "can", "could", "will"])
_ASKS = re.compile(r"[^\w\s]*\?")
_LEFT_OUT = frozenset([DifferenceKind.ELLIPSIS, DifferenceKind.BRACKETS, DifferenceKind.CUT_CLAUSE])
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
    yield from _others(placement, around.rest_before)
    asks = _ASKS.match(placement.document.text, placement.end)
    if asks and "?" not in placement.alignment.given.text:
        yield "In the source this is a question."


def _hides(hidden: str) -> Iterator[str]:
    if _CONDITION.search(hidden):
        yield f"A condition is left out: {_shown(hidden)}"
    if _NEGATION.search(hidden):
        yield f"A negation is left out: {_shown(hidden)}"


def _others(placement: Placement, before: str) -> Iterator[str]:
    """Yield who else may be speaking: within the speaker's words, and by what the document says."""
    reports = [one for one in _REPORT.finditer(before) if _OWN.isdisjoint(one[1].casefold().split())]
    if reports or _in_inner_marks(placement):
        shown = _shown(before) if before else "they stand in quotation marks of their own"
        yield f"The speaker gives somebody else\u2019s words here: {shown}"
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
