"""Two things of which one is so and the other is not: "guilty of theft, not of arson", "Lee was held, Ray was not"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.parsed_text import lemmatised
from bot.weighing.focusing import pieces
from bot.weighing.quantities import without_numbers
from bot.weighing.saying import one_time, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_NOT: Final = re.compile(r"\b(?:not|never)\b|(?<=\w)n['\u2019]t\b", re.IGNORECASE)
_CONTRASTS: Final = re.compile(
    r"(?:\bnot\b|n['\u2019]t\b).*\bbut\b|(?:\b(?:but|and|while)\b|[;,]).*(?:\bnot\b|n['\u2019]t\b)"
)
_NAME: Final = re.compile(r"\b[A-Z][\w'-]+")
_OUTCOMES: Final = (
    (re.compile(r"\b(?:found (?:\w+ly )?not guilty|acquitted|cleared(?= of))\b"), "not convicted"),
    (re.compile(r"\bfound (?:\w+ly )?guilty\b"), "convicted"),
)
_VERBS: Final = frozenset({"VERB", "AUX"})


def says_contrast(claim: str, evidence: str) -> bool:
    """Say whether of two things that evidence contrasts it says the one that is claimed, as claimed."""
    return any(_agrees(claim, sentence) is True for sentence in pieces(evidence))


def denies_contrast(claim: str, evidence: str) -> bool:
    """Say whether of two things that evidence contrasts the one that is claimed is not so, or so where it is denied."""
    return any(_agrees(claim, sentence) is False for sentence in pieces(evidence))


def says_otherwise(claim: str, evidence: str) -> bool:
    """Say whether evidence contrasts two things as a claim does not, whomever it tells them of."""
    return any(_agrees(claim, sentence, of_anybody=True) is False for sentence in pieces(evidence))


def readings(sentence: str) -> list[str]:
    """Return a sentence once for each of two things that it contrasts; none where it does not.

    >>> readings("She won the sprint but not the relay.")
    ['She won the sprint .', 'She won not the relay .']
    >>> readings("Ann Lee was arrested, but Bob Ray was not.")
    ['Ann Lee was arrested', 'Bob Ray not was arrested']
    """
    pairs = (_read(token) for token in lemmatised(sentence))
    return next((pair for pair in pairs if pair), [])


def _agrees(claim: str, sentence: str, *, of_anybody: bool = False) -> bool | None:
    """Say whether a contrast is as claimed; None where a claim is about neither thing, or about both."""
    if not _CONTRASTS.search(sentence) or not one_time(claim, sentence):
        return None
    mine = _plain(_NAME.sub(" ", claim) if of_anybody else claim)
    told = [_plain(one) for one in readings(sentence)]
    about = [one for one in told if says(_positive(mine), _positive(one))]
    if len(about) != 1:
        return None
    return _is_negated(mine) is _is_negated(about[0])


def _plain(text: str) -> str:
    """Return a text without its numbers, with "not convicted" for "acquitted"."""
    for form, outcome in _OUTCOMES:
        text = form.sub(outcome, text)
    return without_numbers(text)


def _positive(text: str) -> str:
    return _NOT.sub(" ", text)


def _is_negated(text: str) -> bool:
    return len(_NOT.findall(text)) % 2 == 1


def _read(second: Token) -> list[str]:
    """Return the readings with what is contrasted with a word, and with the word; none where nothing is."""
    if _is_elliptic(second):
        return _of_subjects(second)
    first = _parallel(second)
    if second.dep_ != "conj" or {first.pos_, second.pos_} & _VERBS or _negates(first) is _negates(second):
        return []
    mine = set(second.subtree)
    joint = second.left_edge.i
    while joint > first.i and second.doc[joint - 1].dep_ in {"cc", "punct"}:
        joint -= 1
    theirs = set(first.subtree) - mine
    return [_without(first, mine | set(second.doc[joint : second.left_edge.i])), _without(first, theirs)]


def _parallel(second: Token) -> Token:
    """Return what a word is joined to; the same word before it, where there is one: "guilty of … but not guilty of"."""
    before = [one for one in second.doc[: second.i] if one.lower_ == second.lower_]
    return before[-1] if before else second.head


def _negates(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _without(token: Token, left_out: set[Token]) -> str:
    return " ".join(one.text for one in token.doc if one not in left_out)


def _is_elliptic(verb: Token) -> bool:
    """Say whether a verb has nothing but its subject and "not": "Bob Ray was not"."""
    kinds = {child.dep_ for child in verb.children} - {"punct", "cc", "ccomp"}
    return kinds in ({"nsubj", "neg"}, {"nsubjpass", "neg"}) and verb.lemma_ in {"be", "do", "have"}


def _of_subjects(verb: Token) -> list[str]:
    """Return what is told before an elliptic verb, and the same of its subject, negated."""
    told = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), None)
    whole = told if told is not None else verb.head if verb.dep_ == "conj" else None
    subject = next(_subjects(whole), None) if whole is not None else None
    if whole is None or subject is None or _negates(whole):
        return []
    other = next(_subjects(verb))
    clause = [one for one in whole.subtree if one.i < other.left_edge.i and one.dep_ not in {"cc", "punct"}]
    rest = [one.text for one in clause if one not in set(subject.subtree)]
    return [" ".join(one.text for one in clause), " ".join([*(one.text for one in other.subtree), "not", *rest])]


def _subjects(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
