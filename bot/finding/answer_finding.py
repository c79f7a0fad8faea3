"""Questions to the sentences that may answer them, the likeliest first, each with the short answer inside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.finding.amounts import one_amount
from bot.finding.answer_types import contradicts, could_answer
from bot.finding.confidence import Signals
from bot.finding.copies import groups_of_copies
from bot.finding.counted import asks_how_many, tells_how_many
from bot.finding.reading import SpanReader
from bot.settings import BotSettings
from bot.verdict import Verdict
from bot.weighing.judging import Judge
from bot.weighing.verifier import answered
from index import Passage, PassageIndex, Span
from index.filters import Filters

_DEEPER = 3
"""How many times as many passages are searched as are looked at, since many may be copies of one."""


class Read(NamedTuple):
    """A sentence of passages that were found.

    Attributes:
        sentence: the sentence.
        rank: the place, from 0 on, of the first of these passages.
        short: the best short answer in it, or None.
        score: the reader's score for that, or None.
        copies: the sentence and all that say the same word for word.
    """

    sentence: Passage
    rank: int
    short: Passage | None
    score: float | None
    copies: Sequence[Passage] = ()

    @property
    def promise(self) -> float:
        """What the first signals alone say for it; only larger or smaller than another's."""
        return Signals(self.rank, nearness=0.0, reading=self.score, given=None, fits=False).confidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, what speaks for it, and the short answer inside it, if one was read.

    Attributes:
        sentence: of copies of one sentence the one that was published first.
        signals: what speaks for it.
        short: the short answer, or None.
        ruled_out: whether it tells of something else than is asked, whatever speaks for it.
        also: the ids of other documents that have the sentence.
    """

    sentence: Passage
    signals: Signals
    short: Passage | None
    ruled_out: bool = False
    also: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """How likely it answers, in [0, 1]."""
        return 0.0 if self.ruled_out else self.signals.confidence


@dataclass(frozen=True)
class AnswerFinder:
    """Finds passages by meaning and by words, reads them for short answers, and weighs these."""

    sources: PassageIndex
    reader: SpanReader
    judge: Judge
    settings: BotSettings

    def candidates(self, question: str, filters: Filters) -> list[Candidate]:
        """Return the sentences that may answer, each text once, the likeliest first."""
        hits = self.sources.fused(question, self.settings.passages * _DEEPER, filters)
        copies = list(groups_of_copies([hit.passage for hit in hits]))[: self.settings.passages]
        read = (one for rank, (first, *_) in enumerate(copies) for one in self._read(question, first, rank))
        promising = sorted(_once(read), key=lambda one: -one.promise)[: self.settings.weighed]
        found = [
            replace(candidate, also=_elsewhere(one, copies))
            for one, candidate in zip(promising, self._weighed(question, promising), strict=True)
        ]
        return sorted(found, key=lambda candidate: -candidate.confidence)

    def _read(self, question: str, passage: Passage, rank: int) -> Iterator[Read]:
        """Yield the sentences of a passage with the short answer that the reader sees in each."""
        sentences = [one for one in self.sources.sentences(passage.document.id) if one.span.overlaps(passage.span)]
        parts = [_within(one, passage) for one in sentences]
        for sentence, reading in zip(sentences, self.reader.read_parts(question, passage.text, parts), strict=True):
            short = passage.narrow(reading.start, reading.end) if reading and reading.start < reading.end else None
            short = _counting(question, sentence, short) if short else None
            yield Read(sentence, rank, short, reading.score if reading and short else None)

    def _weighed(self, question: str, read: Sequence[Read]) -> Iterator[Candidate]:
        """Yield sentences with what speaks for each: the reranker hears them behind the one before, the judge alone."""
        scores = self.sources.reranker.scores(question, [self._behind_the_one_before(one.sentence) for one in read])
        claims = {one.sentence: (answered(question, one.short.text), one.sentence.text) for one in read if one.short}
        weighings = self.judge.weigh_all(list(claims.values()))
        given = {of: one.probabilities[Verdict.SUPPORTED] for of, one in zip(claims, weighings, strict=True)}
        for one, nearness in zip(read, scores, strict=True):
            ruled_out = contradicts(question, one.sentence, one.short)
            within = self.sources.sentences(one.sentence.document.id)
            fits = could_answer(question, one.sentence, within, one.short)
            signals = Signals(one.rank, nearness, one.score, given.get(one.sentence), fits)
            unsure = not fits and asks_how_many(question) and signals.confidence < self.settings.second_confidence
            yield Candidate(one.sentence, signals, one.short, ruled_out or unsure)

    def _behind_the_one_before(self, sentence: Passage) -> str:
        """Return a sentence behind the one before, to which "he" and "this" may point back."""
        before = self.sources.before(sentence)
        return f"{before.text} {sentence.text}" if before else sentence.text


def _counting(question: str, sentence: Passage, short: Passage) -> Passage | None:
    """Return a short answer, of several amounts the one that is asked for; none without an amount that is asked for."""
    start, end = one_amount(question, sentence.text, short.start - sentence.start, short.end - sentence.start)
    return sentence.narrow(start, end) if tells_how_many(question, sentence.text[start:end]) else None


def _within(sentence: Passage, passage: Passage) -> Span:
    """Return the part of a passage that a sentence takes up."""
    return Span(max(sentence.start - passage.start, 0), min(sentence.end, passage.end) - passage.start)


def _once(read: Iterable[Read]) -> Iterator[Read]:
    """Yield each sentence once; of copies the first that a short answer was read in, or else the first."""
    best: dict[Passage, Read] = {}
    for one in read:
        held = best.setdefault(one.sentence, one)
        if (one.score or 0) > (held.score or 0):
            best[one.sentence] = one._replace(rank=held.rank)
    for copies in groups_of_copies(best):
        same = [best[one] for one in copies]
        first = next((one for one in same if one.short), same[0])
        yield first._replace(rank=min(one.rank for one in same), copies=copies)


def _elsewhere(read: Read, passages: Iterable[Sequence[Passage]]) -> tuple[str, ...]:
    """Return the ids of other documents that have a sentence: those of its copies, and of its passage's copies."""
    around = (copies for copies in passages if any(_contains(copies[0], one) for one in read.copies))
    found = {one.document.id for copies in (read.copies, *around) for one in copies}
    return tuple(sorted(found - {read.sentence.document.id}))


def _contains(passage: Passage, sentence: Passage) -> bool:
    return passage.document.id == sentence.document.id and passage.span.contains(sentence.span)
