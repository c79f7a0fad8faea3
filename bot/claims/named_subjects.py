"""A sentence that begins with "it", with what that is in its place, where the sentence before leaves no choice."""

import re
from typing import TYPE_CHECKING

from bot.parsed_text import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_IT = re.compile(
    r"It\s(?!(?:\w+ )?(?:rain|snow|hail|thunder|pour|seem|appear|happen|turn|take|took|follow|emerge)\w*)(?=\w)"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = _SUBJECTS | {"dobj", "attr"}
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl"})
_SINGULAR = frozenset({"NN", "NNP"})
_BESIDE = frozenset({"relcl", "appos", "acl", "punct"})
_SURE = re.compile(r"(?:the|our|my|their|his|her|its|this|that|an?)\s|[A-Z]", re.IGNORECASE)


def with_subject(claim: str, before: str) -> str:
    """Return a claim with the only thing that the sentence before is about in the place of its subject "it".

    >>> with_subject("It cost 3 million euros.", "The new mirror is late.")
    'The new mirror cost 3 million euros.'
    >>> with_subject("It cost 3 million euros.", "The town bought a ferry.")  # the town, or the ferry?
    'It cost 3 million euros.'
    """
    it = _IT.match(claim)
    if it is None or not before.strip() or not _is_something(parsed(claim)[0]):
        return claim
    things = [phrase for token in parsed(before) if (phrase := _thing(token))]
    return f"{things[0][0].upper()}{things[0][1:]} {claim[it.end() :]}" if len(things) == 1 else claim


def _is_something(it: "Token") -> bool:
    """Say whether "it" stands for a thing, and not for a clause behind it: "it is good to be here"."""
    verb = it.head
    is_time = any(child.dep_ == "attr" and child.ent_type_ in {"DATE", "TIME"} for child in verb.children)
    is_empty = is_time or any(
        child.dep_ in _CLAUSES and child.i > verb.i for word in (verb, *verb.rights) for child in word.rights
    )
    return it.dep_ in _SUBJECTS and verb.dep_ == "ROOT" and not is_empty


def _thing(noun: "Token") -> str:
    """Return the phrase of one thing that a sentence is about; nothing where a noun is no thing, or of many."""
    if noun.dep_ not in _ROLES or noun.head.dep_ != "ROOT" or noun.tag_ not in _SINGULAR or noun.ent_type_ == "PERSON":
        return ""
    phrase = " ".join(token.text for token in _own(noun))
    return phrase if _SURE.match(phrase) else ""


def _own(noun: "Token") -> "Iterator[Token]":
    beside = {token for child in noun.rights if child.dep_ in _BESIDE for token in child.subtree}
    return (token for token in noun.subtree if token not in beside)
