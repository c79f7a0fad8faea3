"""Which documents are asked, and what an address opens, in a real browser over an index with small fakes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.library import Library
from bot.chat.serving import Terms
from tests.chat_serving import GRADIO_WARNS, indexed, opened, serving
from tests.chat_visitor import PHONE, Visitor

NEWS = """\
{"id": "old", "text": "Ann Lee said: “The bridge is safe.”", "date": "2023-03-01", "publisher": "Herald", "tags": ["a"]}
{"id": "new", "text": "Ann Lee said: “The bridge will close.”", "date": "2025-03-01", "publisher": "Courier"}
"""

pytestmark = [pytest.mark.browser, GRADIO_WARNS]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("filters")
    with indexed(place, {"news.jsonl": NEWS}) as index, serving(Library(index, opened), Terms()) as address:
        yield address


def test_the_filters_are_folded_away_and_the_keyboard_opens_and_fills_them(visitor: Visitor) -> None:
    field = visitor.page.get_by_label("Publishers or links")
    assert not field.is_visible()
    visitor.page.get_by_role("button", name="Filters").focus()
    visitor.page.keyboard.press("Enter")
    field.focus()
    visitor.page.keyboard.type("Her")
    visitor.page.get_by_role("option", name="Herald").wait_for()
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Escape")
    answer = visitor.ask("What did Ann Lee say?")
    assert "is safe" in answer.inner_text()
    assert "will close" not in answer.inner_text()
    assert visitor.page.locator(".turn .only").inner_text() == "Only documents from Herald"
    assert visitor.axe() == []


@pytest.mark.parametrize(
    ("chosen", "given", "kept"),
    [
        ("documents=new", "will close", "is safe"),
        ("tags=a", "is safe", "will close"),
        ("after=2024-01-01", "will close", "is safe"),
        ("before=2024-01-01", "is safe", "will close"),
    ],
)
def test_a_link_asks_some_documents_only(browser: Any, address: str, chosen: str, given: str, kept: str) -> None:
    somebody = Visitor(browser, f"{address}?q=What+did+Ann+Lee+say%3F&{chosen}")
    answer = somebody.found(".answer")
    assert given in answer.inner_text()
    assert kept not in answer.inner_text()
    assert somebody.page.locator(".turn .permalink").get_attribute("href") == f"?q=What+did+Ann+Lee+say%3F&{chosen}"
    again = somebody.ask("What did Ann Lee say?")  # the fields hold what the link chose
    assert kept not in again.inner_text()
    somebody.profile.close()


def test_a_day_that_is_none_is_told(browser: Any, address: str) -> None:
    somebody = Visitor(browser, f"{address}?q=What+did+Ann+Lee+say%3F&after=May")
    assert "YYYY-MM-DD" in somebody.found(".answer.trouble").inner_text()
    somebody.profile.close()


def test_a_filter_is_only_text(browser: Any, address: str) -> None:
    somebody = Visitor(browser, f"{address}?q=What+did+Ann+Lee+say%3F&tags=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    assert "<img src=x onerror=alert(1)>" in somebody.found(".turn .only").inner_text()
    assert somebody.errors == []
    somebody.profile.close()


def test_the_filters_fit_on_a_phone(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address, **PHONE, color_scheme="dark")
    somebody.page.get_by_role("button", name="Filters").tap()
    somebody.page.get_by_label("Publishers or links").wait_for()
    assert somebody.overflow() <= 0
    assert somebody.axe() == []
    somebody.profile.close()


@pytest.mark.parametrize(
    ("tab", "name"), [("claim", "Check a claim"), ("quotation", "Check a quotation"), ("sources", "Sources")]
)
def test_a_link_opens_a_tab(browser: Any, address: str, tab: str, name: str) -> None:
    somebody = Visitor(browser, address, tab=tab)
    somebody.page.wait_for_function(f"document.title === '{name} · onrecord'")
    if tab == "sources":
        assert "old" in somebody.found("#documents table").inner_text()
    somebody.profile.close()


def test_a_link_to_a_tab_that_is_none_opens_the_first(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address, tab="nothing")
    somebody.ask("What did Ann Lee say?")
    somebody.profile.close()


def test_the_examples_and_filters_follow_the_sources(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_bytes("".join(f"Dora Finn said: “It is {n}.”\n" for n in range(9)).encode())
    assert visitor.page.locator("#chat .example", has_text="Dora Finn").count() == 0
    visitor.upload(tmp_path / "mill.txt")
    visitor.open("Ask")
    visitor.page.locator("#chat .example", has_text="What did Dora Finn say?").wait_for()
    visitor.page.get_by_role("button", name="Filters").click()
    visitor.page.get_by_label("Documents").click()
    visitor.page.get_by_role("option", name="mill.txt").wait_for()
