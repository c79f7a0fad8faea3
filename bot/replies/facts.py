"""Questions for a fact: the sentences that answer, and the short answer in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation, Statement, number_from_one
from bot.finding.answer_finding import Candidate
from bot.finding.counted import FIGURE
from bot.finding.hedges import hedged
from bot.finding.reasons import gives_no_reason
from bot.finding.retriever import Retriever
from bot.finding.two_steps import found_in_two_steps
from bot.finding.whole_lists import asks_for_several, list_of_item, may_be_several, whole_list
from bot.finding.written_lists import announces, bulleted_list, without_bullet, written_list
from bot.parsed_text import is_a_time
from bot.questions.comparisons import Side, compared
from bot.questions.question import Asked, Question
from bot.questions.two_steps import Steps, in_two_steps, is_of_an_owner
from bot.replies.both_sides import are_alike, holds_against, tells_of
from bot.replies.citing import cited_sentence
from bot.replies.silence import silent
from bot.weighing.quantities import quantities
from bot.writing import narration
from index import Passage, Span
from index.filters import Filters

_PRONOUN = re.compile(r"(?:I|you|he|him|she|her|it|we|us|they|them|this|that|these|those|who|which)", re.IGNORECASE)
_WHERE = re.compile(r"^(?:and |so |but )?where\b", re.IGNORECASE)
_HOW = re.compile(r"how\b", re.IGNORECASE)
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
        steps = in_two_steps(question.sought or question.text) if question.asked is Asked.FACT else None
        is_sure = bool(fresh) and fresh[0].confidence >= settings.second_confidence
        if steps and not is_sure and (answer := self._in_two_steps(question, steps, filters)):
            return answer
        doubtful = question.bare or steps or is_of_an_owner(question.text) or _are_seconds(fresh)
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

    def _in_two_steps(self, question: Question, steps: Steps, filters: Filters) -> Answer | None:
        """Give a sentence that names what is described, and one on what is asked of it, where both are sure."""
        least = self.retriever.settings.second_confidence
        found = found_in_two_steps(steps, lambda step: self._fresh(question, step, filters), least)
        if found is None:
            return None
        first, last = replace(found[0], short=None), _whole(question.text, found[1])
        both = [last] if first.sentence == last.sentence else [first, last]
        short = last.short.text if last.short else None
        return Answer(question.text, self._statements(both), short=short, confidence=first.confidence * last.confidence)

    def _on_both(self, question: Question, sides: Sequence[Side], filters: Filters) -> Answer:
        """Give a sentence on each of two that are compared, with its number, or one that compares them, or nothing.

        What is told in another way than by what is asked first ("When was it built?" for its age) must be sure.
        """
        settings, names, offered = self.retriever.settings, [side.name for side in sides], list[Candidate]()
        least = settings.confidence
        for asked in zip(*(side.questions for side in sides), strict=True):
            near = [self._fresh(question, one, filters) for one in asked]
            sure = [[one for one in found if one.confidence >= least] for found in near]
            told = [
                next((_whole(one, each) for each in found if self._tells_of(name, names, one, each)), None)
                for name, one, found in zip(names, asked, sure, strict=True)
            ]
            least = max(least, settings.second_confidence)
            best = [one for one in told if one]
            if len(best) == len(sides) and are_alike(*map(_figure, best)):
                return self._of_both(question, best)
            offered += [one for found in near for one in found]
        against = [
            replace(one, short=None)
            for one in offered
            if one.confidence >= settings.confidence and holds_against(names, one.sentence.text)
        ]
        if not against:
            near_first = sorted(offered, key=lambda one: -one.confidence)
            return silent(self.retriever, question, filters, near=list({one.sentence: one for one in near_first}))
        return self._of_both(question, against[:1])

    def _of_both(self, question: Question, found: Sequence[Candidate]) -> Answer:
        both = {one.sentence: one for one in found}.values()
        return Answer(question.text, self._statements(both), confidence=min(one.confidence for one in found))

    def _tells_of(self, name: str, names: Sequence[str], asked: str, found: Candidate) -> bool:
        before = self.retriever.sources.before(found.sentence)
        is_measured = not _HOW.match(asked) or (found.short is not None and FIGURE.search(found.short.text) is not None)
        return is_measured and tells_of(name, names, found.sentence.text, before.text if before else "")

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


def _figure(found: Candidate) -> str:
    """Return the short answer where it tells a quantity, or else the whole sentence."""
    short = found.short.text if found.short else ""
    return short if quantities(short) else found.sentence.text


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
