"""What a bot must beat: chance, saying nothing, and giving the sentence that shares most words with the question.

Each is an answerer like the bot, and can be told of documents that are left out.
"""

import random
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.citation import Answer, Citation, Statement
from index import Document, Kind, Passage, Span
from index.filters import Filters

if TYPE_CHECKING:
    from index import PassageIndex

_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"'\u201d\u2019]?(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"\w+")


class Baseline(Protocol):
    """Answers a question, with some documents left out or none."""

    def __call__(self, question: str, left_out: Collection[str] = ()) -> Answer:
        """Return an answer with one quote, or silence."""


def baselines(sources: "PassageIndex", seed: int) -> Mapping[str, Baseline]:
    """Return the baselines over an index, by name."""
    nearest = NearestSentence.over(sources.documents())
    return {
        "BM25": BestPassage(sources),
        "nearest": nearest,
        "silent": always_silent,
        "random": RandomSentence(nearest.sentences, seed),
    }


def always_silent(question: str, left_out: Collection[str] = ()) -> Answer:
    """Answer that the sources do not say."""
    del left_out
    return Answer(question)


@dataclass(frozen=True, slots=True)
class NearestSentence:
    """An answerer that gives the sentence with the most of the question's words, the first of equals.

    It knows nothing of rare words, of speakers, or of when to be silent: only a question without a word in common with
    the documents is refused.
    """

    sentences: tuple[Passage, ...]

    @classmethod
    def over(cls, documents: Iterable[Document]) -> "NearestSentence":
        """Return the answerer over these documents."""
        return cls(tuple(sentence for document in documents for sentence in _sentences(document)))

    def __call__(self, question: str, left_out: Collection[str] = ()) -> Answer:
        """Answer with one sentence, as narration."""
        return _nearest(question, (one for one in self.sentences if one.document.id not in left_out))


@dataclass(frozen=True, slots=True)
class BestPassage:
    """An answerer that gives, of the passage that BM25 finds best, the sentence with most of the question's words."""

    sources: "PassageIndex"

    def __call__(self, question: str, left_out: Collection[str] = ()) -> Answer:
        """Answer with one sentence, as narration; without a passage that shares a word, be silent."""
        kept = tuple(one.id for one in self.sources.documents() if one.id not in left_out) if left_out else ()
        hits = self.sources.hits(self.sources.lexical(question, 1, Filters(documents=kept)))
        within = (
            one for hit in hits for one in _sentences(hit.passage.document) if one.span.overlaps(hit.passage.span)
        )
        return _nearest(question, within)


@dataclass(frozen=True, slots=True)
class RandomSentence:
    """An answerer that gives any sentence: the same for a question each time, and with no regard to it."""

    sentences: tuple[Passage, ...]
    seed: int

    def __call__(self, question: str, left_out: Collection[str] = ()) -> Answer:
        """Answer with one sentence, as narration."""
        others = [one for one in self.sentences if one.document.id not in left_out]
        if not others:
            return Answer(question)
        return _one_quote(question, random.Random(f"{self.seed} {question}").choice(others))  # noqa: S311 - no secret


def _nearest(question: str, sentences: Iterable[Passage]) -> Answer:
    asked = _words(question)
    nearest = max(sentences, key=lambda sentence: len(asked & _words(sentence.text)), default=None)
    if nearest is None or not asked & _words(nearest.text):
        return Answer(question)
    return _one_quote(question, nearest)


def _one_quote(question: str, quote: Passage) -> Answer:
    citation = Citation(1, quote, None, Kind.NARRATION, sentence=quote)
    return Answer(question, (Statement(quote.text, (citation,)),), short=quote.text)


def _sentences(document: Document) -> Iterator[Passage]:
    body = document.body
    matches = _SENTENCE.finditer(document.text, body.start, body.end)
    return (Passage(document, Span(*match.span())) for match in matches)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
