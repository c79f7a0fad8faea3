"""Whether it was done, in a claim and in a sentence of the same words: "no tax" and "taxes were not".

A rule has nothing to say where either is not parsed as a plain clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.clauses import common_words, deeds, is_of_none, is_same_name, is_same_noun, name
from bot.weighing.comparing import negations
from bot.weighing.dates import mentions
from bot.weighing.focusing import content, pieces
from bot.weighing.roots import is_content, roots
from bot.windows import is_common, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from bot.weighing.clauses import Deed

_YEAR: Final = re.compile(r",? \b(?:in|during) (?:1\d|20)\d\d\b")
_SEVERAL: Final = 2
_NEGATED: Final = re.compile(r"(?:\bnot|n['\u2019]t|\bnever) (?:[a-z]+ly )?([a-z]+)\b")
_HARDLY: Final = re.compile(
    r"\b(?:hardly|barely|scarcely|rarely|seldom|far from|too|less|least|few|little|lack\w*|fail\w*|refus\w*"
    r"|den(?:y|ie)\w*|reject\w*|rul\w+ out|doubt\w*|stop\w*|prevent\w*|despite|although|instead|rather)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_OTHER_FORMS: Final = 2
"""How many words of a claim a sentence has at most in another form only, before it is parsed: "die", "anyone"."""
_BEGINS: Final = 3
_LONGEST: Final = 12
"""How many words a sentence has at most that can be a claim in other words."""


def denies_deed(claim: str, evidence: str) -> bool:
    """Say whether evidence negates a claim in other words, or tells what it negates: "no tax", "taxes were not"."""
    return any(_same_deed(claim, sentence) is False for sentence in pieces(evidence))


def negates_too(claim: str, evidence: str) -> bool:
    """Say whether evidence negates in other words what a claim negates."""
    return any(_same_deed(claim, sentence) is True for sentence in pieces(evidence))


def tells_what_is_negated(claim: str, evidence: str) -> bool:
    """Say whether evidence has the word that a claim negates, and nothing that could negate it, too.

    >>> tells_what_is_negated("The bridge is not safe for trucks.", "The bridge is safe.")
    True
    >>> tells_what_is_negated("The bridge is not safe.", "The bridge is far from safe.")
    False
    """
    negated = _NEGATED.findall(claim)
    if len(negated) != 1 or negations(claim) != 1 or negations(evidence) or _HARDLY.search(evidence):
        return False
    (word,) = negated
    return not is_common(word) and stem(word) in map(stem, _WORD.findall(evidence.lower()))


def denies_another(claim: str, evidence: str) -> bool:
    """Say whether evidence negates a claim's deed, and wherever it tells of it as done to something else.

    >>> denies_another("Lee asked for time.", "Lee never asked for money.")
    True
    >>> denies_another("Lee asked for time.", "Lee never asked for anything."), denies_another("Lee asked.", "No.")
    (False, False)
    """
    near = [one for one in pieces(evidence) if negations(one) and len(content(claim) - content(one)) <= _OTHER_FORMS]
    claimed = deeds(claim) if near and not negations(claim) else []
    if len(claimed) != 1:
        return False
    told = [one for sentence in pieces(evidence) for one in _of_verb(claimed[0], sentence)]
    return bool(told) and all(one.is_negated and _is_of_another(claimed[0], one) for one in told)


def _of_verb(claimed: Deed, sentence: str) -> list[Deed]:
    begins = claimed.verb.lemma_[:_BEGINS]
    return [one for one in deeds(sentence) if one.called == claimed.called] if begins in sentence.lower() else []


def _is_of_another(claimed: Deed, told: Deed) -> bool:
    """Say whether two deeds are done to other things, in the same way: "asked for time", "asked for money"."""
    mine, theirs = (_objects(one.verb) for one in (claimed, told))
    return mine.keys() == theirs.keys() != set() and not any(
        is_same_noun(noun, theirs[way]) or theirs[way].pos_ == "PRON" or _is_any(theirs[way])
        for way, noun in mine.items()
    )


def _objects(verb: Token) -> dict[str, Token]:
    """Return the nouns that a verb is done to, the object and those behind prepositions, by what leads to them."""
    ways = [("", child) for child in verb.children if child.dep_ == "dobj"]
    ways += [(one.lower_, child) for one in verb.children if one.dep_ == "prep" for child in one.children]
    return dict(ways)


def _is_any(noun: Token) -> bool:
    return any(child.lower_ in {"any", "single"} for child in noun.children)


def _same_deed(claim: str, sentence: str) -> bool | None:
    """Say whether a claim and a sentence of the same words say the same, where one of them negates.

    None where that is not certain: of other things than a claim's the same may not be so.
    """
    if not (negations(claim) or negations(sentence)) or max(len(claim.split()), len(sentence.split())) > _LONGEST:
        return None
    if len(content(claim) - content(sentence)) > _OTHER_FORMS:
        return None
    told_text = sentence if mentions(claim) else _YEAR.sub("", sentence)
    mine, theirs = deeds(claim), deeds(told_text)
    if len(mine) != 1 or len(theirs) != 1 or not _is_as_long(claim, told_text):
        return None
    return _says_the_same(mine[0], theirs[0])


def _says_the_same(claimed: Deed, told: Deed) -> bool | None:
    if (
        claimed.called != told.called
        or not _pairs(claimed, told, is_same_noun)
        or not _has_the_same_words(claimed, told)
    ):
        return None
    if told.is_negated and _is_general(told):
        return claimed.is_negated
    none_is_claimed = claimed.is_negated and _is_general(claimed)
    one_negates = claimed.is_negated is not told.is_negated
    return False if one_negates and (none_is_claimed or _pairs(claimed, told, _is_one_thing)) else None


def _is_as_long(claim: str, sentence: str) -> bool:
    """Say whether both have the same small words, and negate once at most."""
    return common_words(claim) == common_words(sentence) and negations(claim) < _SEVERAL > negations(sentence)


def _has_the_same_words(claimed: Deed, told: Deed) -> bool:
    """Say whether the sentences of two deeds have the same words, but for parts of the names in them."""
    mine, theirs = (_roots_beside_names(one) for one in (claimed, told))
    return _cover(mine, theirs) and _cover(theirs, mine)


def _roots_beside_names(deed: Deed) -> list[frozenset[str]]:
    nouns = [noun for noun in (*deed.doers, *deed.targets) if name(noun)]
    parts = {child for noun in nouns for child in noun.children if child.dep_ == "compound"}
    return [roots(token) for token in deed.verb.doc if is_content(token) and token not in parts]


def _cover(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    return all(any(not one.isdisjoint(other) for other in theirs) for one in mine)


def _pairs(claimed: Deed, told: Deed, alike: Callable[[Token, Token], bool]) -> bool:
    """Say whether two deeds have as many nouns, each like the other's; names count as the same by one in common."""
    both = ((claimed.doers, told.doers), (claimed.targets, told.targets))
    return all(
        len(mine) == len(theirs)
        and all(
            alike(*pair) if not any(map(name, pair)) else is_same_name(*pair) for pair in zip(mine, theirs, strict=True)
        )
        for mine, theirs in both
    )


def _is_one_thing(noun: Token, other: Token) -> bool:
    """Say whether both nouns have "the" or whose it is before them, or both name a stuff: "the tax", "copper"."""
    return all(map(_is_definite, (noun, other))) or all(map(_is_stuff, (noun, other)))


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.children)


def _is_stuff(noun: Token) -> bool:
    is_bare = all(child.lower_ == "any" or child.dep_ not in {"det", "nummod"} for child in noun.children)
    return is_bare and (noun.pos_, noun.tag_) == ("NOUN", "NN") and noun.lower_ != "one"


def _is_general(deed: Deed) -> bool:
    """Say whether a negated deed is done to none of a kind, and by none where nothing is done to: "not … taxes"."""
    nouns = deed.targets or deed.doers
    others = deed.doers if deed.targets else ()
    bare = all(
        noun.tag_ == "NNS" and not any(one.dep_ in {"det", "poss", "nummod"} for one in noun.children) for noun in nouns
    )
    return bool(nouns) and not any(map(is_of_none, others)) and (bare or all(map(is_of_none, nouns)))
