import pytest

from bot.citation import Citation
from index import Document, Kind, quotations
from index.errors import SourceError
from index.reading.origin import Origin
from index.reading.pdf import read
from index.reading.transcript import with_turns
from tests.made_files import Row, lines, pdf

WRAPPED = (
    "The United States condemns North Korea for its equip-",
    "ment, which it gave to Russia, the spokesman said.",
)


def only(content: bytes) -> Document:
    (document,) = read(content, Origin("a.pdf", "a.pdf"))
    return document


def text(*pages: list[Row]) -> str:
    return only(pdf(pages)).text


def test_lines_run_on_and_a_word_that_was_divided_is_whole_again() -> None:
    assert text(lines(*WRAPPED)) == (
        "The United States condemns North Korea for its equipment, which it gave to Russia, the spokesman said."
    )


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a well-", "known fact", "a well-known fact"),
        ("North-", "South talks", "North-South talks"),
        ("in 2022-", "23 it was", "in 2022-23 it was"),
        ("SANC-", "TIONS now", "SANCTIONS now"),
        ("Zorbl-Quux met the zorbl-", "quux", "Zorbl-Quux met the zorbl-quux"),
        ("the xylo-", "phonist", "the xylophonist"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_is_the_words_own(first: str, second: str, whole: str) -> None:
    assert text(lines(first, second)) == whole


def test_gaps_indents_and_short_last_lines_begin_paragraphs() -> None:
    page = [
        *lines("Headline", "", "The first paragraph is as wide as the page lets it be, and so", "it goes on. It ends."),
        *lines("The second one follows without a gap and it is as wide as that.", top=680),
        (90.0, 666.0, "The third has an indent."),
    ]

    assert text(page).split("\n\n") == [
        "Headline",
        "The first paragraph is as wide as the page lets it be, and so it goes on. It ends.",
        "The second one follows without a gap and it is as wide as that.",
        "The third has an indent.",
    ]


def test_headers_and_page_numbers_are_left_out_and_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        [(72.0, 800.0, f"Report 2022, {n}"), *lines(*said), (290.0, 30.0, f"- {n} -")]
        for n, said in [(1, ("We condemn", "it and we")), (2, ("will say", "more.")), (3, ("The end.",))]
    ]

    document = only(pdf(pages))

    assert document.text == "We condemn it and we will say more.\n\nThe end."
    assert [place.name for place in document.places] == ["page 1", "page 2", "page 3"]


def test_what_stands_on_two_pages_only_is_no_header() -> None:
    assert text(lines("We agree."), lines("We agree.")) == "We agree.\n\nWe agree."


def test_a_citation_names_the_page() -> None:
    document = with_turns(
        only(
            pdf(
                [
                    lines("MR. KIRBY:  Hello.", "Q    What?", "MR. KIRBY:  Nothing."),
                    [],
                    lines("Q    Why?", "MR. KIRBY:  So, John Kirby."),
                ]
            )
        )
    )

    said = [one for one in quotations(document) if one.name == "John Kirby"]

    assert [Citation(1, one.words[0], one.name, Kind.DIRECT).place for one in said] == ["page 1", "page 1", "page 3"]
    assert [one.words[0].text for one in said] == ["Hello.", "Nothing.", "So, John Kirby."]


def test_the_title_is_the_files_own_unless_a_program_made_it_up() -> None:
    assert only(pdf([lines("Hello.")], title="The Report")).title == "The Report"
    assert only(pdf([lines("Hello.")], title="Microsoft Word - draft7.doc")).title == "a.pdf"


ENCRYPTED = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >>" % (b"o" * 32, b"u" * 32)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"hello", "print it anew"),
        (pdf([lines("Hello.")])[:200], "print it anew"),
        (pdf([lines("Hello.")], extra=ENCRYPTED), "without a password"),
        (pdf([[], []]), "scanned"),
        (pdf([]), "a.pdf"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, advice: str) -> None:
    with pytest.raises(SourceError, match=advice) as raised:
        only(content)
    assert "a.pdf" in str(raised.value)
