"""What was done to words, by name: a negation dropped, a number changed, a clause cut."""

import re
from collections.abc import Sequence

from bot.quotes.normal_words import Word, span_of
from bot.quotes.numbers import is_number, is_ordinal
from bot.quotes.quote_check import DifferenceKind
from index.lexical import FUNCTION_WORDS
from index.parties import parties
from index.people import first_names

CLAUSE = 4
"""How many words are a clause when they are left out or added; between commas, fewer are."""
_NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor cannot without".split())  # noqa: SIM905
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_STARTS_SENTENCE = re.compile(
    r"(?:\A|[?!:\u2026\n\"\u201c]|(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)\.)[\s\"'\u201c\u201d\u2018\u2019(\[]*\Z"
)
_NEAR = 12
_PAUSES = ",;:\u2013\u2014-"
_PAUSE = re.compile(rf"\s*[{_PAUSES}]")


def negations(forms: Sequence[str]) -> int:
    """Return how many of the words deny.

    >>> negations(["we", "don't", "and", "never"])
    2
    """
    return sum(form in _NEGATIONS or form.endswith("n't") for form in forms)


def turned(before: Sequence[str], after: Sequence[str]) -> DifferenceKind | None:
    """Return how words are turned around by others in their stead: by a negation, or by a prefix that denies.

    >>> turned(["likely"], ["unlikely"]), turned(["will", "not"], ["will"])
    (<DifferenceKind.ADDED_NEGATION: 'added_negation'>, <DifferenceKind.DROPPED_NEGATION: 'dropped_negation'>)
    """
    denied = negations(before) - negations(after)
    if len(before) == len(after) == 1:
        denied += before[0] in {prefix + after[0] for prefix in _PREFIXES}
        denied -= after[0] in {prefix + before[0] for prefix in _PREFIXES}
    if not denied:
        return None
    return DifferenceKind.DROPPED_NEGATION if denied > 0 else DifferenceKind.ADDED_NEGATION


def of_missing(words: Sequence[Word], text: str) -> DifferenceKind:
    """Return what it is to leave out words of a text."""
    stretch = span_of(words)
    before, behind = text[: stretch.start].rstrip(), text[stretch.end :]
    between_pauses = before[-1:] in set(_PAUSES) and _PAUSE.match(behind)
    if len(words) >= CLAUSE or (len(words) > 1 and between_pauses):
        return DifferenceKind.CUT_CLAUSE
    return turned([word.form for word in words], []) or DifferenceKind.DROPPED_WORDS


def of_added(words: Sequence[Word]) -> DifferenceKind:
    """Return what it is to put words in."""
    denial = turned([], [word.form for word in words]) if len(words) < CLAUSE else None
    return denial or DifferenceKind.ADDED_WORDS


def of_changed(found: Sequence[Word], given: Sequence[Word], text: str, given_text: str) -> DifferenceKind:
    """Return what it is to put given words in the place of a text's."""
    before, after = [word.form for word in found], [word.form for word in given]
    if kind := turned(before, after):
        return kind
    ordinals = any(map(is_ordinal, before)) and any(map(is_ordinal, after))
    if ordinals or any(map(is_number, [*before, *after])):
        return DifferenceKind.CHANGED_NUMBER
    named = any(is_name(word, text, text) for word in found) or any(is_name(word, given_text, text) for word in given)
    return DifferenceKind.CHANGED_NAME if named else DifferenceKind.CHANGED_WORD


def is_name(word: Word, text: str, source: str) -> bool:
    """Say whether a word is capitalised for another reason than that it starts a sentence.

    A word that starts one is a name if it is known as one, or is written so inside a sentence of the source.
    """
    written = text[word.start : word.end]
    if not written[0].isupper() or word.form in FUNCTION_WORDS or word.form.split("'")[0] == "i":
        return False
    if not _STARTS_SENTENCE.search(text[max(0, word.start - _NEAR) : word.start]):
        return True
    known = word.form in first_names() or word.form in parties()
    return known or re.search(rf"[a-z,;] {re.escape(written)}\b", source) is not None
