"""ClaimReview against schema.org's own definition of it, and links that open at the quote."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest

from bot.citation import Citation, Stance, Statement
from bot.claims.check import Check
from bot.showing.claim_review import claim_review
from bot.showing.text_fragments import fragment_link
from bot.verdict import Verdict
from index import Document, Kind, Passage, Span

# What https://schema.org/ClaimReview says of the types that are used here: the property, the types that it expects,
# and whether search engines require it.
DEFINITION: dict[str, dict[str, tuple[tuple[str, ...], bool]]] = {
    "ClaimReview": {
        "url": (("URL",), True),
        "datePublished": (("Date",), False),
        "claimReviewed": (("Text",), True),
        "reviewRating": (("Rating",), True),
        "author": (("Organization", "Person"), True),
        "itemReviewed": (("Claim",), True),
        "reviewBody": (("Text",), False),
        "citation": (("Quotation",), False),
    },
    "Rating": {
        "alternateName": (("Text",), True),
        "ratingValue": (("Number",), False),
        "worstRating": (("Number",), False),
        "bestRating": (("Number",), False),
    },
    "Claim": {
        "text": (("Text",), False),
        "author": (("Organization", "Person"), False),
        "appearance": (("CreativeWork",), True),
    },
    "Quotation": {
        "text": (("Text",), True),
        "spokenByCharacter": (("Organization", "Person"), False),
        "isPartOf": (("CreativeWork",), True),
    },
    "CreativeWork": {
        "name": (("Text",), True),
        "url": (("URL",), False),
        "datePublished": (("Date",), False),
        "publisher": (("Organization",), False),
    },
    "Organization": {"name": (("Text",), True)},
    "Person": {"name": (("Text",), True)},
}


def faults(value: Any, expected: tuple[str, ...], place: str) -> list[str]:
    """Return where a value is not what the definition expects."""
    if isinstance(value, list):
        return [fault for one in value for fault in faults(one, expected, place)]
    if isinstance(value, dict):
        if value.get("@type") not in expected:
            return [f"{place} is a {value.get('@type')}"]
        known = DEFINITION[value["@type"]]
        missing = [f"{place} has no {name}" for name, (_, required) in known.items() if required and name not in value]
        unknown = [f"{place} has {name}" for name in value if name not in known and not name.startswith("@")]
        inside = [
            fault
            for name, (types, _) in known.items()
            if name in value
            for fault in faults(value[name], types, f"{place}.{name}")
        ]
        return missing + unknown + inside
    fits = {
        "Text": isinstance(value, str) and bool(value),
        "URL": isinstance(value, str) and value.startswith(("https://", "http://")),
        "Date": isinstance(value, str) and len(value) == 10,
        "Number": isinstance(value, int),
    }
    return [] if any(fits.get(one, False) for one in expected) else [f"{place} is {value!r}"]


PAGE = Document(
    "a",
    "The bridge - old, grey & long - is safe. It is painted.\nThe bridge - old, grey & long - is safe.",
    source="https://example.org/news?a=1#top",
    published=date(2026, 3, 1),
    publisher="The Courier",
)


ELSEWHERE = replace(PAGE, id="b", source="https://example.org/elsewhere")


def quoted(start: int, end: int, stance: Stance, document: Document = PAGE) -> Citation:
    return Citation(1, Passage(document, Span(start, end)), "Ann Lee", Kind.DIRECT, stance=stance)


def checked(verdict: Verdict) -> Check:
    stances = {
        Verdict.SUPPORTED: [Stance.SUPPORTS],
        Verdict.REFUTED: [Stance.REFUTES],
        Verdict.CONFLICTING: list(Stance),
        Verdict.NOT_ENOUGH_EVIDENCE: [],
    }
    statements = tuple(Statement("It is.", (quoted(41, 55, stance),)) for stance in stances[verdict])
    considered = (Statement("It is painted.", (quoted(41, 55, Stance.SUPPORTS, ELSEWHERE),)),)
    return Check("The bridge is safe", verdict, 0.9, statements, according_to="Ann Lee", considered=considered)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_a_valid_claim_review(verdict: Verdict) -> None:
    review = claim_review(checked(verdict), url="https://example.org/review", published=date(2026, 3, 2))

    assert review["datePublished"] == "2026-03-02"
    assert review["@context"] == "https://schema.org"
    assert faults(review, ("ClaimReview",), "review") == []


@pytest.mark.parametrize("verdict", Verdict)
def test_what_was_only_considered_is_not_published(verdict: Verdict) -> None:
    review = claim_review(checked(verdict))

    assert len(review["citation"]) == len(checked(verdict).decisive)
    assert "elsewhere" not in str(review)
    assert "painted" not in review["reviewBody"]


def test_where_and_when_a_review_is_published_is_told_only_where_it_is_known() -> None:
    review = claim_review(checked(Verdict.SUPPORTED))

    assert "datePublished" not in review
    assert faults(review, ("ClaimReview",), "review") == ["review has no url"]


def test_a_refutation_is_no_appearance_of_the_claim_and_no_rating_is_given_without_evidence() -> None:
    refuted = claim_review(checked(Verdict.REFUTED))
    open_ = claim_review(checked(Verdict.NOT_ENOUGH_EVIDENCE))

    assert refuted["itemReviewed"]["appearance"] == []
    assert [one["text"] for one in refuted["citation"]] == ["It is painted."]
    assert open_["reviewRating"] == {"@type": "Rating", "alternateName": "Not enough evidence"}


@pytest.mark.parametrize("verdict", Verdict)
def test_only_who_a_supported_claim_goes_by_is_its_author(verdict: Verdict) -> None:
    claim = claim_review(checked(verdict))["itemReviewed"]

    known = {"author": {"@type": "Person", "name": "Ann Lee"}} if verdict is Verdict.SUPPORTED else {}
    assert {name: value for name, value in claim.items() if name == "author"} == known


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("statistics office", "Organization"),
        ("Iranian Foreign Ministry", "Organization"),
        ("Bank of England", "Organization"),
        ("IRC", "Organization"),
        ("Nordic Lines", "Organization"),
        ("Halvorsen Steel Inc.", "Organization"),
        ("Marks & Ames", "Organization"),
        ("Otto Banks", "Person"),
        ("Margaret Court", "Person"),
        ("the White House", "Organization"),
        ("Ludwig van der Rohe", "Person"),
        ("Ingrid Sorensen", "Person"),
        ("Kirby", "Person"),
        ("police chief", "Person"),
        ("spokesman for Halvorsen Bank", "Person"),
    ],
)
def test_a_party_without_a_persons_form_is_an_organization_and_a_role_is_a_person(name: str, kind: str) -> None:
    review = claim_review(replace(checked(Verdict.SUPPORTED), according_to=name))

    assert review["itemReviewed"]["author"] == {"@type": kind, "name": name}


def test_a_work_that_is_cited_twice_is_one_appearance() -> None:
    other = replace(PAGE, id="b", title="Elsewhere")
    quotes = [quoted(41, 55, Stance.SUPPORTS), quoted(0, 40, Stance.SUPPORTS), quoted(0, 40, Stance.SUPPORTS, other)]
    check = replace(checked(Verdict.SUPPORTED), statements=tuple(Statement("It is.", (quote,)) for quote in quotes))

    review = claim_review(check)

    works = review["itemReviewed"]["appearance"]
    assert [work["url"] for work in works] == [fragment_link(quotes[0]), fragment_link(quotes[2])]
    assert len(review["citation"]) == 3


def test_a_link_opens_at_the_quote_with_what_parts_terms_encoded() -> None:
    assert (
        fragment_link(quoted(41, 55, Stance.SUPPORTS)) == "https://example.org/news?a=1#top:~:text=It%20is%20painted."
    )
    link = fragment_link(quoted(4, 30, Stance.SUPPORTS)) or ""
    words = link.split(":~:text=")[1]

    assert "bridge%20%2D%20old%2C%20grey%20%26%20long" in words
    assert unquote(words.split(",")[0]) == "The-"


def test_a_long_quote_is_named_by_its_ends_and_a_source_that_is_no_page_has_no_link() -> None:
    page = Document("b", " ".join(f"word{number}" for number in range(80)), source="https://example.org/")
    link = fragment_link(quoted(0, len(page.text), Stance.SUPPORTS, page)) or ""

    assert link.startswith("https://example.org/#:~:text=word0%20word1")
    assert link.endswith(",word74%20word75%20word76%20word77%20word78%20word79")
    assert fragment_link(quoted(0, 4, Stance.SUPPORTS, Document("c", "text", source="javascript:alert(1)"))) is None
