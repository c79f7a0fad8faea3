"""What a bot must beat: saying nothing, and giving the sentence that shares most words with the question."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.citation import Answer, Citation, Statement
from index import Document, Kind, Passage, Span

_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"'\u201d\u2019]?(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"\w+")


def always_silent(question: str) -> Answer:
    """Answer that the sources do not say."""
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

    def __call__(self, question: str) -> Answer:
        """Answer with one sentence, as narration."""
        asked = _words(question)
        nearest = max(self.sentences, key=lambda sentence: len(asked & _words(sentence.text)), default=None)
        if nearest is None or not asked & _words(nearest.text):
            return Answer(question)
        citation = Citation(1, nearest, None, Kind.NARRATION, sentence=nearest)
        return Answer(question, (Statement(nearest.text, (citation,)),), short=nearest.text)


def _sentences(document: Document) -> Iterator[Passage]:
    body = document.body
    matches = _SENTENCE.finditer(document.text, body.start, body.end)
    return (Passage(document, Span(*match.span())) for match in matches)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
