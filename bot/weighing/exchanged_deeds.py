"""Who did it to whom, in claim and evidence, once both are parsed.

A rule has nothing to say where either is not parsed as a plain clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.clauses import deeds, is_same_name, is_same_noun, name
from bot.weighing.comparing import negations
from bot.weighing.focusing import content, pieces
from bot.weighing.roots import content_roots
from bot.weighing.saying import is_as_sure, one_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from bot.weighing.clauses import Deed

MUTUAL: Final = frozenset(
    (
        *("battle", "border", "contact", "date", "debate", "divorce", "encounter", "equal", "face", "fight", "join"),
        *("kiss", "marry", "match", "meet", "neighbour", "oppose", "play", "resemble", "rival", "wed"),
    )
)
"""What two do to each other."""
_TWO: Final = 2
_OTHER_FORMS: Final = 2
"""How many words of a claim a sentence that tells all of it has at most in another form only; to parse is dear."""
_HALF: Final = 0.5
"""The greatest share of a claim's words that may be missing where its deed is told; to parse the others is dear."""
_BEGINS: Final = 3
_NAME: Final = re.compile(r"\b[A-Z][\w'-]+")
_ALMOST: Final = re.compile(r"\b(?:almost|nearly|allegedly|reportedly|supposedly)\b", re.IGNORECASE)


def exchanges(claim: str, evidence: str) -> bool:
    """Say whether evidence tells a claim's deed with who does it and whom in each other's place, nowhere as claimed."""
    return _tells(claim, evidence, turned=True) and not _tells(claim, evidence, turned=False)


def tells_deed(claim: str, evidence: str) -> bool:
    """Say whether a sentence of evidence tells a claim's deed by and to the same names, with all else that it says."""
    return _names_two(claim) and any(
        len(content(claim) - content(sentence)) <= _OTHER_FORMS
        and not (negations(claim) or negations(sentence) or _ALMOST.search(sentence))
        and is_as_sure(claim, sentence)
        and one_time(claim, sentence)
        and _tells(claim, sentence, turned=False)
        and _is_between_names(claim)
        and _has_all(claim, sentence)
        for sentence in pieces(evidence)
    )


def _names_two(claim: str) -> bool:
    return len(set(_NAME.findall(claim))) >= _TWO


def _tells(claim: str, evidence: str, *, turned: bool) -> bool:
    wanted = content(claim)
    near = [one for one in pieces(evidence) if len(wanted - content(one)) <= _HALF * len(wanted)]
    claimed = [one for one in deeds(claim) if _is_between_two(one)] if near else []
    return len(claimed) == 1 and any(
        told.called == claimed[0].called and _is_by_and_to(claimed[0], told, turned=turned)
        for sentence in near
        if _may_tell(claimed[0], sentence)
        for told in deeds(sentence)
    )


def _may_tell(claimed: Deed, sentence: str) -> bool:
    """Say whether a sentence has a deed's nouns and a verb that begins like its; to parse is dear."""
    begins = "|".join(re.escape(word[:_BEGINS]) for word in (claimed.verb.text, claimed.verb.lemma_))
    told = all(_has(sentence, noun) for noun in (*claimed.doers, *claimed.targets))
    return told and re.search(rf"\b(?:{begins})", sentence) is not None


def _has(sentence: str, noun: Token) -> bool:
    return noun.text in sentence if name(noun) else noun.lemma_.lower() in sentence.lower()


def _is_between_names(claim: str) -> bool:
    return all(name(noun) for deed in deeds(claim) for noun in (*deed.doers, *deed.targets))


def _is_between_two(deed: Deed) -> bool:
    """Say whether a deed is done by somebody to somebody else, of whom neither is a pronoun, and not by both."""
    nouns = (*deed.doers, *deed.targets)
    return (
        bool(deed.doers and deed.targets) and not any(one.pos_ == "PRON" for one in nouns) and deed.called not in MUTUAL
    )


def _is_by_and_to(claimed: Deed, told: Deed, *, turned: bool) -> bool:
    doers, targets = (told.targets, told.doers) if turned else (told.doers, told.targets)
    return _are_among(claimed.doers, doers) and _are_among(claimed.targets, targets)


def _are_among(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return all(any(_is_same(one, other) for other in theirs) for one in mine)


def _is_same(one: Token, other: Token) -> bool:
    return is_same_name(one, other) if name(one) or name(other) else is_same_noun(one, other)


def _has_all(claim: str, sentence: str) -> bool:
    there = frozenset[str]().union(*content_roots(sentence))
    return all(not there.isdisjoint(one) for one in content_roots(claim))
