"""Quotations to statements with their citations, each said once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.citation import Citation, Statement
from bot.finding.retriever import Retriever
from bot.writing import Writer
from index import Kind, Passage, PassageIndex, Quotation

Heading = Callable[[Quotation], str | None]
Said = tuple[Quotation, tuple[str, ...]]


@dataclass(frozen=True)
class Citing:
    """Writes statements about quotations and cites them."""

    retriever: Retriever
    writer: Writer

    def statements(self, quotations: Sequence[Quotation], heading: Heading = lambda _: None) -> tuple[Statement, ...]:
        """Write quotations in their order, each once: a reprint of the same words only adds its document."""
        return self.write(list(without_reprints(quotations)), heading)

    def write(self, each: Sequence[Said], heading: Heading = lambda _: None) -> tuple[Statement, ...]:
        """Write quotations of which each has other words, with the other documents that give them."""
        written, number, introduced = [], 0, set[str | None]()
        for quotation, also in each:
            cited = [
                self._cited(quotation, piece, number + at, also) for at, piece in enumerate(quotation.words, start=1)
            ]
            number += len(cited)
            statement = self.writer.statement(quotation, cited, introduce=quotation.name not in introduced)
            written.append(replace(statement, heading=heading(quotation)))
            introduced.add(quotation.name)
        return tuple(written)

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


def cited_sentence(sources: PassageIndex, sentence: Passage, short: Passage | None = None) -> Citation:
    """Cite a whole sentence; where most of it, or the short answer, is one speaker's words, it is that speaker's."""
    said = sources.corpus.quotations_between(sentence)
    spoken = [one for one in said if short and _holds(one, short)] or _mostly(said, sentence)
    if len({one.name for one in spoken}) != 1:
        return Citation(0, sentence, None, Kind.NARRATION, sentence=sentence)
    one = spoken[0]
    # The sentence holds more than the words: its cue, and perhaps another quotation.
    kind = Kind.INDIRECT if all(each.kind is Kind.INDIRECT for each in said) else Kind.MIXED
    return Citation(0, sentence, one.name, kind, one.certain, one.cue, one.role, sentence)


def _holds(quotation: Quotation, short: Passage) -> bool:
    """Say whether a short answer is in words that somebody says; "according to figures" names nobody."""
    cue, name = quotation.cue.text.lower() if quotation.cue else "", quotation.name or ""
    is_nobody = cue.startswith("according to") and name.islower()
    return not is_nobody and any(piece.span.contains(short.span) for piece in quotation.words)


def _mostly(said: Sequence[Quotation], sentence: Passage) -> Sequence[Quotation]:
    """Return the quotations in a sentence if they are half of it or more."""
    length = sum(len(piece.span) for one in said for piece in one.words)
    return said if length * 2 >= len(sentence.span) else ()


def without_reprints(quotations: Sequence[Quotation]) -> Iterator[Said]:
    """Yield the first of each speaker's quotations with the same words, and the other documents that give them too."""
    same: dict[tuple[str | None, str], list[Quotation]] = {}
    for quotation in quotations:
        words = " ".join(" ".join(piece.text for piece in quotation.words).casefold().split())
        same.setdefault((quotation.name, words), []).append(quotation)
    for first, *others in same.values():
        also = {one.document.id for one in others} - {first.document.id}
        yield first, tuple(sorted(also))
