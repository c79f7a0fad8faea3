"""Questions to the sentences that may answer them, the likeliest first, each with the short answer inside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.finding.answer_types import contradicts, could_answer
from bot.finding.confidence import Signals
from bot.finding.copies import groups_of_copies
from bot.finding.reading import SpanReader
from bot.finding.reranking import Reranker
from bot.settings import BotSettings
from bot.verdict import Verdict
from bot.weighing.judging import Judge
from bot.weighing.verifier import answered
from index import Passage, PassageIndex
from index.filters import Filters

_DEEPER = 3
"""How many times as many passages are searched as are looked at, since many may be copies of one."""


class Short(NamedTuple):
    """A short answer, and the reader's score for it."""

    words: Passage
    score: float


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
    reranker: Reranker
    reader: SpanReader
    judge: Judge
    settings: BotSettings

    def candidates(self, question: str, filters: Filters) -> list[Candidate]:
        """Return the sentences that may answer, each text once, the likeliest first."""
        hits = self.sources.search(question, self.settings.passages * _DEEPER, filters)
        copies = list(groups_of_copies([hit.passage for hit in hits]))[: self.settings.passages]
        passages = [first for first, *_ in copies]
        read = self._read(question, passages)
        sentences = list(groups_of_copies(self._promising(passages, read)))
        found = [
            replace(one, also=_elsewhere(one.sentence, group, copies))
            for one, group in zip(self._weighed(question, sentences, read, passages), sentences, strict=True)
        ]
        return sorted(found, key=lambda candidate: -candidate.confidence)

    def _read(self, question: str, passages: Sequence[Passage]) -> list[Short]:
        """Return the short answer that the reader sees in each passage."""
        readings = self.reader.read_all([(question, passage.text) for passage in passages])
        return [
            Short(passage.narrow(reading.start, reading.end), reading.score)
            for passage, reading in zip(passages, readings, strict=True)
            if reading is not None and reading.start < reading.end
        ]

    def _promising(self, passages: Iterable[Passage], read: Sequence[Short]) -> Iterator[Passage]:
        """Yield the sentences of short answers, and all of a passage without one."""
        for passage in passages:
            within = [one for one in self.sources.sentences(passage.document.id) if one.span.overlaps(passage.span)]
            answering = [one for one in within if any(_overlap(one, short.words) for short in read)]
            yield from answering or within

    def _weighed(
        self, question: str, sentences: Sequence[Sequence[Passage]], read: Sequence[Short], passages: Sequence[Passage]
    ) -> Iterator[Candidate]:
        """Yield of each group of copies one with what speaks for it; the judge says how likely it gives its answer."""
        shorts = [_first_read(group, read) for group in sentences]
        claims = [(answered(question, short.words.text), sentence.text) for sentence, short in shorts if short]
        weighings = iter(self.judge.weigh_all(claims))
        scores = self.reranker.scores(question, [sentence.text for sentence, _ in shorts])
        for group, (sentence, short), score in zip(sentences, shorts, scores, strict=True):
            words = short.words if short else None
            ruled_out = contradicts(question, sentence, words)
            within = self.sources.sentences(sentence.document.id)
            fits = not ruled_out and could_answer(question, sentence, within, words)
            given = next(weighings).probabilities[Verdict.SUPPORTED] if short else None
            rank = next(place for place, one in enumerate(passages) if any(_overlap(one, copy) for copy in group))
            signals = Signals(rank, score, short.score if short else None, given, fits)
            yield Candidate(sentence, signals, words, ruled_out)


def _first_read(copies: Sequence[Passage], read: Sequence[Short]) -> tuple[Passage, Short | None]:
    """Return the first of a sentence's copies that a short answer was read in, or else the first."""
    pairs = [(one, _inside(one, read)) for one in copies]
    return next((pair for pair in pairs if pair[1]), pairs[0])


def _elsewhere(sentence: Passage, group: Sequence[Passage], passages: Iterable[Sequence[Passage]]) -> tuple[str, ...]:
    """Return the ids of other documents that have a sentence: those of its copies, and of its passage's copies."""
    around = (copies for copies in passages if any(_contains(copies[0], one) for one in group))
    found = {one.document.id for copies in (group, *around) for one in copies}
    return tuple(sorted(found - {sentence.document.id}))


def _contains(passage: Passage, sentence: Passage) -> bool:
    return passage.document.id == sentence.document.id and passage.span.contains(sentence.span)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.document.id == other.document.id and one.span.overlaps(other.span)


def _inside(sentence: Passage, read: Iterable[Short]) -> Short | None:
    """Return the likeliest short answer inside a sentence."""
    inside = [
        one for one in read if one.words.document.id == sentence.document.id and sentence.span.contains(one.words.span)
    ]
    return max(inside, key=lambda one: one.score, default=None)
