from datetime import date

import pytest

from index import Document, quotations
from index.errors import SourceError
from index.reading.html_page import read
from index.reading.origin import Origin
from index.reading.transcript import with_turns

FILLER = "<p>The city council spoke about the old bridge for a long time, and came to no conclusion at all.</p>"


def only(page: str | bytes, **known: str) -> Document:
    content = page if isinstance(page, bytes) else page.encode()
    (document,) = read(content, Origin("a.html", "a.html", **known))
    return document


def shown(body: str) -> list[str]:
    return only(f"<html><body><article>{FILLER}{body}</article></body></html>").text.split("\n\n")[1:]


def test_the_main_text_is_kept_and_menus_are_not() -> None:
    page = f"""<html><head><title>The bridge</title></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
        <article><h1>The bridge</h1>{FILLER}<p>It is   <b>not</b>\n safe.</p></article>
        <footer>All rights reserved</footer></body></html>"""

    text = only(page).text

    assert "It is not safe." in text.split("\n\n")
    assert "Sport" not in text
    assert "rights" not in text


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color: red; display: none">SECRET words that somebody is said to have said here today.</p>',
        '<p aria-hidden="true">SECRET words that somebody is said to have said here today.</p>',
        "<p hidden>SECRET words that somebody is said to have said here today.</p>",
        '<div style="visibility:hidden"><p>SECRET words that somebody is said to have said here.</p></div>',
        '<p>We agree<span style="display:none"> SECRET</span>.</p>',
        '<p>We agree<span style="font-size:0px"> SECRET</span>.</p>',
        '<p>We agree<span class="x sr-only"> SECRET</span>.</p>',
        "<p>We agree<!-- SECRET -->.</p>",
        "<p>We agree<del> SECRET</del>.</p>",
        "<template><p>SECRET words that somebody is said to have said here today, at length.</p></template>",
        "<noscript><p>SECRET words that somebody is said to have said here today, at length.</p></noscript>",
        "<script>document.write('<p>SECRET words that somebody said here.</p>')</script>",
        '<p title="SECRET">We agree<input value="SECRET">.</p>',
    ],
)
def test_what_the_page_does_not_show_cannot_be_quoted(hidden: str) -> None:
    found = only(f"<html><body><article>{FILLER}{hidden}{FILLER}</article></body></html>").text

    assert "SECRET" not in found
    assert "We agree." in found or "We agree" not in hidden


def test_no_word_is_lost_inside_a_sentence() -> None:
    inline = ["b", "i", "span", "time", "label", "abbr", "mark", "u", "ins", "code", "kbd", "small", "cite", "my-own"]
    words = [f"<{tag}>word{number}</{tag}>" for number, tag in enumerate(inline)]

    (paragraph,) = shown(f"<p>We say {' '.join(words)} today.</p>")

    assert paragraph == f"We say {' '.join(f'word{number}' for number in range(len(inline)))} today."


def test_the_words_are_the_pages_own_whatever_the_library_makes_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura
    from lxml import html

    class Main:
        body = html.fromstring("<body><p>We do not agree.</p><p>We do agree.</p></body>")

    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: Main)

    assert only("<div><p>We do not agree.</p></div><p>We do <i>not ever</i> agree.</p>").text == "We do not agree."


def test_short_paragraphs_between_others_stay_or_a_turn_would_be_lost() -> None:
    answers = "".join(f"<p>Q: {FILLER[3:-4]} {number}?</p><p>MR. KIRBY: Yeah.</p>" for number in range(20))

    text = only(f"<html><body><h1>John Kirby</h1>{answers}<p>Q: Why?</p></body></html>").text

    assert text.count("MR. KIRBY: Yeah.") == 20


def test_marks_of_inline_quotations_are_those_that_the_browser_shows() -> None:
    assert shown("<p>She said <q>the bridge is safe</q> to us.</p>") == [
        "She said \u201cthe bridge is safe\u201d to us."
    ]


