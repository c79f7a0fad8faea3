"""The straight line from a quotation to a proven check: is it exact, altered, somebody else's, or not there?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.errors import QuestionError
from bot.quotes.cut_warnings import cut_warnings
from bot.quotes.given_words import Given, marked_words, read_given
from bot.quotes.placement import Placement
from bot.quotes.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from bot.quotes.quote_citing import QuoteCiting
from bot.quotes.quote_places import QuotePlaces
from bot.quotes.quote_speakers import Claimed, claimed, not_told, speaker_warnings
from bot.quotes.stitching import Stitched, stitched
from bot.quotes.surroundings import Surroundings
from bot.quotes.unquoted import runs_over_marks, why_unquoted
from index import PassageIndex
from index.filters import Filters

_ALTERED, _NEAR = 0.35, 0.2
"""The least likeness of an utterance for it to be what was altered, and for it to be near; see `Alignment.likeness`."""
_AS_LIKELY = 0.05
"""By how much less alike the claimed speaker's words may be and still be taken."""
_LOST, _MORE = 0.2, 1.75
"""Of words from several utterances: what share may belong to none, and how much more weight they hold than one does."""
_TELLING = 4
"""How many words are unlikely to be said by two people alike."""


@dataclass(frozen=True)
class QuoteChecking:
    """Finds where a quotation comes from, and says what was done to it."""

    sources: PassageIndex

    def check(self, words: str, speaker: str | None, filters: Filters) -> QuoteCheck:
        """Return whether the sources quote somebody with words; every citation is proven against the stored text."""
        given = read_given(words if isinstance(words, str) else "")
        if not given.words or (speaker is not None and not speaker.strip()):
            message = "give the words of a quotation, and a name or nothing for the speaker"
            raise QuestionError(message)
        claim = claimed(speaker, self.sources.speakers(filters)) if speaker else None
        check = _Check(self.sources, given, claim, filters).made()
        for citation in check.citations:
            self.sources.prove(citation.quote)
        return check


