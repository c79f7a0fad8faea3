"""A claim to evidence: the sentences near it, what each voice in them says, and which way that speaks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.claims.assertions import Assertion, assertions, view
from bot.claims.claim import Claim
from bot.claims.denials import with_denials, with_told_denials
from bot.claims.evidence import NEAR, Evidence, dismissal, without_reprints
from bot.claims.nearest import Nearest
from bot.claims.sides import is_named
from bot.claims.voices import Said, weighed
from bot.settings import BotSettings
from bot.weighing.judging import Judge
from index import Passage, PassageIndex
from index.filters import Filters

_ENDS = (".", "!", "?")


class Findings(NamedTuple):
    """What a search for evidence finds.

    Attributes:
        evidence: what speaks of the claim, weighed.
        near: what is said nearest to the claim, best first, whether or not it speaks of it, with the reranker's scores.
    """

    evidence: list[Evidence]
    near: Mapping[Assertion, float]


@dataclass(frozen=True)
class EvidenceFinder:
    """Finds what speaks for and against a claim."""

    sources: PassageIndex
    judge: Judge
    settings: BotSettings

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.sources, self.settings)

    def evidence(self, claim: str, filters: Filters) -> Findings:
        """Return everything near a claim that something is so, weighed; the same words of one voice once."""
        return self.within(claim, self._nearest.to(claim, filters))

    def within(self, claim: str, near: Mapping[Assertion, float]) -> Findings:
        """Return the evidence in what was found near a claim before."""
        return Findings(self._on_what_is(claim, near), near)

    def said(self, claim: Claim, names: Sequence[str], filters: Filters) -> Findings:
        """Return what those who go by the names say, weighed against the claim that one of them said something.

        That others dismiss what was said does not speak against its having been said.
        """
        near = self._nearest.to(claim.asserted, filters)
        theirs = self._nearest.among(claim.asserted, self._nearest.holding(self.sources.quotations(names, filters)))
        weigh = self._on_what_is if claim.in_so_many_words else self._on_who_said
        found = [one for one in weigh(claim.asserted, {**near, **theirs}) if one.assertion.speaker in names]
        return Findings(_stronger([*found, *self._besides(claim, names, near)]), near)

    def _besides(self, claim: Claim, names: Sequence[str], near: Mapping[Assertion, float]) -> list[Evidence]:
        """Weigh what is told of a speaker against a claim that does not give words, and the speaker's own dismissals.

        Whoever else says the same of something does not say that the speaker did.
        """
        if claim.in_so_many_words:
            return []
        asserted = self._asserted(claim.asserted, near)
        found = [one for one in asserted if _is_of_speaker(one.assertion, claim.speaker or "", names)]
        own = [one for one in self._dismissals(claim.asserted, found) if one.assertion.speaker in names]
        return list(without_reprints([*found, *own]))

    def told(self, claim: Claim, filters: Filters) -> Findings:
        """Return what the publications tell of a statement by somebody who goes by no speaker's name.

        It counts in sentences that name that somebody, where all that is quoted is said by who is called so there.
        """
        near = self._nearest.to(claim.asserted, filters)
        said = [
            Said(*one)
            for sentence in dict.fromkeys(one.sentence for one in near)
            for one in self._told_of(claim.speaker or "", sentence, near)
        ]
        return Findings(list(without_reprints(weighed(claim.text, said, self.judge))), near)

    def _told_of(
        self, whom: str, sentence: Passage, near: Mapping[Assertion, float]
    ) -> Iterator[tuple[Assertion, str, float]]:
        quoted = self.sources.corpus.quotations_between(sentence)
        if is_named(whom, sentence.text) and all(one.speaker and is_named(whom, one.speaker.text) for one in quoted):
            plain = view(sentence.text, sentence, self._nearest.before(sentence))
            score = max(score for one, score in near.items() if one.sentence == sentence)
            yield Assertion(sentence, (sentence,), plain), plain, score

    def _on_what_is(self, claim: str, near: Mapping[Assertion, float]) -> list[Evidence]:
        """Weigh what every voice asserts, and what dismisses that."""
        found = self._asserted(claim, near)
        return list(without_reprints([*found, *self._dismissals(claim, found)]))

    def _asserted(self, claim: str, near: Mapping[Assertion, float]) -> list[Evidence]:
        """Weigh what every voice asserts, and what it denies."""
        said = [
            Said(one, one.plain, score, tuple(self._around(one)) if one.quotation is None and score >= NEAR else ())
            for one, score in near.items()
            if one.whose is None
        ]
        return with_denials(claim, weighed(claim, said, self.judge), self.judge)

    def _around(self, said: Assertion) -> Iterator[str]:
        """Yield what a publication says itself in each of the passages that an assertion of its own stands in."""
        for passage in self.sources.corpus.passages_between(said.sentence):
            heard = [
                one for sentence in self._nearest.overlapping(passage) for one in self._nearest.assertions(sentence)
            ]
            own = (one.plain for one in heard if one.quotation is None)
            yield " ".join(one if one.endswith(_ENDS) else f"{one}." for one in own)

    def _on_who_said(self, claim: str, near: Mapping[Assertion, float]) -> list[Evidence]:
        """Weigh what the publications tell of who said what."""
        said = [Said(one, one.told, score) for one, score in near.items()]
        return list(without_reprints(with_told_denials(claim, weighed(claim, said, self.judge), self.judge)))

    def _dismissals(self, claim: str, found: Sequence[Evidence]) -> Iterator[Evidence]:
        """Yield what dismisses, in the same documents, what speaks for the claim or against it."""
        near = [one for one in found if one.is_near]
        for document in dict.fromkeys(one.assertion.document.id for one in near):
            quotations = self.sources.quotations(None, Filters(documents=(document,)))
            said = [
                one
                for quotation in quotations
                for sentence in self._nearest.overlapping(quotation.words[0])
                for one in assertions(sentence, [quotation])
            ]
            yield from (answer for one in said if (answer := dismissal(one, claim, near, said)))


def _is_of_speaker(said: Assertion, mention: str, names: Sequence[str]) -> bool:
    """Say whether the speaker says it, or a publication, or somebody who names the speaker."""
    return said.quotation is None or said.speaker in names or is_named(mention, said.plain)


def _stronger(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return evidence of which the same words may be weighed in two ways, each the way that says more."""
    best: dict[tuple[str | None, tuple[str, ...]], Evidence] = {}
    for one in sorted(evidence, key=lambda one: (not one.is_near, -one.strength)):
        best.setdefault((one.assertion.speaker, tuple(piece.text for piece in one.assertion.words)), one)
    return list(best.values())
