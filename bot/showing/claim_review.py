"""A check as schema.org's ClaimReview, for JSON-LD: what fact-checkers publish and search engines read."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.citation import Citation, Stance
from bot.claims.check import Check
from bot.quotes.quote_parties import STATE_OFFICE
from bot.showing.check_wording import VERDICTS
from bot.showing.text_fragments import fragment_link
from bot.verdict import Verdict
from index.parties import parties
from index.people import first_names
from index.roles import is_role
from index.sides import sides

_AUTHOR = "onrecord"
_OF = re.compile(r"\s+(?:of|for|at|in)\s+")
_FIRM = re.compile(r"(?:Inc|Ltd|LLC|LLP|Corp|Co|PLC|plc|GmbH|AG|SpA)\.?")
_BODY = re.compile(
    r"Agency|Airlines|Airways|Association|Authority|Bank|Board|Brothers|Capital|Chemicals|Coalition|College|Commission"
    r"|Committee|Company|Corporation|Council|Court|Energy|Federation|Foods|Foundation|Fund|Group|Holdings|Hospital"
    r"|Industries|Institute|Insurance|International|Laboratories|Labs|Lines|Logistics|Ministry|Motors|Museum|Network|News"
    r"|Office|Party|Partners|Petroleum|Pharmaceuticals|Police|Press|Railways?|Records|Services|Shipping|Society|Solutions"
    r"|Steel|Systems|Technologies|Telecom|Trust|Union|University|Works"
)
"""What names of companies and other bodies end with; the surname of somebody may be such a word."""
_RATINGS = {Verdict.REFUTED: 1, Verdict.CONFLICTING: 2, Verdict.SUPPORTED: 3}
"""From 1, refuted, to 3, supported; where there is not enough evidence nothing is rated, and the name says so."""


def claim_review(check: Check, *, url: str | None = None, published: date | None = None) -> dict[str, Any]:
    """Return plain values for JSON-LD (https://schema.org/ClaimReview).

    The sources that support the claim are where it appears; every quote that decides is cited as a Quotation with its
    speaker.

    Args:
        check: what is reviewed.
        url: the address of the page on which it is published; search engines take no review without one.
        published: the day on which it is.
    """
    known = {"url": url, "datePublished": published.isoformat() if published else None}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        **{name: value for name, value in known.items() if value},
        "claimReviewed": check.claim,
        "author": {"@type": "Organization", "name": _AUTHOR},
        "reviewRating": _rating(check.verdict),
        "reviewBody": replace(check, considered=()).text,
        "itemReviewed": _claim(check),
        "citation": [_quotation(citation) for citation in check.decisive],
    }


def _rating(verdict: Verdict) -> dict[str, Any]:
    rated = {"ratingValue": _RATINGS[verdict], "worstRating": 1, "bestRating": 3} if verdict in _RATINGS else {}
    return {"@type": "Rating", **rated, "alternateName": VERDICTS[verdict]}


def _claim(check: Check) -> dict[str, Any]:
    supporting = [quote for one in check.of_stance(Stance.SUPPORTS) for quote in one.quotes]
    first = {quote.document.id: quote for quote in reversed(supporting)}
    works = [_work(quote) for quote in supporting if quote is first[quote.document.id]]
    # Whose word a refutation is, is not who claims it.
    claimant = check.according_to if check.verdict is Verdict.SUPPORTED else None
    author = {"author": _speaker(claimant)} if claimant else {}
    return {"@type": "Claim", "text": check.claim, **author, "appearance": works}


def _quotation(citation: Citation) -> dict[str, Any]:
    spoken = {"spokenByCharacter": _speaker(citation.speaker)} if citation.speaker else {}
    return {"@type": "Quotation", "text": citation.text, **spoken, "isPartOf": _work(citation)}


def _work(citation: Citation) -> dict[str, Any]:
    document = citation.document
    known = {
        "url": fragment_link(citation),
        "datePublished": document.published.isoformat() if document.published else None,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
    }
    return {"@type": "CreativeWork", "name": document.title, **{name: value for name, value in known.items() if value}}


def _speaker(name: str) -> dict[str, str]:
    return {"@type": "Organization" if _is_organization(name) else "Person", "name": name}


def _is_organization(name: str) -> bool:
    """Say whether a name is a party's, an office's or a company's, or has no person's form; a role is a person's.

    >>> _is_organization("statistics office"), _is_organization("Bank of England"), _is_organization("police chief")
    (True, True, False)
    """
    head, *behind = _OF.split(name, maxsplit=1)
    last = head.split()[-1]
    if is_role(last):
        return False
    is_party = bool(sides(name) & set(parties().values())) or STATE_OFFICE.search(name) is not None
    is_abbreviated = name.isupper() and last == name
    is_body = _BODY.fullmatch(last) and name.split(maxsplit=1)[0].casefold() not in first_names()
    is_company = bool(is_body or _FIRM.fullmatch(last) or "&" in name)
    return is_party or is_company or is_abbreviated or " and " in name or bool(behind) or last[0].islower()
