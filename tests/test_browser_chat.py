"""The chat page in a real browser, against a real server, with answers made by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.library import Library
from bot.chat.serving import Terms
from tests.chat_fakes import BERTH, HARBOUR, HOSTILE, PROMISE, SHIPS, SOLBERG, FakeChecker
from tests.chat_serving import GRADIO_WARNS, serving
from tests.chat_visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, GRADIO_WARNS]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of one server for all tests."""
    checker = FakeChecker()
    with serving(Library(Path("nowhere"), lambda _folder: checker), Terms(read_only=True)) as address:
        yield address


def test_an_answer_comes_with_its_quote_cards(visitor: Visitor) -> None:
    answer = visitor.ask("What did Solberg say?")
    cards = answer.locator(".citation")
    assert cards.count() == 3
    assert cards.nth(0).locator("blockquote").inner_text() == f"“{BERTH.text}”"
    assert cards.nth(0).locator("strong").inner_text() == SOLBERG.short
    assert "speaker uncertain" in cards.nth(1).inner_text()
    sure = answer.locator(".confidence")
    assert sure.inner_text() == "Confidence 87\N{NO-BREAK SPACE}%"
    assert "How likely it is" in str(sure.get_attribute("title"))
    assert visitor.page.locator("#question textarea").input_value() == ""
    link = cards.nth(0).locator("a.title")
    assert link.get_attribute("href") == HARBOUR.source
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_an_example_is_a_click_away(visitor: Visitor) -> None:
    visitor.page.get_by_text("What did Ingrid Solberg say?").click()
    visitor.page.locator(".citation").first.wait_for()
    assert visitor.page.locator(".citation").count() == 3


def test_an_empty_message_does_nothing(visitor: Visitor) -> None:
    visitor.page.locator("#question textarea").fill("   ")
    visitor.page.keyboard.press("Enter")
    visitor.ask("What did Reyes say?")
    assert visitor.page.locator('[data-testid="user"]').count() == 1


def test_a_number_leads_to_its_card(visitor: Visitor) -> None:
    visitor.ask("What did Solberg say?")
    visitor.page.get_by_role("link", name="Quote 3").click()
    lit = visitor.page.locator(".citation.lit")
    assert lit.get_attribute("data-number") == "3"
    assert visitor.is_seen(".citation.lit")
    assert visitor.page.evaluate("document.activeElement.dataset.number") == "3"


def test_the_numbers_of_the_second_answer_lead_to_its_own_cards(visitor: Visitor) -> None:
    visitor.ask("What did Solberg say?")
    second = visitor.ask("What did Reyes say?")
    second.get_by_role("link", name="Quote 1").click()
    assert "Tomas Reyes" in visitor.page.locator(".citation.lit").inner_text()


def test_a_place_shows_the_source_with_the_quote_marked_where_it_stands(visitor: Visitor) -> None:
    visitor.ask("What did Solberg say?").locator("button.place").nth(1).click()
    mark = visitor.mark()
    assert mark.inner_text() == PROMISE.text
    before = mark.evaluate(
        "mark => { const range = document.createRange(); range.selectNodeContents(mark.parentElement);"
        " range.setEndBefore(mark); return [...range.toString()].length; }"
    )
    assert before == PROMISE.start
    assert visitor.page.locator(".source-text").text_content() == HARBOUR.text
    assert visitor.page.locator(".source-text mark.other").count() == 2


def test_the_source_is_scrolled_to_the_quote(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 420})
    visitor.ask("Who is the mayor?").locator("button.place").click()
    assert visitor.mark().inner_text() == SHIPS.text
    visitor.page.wait_for_function("document.querySelector('.source-text').scrollTop > 0")
    assert visitor.is_seen(".source-text mark.shown")


def test_the_keyboard_is_enough(visitor: Visitor) -> None:
    visitor.ask("What did Solberg say?")
    visitor.page.locator("button.place").first.focus()
    visitor.page.keyboard.press("Enter")
    visitor.mark()
    visitor.page.wait_for_function("document.activeElement.classList.contains('source-text')")
    visitor.page.keyboard.press("Escape")
    visitor.page.locator(".source-view").wait_for(state="detached")
    assert visitor.page.evaluate("document.activeElement.className") == "place"


