"""Questions about what several say: who said it, what the parties say, who replied."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.citation import Answer, Stance
from bot.claims.check import Check
from bot.claims.claim_splitting import parts
from bot.finding.retriever import Retriever, holds
from bot.questions.question import Asked, Question
from bot.quotes.given_words import read_given
from bot.quotes.quote_places import QuotePlaces
from bot.replies.citing import Citing
from bot.replies.silence import silent, unheard
from index import Document, Passage, Quotation
from index.filters import Filters

_ANSWERS_BACK = re.compile(
    r"\b(?:den(?:y|ie[sd])|dismiss|reject|repl(?:y|ie[sd])|respond|react|answer|refut|rebut|disput|counter|retort|"
    r"object|disagree|contradict|shot back|hit back|fired back|pushed back)",
    re.IGNORECASE,
)
_NEARLY = 0.35
"""The least likeness of a quotation to words that ask for it; see `bot.quotes.alignment.Alignment`."""
_EACH = 3
"""How many statements of one speaker are shown where several speak about a topic."""
_WITH_THESE_WORDS = 10
"""How many quotations are looked at for words whose speaker is asked for."""
_SURE = 0.7
"""How sure the judge must be that what somebody says comes to what is asked for in other words."""
_SAID_THAT = re.compile(
    r"\bwho (?:has |had )?\w+,? that (?=.*\w)(?!.*[\"\u201c\u201d\u2018])(?!.*(?<!\w)')", re.IGNORECASE
)
"""A question for who said that something is so, without words in quote marks."""


def answers_back(quotation: Quotation) -> bool:
    """Say whether words are given as an answer to somebody: denied, dismissed, replied."""
    return bool(quotation.cue and _ANSWERS_BACK.search(quotation.cue.text))


@dataclass(frozen=True)
class Debate:
    """Answers out of everybody's quotations."""

    retriever: Retriever
    citing: Citing
    check: Callable[[str, Filters], Check]

    def answer(self, question: Question, filters: Filters) -> Answer:
        """Return who said what."""
        answers: dict[Asked, Callable[[Question, Filters], Answer]] = {
            Asked.WHO_SAID: self._who_said,
            Asked.PARTIES: self._parties,
            Asked.REPLIES: self._replies,
        }
        return answers[question.asked](question, filters)

    def _who_said(self, question: Question, filters: Filters) -> Answer:
        """Find the quotation that holds the words, or else one that says so in others where none are put in marks."""
        words = question.words or ""
        found = self.retriever.sources.corpus.search_quotations(words, _WITH_THESE_WORDS, filters) if words else []
        holding = [one for one in found if holds(one, words)]
        said = [one for one in self.retriever.under(question.said) or holding if one.name]
        said = said or (self._coming_to(words, filters) if _SAID_THAT.search(question.text) else [])
        if not said:
            nearly = self._nearly(words, filters)
            reason = "nobody is quoted with just these words" if nearly else "nobody is quoted with these words"
            return silent(self.retriever, question, filters, reason, nearly or None)
        names = {one.name for one in said}
        return Answer(question.text, self.citing.statements(said), short=said[0].name if len(names) == 1 else None)

    def _coming_to(self, words: str, filters: Filters) -> list[Quotation]:
        """Return what is surely somebody's and surely supports that something is so; nothing where that has parts."""
        claim, *others = parts(words)
        if others or claim.speaker:
            return []
        found = self.check(words, filters).of_stance(Stance.SUPPORTS)
        quotes = [quote for one in found for quote in one.quotes if (quote.confidence or 0.0) >= _SURE]
        spoken = self.retriever.under([quote for quote in quotes if quote.speaker])
        return [one for one in spoken if one.certain and one.name in {quote.speaker for quote in quotes}]

    def _nearly(self, words: str, filters: Filters) -> list[Passage]:
        """Return the sentence of the quotation that gives nearly the words, which people quote from memory."""
        places = QuotePlaces(self.retriever.sources)
        given = read_given(words)
        said = places.said(given, places.passages(given.text, [], filters)) if given.words else []
        likely = [one.quotation for one in said[:1] if one.alignment.likeness >= _NEARLY]
        return [self.retriever.around(one) for one in likely if one]

    def _parties(self, question: Question, filters: Filters) -> Answer:
        """Give what everybody says about a topic, speaker by speaker, the most relevant first."""
        topic = question.topic or ""
        near = self.retriever.quotations_near(topic, filters)
        fresh = [one for one in near if one.name and not question.has_said(one)]
        by_speaker: dict[str | None, list[Quotation]] = {}
        for quotation in self.retriever.about(topic, fresh):
            by_speaker.setdefault(quotation.name, []).append(quotation)
        if not by_speaker:
            return silent(self.retriever, question, filters, f"nobody is quoted about {topic}")
        statements = self.citing.statements(
            [quotation for said in by_speaker.values() for quotation in said[:_EACH]], lambda one: one.name
        )
        return Answer(question.text, statements, more=sum(max(0, len(said) - _EACH) for said in by_speaker.values()))

    def _replies(self, question: Question, filters: Filters) -> Answer:
        """Give what others said back where somebody was quoted; in a transcript, whoever spoke next."""
        _, said = self.retriever.said_by(question.speaker or "", filters)
        asked = self.retriever.under(question.said) or said
        if not asked:
            return silent(self.retriever, question, filters, unheard(self.retriever, question, filters))
        documents = {one.document.id: one.document for one in asked}
        replies = [reply for one in documents.values() for reply in self._said_back(one, question, asked, filters)]
        if not replies:
            names = ", ".join(sorted({one.name for one in asked if one.name})) or "that"
            return silent(self.retriever, question, filters, f"nobody is quoted replying to {names}")
        several = len({one.name for one in replies}) > 1
        return Answer(question.text, self.citing.statements(replies, lambda one: one.name if several else None))

    def _said_back(
        self, document: Document, question: Question, asked: Sequence[Quotation], filters: Filters
    ) -> list[Quotation]:
        speakers = {one.name for one in asked}
        there = self.retriever.sources.quotations(None, replace(filters, documents=(document.id,)))
        others = [one for one in there if one.name and one.name not in speakers and not question.has_said(one)]
        if not document.turns:
            return [one for one in others if answers_back(one)]
        behind = _behind(document, [one for one in asked if one.document.id == document.id])
        return [one for one in others if any(first <= one.start < last for first, last in behind)]


def _behind(document: Document, asked: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Return where the turns stand that follow the turns in which the words were said."""
    places = [(turn.words.start, turn.words.end) for turn in document.turns]
    return [after for (start, end), after in pairwise(places) if any(start <= one.start < end for one in asked)]
