"""A quotation to the places in the sources that may give its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.quotes.given_words import Given
from bot.quotes.placement import Placement, place
from bot.quotes.utterances import Utterance, utterances
from index import Passage, PassageIndex, Span
from index.filters import Filters

_PASSAGES = 30
"""How many passages are looked at for each way to find them."""
_ALIGNED = 12
"""How many utterances, or passages, are aligned word by word."""
_MARGIN = 200
"""How many characters around a passage are read with it, beside as many as the quotation has."""


@dataclass(frozen=True)
class QuotePlaces:
    """Finds utterances by the words that they share with a quotation, and lays the quotation beside them."""

    sources: PassageIndex

    def passages(self, text: str, names: Sequence[str], filters: Filters) -> list[Passage]:
        """Return the passages that share most with a text, best first, those of the names' quotations before others."""
        corpus = self.sources.corpus
        own = corpus.quotations_with_phrases(text, _PASSAGES, filters, names) if names else []
        near = corpus.passages_with_phrases(text, _PASSAGES, filters)
        alike = corpus.passages([key for key, _ in corpus.search_passages(text, _PASSAGES, filters)])
        found = [*(piece for quotation in own for piece in quotation.words), *near, *alike]
        return list({(one.document.id, one.start, one.end): one for one in found}.values())

    def said(self, given: Given, passages: Sequence[Passage]) -> list[Placement]:
        """Return where utterances that reach into the passages give the words best, the best first."""
        near: dict[str, list[Passage]] = {}
        for passage in passages:
            near.setdefault(passage.document.id, []).append(passage)
        look_up = self.sources.corpus.quotations_between
        found = [one for of in near.values() for one in utterances(of[0].document, of, look_up)]
        return _placed(
            given, sorted(found, key=lambda one: next(at for at, p in enumerate(passages) if one.reaches(p)))
        )

    def written(self, given: Given, passages: Sequence[Passage]) -> list[Placement]:
        """Return where the texts of the passages give the words best, said or not, the best first."""
        return _placed(given, [Utterance((_widened(one, len(given.text) + _MARGIN),)) for one in passages])


def _widened(passage: Passage, by: int) -> Passage:
    body = passage.document.body
    return Passage(passage.document, Span(max(body.start, passage.start - by), min(body.end, passage.end + by)))


def _placed(given: Given, found: Sequence[Utterance]) -> list[Placement]:
    wanted = _runs([word.form for word in given.words])
    shared = [(len(wanted & _runs([word.form for word in one.words])), at) for at, one in enumerate(found)]
    best = sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:_ALIGNED]
    placed = [place(given, found[at]) for count, at in best if count]
    return sorted(placed, key=lambda one: -one.alignment.share)


def _runs(forms: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the words, and the pairs of neighbours."""
    return {*((form,) for form in forms), *pairwise(forms)}
