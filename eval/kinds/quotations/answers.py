"""Answers about what somebody said, judged by the gold attributions that their citations give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.attempt import attempt
from eval.kinds.quotations.gold import Article, Source
from eval.kinds.quotations.questions import Question
from eval.kinds.quotations.source_names import same_last_name
from eval.overlap import Characters
from index import Passage

HALF = 0.5
"""The least share of a citation's characters that must lie in a gold quotation whose words it gives."""


@dataclass(frozen=True, slots=True)
class Given:
    """A quote that an answer gives, and whose words it is said to be."""

    quote: Passage
    text: str
    speaker: str | None

    @property
    def characters(self) -> Characters:
        """Its characters as (document's id, offset)."""
        return frozenset((self.quote.document.id, offset) for offset in range(self.quote.start, self.quote.end))


Answerer = Callable[[Question], Sequence[Given]]
"""From a question to the quotes that answer it; none is a refusal."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, what was answered, and what is right about it.

    Attributes:
        question: what was asked.
        given: the quotes of the answer; none where it refused, or raised.
        error: what the answerer raised, or None.
        seconds: how long it took.
        right: for each quote whose gold speaker is known, whether it bears the right name.
        right_named: the same, where the article names the speaker at these very words.
        verbatim: how many quotes are the text of their article at their place.
    """

    question: Question
    given: Sequence[Given]
    error: str | None
    seconds: float
    right: Sequence[bool]
    right_named: Sequence[bool]
    verbatim: int

    @property
    def f1(self) -> float | None:
        """The F1 of the cited characters against the gold ones; None where there are no gold ones."""
        gold = self.question.gold
        if not gold:
            return None
        cited = frozenset[tuple[str, int]]().union(*(one.characters for one in self.given))
        common = len(cited & gold)
        return 2 * common / (len(cited - (self.question.neutral - gold)) + len(gold))

    @property
    def refused(self) -> bool:
        """Whether the answer is that nobody is quoted so."""
        return self.error is None and not self.given


def ask(question: Question, answerer: Answerer, articles: Mapping[str, Article]) -> Judged:
    """Ask a question; an answerer that raises has failed it."""
    given, error, seconds = attempt(lambda: list(answerer(question)))
    return judge(question, given or [], articles, error=error, seconds=seconds)


def judge(
    question: Question,
    given: Sequence[Given],
    articles: Mapping[str, Article],
    *,
    error: str | None = None,
    seconds: float = 0.0,
) -> Judged:
    """Compare the quotes of an answer with the gold attributions of their articles."""
    right = [_is_right(one, articles, tuple(Source)) for one in given]
    named = [_is_right(one, articles, (Source.NAMED,)) for one in given]
    verbatim = sum(
        articles[one.quote.document.id].document.text[one.quote.start : one.quote.end] == one.text for one in given
    )
    return Judged(
        question,
        given,
        error,
        seconds,
        [one for one in right if one is not None],
        [one for one in named if one is not None],
        verbatim,
    )


def _is_right(given: Given, articles: Mapping[str, Article], sources: Sequence[Source]) -> bool | None:
    """Say whether a quote bears the right name: that of somebody who is attributed these words, at whatever depth.

    None where the quote names nobody, gives no gold quotation, or one of those that it gives has no known speaker.
    """
    article = articles[given.quote.document.id]
    span = given.quote.span
    around = [one for one in article.attributions if one.common(span) >= HALF * len(span)]
    if given.speaker is None or not around:
        return None
    names = [article.speaker(one) if one.source in sources else None for one in around]
    if any(name and same_last_name(given.speaker, name) for name in names):
        return True
    return None if None in names else False
