"""A claim in evidence's own words, but for one word that is the opposite of the claim's: "safe" and "unsafe"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.clauses import clauses
from bot.weighing.focusing import pieces
from bot.weighing.opposites import OPPOSITES, contrary, denied
from bot.weighing.quantities import without_numbers
from bot.weighing.saying import count_names, one_time, says, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"\w+")
_SEVERAL: Final = 2
_PREFIXED: Final = re.compile(r"\b(non|un)-(?=[a-z])")


def opposes(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with a word that excludes one of it: "convicted", "acquitted"."""
    return any(
        one_time(claim, sentence) and says(_with(claim, word, other), without_numbers(part), anywhere)
        for sentence in _sentences(evidence)
        for word, other in _opposite_words(claim, sentence)
        for part, anywhere in _parts_with(claim, sentence, word, other)
    )


def restates(claim: str, evidence: str) -> bool:
    """Say whether evidence has for a claim's "not safe" the word "unsafe"."""
    return any(
        one_time(claim, sentence) and says(_without_not(claim, word, other), without_numbers(sentence))
        for sentence in _sentences(evidence)
        for word, other in _opposite_words(claim, sentence)
        if _not(word).search(claim)
    )


def denies_opposite(claim: str, evidence: str) -> bool:
    """Say whether evidence has "not unsafe" for a claim's "safe": it may not say so, but does not refute it."""
    return any(
        says(without_numbers(claim), _without_not(sentence, other, word))
        for sentence in _sentences(evidence)
        for word, other in _opposite_words(claim, sentence)
        if _not(other).search(sentence)
    )


def turns(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says with the usual opposite of a word of it, which it lacks."""
    return any(
        says(_with(claim, word, other), without_numbers(sentence))
        for sentence in _sentences(evidence)
        for there in [_WORD.findall(sentence.lower())]
        for word in _WORD.findall(claim.lower())
        if word not in there and (other := OPPOSITES.get(word)) in there and other
    )


def _sentences(evidence: str) -> tuple[str, ...]:
    """Return the sentences, with "nontoxic" for "non-toxic"."""
    return pieces(_PREFIXED.sub(r"\1", evidence))


def _opposite_words(claim: str, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a claim, each with what a sentence has that cannot be so of the same thing."""
    there = set(_WORD.findall(sentence.lower()))
    for word in dict.fromkeys(_WORD.findall(claim.lower())):
        for other in contrary(word) & there:
            yield word, other


def _parts_with(claim: str, sentence: str, word: str, other: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a sentence that has a word's opposite; of one that has the word too, the clauses with the opposite alone.

    Of a clause with them are the words of a claim that may stand anywhere in it: all, where it has no two names.
    """
    if word not in _WORD.findall(sentence.lower()):
        yield sentence, []
    elif other not in denied(word):
        free = words(_with(claim, word, other)) if count_names(claim) < _SEVERAL else []
        for clause in clauses(sentence):
            there = _WORD.findall(clause.lower())
            if other in there and word not in there:
                yield clause, free


def _with(claim: str, word: str, other: str) -> str:
    return re.sub(rf"\b{word}\b", other, without_numbers(claim), flags=re.IGNORECASE)


def _without_not(text: str, word: str, other: str) -> str:
    return _not(word).sub(other, without_numbers(text))


def _not(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\bnot|n['\u2019]t|\bnever)\s+{word}\b", re.IGNORECASE)
