"""Whether words are those of whoever is claimed to have said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.questions.speakers import matching
from bot.quotes.name_parts import agree, name_parts
from bot.quotes.placement import Placement
from bot.quotes.quote_parties import may_speak_for, speaks_for
from bot.quotes.reported import reports_before
from bot.quotes.spokespeople import is_spokesman, may_be_spokesman
from index import Document, Kind, Quotation
from index.parties import aliases
from index.sides import government
from index.speaker import Speaker

_NEAR = 200
"""How many characters before a quotation whoever is named whom "he" in it may mean."""
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_FEW = 2
"""How many words may be said by many."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed speaker.

    Attributes:
        mention: as it was given.
        names: the names of those in the sources who can be meant.
        roles: the last words of what the sources call them beside their names.
        quoted_in: the ids of the documents that quote them by a name of their own.
    """

    mention: str
    names: frozenset[str]
    roles: frozenset[str] = frozenset()
    quoted_in: frozenset[str] = frozenset()

    def said(self, placement: Placement) -> bool | None:
        """Say whether the words are the claimed speaker's; None where the source does not tell."""
        held = placement.quotations
        if any(self._is(one) for one in held if one.kind is not Kind.INDIRECT):
            return True
        quotation, document = placement.quotation, placement.document
        if self._is_told_of(placement):
            return None
        if document.turns:
            return None if quotation and self._asks(quotation) else False
        if not self._occurs(document):
            return False
        if self._is_named_in(placement.introduced):  # "According to Kim, a report by Lee warned of “ruin”"
            return None
        return False if quotation and _says_who(quotation) and not self._may_be(quotation) else None

    def _is_told_of(self, placement: Placement) -> bool:
        """Say whether a speaker gives the words of the claimed one, or of a "he" who may be: "he said, 'Go on'"."""
        before, quotation = placement.nested_in, placement.quotation
        if not quotation or not reports_before(before):
            return False
        near = quotation.document.text[max(0, quotation.start - _NEAR) : quotation.start]
        return self._is_named_in(before) or (_PRONOUN.search(before) is not None and self._is_named_in(near))

    def _asks(self, quotation: Quotation) -> bool:
        """Say whether a nameless speaker of a transcript may be the claimed one, as whose turn it is, says who asks."""
        is_named = quotation.name is not None or quotation.document.id in self.quoted_in
        return not is_named and self._is_named_in(" ".join(piece.text for piece in quotation.words))

    def _may_be(self, quotation: Quotation) -> bool:
        """Say whether a document leaves open that the claimed speaker is whom it quotes: "the company", "the ministry".

        It quotes others by their names as soon as it has quoted them by these.
        """
        name = quotation.name or ""
        if may_speak_for(quotation, self.mention):
            return True
        may_be = may_be_spokesman(quotation, self.mention, self.names)
        if may_be is not None:
            return may_be
        head = name.split()[-1:]
        if not name.islower() or _is_several(name):
            return False
        return quotation.document.id not in self.quoted_in or not self.roles.isdisjoint(head)

    def _occurs(self, document: Document) -> bool:
        """Say whether a document names the claimed speaker at all."""
        return self._is_named_in(f"{document.title}\n{document.text}")

    def _is_named_in(self, text: str) -> bool:
        party = government(self.mention) or self.mention
        names = {name_parts(self.mention)[-1], *(name.casefold() for name in aliases(party))}
        return any(re.search(rf"\b{re.escape(name)}\b", text.casefold()) for name in names)

    def _is(self, quotation: Quotation) -> bool:
        if quotation.name is not None and (quotation.name in self.names or agree(self.mention, quotation.name)):
            return True
        if is_spokesman(quotation, self.mention) or speaks_for(quotation, self.mention):
            return True
        written = quotation.speaker.text if quotation.speaker else ""
        if quotation.name is None:
            return bool(matching(self.mention, [Speaker(written or quotation.role or "", 1, ())]))
        return not quotation.certain and agree(self.mention, written)


def _says_who(quotation: Quotation) -> bool:
    """Say whether a document names the speaker, and that is no guess from what stands around."""
    return quotation.name is not None and (quotation.certain or quotation.speaker is not None)


def claimed(mention: str, speakers: list[Speaker]) -> Claimed:
    """Return who can be meant by a mention."""
    found = [*matching(mention, speakers), *(one for one in speakers if _is_explained(one, mention))]
    roles = frozenset(role.casefold().split()[-1] for one in found for role in one.roles if role.strip())
    quoted_in = frozenset(document for one in found if not one.name.islower() for document in one.documents)
    return Claimed(mention, frozenset(one.name for one in found), roles, quoted_in)


def _is_explained(speaker: Speaker, mention: str) -> bool:
    """Say whether a source gives a speaker's name between commas: "The ferry operator, Nordic Lines, said"."""
    parts = [part for alias in speaker.aliases for part in alias.split(",")[1:] if part.strip()]
    return speaker.name.islower() and any(name_parts(part) == name_parts(mention) for part in parts)


def _is_several(name: str) -> bool:
    """Say whether a name without capitals is of several people: "critics"."""
    return (name.endswith("s") and not name.endswith("ss")) or name.endswith("people")


def not_told(placement: Placement, claim: Claimed | None) -> str | None:
    """Return that the source does not tell whose the words are, or that they are the claimed speaker's, or None."""
    quotation, said = placement.quotation, claim.said(placement) if claim else None
    named = quotation is not None and quotation.name is not None
    if said is True or (named and (claim is None or said is False)):
        return None
    if claim is None:
        return "Who said them is not known."
    return f"That {claim.mention} said them is not known: the source names {_who(quotation)} for them."


def _who(quotation: Quotation | None) -> str:
    return "nobody" if quotation is None or quotation.name is None else f"only \u201c{quotation.name}\u201d"


def speaker_warnings(placement: Placement, claim: Claimed | None, exact: Sequence[Placement] = ()) -> Iterator[str]:
    """Yield what is not sure about who says the words.

    Args:
        placement: where the quotation stands.
        claim: whose words they are claimed to be, or None.
        exact: all places that give the words exactly.
    """
    quotation = placement.quotation
    said = claim.said(placement) if claim else False
    theirs = said is True
    if claim and not claim.names and not theirs:
        yield f"Nobody called {claim.mention} is quoted in the sources."
    if quotation is None or quotation.name is None or (said is None and quotation.name.islower()):
        yield f"The source does not say clearly who said this{_written(quotation)}."
    elif claim and said is None and quotation.certain and not placement.nested_in:
        who = f"{_called(quotation)}," if quotation.role else quotation.name
        yield f"The source does not say clearly that {who} speaks for {claim.mention}."
    elif not quotation.certain:
        yield f"The speaker is uncertain: {quotation.name} is resolved from the text{_written(quotation)}."
    if claim and theirs and quotation and quotation.name and quotation.name not in claim.names:
        yield f"The source names the speaker as {_called(quotation)}."
    if exact and len(placement.alignment.given.words) <= _FEW:
        yield "So few words can be anybody\u2019s."
    names = dict.fromkeys(one.quotation.name for one in exact if one.quotation and one.quotation.name)
    if len(names) > 1:
        yield f"Several are quoted with these words: {', '.join(names)}."


def _called(quotation: Quotation) -> str:
    return f"{quotation.name}, {quotation.role}" if quotation.role else f"{quotation.name}"


def _written(quotation: Quotation | None) -> str:
    return f" (\u201c{quotation.speaker.text}\u201d)" if quotation and quotation.speaker else ""
