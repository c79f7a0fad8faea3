"""Questions for a fact: the sentences that answer, and the short answer in them."""

import re
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation, number_from_one
from bot.finding.answer_finding import Candidate
from bot.finding.hedges import hedged
from bot.finding.retriever import Retriever
from bot.finding.whole_lists import asks_for_several, list_of_item, may_be_several, whole_list
from bot.questions.question import Asked, Question
from bot.replies.citing import cited_sentence
from bot.replies.silence import silent
from bot.writing import narration
from index import Passage, Span
from index.filters import Filters

_PRONOUN = re.compile(r"(?:I|you|he|him|she|her|it|we|us|they|them|this|that|these|those|who|which)", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """Answers out of the sentences of the sources."""

    retriever: Retriever

    def answer(self, question: Question, filters: Filters) -> Answer:
        """Give the one or two sentences that answer, the likeliest short answer, and how likely it is right."""
        settings = self.retriever.settings
        found = self.retriever.answers.candidates(question.sought or question.text, filters)
        fresh = [one for one in found if not question.has_shown(one.sentence)]
        good = [one for one in fresh if one.confidence >= settings.confidence]
        if not good:
            return silent(self.retriever, question, filters, near=[one.sentence for one in fresh])
        seconds = [one for one in good[1:] if one.confidence >= settings.second_confidence]
        chosen = [good[0], *seconds][: settings.sentences]
        if question.asked is Asked.WHETHER:
            chosen = [replace(one, short=None) for one in chosen]  # no words of a text are a yes or a no
        else:
            chosen = [_whole(question.text, one) for one in chosen]
        best = chosen[0]
        in_order = sorted(chosen, key=lambda one: (one.sentence.document.id, one.sentence.start))
        cited = number_from_one([self._cited(one) for one in in_order])
        short = best.short.text if best.short else None
        return Answer(question.text, tuple(map(narration, cited)), short=short, confidence=best.confidence)

    def _cited(self, found: Candidate) -> Citation:
        cited = cited_sentence(self.retriever.sources, found.sentence)
        around = self._around(found.sentence)
        return replace(cited, sentence=around, short=found.short, confidence=found.confidence, also=found.also)

    def _around(self, sentence: Passage) -> Passage:
        """Return a sentence, together with the one before it where it has a pronoun that may mean something there."""
        if not _POINTS_BACK.search(sentence.text):
            return sentence
        before = [one for one in self.retriever.sources.sentences(sentence.document.id) if one.end <= sentence.start]
        return Passage(sentence.document, Span(before[-1].start, sentence.end)) if before else sentence


def _whole(question: str, found: Candidate) -> Candidate:
    """Widen a short answer to the list that it is part of, and to the hedge before its number; no pronoun is one."""
    if found.short is None or _PRONOUN.fullmatch(found.short.text):
        return replace(found, short=None)
    sentence, text = found.sentence, found.sentence.text
    start, end = found.short.start - sentence.start, found.short.end - sentence.start
    if asks_for_several(question):
        start, end = whole_list(text, start, end)
    elif may_be_several(question):
        start, end = list_of_item(text, start, end)
    return replace(found, short=sentence.narrow(hedged(text, start), end))
