"""Answers as Markdown, HTML and JSON; a document can put nothing into them but text."""

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from bot.citation import Answer, Citation, Statement
from bot.showing.escaping import web_link
from bot.showing.plain_text import answer_plain
from bot.showing.rendering import answer_html, answer_json, answer_markdown
from index import Document, Kind, Passage, Span
from tests.chat_fakes import BERTH, BREAKER, HOSTILE, MALLORY, PROMISE, REYES, SILENT, SOLBERG, citation
from tests.html_reader import Reader


def saying(text: str) -> Answer:
    """An answer that quotes a document with this text."""
    return Answer("?", (Statement(text, (citation(1, Document("a", text), text, "Somebody"),)),))


def test_markdown_has_the_statements_then_the_numbered_citations() -> None:
    lines = answer_markdown(SOLBERG).splitlines()
    assert lines[0] == f"Ingrid Solberg said: “{BERTH.text}” and “{PROMISE.text}”. [1][2]"
    assert lines[2] == f"Ingrid Solberg said {BREAKER.text}. [3]"
    marked = BERTH.text.replace("every berth free of ice", "**every berth free of ice**")
    assert lines[4] == (
        f"1. “{marked}” — **Ingrid Solberg**, harbour master, quoted word for word. [Port Almond keeps its harbour "
        f"open](<https://example.org/harbour?page=1&edition=2>), The Almond Courier, 7 October 2025, "
        f"characters {BERTH.start}–{BERTH.end}, also in copy/harbour.txt."
    )
    assert [line[:3] for line in lines[4:]] == ["1. ", "2. ", "3. "]


def test_only_words_that_were_quoted_stand_in_quotation_marks() -> None:
    markdown, html = answer_markdown(SOLBERG).splitlines(), answer_html(SOLBERG)
    assert f"2. “{PROMISE.text}” — **Ingrid Solberg**, quoted word for word, speaker uncertain." in markdown[5]
    assert f"3. {BREAKER.text} — **Ingrid Solberg**, reported, not quoted." in markdown[6]
    assert f"“<bdi>{PROMISE.text}</bdi>”" in html
    assert f"<blockquote><bdi>{BREAKER.text}</bdi></blockquote>" in html
    assert "partly quoted" in answer_markdown(REYES)
    assert "partly quoted" in answer_html(REYES)


def test_a_refusal_names_what_came_near_and_looks_different() -> None:
    markdown, html = answer_markdown(SILENT), answer_html(SILENT)
    assert markdown.startswith("The sources do not say who the mayor is.\n\nNear, but not an answer:\n\n- A decision")
    assert "the source's own words" in markdown
    assert 'class="answer unanswered"' in html
    assert "Near, but not an answer" in html
    assert "number" not in {attributes.get("class") for _, attributes in Reader(html).tags}


def test_a_refusal_without_anything_near_says_only_that() -> None:
    assert answer_markdown(Answer("?")) == "The sources do not say."
    assert Reader(answer_html(Answer("?"))).text == "The sources do not say."


def test_a_quote_that_points_back_is_shown_behind_the_sentence_before() -> None:
    town = Document("town.txt", "Ann <Lee> came. She bought the bridge.")
    whole = Passage(town, Span(0, len(town.text)))
    quote = Citation(1, whole.narrow(16, len(town.text)), None, Kind.NARRATION, sentence=whole)
    answer = Answer("Who bought it?", (Statement(quote.text, (quote,)),))
    html = Reader(answer_html(answer))

    assert quote.before == "Ann <Lee> came."
    assert answer_markdown(answer).endswith("Before it: Ann \\<Lee> came.")
    assert answer_plain(answer).endswith("Before it: Ann <Lee> came.")
    assert "Ann <Lee> came.She bought the bridge." in html.text.replace("\n", "")
    assert answer.to_dict()["citations"][0]["context"] == town.text
    assert replace(quote, kind=Kind.DIRECT).before == ""


def test_a_card_shows_the_short_answer_the_speaker_the_doubt_the_source_and_the_place() -> None:
    html = answer_html(SOLBERG)
    assert "We will keep <strong>every berth free of ice</strong>, whatever" in html
    assert '<cite>Ingrid Solberg</cite> <span class="role">harbour master</span>' in html
    assert html.count('<span class="doubt">speaker uncertain</span>') == 1
    assert '<time datetime="2025-10-07">7 October 2025</time>' in html
    assert f"characters {BERTH.start}–{BERTH.end}" in html
    assert "Confidence 87\N{NO-BREAK SPACE}%" in html
    assert 'href="https://example.org/harbour?page=1&amp;edition=2" target="_blank" rel="noopener noreferrer"' in html
    assert "copy/harbour.txt" in html


def test_how_sure_a_weighed_quote_is_stands_on_its_card_and_nowhere_else() -> None:
    weighed = replace(BERTH, confidence=0.87)
    alone = Answer("What is free of ice?", (Statement("x", (weighed,)),), confidence=0.87)
    other = replace(alone, confidence=0.5)

    assert answer_html(alone).count("Confidence 87") == 1
    assert [answer_html(other).count(f"Confidence {share}") for share in (87, 50)] == [1, 1]
    assert "Confidence" not in answer_html(SOLBERG).partition('class="citations"')[2]