@dataclass(frozen=True)
class _Check:
    sources: PassageIndex
    given: Given
    claim: Claimed | None
    filters: Filters

    def made(self) -> QuoteCheck:
        """Return the check: exact words anywhere come before text without marks, that before altered words."""
        places = QuotePlaces(self.sources)
        names = sorted(self.claim.names) if self.claim else []
        passages = places.passages(self.given.text, names, self.filters)
        said = places.said(self.given, passages)
        if exact := [one for one in said if one.exact]:
            return self._exact(sorted(exact, key=self._preference), said)
        if inner := self._within_marks():
            return inner
        written = list(places.written(self.given, passages))
        if verbatim := next((one for one in written if not one.differences), None):
            return self._unquoted(verbatim)
        best = max(said, key=self._likeness, default=None)
        several = self._stitched(places, said)
        if self._is_stitched(several, best):
            return self._of_several(several)
        likeness = best.alignment.likeness if best else 0.0
        if best and likeness >= _ALTERED:
            return self._altered(best)
        return self._not_found(best if likeness >= _NEAR else None, said, written)

    def _preference(self, placement: Placement) -> tuple[int, bool, int]:
        """Order places that give the words: the claimed speaker's, those of whoever is named, then the plainest."""
        quotation = placement.quotation
        said = self.claim.said(placement) if self.claim else True
        # Somebody else's telling words are hardly the unnamed speaker's of a second place.
        order = (True, False, None) if len(self.given.words) >= _TELLING else (True, None, False)
        named = quotation is not None and quotation.name is not None and quotation.certain
        return order.index(said), not named, len(placement.pieces) + len(placement.differences)

    def _likeness(self, placement: Placement) -> float:
        claimed = self.claim is not None and self.claim.said(placement) is True
        return placement.alignment.likeness + (_AS_LIKELY if claimed else 0)

    def _is_stitched(self, several: Stitched, best: Placement | None) -> bool:
        """Say whether several utterances account for the words, and clearly better than the best single one."""
        whole, lost = self.given.weight, several.rest.weight
        single = best.alignment.weight if best else 0.0
        return (
            (several.is_of_several or several.is_reordered) and lost <= _LOST * whole and whole - lost >= single + _MORE
        )

    def _exact(self, exact: Sequence[Placement], said: Sequence[Placement]) -> QuoteCheck:
        placement = exact[0]
        wrong = self.claim is not None and self.claim.said(placement) is False
        status = QuoteStatus.WRONG_SPEAKER if wrong else QuoteStatus.EXACT
        warnings = speaker_warnings(placement, self.claim, exact)
        check = self._placed(status, placement, placement.differences, warnings)
        own = self._own_words(said) if wrong else None
        same = {one.document.id for one in exact if _name(one) == _name(placement)} - {placement.document.id}
        pieces = tuple(replace(piece, also=tuple(sorted(same))) for piece in check.pieces)
        nearest = QuoteCiting(self.sources).said(own)[0] if own else None
        return replace(check, pieces=pieces, nearest=nearest, reason=not_told(placement, self.claim))

    def _own_words(self, said: Sequence[Placement]) -> Placement | None:
        """Return what the claimed speaker really said of that kind, where it is somebody else's very words."""
        own = (one for one in said if self.claim and self.claim.said(one) is True)
        return next((one for one in own if one.alignment.likeness >= _ALTERED), None)

    def _altered(self, placement: Placement) -> QuoteCheck:
        found = [*placement.differences, *self._other_speaker(placement)]
        return self._placed(QuoteStatus.ALTERED, placement, found, speaker_warnings(placement, self.claim))

    def _other_speaker(self, placement: Placement) -> Iterator[Difference]:
        if self.claim and self.claim.said(placement) is False and placement.quotation:
            name = placement.quotation.name or "somebody unnamed"
            yield Difference(DifferenceKind.CHANGED_SPEAKER, self.claim.mention, name)

    def _of_several(self, several: Stitched) -> QuoteCheck:
        first = several.parts[0]
        citing = QuoteCiting(self.sources)
        found = [
            Difference(kind, part.alignment.given.written, source.text, source)
            for before, part in pairwise(several.parts)
            if (kind := self._joined(first, before, part))
            for source in citing.said(part)[:1]
        ]
        return self._placed(QuoteStatus.ALTERED, first, found, speaker_warnings(first, self.claim))

    @staticmethod
    def _joined(first: Placement, before: Placement, part: Placement) -> DifferenceKind | None:
        if part.utterance is not first.utterance:
            return DifferenceKind.STITCHED
        return DifferenceKind.CHANGED_ORDER if part.start < before.start else None

    def _placed(
        self, status: QuoteStatus, placement: Placement, found: Sequence[Difference], warnings: Iterator[str]
    ) -> QuoteCheck:
        around = Surroundings(placement, self.sources.sentences(placement.document.id))
        return replace(
            self._bare(status),
            pieces=QuoteCiting(self.sources).said(placement),
            differences=tuple(found),
            warnings=tuple(dict.fromkeys([*warnings, *cut_warnings(around)])),
            before=around.before,
            after=around.behind,
        )

    def _bare(self, status: QuoteStatus) -> QuoteCheck:
        return QuoteCheck(self.given.text, self.claim.mention if self.claim else None, status)

    def _within_marks(self) -> QuoteCheck | None:
        """Check only what stands in quotation marks, where a quotation was given with its marks and its cue."""
        inner = marked_words(self.given)
        if inner is None or inner.weight < self.given.weight / 2:
            return None
        check = replace(self, given=inner).made()
        note = "Only what stands in quotation marks was checked."
        return replace(check, warnings=(note, *check.warnings)) if check.pieces else None

    def _unquoted(self, verbatim: Placement) -> QuoteCheck:
        place = QuoteCiting(self.sources).written(verbatim)
        return replace(self._bare(QuoteStatus.NOT_FOUND), nearest=place, reason=why_unquoted(verbatim, place))

    def _not_found(self, near: Placement | None, said: Sequence[Placement], written: Sequence[Placement]) -> QuoteCheck:
        """Return that it is not there, with what is near: inside one quotation, or outside of all."""
        citing = QuoteCiting(self.sources)
        text = next((one for one in written if one.alignment.likeness >= _ALTERED), None)
        if not near and text and runs_over_marks(text):
            most = max(said, key=lambda one: one.alignment.weight, default=None)
            near, text = (most if most and most.alignment.weight >= _MORE else None), None
        nearest = citing.said(near)[0] if near else citing.written(text) if text else None
        return replace(self._bare(QuoteStatus.NOT_FOUND), nearest=nearest, reason="Nobody is quoted with these words.")

    def _stitched(self, places: QuotePlaces, said: Sequence[Placement]) -> Stitched:
        """Lay the words out over several utterances; what the best ones lack is looked for once more."""
        found = stitched(self.given, [one.utterance for one in said])
        rest = found.rest
        if len(rest.words) < _TELLING - 1:
            return found
        more = places.said(rest, places.passages(rest.written, [], self.filters))
        return stitched(self.given, [one.utterance for one in (*said, *more)])


def _name(placement: Placement) -> str | None:
    return placement.quotation.name if placement.quotation else None
