"""What each voice says near a claim, weighed against it.

A sentence of an article seldom says by itself who, when and how many: that somebody "was born in 1912 in Oslo" may
stand in two of them. So what a publication says itself in a passage is weighed as a whole, and the sentences that carry
it have its strength. What somebody is quoted with stands for itself, and so does who said what.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.claims.assertions import Assertion
from bot.claims.attitude import Attitude
from bot.claims.evidence import FAR, NEAR, Evidence
from bot.claims.party_names import as_claimed
from bot.finding.unreal_events import is_unreal
from bot.verdict import Verdict
from bot.weighing.judging import Judge, Weighing
from bot.weighing.saying import capitalised, words
from index.lexical import content_words

_SAYS_SO = 0.5
"""The least probability of a side at which a sentence says so alone."""
_ENDED = re.compile(r"[.!?\u2026\"\u201d\u2019)\]]$")
_SIDES = (Verdict.SUPPORTED, Verdict.REFUTED)


class Said(NamedTuple):
    """What is put to the judge.

    Attributes:
        assertion: what is said.
        view: how it is put by itself.
        relevance: the reranker's score of its sentence for the claim.
        around: what the same voice says in each of the passages that it stands in; nothing if it stands for itself.
    """

    assertion: Assertion
    view: str
    relevance: float
    around: tuple[str, ...] = ()

    @property
    def is_near(self) -> bool:
        """Whether the sentence speaks of the claim, rather than of something else."""
        return self.relevance >= NEAR


def weighed(claim: str, said: Iterable[Said], judge: Judge) -> list[Evidence]:
    """Return what is said near a claim as evidence; what is less near is apart from it, and farther is not weighed."""
    heard_of = [one for one in said if one.relevance >= FAR]
    views = list(dict.fromkeys(view for one in heard_of for view in (one.view, *one.around)))
    weighings = dict(zip(views, judge.weigh_all([(claim, as_claimed(view, claim)) for view in views]), strict=True))
    heard: dict[tuple[Hashable, bool, str], list[Said]] = {}
    for one in heard_of:
        words = max(one.around or (one.view,), key=lambda view: _strength(weighings[view]))
        heard.setdefault(((voice(one.assertion), one.assertion.attitude), one.is_near, words), []).append(one)
    return [found for (*_, words), each in heard.items() for found in _evidence(claim, each, words, weighings)]


def voice(assertion: Assertion) -> Hashable:
    """Return what tells the voices of all documents apart; people without a name are each a voice of their own."""
    unnamed = assertion.sentence.start if assertion.quotation is not None and assertion.speaker is None else None
    return assertion.document.id, assertion.quotation is None, assertion.speaker, unnamed


def _evidence(claim: str, said: Sequence[Said], words: str, weighings: Mapping[str, Weighing]) -> Iterator[Evidence]:
    """Yield the sentences that carry what a voice says in a passage, with the odds of all that it says there.

    Where none does, the most relevant has the lesser odds of both. Where that has something planned, refused or denied,
    nothing supports that it happened.
    """
    odds = weighings[words].probabilities
    side = max(_SIDES, key=odds.__getitem__)
    nearest = _nearest(said)
    is_told_as_done = side is not Verdict.SUPPORTED or not _is_unreal(claim, nearest)
    supports = odds[Verdict.SUPPORTED] if is_told_as_done else 0.0
    carrying = _carrying(claim, said, weighings, side)
    for one in carrying:
        yield Evidence(one.assertion, supports, odds[Verdict.REFUTED], one.relevance)
    if not carrying and nearest.assertion.attitude is Attitude.ASSERTS:
        alone = weighings[nearest.view].probabilities
        less = min(supports, alone[Verdict.SUPPORTED]), min(odds[Verdict.REFUTED], alone[Verdict.REFUTED])
        yield Evidence(nearest.assertion, *less, nearest.relevance)


def _is_unreal(claim: str, said: Said) -> bool:
    """Say whether what is claimed is told only as planned, refused or denied, also by the verb of who is quoted.

    What is outright denied is weighed as it is denied.
    """
    is_called_for = said.assertion.quotation is not None and said.assertion.attitude is not Attitude.DENIES
    return is_unreal(claim, said.view) or (is_called_for and is_unreal(claim, said.assertion.sentence.text))


def _nearest(said: Sequence[Said]) -> Said:
    return max(said, key=lambda one: one.relevance)


def _strength(weighing: Weighing) -> float:
    return max(weighing.probabilities[side] for side in _SIDES)


def _carrying(claim: str, said: Sequence[Said], weighings: Mapping[str, Weighing], side: Verdict) -> list[Said]:
    """Return the sentences that carry what all say together; what says the opposite alone carries nothing.

    They are those that say so alone. Where none does, they are what comes nearest to it, of what has more of the claim
    than its names, and the next besides if each has something of the claim that the other lacks. Nothing carries what
    the most relevant sentence says the opposite of, and no heading what a whole sentence carries.
    """
    (other,) = {*_SIDES} - {side}
    if weighings[_nearest(said).view].probabilities[other] >= _SAYS_SO:
        return []
    agreeing = [one for one in said if weighings[one.view].probabilities[other] < _SAYS_SO]
    alone = _whole([one for one in agreeing if weighings[one.view].probabilities[side] >= _SAYS_SO])
    near = [one for one in _whole(agreeing) if _has_more_than_names(claim, one)]
    ranked = sorted(near, key=lambda one: -weighings[one.view].probabilities[side])
    besides = [one for one in ranked[1:] if _complete_each_other(ranked[0], one, claim)]
    return alone or [*ranked[:1], *besides[:1]]


def _whole(said: list[Said]) -> list[Said]:
    """Return those that are whole sentences; all, where none is."""
    return [one for one in said if _ENDED.search(one.assertion.sentence.text)] or said


def _has_more_than_names(claim: str, said: Said) -> bool:
    """Say whether a sentence has a word of a claim that means something and is no name, if the claim has one."""
    others = set(words(claim)) - set(capitalised(claim))
    return not others or not others.isdisjoint(words(as_claimed(said.view, claim)))


def _complete_each_other(one: Said, other: Said, claim: str) -> bool:
    """Say whether each of two has a content word of a claim that the other lacks."""
    wanted = set(content_words(claim))
    mine, theirs = (wanted & set(content_words(as_claimed(each.view, claim))) for each in (one, other))
    return bool(mine - theirs and theirs - mine)
