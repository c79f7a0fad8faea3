"""A claim's deed told of somebody else: "Keane was sent off for a foul on Prado" does not say that Prado was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.parsed_text import lemmatised
from bot.weighing.clauses import deeds, name
from bot.weighing.exchanged_deeds import MUTUAL
from bot.weighing.focusing import content, pieces
from index.parties import are_of_one_land, party_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from bot.weighing.clauses import Deed

_BEGINS: Final = 3
_HALF: Final = 0.5
_NAME: Final = re.compile(r"\b[A-Z][\w'-]+")


def tells_of_others(claim: str, evidence: str) -> bool:
    """Say whether evidence tells a claim's deed, and wherever it does of others than by whom, or to whom, is claimed.

    What else it tells of these in other sentences may be the same deed in other words.

    >>> tells_of_others("Luis Prado was sent off.", "Joe Keane was sent off after a foul on Luis Prado.")
    True
    >>> tells_of_others("Luis Prado was sent off.", "Keane was sent off after a foul. So was Luis Prado.")
    False
    """
    near = [one for one in pieces(evidence) if _is_near(claim, one)]
    claimed = deeds(claim) if near else []
    if len(claimed) != 1 or claimed[0].called in MUTUAL:
        return False
    telling = [one for one in near if _may_tell(claimed[0], one)]
    told = [one for sentence in telling for one in _like(claimed[0], sentence)]
    others = " ".join(one for one in pieces(evidence) if one not in telling)
    known = [one for one in told if one is not None]
    return len(known) == len(told) > 0 and any(
        _is_of_others(mine, theirs) and not any(noun.text in others for noun in mine)
        for mine, theirs in (
            (claimed[0].doers, [one.doers for one in known]),
            (claimed[0].targets, [one.targets for one in known]),
        )
    )


def _is_near(claim: str, sentence: str) -> bool:
    """Say whether a sentence has half of a claim's words, of which one is a name; to parse is dear."""
    wanted = content(claim)
    return len(wanted - content(sentence)) <= _HALF * len(wanted) and _NAME.search(claim) is not None


def _may_tell(claimed: Deed, sentence: str) -> bool:
    begins = "|".join(re.escape(word[:_BEGINS]) for word in (claimed.verb.text, claimed.verb.lemma_))
    return re.search(rf"\b(?:{begins})", sentence, re.IGNORECASE) is not None


def _like(claimed: Deed, sentence: str) -> Iterator[Deed | None]:
    """Yield the deeds of a sentence that are like the claimed one; None for a verb that is no main one."""
    main = {one.verb: one for one in deeds(sentence)}
    for token in lemmatised(sentence):
        if token.lemma_.lower() == claimed.verb.lemma_.lower():
            yield main.get(token)


def _is_of_others(mine: Sequence[Token], told: Sequence[Sequence[Token]]) -> bool:
    if not mine or not all(map(name, mine)) or not all(told):
        return False
    others = [_proper(noun) for nouns in told for noun in nouns]
    return all(other is not None and not any(_may_be(one, other) for one in mine) for other in others)


def _proper(noun: Token) -> Token | None:
    """Return a name, or the name that explains a noun: "the captain, Joe Keane"; None where there is none."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    return next((one for one in (noun, *beside) if name(one)), None)


def _may_be(one: Token, other: Token) -> bool:
    """Say whether two names have a word in common, or one is of the other's land, or both are a party's."""
    mine, theirs = _phrase(one), _phrase(other)
    if party_name(" ".join(mine)) == party_name(" ".join(theirs)):
        return True
    return any(are_of_one_land(word.lower(), part.lower()) for word in mine for part in theirs)


def _phrase(noun: Token) -> list[str]:
    """Return a name with the words before it that belong to it: "Iraqi Vice President Ramadan"."""
    return [token.text for token in noun.doc[noun.left_edge.i : noun.i + 1] if token.text[0].isupper()]