def test_a_refusal_looks_different_and_shows_what_came_near(visitor: Visitor) -> None:
    answer = visitor.ask("Who is the mayor?")
    assert "unanswered" in str(answer.get_attribute("class"))
    assert "Near, but not an answer" in answer.inner_text()
    assert answer.locator("a.number").count() == 0


def test_trouble_is_told_in_the_chat(visitor: Visitor) -> None:
    answer = visitor.ask("Break.")
    assert answer.get_attribute("role") == "alert"
    assert "build it again with `onrecord build`" in answer.inner_text()


def test_a_hostile_document_changes_nothing(visitor: Visitor) -> None:
    answer = visitor.ask("What did Mallory say?")
    assert answer.locator("a").count() == 1
    assert answer.locator("img, script, code, b, i").count() == 0
    answer.locator("button.place").click()
    visitor.mark()
    visitor.page.wait_for_timeout(300)
    assert visitor.page.title() == "What did Mallory say? · onrecord"
    links = visitor.page.locator(".source-view a:not(.permalink), .source-view img, .source-view script")
    assert links.count() == 0
    shown = str(visitor.mark().text_content())
    assert shown.replace("U+202E", "\u202e").replace("U+202C", "\u202c").replace("U+200B", "\u200b") == HOSTILE.text


def test_a_question_is_shown_as_it_was_typed(visitor: Visitor) -> None:
    visitor.ask("<b>What</b> **did** <img src=x onerror=alert(1)> say?")
    asked = visitor.page.locator('[data-testid="user"]')
    assert asked.inner_text() == "<b>What</b> **did** <img src=x onerror=alert(1)> say?"


def test_an_answer_is_copied_as_markdown(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address, permissions=["clipboard-read", "clipboard-write"])
    somebody.ask("What did Solberg say?")
    somebody.page.get_by_role("button", name="Copy as Markdown").click()
    somebody.page.get_by_role("button", name="Copied").wait_for()
    assert somebody.page.evaluate("navigator.clipboard.readText()") == SOLBERG.to_markdown()
    somebody.profile.close()


def test_a_new_conversation_begins_empty(visitor: Visitor) -> None:
    visitor.ask("What did Solberg say?").locator("button.place").first.click()
    visitor.mark()
    visitor.page.get_by_role("button", name="New conversation").click()
    visitor.page.locator(".answer").first.wait_for(state="detached")
    visitor.page.locator(".source-view").wait_for(state="detached")
    assert visitor.page.get_by_text("What did Ingrid Solberg say?").is_visible()


def test_a_second_visitor_sees_nothing_of_the_first(visitor: Visitor, browser: Any, address: str) -> None:
    visitor.ask("What did Solberg say?").locator("button.place").first.click()
    visitor.mark()
    second = Visitor(browser, address)
    second.ask("What did Reyes say?").locator("button.place").first.click()
    second.mark()
    assert second.page.locator(".answer").count() == 1
    assert "Ingrid Solberg said" not in second.page.locator("#chat").inner_text()
    assert visitor.mark().inner_text() == BERTH.text
    second.profile.close()


@pytest.mark.parametrize("question", ["What did Solberg say?", "Who is the mayor?", "What did Mallory say?"])
def test_a_phone_needs_no_sideways_scroll(browser: Any, address: str, question: str) -> None:
    somebody = Visitor(browser, address, **PHONE)
    assert somebody.overflow() <= 0
    answer = somebody.ask(question)
    assert somebody.overflow() <= 0
    answer.locator("button.place").first.tap()
    somebody.mark()
    assert somebody.overflow() <= 0
    assert answer.evaluate("answer => answer.scrollWidth <= answer.clientWidth + 1")
    assert somebody.is_seen(".source-text mark.shown")
    somebody.page.get_by_role("button", name="Close the source").tap()
    somebody.page.locator(".source-view").wait_for(state="detached")
    somebody.profile.close()


def test_the_page_is_dark_where_the_visitor_prefers_it(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address, color_scheme="dark")
    red, green, blue = json.loads(
        somebody.page.evaluate("'[' + getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3) + ']'")
    )
    assert max(red, green, blue) < 64
    somebody.profile.close()


def test_the_page_cannot_reach_out_even_if_it_is_told_to(visitor: Visitor) -> None:
    reached = visitor.page.evaluate("fetch('http://127.0.0.2:9/').then(() => 'out', error => String(error))")
    assert "Failed to fetch" in reached
    assert visitor.page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
    visitor.requests = [url for url in visitor.requests if "127.0.0.2" not in url]
