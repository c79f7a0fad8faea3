"""Whether somebody who is quoted speaks for a party: a government speaks through its offices and their spokesmen."""

import re

from index import Document, Quotation
from index.sentences import sentences
from index.sides import government, lands_in, rest_of_land, sides

STATE_OFFICE = re.compile(
    r"\b(?:ministry|army|military|navy|air force|armed forces|parliament|foreign office|presidency|cabinet|"
    r"government)\b",
    re.IGNORECASE,
)
_OFFICER = re.compile(r"\b(?:minister|president|premier|chancellor)(?=\Z|\sof\s)", re.IGNORECASE)
_NO_LONGER = re.compile(r"\b(?:former|ex|late|then)\b", re.IGNORECASE)


def speaks_for(quotation: Quotation, mention: str) -> bool:
    """Say whether a mention is of the government that whoever is quoted is said to speak for, or of the office."""
    party, office = government(mention), _office(quotation)
    if party is None:
        lands = lands_in(mention)
        return len(lands) == 1 and _is_of(office, mention) and _held_for(office) == lands
    return _held_for(office) == [party] or party in sides(quotation.name or "", quotation.role)


def _held_for(office: str) -> list[str]:
    """Return the parties for whose government an office is held: "Kenya's health minister", "minister of Kenya"."""
    held = None if _NO_LONGER.search(office) else STATE_OFFICE.search(office) or _OFFICER.search(office)
    if held is None:
        return []
    owner = government(office.rpartition(" of ")[2])
    return lands_in(office[: held.start()]) or ([owner] if owner else [])


def _is_of(office: str, mention: str) -> bool:
    """Say whether a mention names a state's office, and with words of the one that is held."""
    return bool(STATE_OFFICE.search(mention)) and set(rest_of_land(mention)) <= set(rest_of_land(office))


def may_speak_for(quotation: Quotation, mention: str) -> bool:
    """Say whether a source leaves open that whoever is quoted speaks for a mention.

    It does where it names an office and not whose ("the Foreign Ministry"), unless what stands around tells, and where
    it names a government and not which office of it.
    """
    office, lands = _office(quotation), lands_in(mention)
    if quotation.name and (party := government(quotation.name)):
        return sides(mention) == {party}
    if len(lands) != 1 or not STATE_OFFICE.search(office) or lands_in(office):
        return False
    around = _lands_around(quotation)
    return set(rest_of_land(mention)) <= set(rest_of_land(office)) and (not around or lands[0] in around)


def _office(quotation: Quotation) -> str:
    return quotation.role or quotation.name or ""


def _lands_around(quotation: Quotation) -> list[str]:
    """Return the parties named around the words in their sentence, else the first in the last sentence with any."""
    text = quotation.document.text
    start, end = text.rfind("\n", 0, quotation.start) + 1, text.find("\n", quotation.end)
    paragraph = Document("paragraph", text[start : end if end >= 0 else len(text)])
    told = [(one.start + start, one.end + start) for one in sentences(paragraph)]
    own = [(first, last) for first, last in told if first < quotation.end and quotation.start < last]
    if lands := lands_in(" ".join(_outside(quotation, first, last) for first, last in own)):
        return lands
    before = (lands_in(text[first:last]) for first, last in reversed(told) if last <= quotation.start)
    return next((lands[:1] for lands in before if lands), [])


def _outside(quotation: Quotation, start: int, end: int) -> str:
    """Return a stretch of the text without what is said there."""
    text, at, kept = quotation.document.text, start, ""
    for piece in quotation.words:
        kept += text[at : max(at, min(piece.start, end))] + " "
        at = max(at, piece.end)
    return kept + text[at:end]
