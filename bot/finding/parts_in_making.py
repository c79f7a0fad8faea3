"""Whose part in a work a sentence tells: who built a bridge need not have designed it."""

from typing import TYPE_CHECKING, Final

from bot.finding.verbs import base
from bot.parsed_text import parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS: Final = tuple(
    frozenset(map(base, part.split()))
    for part in (
        "design designer draw drawing draft plan architect engineer sketch conceive",
        "build builder construct construction erect assemble contractor rebuild",
        "paint painter",
        "write writer author pen compose composer song lyrics script screenplay",
        "direct director",
        "produce producer",
        "sing singer perform performer star",
        "publish publisher",
        "translate translator",
        "illustrate illustrator",
        "fund finance sponsor pay donate",
    )
)
"""What one may do for a work, each in verbs without their endings and in nouns."""
_SAME: Final = frozenset({"appos", "compound", "conj", "nmod"})


def is_another_part(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer in a sentence does something else for a work than a question asks who did.

    >>> is_another_part("Who designed the bridge?", "The firm Krag built the bridge.", 9, 13)
    True
    >>> is_another_part("Who designed the bridge?", "Lee, its architect, built the bridge.", 0, 3)
    False
    """
    asked = {verb for one in parsed(question) if one.tag_ in {"VBD", "VBN", "VB"} for verb in [base(one.lower_)]}
    part = next((one for one in _PARTS if one & asked), frozenset())
    if not part or not question.lower().startswith(("who ", "which ", "what ", "by whom ")):
        return False
    tokens = parsed(sentence)
    if any(base(one.lower_) in part for one in tokens):
        return False
    did = [_done_by(one) for one in tokens if start <= one.idx < end]
    return any(verb is not None and base(verb.lower_) in frozenset().union(*_PARTS) for verb in did)


def _done_by(noun: "Token") -> "Token | None":
    """Return the verb of which a noun, or what it is in apposition to, is the doer."""
    while noun.dep_ in _SAME:
        noun = noun.head
    if noun.dep_ == "nsubj" and noun.head.tag_.startswith("VB"):
        return noun.head
    is_by = noun.dep_ == "pobj" and noun.head.lower_ == "by"
    return noun.head.head if is_by and noun.head.head.tag_.startswith("VB") else None
