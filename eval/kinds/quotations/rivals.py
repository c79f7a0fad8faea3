"""Other systems over the same articles: a plain cue-verb rule, and textacy's direct quotations."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import Any

from eval.attempt import Attempt, attempt
from eval.kinds.quotations.answers import Given
from eval.kinds.quotations.gold import Article, Attribution, Source, source_of
from eval.kinds.quotations.plain_rule import plain_rule
from eval.kinds.quotations.questions import Question
from eval.kinds.quotations.source_names import same_last_name
from eval.kinds.quotations.systems import System
from index import Document, Kind, Passage, Span


def rivals(articles: Sequence[Article]) -> Iterator[tuple[str, System]]:
    """Yield the rivals by name; textacy only where it is installed (the extra `rivals`)."""
    yield "plain rule", Extracting.over(articles, plain_rule)
    if find_spec("textacy"):
        yield "textacy", Extracting.over(articles, textacy_rule)


class ExtractorError(Exception):
    """An extractor raised at an article when all were read."""


@dataclass(frozen=True, slots=True)
class Extracting:
    """What an extractor finds, and the plainest way to answer with it.

    It cites all that is found of whoever has the last name that is asked about; with a topic, what holds all its words.
    """

    documents: Mapping[str, Document]
    extracted: Mapping[str, Attempt[list[Attribution]]]

    @classmethod
    def over(cls, articles: Sequence[Article], extract: Callable[[Document], list[Attribution]]) -> "Extracting":
        """Extract from every article."""
        documents = {article.document.id: article.document for article in articles}
        tried = {of: attempt(partial(extract, document)) for of, document in documents.items()}
        return cls(documents, tried)

    def found(self, article: Article) -> list[Attribution]:
        """Return what the extractor found in an article.

        Raises:
            ExtractorError: it raised there.
        """
        return self._found(article.document.id)

    def answer(self, question: Question) -> list[Given]:
        """Return the quotes of the speaker."""
        return [
            Given(quote, quote.text, one.name)
            for of, attributions in self._asked(question)
            for one in attributions
            if same_last_name(one.name, question.speaker) and _holds(self.documents[of], one, question.topic or "")
            for quote in (Passage(self.documents[of], piece) for piece in one.content)
        ]

    def _asked(self, question: Question) -> Iterator[tuple[str, list[Attribution]]]:
        """Yield what was found in the document that is asked, or in all where nothing was raised."""
        if question.document:
            yield question.document, self._found(question.document)
            return
        yield from ((of, tried.value) for of, tried in self.extracted.items() if tried.value is not None)

    def _found(self, document: str) -> list[Attribution]:
        tried = self.extracted[document]
        if tried.value is None:
            raise ExtractorError(tried.error)
        return tried.value


def textacy_rule(document: Document) -> list[Attribution]:
    """Return what textacy's `direct_quotations` finds; nothing where it raises, as it does if marks are odd."""
    from textacy.extract.triples import direct_quotations

    from index.parsing import parsed

    try:
        triples = list(direct_quotations(parsed(document.text)))
    except ValueError:
        return []
    return [
        Attribution(
            (Span(triple.content.start_char, triple.content.end_char),),
            Kind.DIRECT,
            document.text[_span(triple.cue).start : _span(triple.cue).end],
            _span(triple.speaker),
            *_source(document, _span(triple.speaker)),
        )
        for triple in triples
    ]


def _span(tokens: Sequence[Any]) -> Span:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _source(document: Document, speaker: Span) -> tuple[Source, str | None]:
    return source_of(document.text[speaker.start : speaker.end], document.text, None)


def _holds(document: Document, attribution: Attribution, topic: str) -> bool:
    said = " ".join(document.text[piece.start : piece.end] for piece in attribution.content).casefold()
    return all(word in said for word in topic.casefold().split())
