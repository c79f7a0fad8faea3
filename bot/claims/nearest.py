"""What is said in the sources nearest to a claim."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.claims.assertions import Assertion, assertions
from bot.claims.sides import without_name
from bot.questions.topics import Topic
from bot.settings import BotSettings
from index import Passage, PassageIndex, Quotation
from index.filters import Filters

_READ_AT_MOST = 60
"""How many sentences the reranker reads for a claim."""
_FAR = -1.0
"""The most that is made of the score of words that have nothing of a claim but who says them: no evidence."""
_BY_ITSELF = 5.0
"""The least score of a sentence that is near to a claim whatever stands beside it."""
_LESS = 0.01
_POINTS_BACK = re.compile(r"(?:he|she|it|they|his|her|its|their|this|these|those|both)\b", re.IGNORECASE)
_Text = TypeVar("_Text", Passage, Assertion)


@dataclass(frozen=True)
class Nearest:
    """Finds what is said near a claim, whoever says it."""

    sources: PassageIndex
    settings: BotSettings

    def to(self, claim: str, filters: Filters) -> dict[Assertion, float]:
        """Return what is said nearest to a claim in the passages, and in the quotations, that a search finds.

        Of long passages fewer are read than of short ones.
        """
        limit = self.settings.claim_passages
        hits = self.sources.fused(claim, limit, filters)
        near = list(dict.fromkeys(sentence for hit in hits for sentence in self.overlapping(hit.passage)))
        quoted = self.holding(self.sources.corpus.search_quotations(claim, limit, filters))
        return self.among(claim, [*near[:_READ_AT_MOST], *quoted])

    def holding(self, quotations: Iterable[Quotation]) -> list[Passage]:
        """Return the sentences that quotations stand in."""
        return [
            sentence for quotation in quotations for piece in quotation.words for sentence in self.overlapping(piece)
        ]

    def overlapping(self, passage: Passage) -> list[Passage]:
        """Return the sentences that a passage is made of, whole."""
        sentences = self.sources.sentences(passage.document.id)
        return [one for one in sentences if one.start < passage.end and passage.start < one.end]

    def among(self, claim: str, sentences: Iterable[Passage]) -> dict[Assertion, float]:
        """Return what of that which is said in sentences the reranker finds nearest, with its scores, best first."""
        topic = Topic(claim)
        each = _likeliest(topic, list(dict.fromkeys(sentences)), lambda one: one.text)
        said = _likeliest(topic, [one for sentence in each for one in self.assertions(sentence)], lambda one: one.plain)
        scores = self.sources.reranker.scores(claim, [self._heard(one) for one in said])
        near = {
            one: score if _speaks_of(claim, one) else min(score, _FAR) for one, score in zip(said, scores, strict=True)
        }
        ranked = sorted(((one, self._nearness(one, near)) for one in near), key=lambda pair: -pair[1])
        return dict(ranked[: self.settings.claim_sentences])

    def _heard(self, said: Assertion) -> str:
        """Return what is said, behind the sentence before where a publication begins with "it" or "she"."""
        return f"{self.before(said.sentence)} {said.reported}".lstrip() if _points_back(said) else said.reported

    def _nearness(self, said: Assertion, scores: Mapping[Assertion, float]) -> float:
        """Return a score; of what was heard behind a sentence that is near by itself, less than that sentence's."""
        before = self.sources.before(said.sentence) if _points_back(said) else None
        itself = max((score for one, score in scores.items() if one.sentence == before), default=_FAR)
        return min(scores[said], itself - _LESS) if itself >= _BY_ITSELF else scores[said]

    def assertions(self, sentence: Passage) -> list[Assertion]:
        """Return what is asserted and denied in a sentence."""
        return assertions(sentence, self.sources.corpus.quotations_between(sentence), self.before(sentence))

    def before(self, sentence: Passage) -> str:
        """Return the text of the sentence before, or nothing."""
        before = self.sources.before(sentence)
        return before.text if before else ""


def _points_back(said: Assertion) -> bool:
    return said.quotation is None and _POINTS_BACK.match(said.reported) is not None


def _speaks_of(claim: str, said: Assertion) -> bool:
    """Say whether said words name anything that a claim names beside the speaker, or dismiss somebody's claims.

    To the reranker everything that somebody says is near to a claim about that somebody.
    """
    if said.quotation is None or said.whose is not None:
        return True
    return _beside(said.speaker or "", claim).share(said.plain) > 0


@lru_cache(maxsize=256)
def _beside(speaker: str, claim: str) -> Topic:
    return Topic(without_name(speaker, claim))


def _likeliest(topic: Topic, each: list[_Text], text: Callable[[_Text], str]) -> list[_Text]:
    """Return as many as the reranker reads, those that name most of a topic."""
    if len(each) <= _READ_AT_MOST:
        return each
    return sorted(each, key=lambda one: -topic.share(text(one)))[:_READ_AT_MOST]
