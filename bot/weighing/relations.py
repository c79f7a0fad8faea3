"""Whether evidence tells a claim's deed of somebody who only stands in a relation to whom the claim tells it of.

That Ann Lee's lawyer was fined says nothing about whether Ann Lee was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.parsed_text import lemmatised, parsed
from bot.weighing.clauses import deeds, is_same_name, name
from bot.weighing.focusing import pieces
from bot.weighing.roots import roots
from index.parties import aliases
from index.roles import ROLE_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_RELATIVE: Final = re.compile(
    rf"{ROLE_HEADS.pattern}|\b(?:cousin|uncle|aunt|nephew|niece|parent|relative|friend|partner|colleague|rival|ally|"
    r"deputy|aide|assistant|bodyguard|predecessor|successor|employee|tutor|pupil|servant)s?\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"\b[A-Z][\w-]+")
_NO_PERSON: Final = frozenset({"GPE", "NORP", "ORG"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OWNERS: Final = frozenset({"pobj", "poss"})


def is_of_a_relation(claim: str, evidence: str) -> bool:
    """Say whether evidence tells a claim's deed of a person's lawyer, cousin or the like, and nowhere of the person.

    >>> is_of_a_relation("Ann Lee was fined.", "The lawyer of Ann Lee, Bob Ray, was fined.")
    True
    >>> is_of_a_relation("Ann Lee was fined.", "The mayor of Olm, Ann Lee, was fined.")
    False
    """
    if not _may_own(claim, evidence):
        return False
    claimed = [(one.verb, subject) for one in deeds(claim) for subject in _subjects(one.verb)]
    if len(claimed) != 1 or not _is_a_person(claimed[0][1], claim):
        return False
    verb, person = claimed[0]
    told = [subject for sentence in pieces(evidence) for subject in _doing(verb, sentence)]
    return any(_is_relation_of(person, one) for one in told) and not any(_names(person, one) for one in told)


def _may_own(claim: str, evidence: str) -> bool:
    """Say whether a relation stands beside a name of a claim, as "'s" or "of" have it; to parse is dear."""
    names = "|".join(map(re.escape, set(_NAME.findall(claim)))) if _RELATIVE.search(evidence) else ""
    owned = names and re.search(rf"\b(?:{names})['\u2019]s?\s|\b(?:of|for|to)\s(?:\w+\s)?(?:{names})\b", evidence)
    return bool(owned)


def _doing(verb: Token, sentence: str) -> Iterator[Token]:
    """Yield the subjects of a verb in a sentence."""
    for one in lemmatised(sentence):
        if one.pos_ == "VERB" and not roots(one).isdisjoint(roots(verb)):
            yield from _subjects(one)


def _subjects(verb: Token) -> list[Token]:
    """Return a verb's subjects, or those that it shares with the verb that it stands beside."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return found if found or verb.dep_ != "conj" else _subjects(verb.head)


def _is_a_person(noun: Token, claim: str) -> bool:
    """Say whether a noun of a claim is a name that is not known as one of a place or a party."""
    return bool(name(noun)) and not aliases(noun.text) and parsed(claim)[noun.i].ent_type_ not in _NO_PERSON


def _names(person: Token, subject: Token) -> bool:
    beside = [child for child in subject.subtree if child.dep_ == "appos"]
    return any(is_same_name(person, one) for one in (subject, *subject.conjuncts, *beside))


def _is_relation_of(person: Token, subject: Token) -> bool:
    owners = [one for one in subject.subtree if one.dep_ in _OWNERS]
    owned = any(is_same_name(person, one) for owner in owners for one in (owner, *owner.conjuncts))
    return owned and _RELATIVE.fullmatch(subject.text) is not None
