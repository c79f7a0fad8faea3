"""What each voice says in a document, weighed against a claim: sentence by sentence, and all of it together.

That somebody "was born in 1912 in Oslo" may stand in two sentences of one article, neither of which says so alone. So
where the words of one voice in one document are stronger together than the strongest of them alone, those of them that
carry this count with the strength of all.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.claims.assertions import Assertion
from bot.claims.evidence import Evidence
from bot.claims.party_names import as_claimed
from bot.verdict import Verdict
from bot.weighing.judging import Judge, Weighing
from index.lexical import content_words

_NEAR = 0.0
"""The least score of the reranker for a sentence that is weighed by itself, and for one of those weighed together."""
_SAYS_SO = 0.5
"""The least probability of a side at which a sentence says so alone."""
_STRONGER = 0.1
"""By how much what all say together must be likelier than the strongest of them, to be more than that one says."""
_SIDES = (Verdict.SUPPORTED, Verdict.REFUTED)


class Said(NamedTuple):
    """An assertion, how it is put to the judge, and the reranker's score of its sentence for the claim."""

    assertion: Assertion
    view: str
    relevance: float

    @property
    def is_near(self) -> bool:
        """Whether the sentence speaks of the claim, rather than of something else."""
        return self.relevance >= _NEAR


def weighed(claim: str, said: Iterable[Said], judge: Judge) -> list[Evidence]:
    """Return what is said near a claim as evidence.

    What speaks of something else is no evidence, whatever the judge makes of it.
    """
    heard = list(_by_voice(said))
    views = list(dict.fromkeys(view for words in heard for view in (*(one.view for one in words), _together(words))))
    weighings = dict(zip(views, judge.weigh_all([(claim, as_claimed(view, claim)) for view in views]), strict=True))
    return [evidence for words in heard for evidence in _evidence(claim, words, weighings)]


def voice(assertion: Assertion) -> Hashable:
    """Return what tells the voices of all documents apart; people without a name are each a voice of their own."""
    unnamed = assertion.sentence.start if assertion.quotation is not None and assertion.speaker is None else None
    return assertion.document.id, assertion.quotation is None, assertion.speaker, unnamed


def _by_voice(said: Iterable[Said]) -> Iterator[list[Said]]:
    """Yield what each voice asserts, and what it denies, in the order of the document, where any of it is near."""
    heard: dict[Hashable, list[Said]] = {}
    for one in said:
        heard.setdefault((voice(one.assertion), one.assertion.attitude), []).append(one)
    for all_of_one in heard.values():
        if any(one.is_near for one in all_of_one):
            yield sorted(all_of_one, key=lambda one: one.assertion.sentence.start)


def _together(said: Sequence[Said]) -> str:
    """Return what one voice says as one text."""
    first, *others = dict.fromkeys(one.view for one in said)
    return " ".join([_ended(first), *map(_ended, others)]) if others else first


def _ended(view: str) -> str:
    return view if view.endswith((".", "!", "?")) else f"{view}."


def _evidence(claim: str, said: Sequence[Said], weighings: Mapping[str, Weighing]) -> Iterator[Evidence]:
    together = weighings[_together(said)]
    carrying = _carrying(claim, said, weighings, together)
    for one in said:
        if one in carrying or one.is_near:
            odds = (together if one in carrying else weighings[one.view]).probabilities
            yield Evidence(one.assertion, odds[Verdict.SUPPORTED], odds[Verdict.REFUTED], one.relevance)


def _carrying(
    claim: str, said: Sequence[Said], weighings: Mapping[str, Weighing], together: Weighing
) -> Sequence[Said]:
    """Return the sentences that carry what all say together; none where that is hardly stronger than one alone.

    They are those that say so alone. Where nothing near does, they are what comes nearest to it, near and besides, if
    each has something of the claim that the other lacks. What says the opposite carries nothing; where something near
    is likely to, no more is made of the rest than each says.
    """
    side, other = sorted(_SIDES, key=lambda one: -together.probabilities[one])

    def likely(one: Said, way: Verdict) -> float:
        return weighings[one.view].probabilities[way]

    strongest = max(likely(one, way) for one in said for way in _SIDES)
    opposed = any(one.is_near and likely(one, other) >= _SAYS_SO for one in said)
    agreeing = [one for one in said if weighings[one.view].verdict is not other]
    ranked = sorted(agreeing, key=lambda one: -likely(one, side))
    near = next((one for one in ranked if one.is_near), None)
    if near is None or opposed or together.probabilities[side] < strongest + _STRONGER:
        return ()
    if likely(near, side) >= _SAYS_SO:
        return [one for one in ranked if likely(one, side) >= _SAYS_SO]
    besides = next((one for one in ranked if _complete_each_other(near, one, claim)), None)
    return [near, besides] if besides else ()


def _complete_each_other(one: Said, other: Said, claim: str) -> bool:
    """Say whether each of two has a content word of a claim that the other lacks."""
    wanted = set(content_words(claim))
    mine, theirs = (wanted & set(content_words(as_claimed(each.view, claim))) for each in (one, other))
    return bool(mine - theirs and theirs - mine)
