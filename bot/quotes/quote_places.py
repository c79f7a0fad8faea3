"""A quotation to the places in the sources that may give its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.quotes.given_words import Given
from bot.quotes.placement import Placement, place
from bot.quotes.utterances import Utterance, attributed, utterances
from index import Passage, PassageIndex, Span
from index.filters import Filters

_WITH_RUNS, _ALIKE = 30, 10
"""How many passages that share runs of words, and how many that share words, are looked at."""
_READ, _ALIGNED = 24, 8
"""How many utterances, or passages, are read word by word, and how many of them are aligned."""
_MARGIN = 100
"""How many characters around a passage are read with it, beside as many as the quotation has."""


@dataclass(frozen=True)
class QuotePlaces:
    """Finds utterances by the words that they share with a quotation, and lays the quotation beside them."""

    sources: PassageIndex

    def passages(self, text: str, names: Sequence[str], filters: Filters) -> list[Passage]:
        """Return the passages that share most with a text, best first, those of the names' quotations before others."""
        corpus = self.sources.corpus
        own = corpus.quotations_with_phrases(text, _WITH_RUNS, filters, names) if names else []
        near = corpus.passages_with_phrases(text, _WITH_RUNS, filters)
        alike = corpus.passages([key for key, _ in corpus.search_passages(text, _ALIKE, filters)])
        found = [*(piece for quotation in own for piece in quotation.words), *near, *alike]
        return list({(one.document.id, one.start, one.end): one for one in found}.values())

    def said(self, given: Given, passages: Sequence[Passage]) -> list[Placement]:
        """Return where utterances that reach into the passages give the words best, the best first."""
        near: dict[str, list[Passage]] = {}
        for passage in passages:
            near.setdefault(passage.document.id, []).append(passage)
        look_up = self.sources.corpus.quotations_between
        found = [one for of in near.values() for one in utterances(of[0].document, of, look_up)]
        found.sort(key=lambda one: next(at for at, passage in enumerate(passages) if one.reaches(passage)))
        placed = [place(given, one) for one in _likeliest(given, found)[:_ALIGNED]]
        known = [replace(one, utterance=attributed(one.utterance, look_up)) for one in placed]
        return sorted(known, key=lambda one: -one.alignment.likeness)

    def written(self, given: Given, passages: Sequence[Passage]) -> Iterator[Placement]:
        """Yield where the texts of the likeliest passages give the words best, said or not, the likeliest first."""
        around = [Utterance((_widened(one, len(given.text) + _MARGIN),)) for one in passages]
        yield from (place(given, one) for one in _likeliest(given, around)[:_ALIGNED])


def _widened(passage: Passage, by: int) -> Passage:
    body = passage.document.body
    return Passage(passage.document, Span(max(body.start, passage.start - by), min(body.end, passage.end + by)))


def _likeliest(given: Given, found: Sequence[Utterance]) -> list[Utterance]:
    """Return those that share words with the given ones, first those that share most words and neighbours."""
    wanted = _runs([word.form for word in given.words])
    read = sorted(found, key=lambda one: -_glance(given, one))[:_READ]
    shared = [(len(wanted & _runs([word.form for word in one.words])), one) for one in read]
    return [one for count, one in sorted(shared, key=lambda pair: -pair[0]) if count]


def _glance(given: Given, utterance: Utterance) -> int:
    """Return how many of the given words stand in the text, before its words are read one by one."""
    text = " ".join(piece.text for piece in utterance.pieces).casefold()
    return sum(word.form in text for word in given.words)


def _runs(forms: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the words, and the pairs of neighbours."""
    return {*((form,) for form in forms), *pairwise(forms)}