def test_every_number_leads_to_its_own_card() -> None:
    reader = Reader(answer_html(SOLBERG, name="answer-7"))
    cards = {attributes.get("id") for tag, attributes in reader.tags if tag == "li"}
    assert {str(link)[1:] for link in reader.links() if str(link).startswith("#")} == cards
    assert cards == {"answer-7-1", "answer-7-2", "answer-7-3"}


def test_a_quote_that_two_statements_rest_on_is_listed_once() -> None:
    twice = replace(SOLBERG, statements=(*SOLBERG.statements, Statement("Again.", (PROMISE,))))
    assert answer_markdown(twice).count("\n2. ") == 1
    assert answer_html(twice).count("<li ") == 3


def test_places_are_buttons_only_where_the_page_can_show_the_source() -> None:
    assert "<button" not in answer_html(SOLBERG)
    assert answer_html(SOLBERG, interactive=True).count("<button") == 3


def test_a_hostile_document_puts_no_tag_and_no_link_into_html() -> None:
    hostile, plain = Reader(answer_html(MALLORY)), Reader(answer_html(REYES))
    known = {tag for tag, _ in plain.tags} | {"span"}
    assert {tag for tag, _ in hostile.tags} <= known
    assert hostile.links() == ["#answer-1"]
    assert not any(name.startswith("on") for _, attributes in hostile.tags for name in attributes)
    assert hostile.open == []


def test_a_hostile_document_is_shown_to_the_letter_in_html() -> None:
    shown = Reader(answer_html(MALLORY)).text
    for character in "\u202e\u202c\u200b":
        assert character not in shown
    assert "U+202EdesreverU+202C conU+200Bdemn" in shown
    assert "<script>document.title='owned'</script>" in shown
    assert "[here](javascript:alert(1)) {{value}} ${document.title='owned'}" in shown


def test_a_hostile_document_puts_nothing_into_markdown_but_text() -> None:
    renderer = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    html = Reader(renderer.render(answer_markdown(MALLORY)))
    assert {tag for tag, _ in html.tags} == {"p", "ol", "li", "strong"}
    assert "⟨U+202E⟩desrever⟨U+202C⟩" in html.text
    assert "**not bold** [1] [here](javascript:alert(1))" in html.text
    assert "<b>Title</b> [2](javascript:alert(2))" in html.text


def test_a_link_cannot_leave_its_place() -> None:
    address = 'https://example.org/"><script>\u202e> )\\'
    document = Document("a", "Words.", source=address)
    answer = Answer("?", (Statement("Words.", (citation(1, document, "Words."),)),))
    assert Reader(answer_html(answer)).links() == ["#answer-1", web_link(address)]
    rendered = MarkdownIt("commonmark").render(answer_markdown(answer))
    assert Reader(rendered).links() == [web_link(address)]
    assert not set('<>"\\ \u202e') & set(str(web_link(address)))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_words_of_its_own(kind: Kind) -> None:
    words = {answer_markdown(Answer("?", (Statement("S.", (replace(BERTH, kind=each),)),))) for each in Kind}
    assert len(words) == len(Kind)
    assert answer_html(Answer("?", (Statement("S.", (replace(BERTH, kind=kind),)),)))


def test_a_forged_number_in_a_document_is_not_a_link() -> None:
    html = answer_html(saying("As shown [2] and [1]"))
    assert Reader(html).links() == ["#answer-1"]
    assert r"As shown \[2\] and \[1\] [1]" in answer_markdown(saying("As shown [2] and [1]"))


def test_json_is_the_answer_as_plain_values() -> None:
    assert json.loads(answer_json(MALLORY)) == MALLORY.to_dict()
    assert json.loads(answer_json(MALLORY))["citations"][0]["text"] == HOSTILE.text


def test_a_short_answer_outside_the_quote_is_not_marked_in_it() -> None:
    astray = replace(PROMISE, short=BERTH.short)
    answer = Answer("?", (Statement("S.", (astray,)),))
    assert "<strong>" not in answer_html(answer)
    assert PROMISE.text in answer_markdown(answer)


UNHELD = Answer("Did Solberg mention berths?", (Statement("Solberg said so.", (PROMISE,)),), short="Yes")


def test_a_short_answer_that_no_quote_holds_comes_first_with_its_numbers() -> None:
    assert UNHELD.text.splitlines() == ["Yes. [2]", "Solberg said so. [2]"]
    assert answer_markdown(UNHELD).startswith("**Yes.** [2]\n\nSolberg said so. [2]")
    assert answer_plain(UNHELD).startswith("Yes. [2]\nSolberg said so. [2]")
    assert Reader(answer_html(UNHELD)).text.startswith("Yes. [2]Solberg said so. [2]")


def test_a_short_answer_inside_a_quote_is_not_said_twice() -> None:
    assert SOLBERG.lead is None
    assert "every berth free of ice. [1]" not in SOLBERG.text


def test_a_short_answer_puts_nothing_but_text_into_html() -> None:
    named = replace(UNHELD, short="<b>Mallory</b>")
    assert "<strong>&lt;b&gt;Mallory&lt;/b&gt;.</strong>" in answer_html(named)
