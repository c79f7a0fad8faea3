"""The straight line from a question to a proven answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer_types import could_answer
from bot.citation import Answer, Citation, Statement, number_from_one
from bot.question import Asked, Question, understand
from bot.retriever import Retriever, holds
from bot.speakers import matching
from bot.writing import Writer, narration
from index import Hit, Kind, Passage, Quotation
from index.filters import Filters

_NEAR = "The sources do not say."


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
        return Answer(question.text, tuple(self._written(said)), short=said[0].name)

    def _fact(self, question: Question, filters: Filters) -> Answer:
        """Give the one or two sentences that answer."""
        settings = self.retriever.settings
        hits = self.retriever.sentences(question.text, filters)
        best = hits[0].score if hits else 0.0
        good = [
            hit
            for hit in hits
            if hit.score >= settings.relevance
            and hit.score >= best - settings.margin
            and could_answer(question.text, hit.passage.text, hit.passage.document.text)
        ][: settings.sentences]
        if not good:
            return self._silent(question, filters, _NEAR, hits)
        in_order = sorted((hit.passage for hit in good), key=lambda passage: (passage.document.id, passage.start))
        return Answer(question.text, tuple(self._sentences(in_order)))

    def _sentences(self, passages: Sequence[Passage]) -> Iterator[Statement]:
        for number, passage in enumerate(passages, start=1):
            yield narration(self._cited_sentence(number, passage))

    def _cited_sentence(self, number: int, sentence: Passage) -> Citation:
        """Cite a whole sentence; one that gives a single speaker's words is that speaker's."""
        said = [
            one
            for one in self.retriever.sources.corpus.quotations_between(sentence)
            if sum(len(piece.span) for piece in one.words) * 2 > len(sentence.span)
        ]
        if len({one.name for one in said}) != 1:
            return Citation(number, sentence, None, Kind.NARRATION, sentence=sentence)
        (one, *_) = said
        kind = Kind.MIXED if one.kind is Kind.DIRECT else one.kind
        return Citation(number, sentence, one.name, kind, one.certain, one.cue, one.role, sentence)

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

    def _silent(self, question: Question, filters: Filters, reason: str, hits: Sequence[Hit] | None = None) -> Answer:
        near = self.retriever.sentences(question.text, filters) if hits is None else hits
        passages = [hit.passage for hit in near[: self.retriever.settings.related]]
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
