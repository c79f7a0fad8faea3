"""Whatever characters a document has, they are shown as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.showing.escaping import html_text, markdown_text, web_link
from bot.showing.marked_quote import markdown_quote
from index import Document, Passage, Span
from tests.html_reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "# heading", "> quote", "- item", "+ item", "* item", "1. item", "12) item", "---", "===", "    code",
        "a\n\n# b", "a\n---", "~~~", "```", "`a`", "*a*", "__a__", "~~a~~", "<b>", "<!-- -->", "&lt;", "&#60;", "a\\",
        "![a](b)", "[a]: http://b", "[1]", "| a |\n|---|\n| b |", "a  \nb", "\\[a\\]", "<https://a.example>", ": a",
    ],
)  # fmt: skip
def test_markdown_renders_as_the_text_that_it_was_made_from(text: str) -> None:
    html = Reader(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown_text(text)))
    assert {tag for tag, _ in html.tags} <= {"p"}
    assert html.text.split() == text.split()


@pytest.mark.parametrize(
    "text", ['Mr. O\'Neill - who paid $5 (or 4.9m) - said: "never!"', "snake_case & sons, 50% + 1"]
)
def test_ordinary_prose_stays_as_it_is_in_markdown(text: str) -> None:
    assert markdown_text(text) == text


def test_a_bare_address_in_a_document_does_not_become_a_link_in_markdown() -> None:
    assert markdown_text("see https://evil.example or www.evil.example") == (
        "see https\\://evil.example or www\\.evil.example"
    )


def marked(before: str, short: str, after: str) -> str:
    """A quote as Markdown with its short answer in bold."""
    document = Document("a", f"{before}{short}{after}")
    whole = Passage(document, Span(0, len(document.text)))
    return markdown_quote(whole, whole.narrow(len(before), len(before) + len(short)))


def test_the_short_answer_is_bold_in_its_quote() -> None:
    assert marked("It opened in ", "June\n2022", ".") == "It opened in **June 2022**."
    assert marked("", "2.3 km", ": so long") == r"**2\.3 km**: so long"
    assert marked("It costs (", "$30", ").") == "It costs (**$30**)."
    assert marked("It is ", "[1] *bold*", " 2*2") == "It is **\\[1\\] \\*bold\\*** 2\\*2"


def test_where_asterisks_would_not_mark_there_are_none() -> None:
    assert marked("US", "$30", " paid") == "US$30 paid"


@given(st.tuples(*[st.text("ab 1.-_*[]<>&;$#\\\n", max_size=6)] * 3).filter(lambda parts: bool(parts[1])))
def test_the_mark_changes_nothing_but_the_weight_of_the_short_answer(parts: tuple[str, str, str]) -> None:
    html = Reader(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(marked(*parts)))
    assert {tag for tag, _ in html.tags} <= {"p", "strong"}
    assert html.text.split() == "".join(parts).split()


def test_joiners_stay_where_a_script_or_an_emoji_needs_them_and_show_where_none_does() -> None:
    assert html_text("می\u200cشود 👩\u200d🚒") == "می\u200cشود 👩\u200d🚒"
    assert "U+200D" in html_text("con\u200ddemn")


@pytest.mark.parametrize(
    "address",
    [None, "", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "data:text/html,x", "file:///etc/passwd",
     "//evil.example", "notes/a.txt", "https:", "http://[bad", "java\nscript:alert(1)"],
)  # fmt: skip
def test_what_is_not_a_web_address_is_never_a_link(address: str | None) -> None:
    assert web_link(address) is None
