"""How far a deed has come, in claim and evidence: considered, planned, decided or done.

"Considered selling it" supports neither "has decided to sell it" nor "sold it".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.parsed_text import lemmatised
from bot.weighing.clauses import deeds, is_same_noun
from bot.weighing.focusing import content, pieces

if TYPE_CHECKING:
    from spacy.tokens import Token

_DONE: Final = 4
_STAGES: Final = {
    **dict.fromkeys(("consider", "contemplate", "debate", "discuss", "explore", "mull", "ponder", "study", "talk"), 1),
    **dict.fromkeys(("aim", "hope", "intend", "offer", "plan", "prepare", "promise", "propose", "seek", "want"), 2),
    **dict.fromkeys(("agree", "choose", "decide", "opt", "resolve", "vote"), 3),
}
"""Verbs that tell how far what depends on them has come; the highest number is what is done."""
_BEGUN: Final = "|".join(verb.removesuffix("e").removesuffix("y") for verb in (*_STAGES, "chose", "sought", "whether"))
_MAY_GOVERN: Final = re.compile(rf"\b(?:{_BEGUN})", re.IGNORECASE)
_GOVERNED: Final = frozenset({"xcomp", "pcomp"})
_BEGINS: Final = 3
_MOSTLY: Final = 0.6
_IN_THE_END: Final = re.compile(
    r"(?<!not )(?<!never )(?<!n't )\b(?:did|does|done|doing) (?:so|it|that)\b|\bwent (?:ahead|through)\b", re.IGNORECASE
)
_WANTED: Final = frozenset({"demand", "need", "request", "seek", "want"})
_SOUGHT: Final = frozenset({"request", "seek", "want"})
_ASKING: Final = frozenset({"appeal", "ask", "call", "look", "try"})
_PAST: Final = frozenset({"VBD", "VBN"})
_CLAUSES: Final = frozenset({"advcl", "ccomp", "relcl", "xcomp"})
_WANTS: Final = re.compile(r"\b(?:demand|need|request|seek|sought|want)", re.IGNORECASE)
_BELONGS: Final = frozenset({"amod", "appos", "compound", "conj", "nmod", "pobj", "prep"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "pobj"})


class _Staged(NamedTuple):
    verb: Token
    stage: int


def falls_short(claim: str, evidence: str) -> bool:
    """Say whether evidence tells a claim's deed as less far than it is claimed to have come, and tells no more of it.

    >>> falls_short("Norvik has decided to sell it.", "Norvik considered selling it.")
    True
    >>> falls_short("Norvik has decided to sell it.", "Norvik considered selling it, and sold it.")
    False
    """
    wanted = content(claim)
    near = [one for one in pieces(evidence) if len(wanted - content(one)) <= _MOSTLY * len(wanted)]
    may_be_less = near and _MAY_GOVERN.search(evidence) and not _IN_THE_END.search(evidence)
    claimed = _claimed(claim) if may_be_less else None
    if claimed is None:
        return False
    telling = [one for one in pieces(evidence) if _may_tell(claimed.verb, one)]
    told = [_stage(token) for one in telling for token in lemmatised(one) if _is_same_deed(token, claimed.verb)]
    known = [one for one in told if one is not None]
    return (
        0 < len(known) == len(told)
        and max(known) < claimed.stage
        and not _is_told_else(claimed.verb, evidence, telling)
    )


def has_only_wanted(claim: str, evidence: str) -> bool:
    """Say whether evidence has what a claim's deed was done with, and wherever it does as what somebody only seeks.

    >>> has_only_wanted("Oman has delivered ships to Peru.", "Peru is seeking help from Oman, including ships.")
    True
    >>> has_only_wanted("Oman has delivered ships to Peru.", "Peru sought ships from Oman, and got ten ships.")
    False
    """
    near = [one for one in pieces(evidence) if _WANTS.search(one)]
    claimed = _claimed(claim) if near else None
    if claimed is None or claimed.stage < _DONE or claimed.verb.lemma_.lower() in _WANTED:
        return False
    objects = [child for child in claimed.verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    told = [
        token
        for one in pieces(evidence)
        for token in lemmatised(one)
        if any(is_same_noun(token, noun) for noun in objects)
    ]
    return bool(told) and all(map(_is_wanted, told))


def only_seeks(claim: str, evidence: str) -> bool:
    """Say whether all that evidence tells is that somebody seeks something, and a claim that something was done.

    >>> only_seeks("Oman has armed Peru.", "Oman is seeking help from Peru, including ships.")
    True
    >>> only_seeks("Oman asked Peru for help.", "Oman sought help from Peru.")
    False
    """
    if not _WANTS.search(evidence):
        return False
    told = [one.verb for sentence in pieces(evidence) for one in deeds(sentence)]
    claimed = _claimed(claim) if told and all(one.lemma_.lower() in _SOUGHT for one in told) else None
    has_clauses = any(child.dep_ in _CLAUSES for verb in told for child in verb.subtree)
    if claimed is None or has_clauses or claimed.verb.lemma_.lower() in _WANTED | _ASKING:
        return False
    return claimed.stage == _DONE and claimed.verb.tag_ in _PAST


def _is_wanted(noun: Token) -> bool:
    """Say whether a noun is, or belongs to, what somebody seeks, also behind "including"."""
    while noun.dep_ in _BELONGS and not (noun.lower_ == "including" and noun.head.pos_ == "VERB"):
        noun = noun.head
    is_object = noun.dep_ == "dobj" or noun.lower_ == "including"
    return is_object and noun.head.lemma_.lower() in _WANTED and not _is_negated(noun.head)


def _claimed(claim: str) -> _Staged | None:
    """Return the deed that a claim is about, and how far it is claimed to have come."""
    root = next(token for token in lemmatised(claim) if token.head == token)
    verb = next((child for child in root.children if child.dep_ == "xcomp"), root)
    stage = _stage(verb)
    return _Staged(verb, stage) if stage else None


def _stage(verb: Token) -> int | None:
    """Return how far a deed has come; 0 where that is denied or in question, None where it is not certain."""
    if any(child.lower_ == "whether" for child in verb.children):
        return 0
    governor = verb
    while governor.dep_ in _GOVERNED | {"prep"}:
        governor = governor.head
        if governor.lemma_.lower() in _STAGES:
            return 0 if _is_negated(governor) else _STAGES[governor.lemma_.lower()]
    is_told = verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and not any(child.tag_ == "MD" for child in verb.children)
    return _DONE if governor is verb and is_told and not _is_negated(verb) else None


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _may_tell(verb: Token, sentence: str) -> bool:
    begins = "|".join(re.escape(word[:_BEGINS]) for word in (verb.text, verb.lemma_))
    return re.search(rf"\b(?:{begins})", sentence, re.IGNORECASE) is not None


def _is_same_deed(token: Token, verb: Token) -> bool:
    """Say whether two verbs are one, and not said to be done to two things."""
    mine, theirs = (next((child for child in one.children if child.dep_ == "dobj"), None) for one in (verb, token))
    is_of_another = mine and theirs and theirs.pos_ != "PRON" and not is_same_noun(mine, theirs)
    return token.lemma_.lower() == verb.lemma_.lower() and token.pos_ == "VERB" and not is_of_another


def _is_told_else(verb: Token, evidence: str, telling: list[str]) -> bool:
    """Say whether another sentence speaks of what the deed is done to: "The sale of the yard was completed"."""
    objects = [token.text.lower() for token in verb.subtree if token.dep_ in _OBJECTS]
    others = " ".join(one for one in pieces(evidence) if one not in telling).lower()
    return any(one in others for one in objects)
