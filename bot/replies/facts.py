"""Questions for a fact: the sentences that answer, and the short answer in them."""

import re
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation
from bot.finding.answer_finding import Candidate
from bot.finding.hedges import hedged
from bot.finding.retriever import Retriever
from bot.finding.whole_lists import asks_for_several, list_of_item, may_be_several, whole_list
from bot.questions.question import Asked, Question
from bot.replies.silence import silent
from bot.writing import narration
from index import Kind, Passage, Span
from index.filters import Filters

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
        statements = tuple(narration(self._cited(number, one)) for number, one in enumerate(in_order, start=1))
        short = best.short.text if best.short else None
        return Answer(question.text, statements, short=short, confidence=best.confidence)

    def _cited(self, number: int, found: Candidate) -> Citation:
        """Cite a whole sentence; one that gives a single speaker's words is that speaker's."""
        sentence, short = found.sentence, found.short
        around = self._around(sentence)
        said = self.retriever.sources.corpus.quotations_between(sentence)
        length = sum(len(piece.span) for one in said for piece in one.words)
        if length * 2 < len(sentence.span) or len({one.name for one in said}) != 1:
            plain = Citation(number, sentence, None, Kind.NARRATION, sentence=around, short=short)
            return replace(plain, confidence=found.confidence, also=found.also)
        one = said[0]
        # The sentence holds more than the words: its cue, and perhaps another quotation.
        kind = Kind.INDIRECT if all(each.kind is Kind.INDIRECT for each in said) else Kind.MIXED
        spoken = Citation(number, sentence, one.name, kind, one.certain, one.cue, one.role, around, short)
        return replace(spoken, confidence=found.confidence, also=found.also)

    def _around(self, sentence: Passage) -> Passage:
        """Return a sentence, together with the one before it where it has a pronoun that may mean something there."""
        if not _POINTS_BACK.search(sentence.text):
            return sentence
        before = [one for one in self.retriever.sources.sentences(sentence.document.id) if one.end <= sentence.start]
        return Passage(sentence.document, Span(before[-1].start, sentence.end)) if before else sentence


def _whole(question: str, found: Candidate) -> Candidate:
    """Widen a short answer to the list that it is part of, and to the hedge before its number."""
    if found.short is None:
        return found
    sentence, text = found.sentence, found.sentence.text
    start, end = found.short.start - sentence.start, found.short.end - sentence.start
    if asks_for_several(question):
        start, end = whole_list(text, start, end)
    elif may_be_several(question):
        start, end = list_of_item(text, start, end)
    return replace(found, short=sentence.narrow(hedged(text, start), end))
