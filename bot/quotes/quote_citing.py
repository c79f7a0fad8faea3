"""Placements to citations, with what stands around them."""

from dataclasses import dataclass

from bot.citation import Citation, number_from_one
from bot.quotes.placement import Placement
from bot.quotes.utterances import holding
from index import Kind, Passage, PassageIndex, Quotation, Span


@dataclass(frozen=True)
class QuoteCiting:
    """Cites the places where words were found."""

    sources: PassageIndex

    def said(self, placement: Placement) -> tuple[Citation, ...]:
        """Return somebody's very words, a citation a piece."""
        return number_from_one([self._citation(one, placement.quotation, Kind.DIRECT) for one in placement.pieces])

    def written(self, placement: Placement) -> Citation:
        """Return words that are not, or not all, somebody's very words: reported, or the source's own."""
        words = Passage(placement.document, Span(placement.start, placement.end))
        held = holding(self.sources.corpus.quotations_between(words), [words])
        return self._citation(words, held[0], held[0].kind) if held else self._citation(words, None, Kind.NARRATION)

    def _citation(self, words: Passage, quotation: Quotation | None, kind: Kind) -> Citation:
        sentences = self.sources.sentences(words.document.id)
        around = [one for one in sentences if one.start < words.end and words.start < one.end]
        start = min([words.start, *(one.start for one in around)])
        end = max([words.end, *(one.end for one in around)])
        return Citation(
            number=1,
            quote=words,
            speaker=quotation.name if quotation else None,
            kind=kind,
            certain=quotation is None or quotation.certain,
            cue=quotation.cue if quotation else None,
            role=quotation.role if quotation else None,
            sentence=Passage(words.document, Span(start, end)),
        )
