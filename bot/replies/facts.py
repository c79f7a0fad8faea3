"""Questions for a fact: the sentences that answer, and the short answer in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation, Statement, number_from_one
from bot.finding.answer_finding import Candidate
from bot.finding.hedges import hedged
from bot.finding.reasons import gives_no_reason
from bot.finding.retriever import Retriever
from bot.finding.whole_lists import asks_for_several, list_of_item, may_be_several, whole_list
from bot.finding.written_lists import announces, bulleted_list, without_bullet, written_list
from bot.parsed_text import is_a_time
from bot.questions.comparisons import Side, compared
from bot.questions.question import Asked, Question
from bot.questions.topics import Topic
from bot.replies.citing import cited_sentence
from bot.replies.silence import silent
from bot.weighing.quantities import quantities
from bot.writing import narration
from index import Passage, Span
from index.filters import Filters

_PRONOUN = re.compile(r"(?:I|you|he|him|she|her|it|we|us|they|them|this|that|these|those|who|which)", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,:]*")
_WHERE = re.compile(r"^(?:and |so |but )?where\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """Answers out of the sentences of the sources."""

    retriever: Retriever

    def answer(self, question: Question, filters: Filters) -> Answer:
        """Give the one or two sentences that answer, the likeliest short answer, and how likely it is right.

        Of two that are compared a sentence on each is given, and what follows from them is left to the reader.
        """
        if sides := compared(question.sought or question.text):
            return self._on_both(question, sides, filters)
        settings = self.retriever.settings
        fresh = self._fresh(question, question.sought or question.text, filters)
        doubtful = question.bare or _are_seconds(fresh)
        least = max(settings.confidence, settings.second_confidence) if doubtful else settings.confidence
        good = [one for one in fresh if one.confidence >= least]
        if not good:
            return silent(self.retriever, question, filters, near=[one.sentence for one in fresh])
        seconds = [one for one in good[1:] if one.confidence >= settings.second_confidence]
        chosen = [good[0], *seconds][: settings.sentences]
        if question.asked is Asked.WHETHER:
            chosen = [replace(one, short=None) for one in chosen]  # no words of a text are a yes or a no
        else:
            chosen = [self._with_list(question.text, one) for one in chosen]
        best = chosen[0]
        chosen = list({one.sentence: one for one in reversed(chosen)}.values())
        in_order = sorted(chosen, key=lambda one: (one.sentence.document.id, one.sentence.start))
        short = best.short.text if best.short else None
        return Answer(question.text, self._statements(in_order), short=short, confidence=best.confidence)

    def _on_both(self, question: Question, sides: Sequence[Side], filters: Filters) -> Answer:
        """Give a sentence on each of two that are compared, with its number, or one that compares them, or nothing."""
        topics = [Topic(side.name) for side in sides]
        near = [self._fresh(question, side.question, filters) for side in sides]
        sure = [[one for one in found if one.confidence >= self.retriever.settings.confidence] for found in near]
        told = [
            next((_whole(side.question, one) for one in found if _tells_of(topic, topics, one.sentence.text)), None)
            for side, topic, found in zip(sides, topics, sure, strict=True)
        ]
        best = [one for one in told if one]
        if len(best) < len(sides):
            compare = [one for found in sure for one in found if _compares(topics, one.sentence.text)]
            best = [replace(one, short=None) for one in compare[:1]]
        if not best:
            offered = [one.sentence for found in near for one in found[:2]]
            return silent(self.retriever, question, filters, near=list(dict.fromkeys(offered)))
        both = {one.sentence: one for one in best}.values()
        return Answer(question.text, self._statements(both), confidence=min(one.confidence for one in best))

    def _fresh(self, question: Question, sought: str, filters: Filters) -> list[Candidate]:
        """Return what may answer and was not shown already, the likeliest first."""
        found = self.retriever.answers.candidates(sought, filters)
        return [one for one in found if not question.has_shown(one.sentence)]

    def _with_list(self, question: str, found: Candidate) -> Candidate:
        """Widen a short answer, and of a list with bullets the sentence too, where several things may be asked for."""
        found = replace(found, short=without_bullet(found.sentence, found.short))
        sentences = self.retriever.sources.sentences(found.sentence.document.id)
        several = asks_for_several(question) or may_be_several(question)
        whole = bulleted_list(found.sentence, sentences) if several else None
        if whole is None or not (found.short is None or whole.holds(found.short)):
            return _whole(question, found)
        return replace(found, sentence=whole.passage, short=whole.listed)

    def _statements(self, found: Iterable[Candidate]) -> tuple[Statement, ...]:
        return tuple(map(narration, number_from_one([self._cited(one) for one in found])))

    def _cited(self, found: Candidate) -> Citation:
        cited = cited_sentence(self.retriever.sources, found.sentence, found.short)
        around = self._around(found.sentence)
        return replace(cited, sentence=around, short=found.short, confidence=found.confidence, also=found.also)

    def _around(self, sentence: Passage) -> Passage:
        """Return a sentence, together with the one before it where it has a pronoun that may mean something there."""
        before = self.retriever.sources.before(sentence) if _POINTS_BACK.search(sentence.text) else None
        return Passage(sentence.document, Span(before.start, sentence.end)) if before else sentence


def _are_seconds(found: Sequence[Candidate]) -> bool:
    """Say whether what is ruled out has more that speaks for it than whatever is not."""
    left = max((one.confidence for one in found), default=0.0)
    return any(one.ruled_out and one.signals.confidence > left for one in found)


def _tells_of(topic: Topic, compared: Iterable[Topic], text: str) -> bool:
    """Say whether a text names what is compared, and has a number, or a year, for everything of it that it names."""
    named = [one for one in compared if one.share(text) == 1]
    return topic in named and max(len(quantities(text)), len(_NUMBER.findall(text))) >= len(named)


def _compares(topics: Iterable[Topic], text: str) -> bool:
    """Say whether a text itself holds two against each other."""
    return bool(_THAN.search(text)) and all(topic.share(text) == 1 for topic in topics)


def _whole(question: str, found: Candidate) -> Candidate:
    """Widen a short answer to the list that it is part of, and to the hedge before its number.

    No pronoun is one, no time is where, and no bare name is why.
    """
    if found.short is None or _PRONOUN.fullmatch(found.short.text):
        return replace(found, short=None)
    sentence, text = found.sentence, found.sentence.text
    start, end = found.short.start - sentence.start, found.short.end - sentence.start
    if (_WHERE.match(question) and is_a_time(text, start, end)) or gives_no_reason(question, text, start, end):
        return replace(found, short=None)
    if asks_for_several(question):
        start, end = whole_list(text, start, end)
    elif may_be_several(question):
        start, end = list_of_item(text, start, end)
    if asks_for_several(question) or may_be_several(question) or announces(text[start:end]):
        start, end = written_list(text, start, end)
    return replace(found, short=sentence.narrow(hedged(text, start), end))
