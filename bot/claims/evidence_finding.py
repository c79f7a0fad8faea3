"""A claim to evidence: the sentences near it, what each voice in them says, and which way that speaks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.claims.assertions import Assertion, assertions
from bot.claims.attitude import Attitude
from bot.claims.claim import Claim
from bot.claims.evidence import Evidence, dismissal, without_reprints
from bot.claims.voices import Said, weighed
from bot.finding.reranking import Reranker
from bot.questions.topics import Topic
from bot.settings import BotSettings
from bot.weighing.judging import Judge
from index import Passage, PassageIndex, Quotation
from index.filters import Filters

_READ_AT_MOST = 60
"""How many sentences the reranker reads for a claim."""


class Findings(NamedTuple):
    """What a search for evidence finds.

    Attributes:
        evidence: what speaks of the claim, weighed.
        near: the sentences nearest to the claim, best first, whether or not they speak of it.
    """

    evidence: list[Evidence]
    near: list[Passage]


@dataclass(frozen=True)
class EvidenceFinder:
    """Finds what speaks for and against a claim."""

    sources: PassageIndex
    reranker: Reranker
    judge: Judge
    settings: BotSettings

    def evidence(self, claim: str, filters: Filters) -> Findings:
        """Return everything near a claim that something is so, weighed; the same words of one voice once."""
        near = self._near(claim, filters)
        return Findings(self._on_what_is(claim, near), list(near))

    def said(self, claim: Claim, names: Sequence[str], filters: Filters) -> Findings:
        """Return what those who go by the names say, weighed against the claim that one of them said something."""
        near = self._near(claim.asserted, filters)
        theirs = self._best(claim.asserted, self._holding(self.sources.quotations(names, filters)))
        weigh = self._on_what_is if claim.in_so_many_words else self._on_who_said
        found = [one for one in weigh(claim.asserted, {**near, **theirs}) if one.assertion.speaker in names]
        others = [] if claim.in_so_many_words else self._on_what_is(claim.asserted, near)
        return Findings([*found, *others], list(near))

    def nearest(self, claim: str, filters: Filters) -> list[Passage]:
        """Return the sentences nearest to a claim, best first."""
        return list(self._near(claim, filters))

    def _near(self, claim: str, filters: Filters) -> dict[Passage, float]:
        """Return the best sentences of the passages, and of the quotations, that a search finds."""
        limit = self.settings.claim_passages
        hits = self.sources.search(claim, limit, filters)
        near = [sentence for hit in hits for sentence in self._overlapping(hit.passage)]
        return self._best(claim, [*near, *self._holding(self.sources.corpus.search_quotations(claim, limit, filters))])

    def _holding(self, quotations: Iterable[Quotation]) -> list[Passage]:
        return [
            sentence for quotation in quotations for piece in quotation.words for sentence in self._overlapping(piece)
        ]

    def _overlapping(self, passage: Passage) -> list[Passage]:
        sentences = self.sources.sentences(passage.document.id)
        return [one for one in sentences if one.start < passage.end and passage.start < one.end]

    def _best(self, claim: str, sentences: Iterable[Passage]) -> dict[Passage, float]:
        """Return the sentences that the reranker finds nearest, with its scores, best first."""
        each = list(dict.fromkeys(sentences))
        if len(each) > _READ_AT_MOST:
            topic = Topic(claim)
            each = sorted(each, key=lambda one: -topic.share(one.text))[:_READ_AT_MOST]
        scores = self.reranker.scores(claim, [one.text for one in each])
        ranked = sorted(zip(each, scores, strict=True), key=lambda pair: -pair[1])
        return dict(ranked[: self.settings.claim_sentences])

    def _on_what_is(self, claim: str, near: Mapping[Passage, float]) -> list[Evidence]:
        """Weigh what every voice asserts; what one denies speaks the other way."""
        said = [Said(one, one.plain, score) for one, score in self._assertions(near) if one.whose is None]
        found = [
            one.turned if one.assertion.attitude is Attitude.DENIES else one for one in weighed(claim, said, self.judge)
        ]
        return list(without_reprints([*found, *self._dismissals(claim, found)]))

    def _on_who_said(self, claim: str, near: Mapping[Passage, float]) -> list[Evidence]:
        """Weigh what the publications tell of who said what."""
        said = [Said(one, one.told, score) for one, score in self._assertions(near)]
        return list(without_reprints(weighed(claim, said, self.judge)))

    def _assertions(self, near: Mapping[Passage, float]) -> list[tuple[Assertion, float]]:
        between = self.sources.corpus.quotations_between
        return [
            (one, score)
            for sentence, score in near.items()
            for one in assertions(sentence, between(sentence), self._before(sentence))
        ]

    def _before(self, sentence: Passage) -> str:
        """Return the text of the sentence before, or nothing."""
        earlier = [one for one in self.sources.sentences(sentence.document.id) if one.end <= sentence.start]
        return earlier[-1].text if earlier else ""

    def _dismissals(self, claim: str, found: Sequence[Evidence]) -> Iterator[Evidence]:
        """Yield what dismisses, in the same documents, the claims that support."""
        for document in dict.fromkeys(one.assertion.document.id for one in found if one.supports > one.refutes):
            quotations = self.sources.quotations(None, Filters(documents=(document,)))
            said = [
                one
                for quotation in quotations
                for sentence in self._overlapping(quotation.words[0])
                for one in assertions(sentence, [quotation])
            ]
            yield from (answer for one in said if (answer := dismissal(one, claim, found, said)))
