"""Words that point back ("this equipment", "the true number") with what they mean in their place, for weighing only.

A phrase is taken for the antecedent where it has the very noun that the pointing words have: "this military equipment"
means the "1,000 containers of military equipment" of the sentence before. What has no such phrase stays as it is.
"""

import re
from typing import TYPE_CHECKING

from bot.parsed_text import parsed
from index.lexical import content_words, stem

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_POINTING = frozenset({"this", "that", "these", "those", "such"})
_POINTS = re.compile(rf"\b(?:{'|'.join(sorted(_POINTING))})(?=(?P<behind>(?:\W+\w[\w-]*){{1,6}}))")
_NUMBER = r"\d+(?:[,.]\d+)*(?: (?:hundred|thousand|million|billion|trillion))?(?![\w-])"
_NUMBERS = re.compile(rf"(?<![\w.,-])(?!(?:1[5-9]|20)\d\d(?![\w,.]\w)){_NUMBER}")
"""Numbers that are no years."""
_CORRECTED = re.compile(
    r"(?:the|its|their) (?:true|real|actual|correct|right) "
    r"(?:(?:death )?toll|number|figure|total|count|amount|sum|cost|price) (?:is|was|had been|stands at|stood at)"
    rf"(?: (?:only|just|about|around|in fact|closer to|nearer to))* {_NUMBER}\W*",
    re.IGNORECASE,
)
_NOUNS = frozenset({"NOUN", "PROPN"})


def filled_in(words: str, before: str) -> str:
    """Return words with their pointing phrases replaced by the phrases of the sentence before that they mean.

    >>> filled_in("We condemn this equipment.", "They sent ten boxes of old equipment to Oslo.")
    'We condemn ten boxes of old equipment.'
    >>> filled_in("the true number was 12", "Lee said that 40 people died in 2019.")
    'Lee said that 12 people died in 2019.'
    """
    if _CORRECTED.fullmatch(words):
        return _corrected(words, before)
    if not before or not _may_point_back(words, before):
        return words
    text, end = "", 0
    for phrase in parsed(words).noun_chunks:
        meant = _antecedent(phrase, parsed(before)) if phrase[0].lower_ in _POINTING and len(phrase) > 1 else None
        if meant:
            text += f"{words[end : phrase.start_char]}{meant}"
            end = phrase.end_char
    return text + words[end:]


def _corrected(words: str, before: str) -> str:
    """Return the sentence before with the true number in the place of its only one; the words, where it has several."""
    (true,), wrong = _NUMBERS.findall(words), list(_NUMBERS.finditer(before))
    return f"{before[: wrong[0].start()]}{true}{before[wrong[0].end() :]}" if len(wrong) == 1 else words


def _may_point_back(words: str, before: str) -> bool:
    """Say whether a word close behind a pointing one stands before; to parse is dear, and most often it does not."""
    behind = {stem(word) for found in _POINTS.finditer(words.lower()) for word in content_words(found["behind"])}
    return bool(behind and behind & {stem(word) for word in content_words(before)})


def _antecedent(phrase: "Span", before: "Doc") -> str | None:
    noun = stem(phrase.root.lower_)
    found = next((token for token in before if token.pos_ in _NOUNS and stem(token.lower_) == noun), None)
    return _phrase(found) if found else None


def _phrase(noun: "Token") -> str:
    """Return the phrase of a noun, with what it is of ("ten boxes of equipment") and what is of it."""
    top = noun
    while (over := _over(top)).pos_ in _NOUNS and over != top:
        top = over
    of = [child.right_edge for child in top.rights if child.lower_ == "of"]
    last = max([top, noun.right_edge, *of], key=lambda token: token.i)
    return str(top.doc[top.left_edge.i : last.i + 1].text)


def _over(noun: "Token") -> "Token":
    """Return the noun that a noun belongs to: "boxes" for "boxes of equipment", "salt" for "salt and pepper"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return noun.head.head
    return noun.head if noun.dep_ == "conj" else noun
