"""Questions about what one speaker said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.citation import Answer
from bot.finding.retriever import Retriever, holds, names_topic, words_of
from bot.questions.descriptions import description
from bot.questions.question import Asked, Question
from bot.questions.understanding import PRONOUNS
from bot.replies.citing import Citing, Heading, without_reprints
from bot.replies.debate import answers_back
from bot.replies.occasions import said_when
from bot.replies.silence import silent, unheard
from bot.wording import day
from index import Quotation
from index.filters import Filters
from index.speaker import Speaker

_TIMES_SHOWN = 3


@dataclass(frozen=True)
class Speech:
    """Answers out of one speaker's quotations."""

    retriever: Retriever
    citing: Citing

    def answer(self, question: Question, filters: Filters) -> Answer:
        """Return what the speaker said, or refuse by name."""
        if question.speaker is None or question.speaker.lower() in PRONOUNS:
            reason = f"it is not clear whom \u201c{question.speaker}\u201d means; ask by name"
            return silent(self.retriever, question, filters, reason)
        people, said = self.retriever.said_by(question.speaker, filters)
        if not said and question.asked in {Asked.STATEMENTS, Asked.RESPONSE}:
            people, said = self.retriever.said_by_each(question.speaker, filters)
        described = None if said else self.retriever.described(question.speaker, filters)
        if described:
            people, said = self.retriever.said_by(described, filters)
        if not said:
            return silent(self.retriever, question, filters, unheard(self.retriever, question, filters))
        answers: dict[Asked, Callable[[Question, Sequence[Quotation]], Answer | None]] = {
            Asked.STATEMENTS: self._statements,
            Asked.RESPONSE: self._response,
            Asked.MENTION: self._mention,
            Asked.WHEN: self._when,
        }
        if described and question.also:
            said = self._beside(question.speaker, said)
        return answers[question.asked](question, said) or self._nothing(question, people, filters)

    def _beside(self, mention: str, said: Sequence[Quotation]) -> list[Quotation]:
        """Leave out the words by which a mention describes their speaker."""
        meant = description(mention)
        if meant is None:
            return list(said)
        did, around = meant.did, self.retriever.around
        return [one for one in said if not (meant.is_done(one) and names_topic(did, around(one).text))]

    def _nothing(self, question: Question, people: Sequence[Speaker], filters: Filters) -> Answer:
        names = ", ".join(one.name for one in people)
        reason = f"{names} is not quoted about {question.topic}"
        if question.shown or (question.also and not question.topic):
            reason = f"nothing more of {names} is quoted"
        elif question.asked is Asked.WHEN:
            reason = f"when {names} said so"
        return silent(self.retriever, question, filters, reason)

    def _statements(self, question: Question, said: Sequence[Quotation]) -> Answer | None:
        """Give everything, in order, or what is about the topic, the most relevant first."""
        return self._page(question, self.retriever.about(question.topic, said) if question.topic else said)

    def _response(self, question: Question, said: Sequence[Quotation]) -> Answer | None:
        """Give what is about the topic; where nothing is in so many words, what answers back where it is spoken of."""
        back = [one for one in said if answers_back(one)]
        if question.topic is None:
            return self._page(question, back or said)
        there = [one for one in back if names_topic(question.topic, one.document.text)]
        return self._statements(question, said) or self._page(question, there)

    def _mention(self, question: Question, said: Sequence[Quotation]) -> Answer | None:
        """Say yes where words that are surely the speaker's name the topic; else give what comes near it."""
        named = [one for one in said if names_topic(question.topic or "", words_of(one))]
        answer = self._page(replace(question, topic=None), named)
        surely = any(one.certain for one in named)
        return replace(answer, short="Yes" if surely else None) if answer else self._statements(question, said)

    def _when(self, question: Question, said: Sequence[Quotation]) -> Answer | None:
        """Give the time that the source names beside the words, or the day on which it was published."""
        topic = question.topic
        held = [one for one in said if topic and holds(one, topic)]
        about = self.retriever.about(topic, said) if topic else said
        found = self.retriever.under(question.said) or held or about
        dated = [(one, time) for one in found if (time := said_when(one, self.retriever.around(one)))]
        if not dated:
            return None
        shown = dated[:_TIMES_SHOWN]
        times = {time for _, time in shown}
        statements = self.citing.statements([one for one, _ in shown], lambda one: day(one.document))
        return Answer(
            question.text,
            statements,
            short=times.pop() if len(times) == 1 else None,
            more=len(dated) - len(shown),
        )

    def _page(self, question: Question, quotations: Sequence[Quotation]) -> Answer | None:
        """Show as many as fit of what was not shown; those of different people of one name apart, else by document."""
        new = [one for one in quotations if not question.has_said(one)]
        if not new:
            return None
        speakers = list(dict.fromkeys(quotation.name for quotation in new))
        apart = sorted(new, key=lambda one: speakers.index(one.name))
        distinct = list(without_reprints(apart))
        heading = _heading([one for one, _ in distinct], by_document=question.topic is None)
        fits = self.retriever.settings.statements
        statements = self.citing.write(distinct[:fits], heading)
        return Answer(question.text, statements, more=max(0, len(distinct) - fits))


def _heading(quotations: Sequence[Quotation], *, by_document: bool) -> Heading:
    """Head by speaker where several speak, else by document where there are several."""
    if len({one.name for one in quotations}) > 1:
        return lambda one: one.name
    if by_document and len({one.document.id for one in quotations}) > 1:
        return lambda one: ", ".join(part for part in (one.document.title, day(one.document)) if part)
    return lambda _: None
