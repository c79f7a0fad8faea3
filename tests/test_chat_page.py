"""The chat without a browser: what is asked of the checker, and what comes of it."""

import asyncio
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest

from bot.chat.ask_tab import AskTab
from bot.chat.conversation import Turn, messages, take_turn
from bot.chat.desk import Desk
from bot.chat.examples import examples
from bot.chat.feedback import Feedback
from bot.chat.needs import Checker
from bot.chat.page import page
from bot.chat.source_view import show_place, source_view
from bot.chat.tools import json_text
from bot.citation import Answer, Citation, Statement
from bot.showing.plain_text import answer_plain
from index import Document, OnRecordError
from index.speaker import Speaker
from tests.chat_fakes import (
    BERTH,
    HARBOUR,
    HOSTILE,
    PROMISE,
    REYES,
    SCRIPT,
    SOLBERG,
    FakeChecker,
    citation,
)
from tests.html_reader import Reader


def replies(question: str, turns: tuple[Turn, ...] = ()) -> list[tuple[Any, ...]]:
    return list(tab(FakeChecker()).reply(question, turns))


def tab(checker: Checker) -> AskTab:
    return AskTab(Desk(lambda _visitor: checker), Feedback())


def shown(one: Citation, others: Iterable[Citation] = ()) -> str:
    """The source of a citation, with the other citations of an answer."""
    spans = [other.quote.span for other in others if other.document.id == one.document.id]
    return source_view(one.quote, spans)


def built(checker: Checker) -> Any:
    """The page, made inside a running event loop: outside of one, Gradio opens loops and leaves them open."""

    async def build() -> Any:
        return page(Desk(lambda _visitor: checker))

    # In a thread of its own: Playwright leaves a loop running in the main one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(build())).result()


def test_the_question_shows_at_once_and_then_its_answer() -> None:
    first, last = replies(" What did Solberg say? ")
    assert first[0] == ""
    assert first[1][0]["content"] == "What did Solberg say?"
    assert "Reading the sources" in first[1][1]["content"].value
    assert [message["role"] for message in last[1]] == ["user", "assistant"]
    assert last[2] == (Turn("What did Solberg say?", SOLBERG),)


@pytest.mark.parametrize("question", ["", "  \n "])
def test_an_empty_message_does_nothing(question: str) -> None:
    ((first, *rest),) = replies(question)
    assert all(part == first for part in rest)
    assert first == {"__type__": "update"}


def test_earlier_answers_are_the_history_oldest_first_and_troubles_are_not() -> None:
    checker = FakeChecker()
    turns: tuple[Turn, ...] = ()
    for question in ("What did Solberg say?", "Break.", "What did Reyes say?", "And then?"):
        turns = (*turns, take_turn(checker, question, turns))
    assert checker.histories[-1] == (SOLBERG, REYES)


def test_an_error_becomes_a_message_that_says_what_to_do() -> None:
    turn = take_turn(FakeChecker(), "Break.", ())
    shown = messages((turn,))[1]["content"].value
    assert 'role="alert"' in shown
    assert "build it again with `onrecord build`" in shown


def test_a_question_is_shown_as_text() -> None:
    assert messages((), pending="<b>x</b>")[0]["content"] == "&lt;b&gt;x&lt;/b&gt;"


def test_each_answer_can_be_copied_as_text_markdown_and_json() -> None:
    reader = Reader(messages((Turn("?", SOLBERG),))[1]["content"].value)
    copied = [attributes["data-content"] for tag, attributes in reader.tags if attributes.get("class") == "copy"]
    assert copied == [answer_plain(SOLBERG), SOLBERG.to_markdown(), json_text(SOLBERG.to_dict())]


def test_answers_on_one_page_have_cards_with_ids_of_their_own() -> None:
    shown = "".join(message["content"].value for message in messages((Turn("a", SOLBERG), Turn("b", SOLBERG)))[1::2])
    ids = [attributes["id"] for _, attributes in Reader(shown).tags if "id" in attributes]
    assert len(ids) == len(set(ids)) == 6


def test_the_source_is_the_whole_text_with_the_quote_marked_at_its_place() -> None:
    html = shown(PROMISE, SOLBERG.citations)
    before, _, after = html.partition('<mark class="shown">')
    assert Reader(after.partition("</mark>")[0]).text == PROMISE.text
    start = before.index('dir="auto">') + len('dir="auto">')
    assert len(Reader(before[start:]).text) == PROMISE.start
    assert html.count('<mark class="other">') == 2
    assert HARBOUR.text in Reader(html).text


