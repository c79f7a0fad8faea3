"""The page on runs in a real browser: on a phone, and on paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.showing.html_page import html_page
from tests.test_eval_pages import LINE, RESULTS

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LONG = "recall, not_enough_evidence, checked, " + "without_a_space_" * 8
WIDE = replace(LINE, name=LONG, beside=dict.fromkeys(("BM25", "nearest", "silent", "random"), LINE.figure))
LONG_RUN = replace(RESULTS, lines=(LINE, WIDE), about={**RESULTS.about, "name": LONG})


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A page on two runs, opened on a phone."""
    (tmp_path / "report.html").write_text("".join(html_page("How far to trust the answers", [RESULTS, LONG_RUN])))
    profile = browser.new_context(viewport=PHONE, has_touch=True)
    opened = profile.new_page()
    opened.goto((tmp_path / "report.html").as_uri())
    yield opened
    profile.close()


def overflow(page: Any) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_the_page_is_no_wider_than_a_phone_folded_or_not(page: Any) -> None:
    assert overflow(page) <= 0
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert overflow(page) <= 0


def test_no_table_of_the_page_has_to_be_scrolled_sideways_on_a_phone(page: Any) -> None:
    wider = "[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.evaluate(wider) == 0


def test_the_page_prints_its_figures_and_leaves_out_what_is_to_be_clicked(page: Any) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.locator("table").first.is_visible()
    assert page.locator("svg.plot").first.is_visible()
    assert not page.locator(".filter").first.is_visible()
    assert overflow(page) <= 0
    assert page.pdf(format="A4").startswith(b"%PDF")
