"""What can be told by rule of claim and evidence once both are parsed: who did it to whom, and whether it was done.

A rule has nothing to say where either is not parsed as a plain clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.clauses import common_words, deeds, is_of_none, is_same_name, is_same_noun, name
from bot.weighing.comparing import negations
from bot.weighing.dates import mentions
from bot.weighing.focusing import content, pieces
from bot.weighing.roots import content_roots
from bot.weighing.saying import is_as_sure, one_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from bot.weighing.clauses import Deed

_MUTUAL: Final = frozenset(
    (
        *("battle", "border", "contact", "date", "debate", "divorce", "encounter", "equal", "face", "fight", "join"),
        *("kiss", "marry", "match", "meet", "neighbour", "oppose", "play", "resemble", "rival", "wed"),
    )
)
"""What two do to each other."""
_NAMES: Final = 2
_HALF: Final = 0.5
"""The greatest share of a claim's words that may be missing where its deed is told; to parse the others is dear."""
_BEGINS: Final = 3
_NAME: Final = re.compile(r"\b[A-Z][\w'-]+")
_YEAR: Final = re.compile(r",? \b(?:in|during) (?:1\d|20)\d\d\b")
_ALMOST: Final = re.compile(r"\b(?:almost|nearly|allegedly|reportedly|supposedly)\b", re.IGNORECASE)
_OTHER_FORMS: Final = 2
"""How many words of a claim a sentence has at most in another form only, before it is parsed: "die", "anyone"."""
_LONGEST: Final = 12
"""How many words a sentence has at most that can be a claim in other words."""


def exchanges(claim: str, evidence: str) -> bool:
    """Say whether evidence tells a claim's deed with its names in each other's place, and nowhere as claimed."""
    return _tells(claim, evidence, turned=True) and not _tells(claim, evidence, turned=False)


def tells_deed(claim: str, evidence: str) -> bool:
    """Say whether a sentence of evidence tells a claim's deed by and to the same names, with all else that it says."""
    return any(
        not (negations(claim) or negations(sentence) or _ALMOST.search(sentence))
        and is_as_sure(claim, sentence)
        and one_time(claim, sentence)
        and _tells(claim, sentence, turned=False)
        and _has_all(claim, sentence)
        for sentence in pieces(evidence)
    )


def denies_deed(claim: str, evidence: str) -> bool:
    """Say whether evidence negates a claim in other words, or tells what it negates: "no tax", "taxes were not"."""
    return any(_same_deed(claim, sentence) is False for sentence in pieces(evidence))


def negates_too(claim: str, evidence: str) -> bool:
    """Say whether evidence negates in other words what a claim negates."""
    return any(_same_deed(claim, sentence) is True for sentence in pieces(evidence))


def _tells(claim: str, evidence: str, *, turned: bool) -> bool:
    names, wanted = set(_NAME.findall(claim)), content(claim)
    near = [
        one
        for one in pieces(evidence)
        if len(names & set(_NAME.findall(one))) >= _NAMES and len(wanted - content(one)) <= _HALF * len(wanted)
    ]
    claimed = [one for one in deeds(claim) if _is_between_names(one)] if near else []
    return len(claimed) == 1 and any(
        told.called == claimed[0].called and _is_by_and_to(claimed[0], told, turned=turned)
        for sentence in near
        if _may_tell(claimed[0], sentence)
        for told in deeds(sentence)
    )


def _may_tell(claimed: Deed, sentence: str) -> bool:
    """Say whether a sentence has a deed's names and a verb that begins like its; to parse is dear."""
    begins = "|".join(re.escape(word[:_BEGINS]) for word in (claimed.verb.text, claimed.verb.lemma_))
    named = all(noun.text in sentence for noun in (*claimed.doers, *claimed.targets))
    return named and re.search(rf"\b(?:{begins})", sentence) is not None


def _is_between_names(deed: Deed) -> bool:
    named = all(map(name, (*deed.doers, *deed.targets)))
    return named and bool(deed.doers and deed.targets) and deed.called not in _MUTUAL


def _is_by_and_to(claimed: Deed, told: Deed, *, turned: bool) -> bool:
    doers, targets = (told.targets, told.doers) if turned else (told.doers, told.targets)
    return _are_among(claimed.doers, doers) and _are_among(claimed.targets, targets)


def _are_among(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return all(any(is_same_name(one, other) for other in theirs) for one in mine)


def _has_all(claim: str, sentence: str) -> bool:
    there = frozenset[str]().union(*content_roots(sentence))
    return all(not there.isdisjoint(one) for one in content_roots(claim))


def _same_deed(claim: str, sentence: str) -> bool | None:
    """Say whether a claim and a sentence of the same words say the same, where one says that there is none of a thing.

    None where that is not certain.
    """
    if not (negations(claim) or negations(sentence)) or max(len(claim.split()), len(sentence.split())) > _LONGEST:
        return None
    if len(content(claim) - content(sentence)) > _OTHER_FORMS:
        return None
    told_text = sentence if mentions(claim) else _YEAR.sub("", sentence)
    mine, theirs = deeds(claim), deeds(told_text)
    if len(mine) != 1 or len(theirs) != 1 or not _is_alike(claim, told_text):
        return None
    claimed, told = mine[0], theirs[0]
    if claimed.called != told.called or not _has_the_same_nouns(claimed, told):
        return None
    if told.is_negated and _is_general(told):
        return claimed.is_negated
    return False if claimed.is_negated and _is_general(claimed) and not told.is_negated else None


def _is_alike(claim: str, sentence: str) -> bool:
    mine, theirs = content_roots(claim), content_roots(sentence)
    same = _cover(mine, theirs) and _cover(theirs, mine)
    return same and common_words(claim) == common_words(sentence) and negations(claim) < _NAMES > negations(sentence)


def _cover(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    return all(any(not one.isdisjoint(other) for other in theirs) for one in mine)


def _has_the_same_nouns(claimed: Deed, told: Deed) -> bool:
    pairs = ((claimed.doers, told.doers), (claimed.targets, told.targets))
    return all(len(mine) == len(theirs) and all(map(is_same_noun, mine, theirs)) for mine, theirs in pairs)


def _is_general(deed: Deed) -> bool:
    """Say whether a negated deed is done to none of a kind, and by none where nothing is done to: "not … taxes"."""
    nouns = deed.targets or deed.doers
    others = deed.doers if deed.targets else ()
    bare = all(
        noun.tag_ == "NNS" and not any(one.dep_ in {"det", "poss", "nummod"} for one in noun.children) for noun in nouns
    )
    return bool(nouns) and not any(map(is_of_none, others)) and (bare or all(map(is_of_none, nouns)))
