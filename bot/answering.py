"""The straight line from a question to a proven answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.citation import SILENCE, Answer, Citation, Statement, number_from_one
from bot.question import Asked, Question, understand
from bot.retriever import Candidate, Retriever, holds
from bot.speakers import matching
from bot.writing import Writer, narration
from index import Kind, Passage, Quotation
from index.filters import Filters


@dataclass(frozen=True)
class Answering:
    """What answering needs: something that finds, something that writes."""

    retriever: Retriever
    writer: Writer

    def answer(self, asked: str, filters: Filters) -> Answer:
        """Return what the sources say to a question; every quote is proven against the stored text."""
        question = understand(asked)
        answer = self._answer(question, filters)
        for citation in (*answer.citations, *answer.related):
            self.retriever.sources.prove(citation.quote)
        return answer

    def _answer(self, question: Question, filters: Filters) -> Answer:
        if question.asked is Asked.STATEMENTS:
            return self._statements(question, filters)
        if question.asked is Asked.WHO_SAID:
            return self._who_said(question, filters)
        return self._fact(question, filters)

    def _statements(self, question: Question, filters: Filters) -> Answer:
        """Give the words of the speaker that is asked about, or refuse by name."""
        found = matching(question.speaker or "", self.retriever.speakers(filters))
        quotations = self.retriever.sources.quotations([one.name for one in found], filters) if found else []
        if not quotations:
            return self._silent(
                question, filters, f"The sources do not say: nobody called {question.speaker} is quoted."
            )
        if question.topic:
            quotations = self.retriever.about(question.topic, quotations)
        if not quotations:
            names = ", ".join(one.name for one in found)
            return self._silent(
                question, filters, f"The sources do not say: {names} is not quoted about {question.topic}."
            )
        return Answer(question.text, tuple(self._written(quotations)))

    def _who_said(self, question: Question, filters: Filters) -> Answer:
        """Find the quotation that holds the words."""
        words = question.words or ""
        found = self.retriever.sources.corpus.search_quotations(words, 10, filters)
        said = [one for one in found if one.name and holds(one, words)]
        if not said:
            return self._silent(question, filters, "The sources do not say: nobody is quoted with these words.")
        names = {one.name for one in said}
        return Answer(question.text, tuple(self._written(said)), short=said[0].name if len(names) == 1 else None)

    def _fact(self, question: Question, filters: Filters) -> Answer:
        """Give the one or two sentences that answer, the likeliest short answer, and how likely it is right."""
        settings = self.retriever.settings
        found = self.retriever.candidates(question.text, filters)
        good = [one for one in found if one.confidence >= settings.confidence]
        if not good:
            return self._silent(question, filters, SILENCE, found)
        best = good[0]
        seconds = [one for one in good[1:] if one.confidence >= settings.second_confidence]
        chosen = [best, *seconds][: settings.sentences]
        in_order = sorted(chosen, key=lambda one: (one.sentence.document.id, one.sentence.start))
        statements = [narration(self._cited_sentence(number, one)) for number, one in enumerate(in_order, start=1)]
        return Answer(
            question.text, tuple(statements), short=best.short.text if best.short else None, confidence=best.confidence
        )

    def _cited_sentence(self, number: int, found: Candidate) -> Citation:
        """Cite a whole sentence; one that gives a single speaker's words is that speaker's."""
        sentence, short = found.sentence, found.short
        said = self.retriever.sources.corpus.quotations_between(sentence)
        length = sum(len(piece.span) for one in said for piece in one.words)
        if length * 2 < len(sentence.span) or len({one.name for one in said}) != 1:
            return Citation(number, sentence, None, Kind.NARRATION, sentence=sentence, short=short)
        one = said[0]
        # The sentence holds more than the words: its cue, and perhaps another quotation.
        kind = Kind.INDIRECT if all(each.kind is Kind.INDIRECT for each in said) else Kind.MIXED
        return Citation(number, sentence, one.name, kind, one.certain, one.cue, one.role, sentence, short)

    def _written(self, quotations: Sequence[Quotation]) -> Iterator[Statement]:
        """Write quotations, each once: a reprint of the same words only adds its document."""
        number, introduced = 0, set[str | None]()
        for quotation, also in _without_reprints(quotations):
            cited = [
                self._cited(quotation, piece, number + at, also) for at, piece in enumerate(quotation.words, start=1)
            ]
            number += len(cited)
            yield self.writer.statement(quotation, cited, introduce=quotation.name not in introduced)
            introduced.add(quotation.name)

    def _cited(self, quotation: Quotation, piece: Passage, number: int, also: tuple[str, ...]) -> Citation:
        return Citation(
            number=number,
            quote=piece,
            speaker=quotation.name,
            kind=quotation.kind,
            certain=quotation.certain,
            cue=quotation.cue,
            role=quotation.role,
            sentence=self.retriever.around(quotation),
            also=also,
        )

    def _silent(
        self, question: Question, filters: Filters, reason: str, found: Sequence[Candidate] | None = None
    ) -> Answer:
        near = self.retriever.candidates(question.text, filters) if found is None else found
        passages = [one.sentence for one in near[: self.retriever.settings.related]]
        related = [Citation(0, passage, None, Kind.NARRATION, sentence=passage) for passage in passages]
        return Answer(question.text, related=number_from_one(related), reason=reason)


def _without_reprints(quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, tuple[str, ...]]]:
    """Yield the first of each speaker's quotations with the same words, and the other documents that give them too."""
    same: dict[tuple[str | None, str], list[Quotation]] = {}
    for quotation in quotations:
        words = " ".join(" ".join(piece.text for piece in quotation.words).casefold().split())
        same.setdefault((quotation.name, words), []).append(quotation)
    for first, *others in same.values():
        also = {one.document.id for one in others} - {first.document.id}
        yield first, tuple(sorted(also))
