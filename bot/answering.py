"""The straight line from a question to a proven answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.citation import Answer
from bot.finding.retriever import Retriever
from bot.questions.follow_ups import Exchange, complete, leans
from bot.questions.periods import Period
from bot.questions.question import Asked, Question
from bot.questions.speakers import matching
from bot.replies.debate import Debate
from bot.replies.facts import Facts
from bot.replies.silence import silent
from bot.replies.speech import Speech
from bot.replies.whether import Whether
from index.filters import Filters

_UNCLEAR = "it is not clear what \u201c{}\u201d is about; ask the whole question"


@dataclass(frozen=True)
class Answering:
    """Understands a question, lets the part for its kind answer, and proves every quote."""

    retriever: Retriever
    speech: Speech
    debate: Debate
    facts: Facts
    whether: Whether

    def answer(self, asked: str, filters: Filters, history: Sequence[Answer | str] = ()) -> Answer:
        """Return what the sources say to a question; every quote is proven against the stored text."""
        before = self._last(history, filters) if history and leans(asked) else None
        answer = self._answer(self._understood(asked, before, filters), filters)
        for citation in (*answer.citations, *answer.related):
            self.retriever.sources.prove(citation.quote)
        return answer

    def _answer(self, question: Question, filters: Filters) -> Answer:
        narrowed = question.period.narrowing(filters) if question.period else filters
        if question.asked is Asked.UNCLEAR:
            return silent(self.retriever, question, narrowed, _UNCLEAR.format(question.text), near=[])
        if question.asked in {Asked.FACT, Asked.WHETHER}:
            clear = self.whether.answer(question, narrowed) if question.asked is Asked.WHETHER else None
            return clear or self.facts.answer(question, narrowed)
        several = question.asked in {Asked.WHO_SAID, Asked.PARTIES, Asked.REPLIES}
        return (self.debate if several else self.speech).answer(question, narrowed)

    def _last(self, history: Sequence[Answer | str], filters: Filters) -> Exchange | None:
        """Return the last earlier exchange, each made whole by the one before it."""
        last: Exchange | None = None
        for earlier in history:
            question = self._understood(earlier if isinstance(earlier, str) else earlier.question, last, filters)
            last = Exchange(question, self._answer(question, filters) if isinstance(earlier, str) else earlier)
        return last

    def _understood(self, asked: str, before: Exchange | None, filters: Filters) -> Question:
        return complete(asked, before, self._published(filters), lambda name: self._is_speaker(name, filters))

    def _is_speaker(self, name: str, filters: Filters) -> bool:
        return bool(matching(name, self.retriever.speakers(filters)))

    def _published(self, filters: Filters) -> Period | None:
        days = self.retriever.sources.days(filters)
        return Period(days[0], days[1] + timedelta(1)) if days else None
