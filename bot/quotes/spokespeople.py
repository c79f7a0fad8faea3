"""Whether somebody is a spokesman of whoever is claimed: told ("a spokesman for Dunn"), or open ("its spokeswoman")."""

import re
from collections.abc import Iterable

from bot.quotes.name_parts import name_parts
from index import Quotation, Span
from index.parties import without_article
from index.people import first_names
from index.roles import has_role

_SPOKESMAN = re.compile(
    r"\b(?:spokes\w+|press (?:secretary|officer|chief)|briefer|speaks for"
    r"|(?:head|director|chief) of communications|communications (?:director|chief|head|officer|manager))\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:for|of|at|from)\s+(?P<whom>[^,]+)", re.IGNORECASE)
_OF_ANY = re.compile(
    r"acting|an|another|chief|deputy|its|lead|new|official|senior|their"
    r"|agency|airline|bank|broadcaster|carrier|chain|charity|club|company|firm|group|manufacturer|operator|organi[sz]ation"
    r"|retailer|union|university"
)
"""What does not tell whose a spokesman is: "the company's new spokesman"."""
_NEAR = 800
"""How many characters before its spokeswoman's words a party is named that she may speak for."""


def is_spokesman(quotation: Quotation, mention: str) -> bool:
    """Say whether whoever is quoted is called a mention's spokesman.

    A "White House spokesman" is the White House's, and no House's.
    """
    role = _office(quotation)
    whom, parts = name_parts(mention), name_parts(role)
    return bool(_SPOKESMAN.search(role)) and whom in (parts[: len(whom)], parts[-len(whom) :])


def may_be_spokesman(quotation: Quotation, mention: str, names: Iterable[str]) -> bool | None:
    """Say whether a source leaves open that whoever is quoted is a mention's spokesman; None for no such spokesman.

    It does where it names the mention shortly before and does not say whose spokesman somebody is ("its spokeswoman"),
    unless a person is meant, and where it says so in fewer words ("a spokesman for the yard").

    Args:
        quotation: whose speaker is in question.
        mention: whose spokesman that may be.
        names: those of whom the sources quote under the mention.
    """
    role, is_unnamed = _office(quotation), (quotation.name or "").islower()
    office = _SPOKESMAN.search(role)
    if office is None:
        return None
    whom = _FOR.match(role, office.end())
    parts = name_parts(whom["whom"] if whom else role[: office.start()] or "its")
    told = {part for part in parts if not _OF_ANY.fullmatch(part)}
    is_near = any(_places(mention, quotation))
    if told:
        return told < set(name_parts(mention)) and (is_near or is_unnamed)
    return None if is_unnamed else is_near and not any(_is_person(one, quotation) for one in (mention, *names))


def _office(quotation: Quotation) -> str:
    return quotation.role or quotation.name or ""


def _places(name: str, quotation: Quotation, reach: int = _NEAR) -> list[Span]:
    """Return where a document has a name, shortly before the words of a quotation."""
    written = re.compile(rf"\b{re.escape(without_article(name))}\b", re.IGNORECASE)
    start = max(0, quotation.start - reach)
    return [Span(*one.span()) for one in written.finditer(quotation.document.text, start, quotation.start)]


def _is_person(name: str, quotation: Quotation) -> bool:
    """Say whether a name begins with a first name, or a document tells what person that is."""
    known = without_article(name).casefold().split()[0] in first_names()
    text = quotation.document.text
    return known or any(has_role(text, one) for one in _places(name, quotation, len(text)))