def test_the_quotes_of_other_documents_are_not_marked() -> None:
    assert 'class="other"' not in shown(BERTH, (SCRIPT, BERTH))


def test_a_quote_inside_the_shown_one_does_not_cut_it() -> None:
    whole, part, across = (
        citation(1, HARBOUR, "That is a promise to the fishermen"),
        citation(2, HARBOUR, "a promise"),
        citation(3, HARBOUR, "the fishermen,” she added"),
    )
    html = shown(whole, (whole, part, across))
    assert f'<mark class="shown">{whole.text}</mark><mark class="other">,” she added</mark>' in html
    assert HARBOUR.text in Reader(html).text


def test_every_place_of_a_quote_in_a_short_text_is_marked_exactly() -> None:
    document = Document("a", "𝔸b<c")
    words = [document.text[start:end] for start, end in product(range(4), range(1, 5)) if start < end]
    for quote, other in product(words, words):
        html = shown(citation(1, document, quote), [citation(2, document, other)])
        assert document.text in Reader(html).text
        assert Reader(html.partition('<mark class="shown">')[2].partition("</mark>")[0]).text == quote


def test_a_hostile_source_is_only_text_in_the_viewer() -> None:
    reader = Reader(shown(SCRIPT))
    tags = {"section", "header", "button", "h2", "bdi", "p", "div", "mark", "span", "a"}
    assert {tag for tag, _ in reader.tags} <= tags
    assert [link for link in reader.links() if not str(link).startswith("?doc=")] == []
    assert reader.text.count("document.title='owned'") == HOSTILE.text.count("document.title='owned'")


PLACE = {"document": HARBOUR.id, "start": PROMISE.start, "end": PROMISE.end}


@pytest.mark.parametrize(
    "change",
    [
        {"document": "gone.txt"},
        {"start": PROMISE.end},
        {"end": len(HARBOUR.text) + 1},
        {"start": "x"},
        {"start": None},
        {"others": [[3]]},
        {"digest": "of another text"},
    ],
)
def test_a_place_that_is_not_there_is_told(change: dict[str, Any]) -> None:
    html = show_place(FakeChecker(), {**PLACE, **change})
    assert 'role="alert"' in html
    assert "<mark" not in html


def test_a_place_is_shown_where_its_document_is_still_the_one_that_was_read() -> None:
    html = show_place(FakeChecker(), {**PLACE, "digest": HARBOUR.digest, "others": [[BERTH.start, BERTH.end]]})
    assert html == source_view(PROMISE.quote, [BERTH.quote.span])
    assert f"?doc=harbour.txt&amp;quote={PROMISE.start}-{PROMISE.end}" in html


def test_examples_begin_with_the_most_quoted() -> None:
    assert examples(FakeChecker()) == ["What did Ingrid Solberg say?", "What did Tomas Reyes say?"]


@dataclass
class Crowd(FakeChecker):
    """A checker whose most quoted speaker speaks of places."""

    trouble: bool = False

    def speakers(self) -> list[Speaker]:
        return [Speaker(f"Speaker {count}", count, ("a",)) for count in range(9)]

    def answer(self, question: str, history: object = (), *, filters: object = None) -> Answer:  # noqa: ARG002
        if self.trouble:
            raise OnRecordError(question)
        document = Document("a", "we sail to Port Almond, and Port Almond is as fine as Cape Wall, says Speaker 8")
        return Answer(question, (Statement("S.", (citation(1, document, document.text),)),))


def test_examples_ask_what_the_most_quoted_speaks_of() -> None:
    assert examples(Crowd()) == [
        "What did Speaker 8 say?",
        "What did Speaker 8 say about Port Almond?",
        "What did Speaker 8 say about Cape Wall?",
        "What did Speaker 7 say?",
        "What did Speaker 6 say?",
    ]


def test_a_checker_in_trouble_still_has_a_page_with_examples() -> None:
    assert examples(Crowd(trouble=True)) == [f"What did Speaker {number} say?" for number in (8, 7, 6)]
    assert built(Crowd(trouble=True))


def test_the_public_endpoints_are_the_promised_ones() -> None:
    described = built(FakeChecker()).get_api_info()
    assert list(described["named_endpoints"]) == ["/ask", "/check", "/check_quote", "/search", "/sources"]
    assert described["unnamed_endpoints"] == {}


def test_clearing_leaves_nothing() -> None:
    assert tab(FakeChecker()).clear() == ("", [], (), "")


def test_rendering_does_not_import_gradio() -> None:
    program = "import sys, bot.showing.rendering, bot.citation; sys.exit('gradio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