def test_line_breaks_cells_and_list_entries_stay_apart() -> None:
    assert shown("<p>One<br>two<br><br>three</p>") == ["One\ntwo", "three"]
    assert shown("<ul><li>First point.</li><li>Second point.</li></ul>") == ["First point.", "Second point."]
    assert shown("<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>1,000</td></tr></table>") == [
        "Year\tCars",
        "2021\t1,000",
    ]


def test_soft_hyphens_and_zero_width_spaces_are_no_text_and_private_characters_cannot_forge_lines() -> None:
    assert shown("<p>equip&shy;ment and mu\u200bni&#8203;tions\ue000 came\ue001.</p>") == [
        "equipment and munitions\ufffd came\ufffd."
    ]


def test_references_to_footnotes_are_left_out_and_other_raised_figures_stay() -> None:
    assert shown('<p>We agreed<sup><a href="#n1">[1]</a></sup> on 5 m<sup>2</sup> today.</p>') == [
        "We agreed on 5 m2 today."
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>MR. KIRBY:</b> Hello.</p><p>Q&nbsp;&nbsp; Why?</p><p><b>MR. KIRBY:</b> So.</p><p>Q&nbsp; What?</p>",
        "<p>MR. KIRBY:&nbsp; Hello.<br><br>Q&nbsp;&nbsp;&nbsp; Why?<br/>\n<br/>MR. KIRBY: So.<br><br>Q&nbsp; What?</p>",
        "<pre>MR. KIRBY:  Hello.\n\nQ    Why?\n\nMR. KIRBY:  So.\n\nQ    What?\n</pre>",
    ],
)
def test_a_transcript_is_recognised_in_a_page(body: str) -> None:
    document = with_turns(only(f"<html><head><title>With John Kirby</title></head><body>{body}</body></html>"))

    assert [(one.name, one.words[0].text) for one in quotations(document)] == [
        ("John Kirby", "Hello."),
        (None, "Why?"),
        ("John Kirby", "So."),
        (None, "What?"),
    ]


def test_a_page_says_its_title_day_site_and_address() -> None:
    document = only(f"""<html><head><title>Bridge | Daily News</title>
        <meta property="og:title" content="Bridge"><meta property="og:site_name" content="Daily News">
        <meta property="article:published_time" content="2022-10-13T10:00:00Z">
        <link rel="canonical" href="https://daily.example/bridge"></head><body>{FILLER}</body></html>""")

    assert (document.title, document.published, document.publisher) == ("Bridge", date(2022, 10, 13), "Daily News")
    assert document.source == "https://daily.example/bridge"


def test_no_day_is_guessed_from_the_prose() -> None:
    document = only(f"<html><body><article>{FILLER}<p>On 3 May 2021 we met.</p></article><p>© 2019</p></body></html>")

    assert (document.published, document.title, document.source) == (None, "a.html", None)


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<p>Café “yes”</p>".encode("cp1252"), "windows-1252"),
        ('<meta charset="iso-8859-1"><p>Café “yes”</p>'.encode("cp1252"), ""),
        ('\ufeff<meta charset="ascii"><p>Café “yes”</p>'.encode(), ""),
        ('<meta charset="ascii"><p>Café “yes”</p>'.encode(), ""),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>Café “yes”</p></body></html>'.encode(), "nonsense"),
    ],
)
def test_pages_are_decoded_as_browsers_do(content: bytes, charset: str) -> None:
    assert only(content, charset=charset).text == "Café “yes”"


@pytest.mark.parametrize(
    "page", ["<html><head><title>Only a title</title></head><body></body></html>", "<p> &nbsp; </p>", "<!-- x -->"]
)
def test_a_page_without_text_says_so(page: str) -> None:
    with pytest.raises(SourceError, match=r"a\.html"):
        only(page)


def test_nothing_is_no_page() -> None:
    with pytest.raises(SourceError, match="is empty"):
        only(b"")
