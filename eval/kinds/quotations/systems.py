"""What is measured: this project's index and bot over a set's articles."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from eval.attempt import attempt
from eval.kinds.quotations.answers import Given
from eval.kinds.quotations.gold import Article, Attribution, source_of
from eval.kinds.quotations.misquoted import Asked
from eval.kinds.quotations.questions import Question
from eval.own_index import own_index
from eval.set_kind import Options
from index import Document, Quotation

if TYPE_CHECKING:
    from bot.checker import FactChecker
    from bot.quotes.quote_check import QuoteCheck

WORDS = 700
"""How long an article is when articles a second are counted."""


class System(Protocol):
    """Finds attributions, and answers questions about them."""

    def found(self, article: Article) -> list[Attribution]:
        """Return the attributions in an article."""

    def answer(self, question: Question) -> list[Given]:
        """Return the quotes that answer; none where it is silent."""


class Bot:
    """This project: the quotations of an index, and the bot over it."""

    def __init__(self, checker: "FactChecker") -> None:
        self._checker = checker

    def found(self, article: Article) -> list[Attribution]:
        """Return the quotations that the index holds of an article."""
        quotations = self._checker.sources.quotations(filters={"documents": [article.document.id]})
        return [attribution(one) for one in quotations]

    def answer(self, question: Question) -> list[Given]:
        """Return the citations of the bot's answer."""
        filters = {"documents": [question.document]} if question.document else None
        answer = self._checker.answer(question.text, filters=filters)
        return [Given(one.quote, one.text, one.speaker) for one in answer.citations]

    def check(self, asked: Asked) -> "QuoteCheck":
        """Return whether the index has a quotation."""
        return self._checker.check_quote(asked.words, asked.speaker, filters={"documents": asked.documents})


def attribution(quotation: Quotation) -> Attribution:
    """Return a quotation in the form in which gold attributions are."""
    speaker = quotation.speaker
    source, _ = source_of(speaker.text if speaker else "", quotation.document.text, None)
    return Attribution(
        tuple(piece.span for piece in quotation.words),
        quotation.kind,
        quotation.cue.text if quotation.cue else "",
        speaker.span if speaker else None,
        source,
        quotation.name,
    )


@contextmanager
def bot_over(articles: Sequence[Article], options: Options) -> Iterator[Bot]:
    """Yield the bot over an index of the articles."""
    from bot import load

    texts = ({"id": one.document.id, "text": one.document.text, "title": one.document.title} for one in articles)
    with own_index(texts, options) as folder:
        yield Bot(load(folder))


def timed(articles: Sequence[Article]) -> Iterator[tuple[Article, float, float, str | None]]:
    """Yield each article, its length in articles of 700 words, the seconds that extraction takes, and its error."""
    from index import quotations

    def extract(article: Article) -> object:
        return quotations(Document("timed", article.document.text))

    attempt(partial(extract, articles[0]))  # models are loaded when they are first asked
    for article in articles:
        _, error, seconds = attempt(partial(extract, article))
        yield article, len(article.document.text.split()) / WORDS, seconds, error
