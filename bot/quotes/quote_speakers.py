"""Whether words are those of whoever is claimed to have said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.questions.speakers import matching
from bot.quotes.placement import Placement
from index import Kind, Quotation
from index.people import bare_name, surname
from index.speaker import Speaker

_WORD = re.compile(r"[\w.&'\u2019-]+")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed speaker.

    Attributes:
        mention: as it was given.
        names: the names of those in the sources who can be meant.
    """

    mention: str
    names: frozenset[str]

    def said(self, placement: Placement) -> bool | None:
        """Say whether the words are the claimed speaker's; None where the source does not tell."""
        held = placement.quotations
        if any(self._is(one) for one in held if one.kind is not Kind.INDIRECT):
            return True
        narrowest = placement.quotation
        if narrowest is None or (narrowest.name is None and not placement.document.turns):
            return None
        return False

    def _is(self, quotation: Quotation) -> bool:
        if quotation.name is not None:
            return quotation.name in self.names or self._is_longer(quotation.name)
        written = quotation.speaker.text if quotation.speaker else quotation.role
        return bool(written and matching(self.mention, [Speaker(written, 1, ())]))

    def _is_longer(self, name: str) -> bool:
        """Say whether the claimed name holds the source's: "Hillary Rodham Clinton", or "Bill Clinton" for "Clinton"."""
        wanted, found = (_WORD.findall(bare_name(one).casefold()) for one in (self.mention, name))
        return (
            bool(found) and set(found) <= set(wanted) and surname(bare_name(name)) == surname(bare_name(self.mention))
        )


def claimed(mention: str, speakers: list[Speaker]) -> Claimed:
    """Return who can be meant by a mention."""
    return Claimed(mention, frozenset(one.name for one in matching(mention, speakers)))


def speaker_warnings(placement: Placement, claim: Claimed | None, exact: Sequence[Placement] = ()) -> Iterator[str]:
    """Yield what is not sure about who says the words.

    Args:
        placement: where the quotation stands.
        claim: whose words they are claimed to be, or None.
        exact: all places that give the words exactly.
    """
    quotation = placement.quotation
    if claim and not claim.names:
        yield f"Nobody called {claim.mention} is quoted in the sources."
    if quotation is None or quotation.name is None:
        yield f"The source does not say clearly who said this{_written(quotation)}."
    elif not quotation.certain:
        yield f"The speaker is uncertain: {quotation.name} is resolved from the text{_written(quotation)}."
    if claim and quotation and quotation.name and claim.said(placement) and quotation.name not in claim.names:
        yield f"The source names the speaker as {quotation.name}."
    names = dict.fromkeys(one.quotation.name for one in exact if one.quotation and one.quotation.name)
    if len(names) > 1:
        yield f"Several are quoted with these words: {', '.join(names)}."


def _written(quotation: Quotation | None) -> str:
    return f" (\u201c{quotation.speaker.text}\u201d)" if quotation and quotation.speaker else ""
