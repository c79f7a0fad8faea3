"""Whether words are those of whoever is claimed to have said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.questions.speakers import matching
from bot.quotes.normal_words import words
from bot.quotes.placement import Placement
from index import Document, Kind, Quotation
from index.parties import aliases, without_article
from index.people import bare_name
from index.speaker import Speaker

_SPOKESMAN = re.compile(r"\bspokes\w+|\bpress secretary|\bspeaks for", re.IGNORECASE)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_FEW = 2
"""How many words may be said by many."""
_WRITINGS = frozenset(["report", "statement", "letter", "memo", "release", "tweet"])
"""What speaks for whoever wrote it."""


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
        if _says_who(placement.quotation) or placement.document.turns or not self._occurs(placement.document):
            return False
        return None

    def _occurs(self, document: Document) -> bool:
        """Say whether a document names the claimed speaker at all."""
        names = {_parts(self.mention)[-1], *(name.casefold() for name in aliases(self.mention))}
        return any(
            re.search(rf"\b{re.escape(name)}\b", f"{document.title}\n{document.text}".casefold()) for name in names
        )

    def _is(self, quotation: Quotation) -> bool:
        if quotation.name is not None and (quotation.name in self.names or _agree(self.mention, quotation.name)):
            return True
        if _speaks_for(quotation.role or "", self.mention):
            return True
        written = quotation.speaker.text if quotation.speaker else ""
        if quotation.name is None:
            return bool(matching(self.mention, [Speaker(written or quotation.role or "", 1, ())]))
        return not quotation.certain and _agree(self.mention, written)


def _says_who(quotation: Quotation | None) -> bool:
    """Say whether a document names the speaker, and that is no guess from what stands around."""
    return quotation is not None and quotation.name is not None and (quotation.certain or quotation.speaker is not None)


def _speaks_for(role: str, mention: str) -> bool:
    """Say whether a role is to speak for a mention.

    >>> _speaks_for("White House spokesman", "the White House"), _speaks_for("spokeswoman for Dunn", "Dunn")
    (True, True)
    >>> _speaks_for("White House critic", "the White House"), _speaks_for("White House spokesman", "House")
    (False, False)
    """
    whom, parts = _parts(mention), _parts(role)
    return bool(_SPOKESMAN.search(role)) and whom in (parts[: len(whom)], parts[-len(whom) :])


def _agree(one: str, other: str) -> bool:
    """Say whether one name leaves out words of the other only, and no "Jr." of a full name.

    >>> _agree("Trump", "Donald Trump"), _agree("Hillary Rodham Clinton", "Hillary Clinton"), _agree("he", "Ann Lee")
    (True, True, False)
    >>> _agree("Donald Trump", "Donald Trump Jr."), _agree("the IMF", "IMF report")
    (False, True)
    """
    shorter, longer = sorted((_parts(one), _parts(other)), key=len)
    last = [[part for part in name if part not in _SUFFIXES][-1:] for name in (shorter, longer)]
    if not set(shorter) <= set(longer) or last[0] != last[1]:
        return False
    return len(shorter) == 1 or _SUFFIXES.isdisjoint(set(longer) - set(shorter))


def _parts(name: str) -> list[str]:
    forms = [word.form.removesuffix("'s") for word in words(bare_name(without_article(name)))] or [name.casefold()]
    return forms[:-1] if len(forms) > 1 and forms[-1] in _WRITINGS else forms


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
    theirs = claim is not None and claim.said(placement) is True
    if claim and not claim.names and not theirs:
        yield f"Nobody called {claim.mention} is quoted in the sources."
    if quotation is None or quotation.name is None:
        yield f"The source does not say clearly who said this{_written(quotation)}."
    elif not quotation.certain:
        yield f"The speaker is uncertain: {quotation.name} is resolved from the text{_written(quotation)}."
    if claim and theirs and quotation and quotation.name and quotation.name not in claim.names:
        role = f", {quotation.role}" if quotation.role else ""
        yield f"The source names the speaker as {quotation.name}{role}."
    if exact and len(placement.alignment.given.words) <= _FEW:
        yield "So few words can be anybody\u2019s."
    names = dict.fromkeys(one.quotation.name for one in exact if one.quotation and one.quotation.name)
    if len(names) > 1:
        yield f"Several are quoted with these words: {', '.join(names)}."


def _written(quotation: Quotation | None) -> str:
    return f" (\u201c{quotation.speaker.text}\u201d)" if quotation and quotation.speaker else ""
