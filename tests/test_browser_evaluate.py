"""The tab "Evaluate" in a real browser, over an index with small fakes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.chat.library import Library
from bot.chat.serving import Terms
from eval.evaluate_tab import EvaluateTab
from tests.chat_serving import GRADIO_WARNS, indexed, opened, serving
from tests.chat_visitor import PHONE, Visitor

TOWN = "Ann Lee said: “The old bridge is safe.”\nBob Ray said: “The mill is sold.”\n"

pytestmark = [pytest.mark.browser, GRADIO_WARNS]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an index, and a question set of which one question will be answered otherwise."""
    place = tmp_path_factory.mktemp("evaluate")
    start = TOWN.index("The old")
    gold = {"document": "town.txt", "start": start, "end": start + 23, "text": "The old bridge is safe."}
    right = {
        "id": "1",
        "question": "What did Ann Lee say?",
        "kind": "speaker",
        "gold": [{**gold, "speaker": "Ann Lee"}],
    }
    wrong = {"id": "2", "question": "What did Bob Ray say?", "kind": "unanswerable"}
    (place / "mine.jsonl").write_text(f"{json.dumps(right)}\n{json.dumps(wrong)}\n")
    with indexed(place, {"town.txt": TOWN}), pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.load", opened)
        yield place


@pytest.fixture
def address(place: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the page, on the terms that a test names."""
    terms = Terms(**getattr(request, "param", {}))
    with serving(Library(place / "index", opened), terms, {"Evaluate": EvaluateTab}) as address:
        yield address


def evaluate(visitor: Visitor, question_set: Path) -> Any:
    """Bring a set, run it, and return the frame with its results."""
    visitor.open("Evaluate")
    if not visitor.page.locator("#evaluate-brought").is_visible():
        visitor.page.get_by_role("button", name="Bring files").click()
        visitor.page.locator("#evaluate-brought input[type=file]").set_input_files(question_set)
    visitor.page.locator("#evaluate-brought .file-preview").wait_for()
    visitor.page.evaluate("document.querySelector('#evaluate-found iframe')?.remove()")  # an earlier run's
    visitor.page.locator("#evaluate-start").click()
    visitor.found("#evaluate-found iframe")
    visitor.page.locator("#evaluate-told progress").wait_for(state="detached")
    return visitor.page.frame_locator("#evaluate-found iframe")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_set_is_run_and_its_failure_is_read_with_its_answer(
    browser: Any, address: str, place: Path, scheme: str
) -> None:
    somebody = Visitor(browser, address, color_scheme=scheme)
    shown = evaluate(somebody, place / "mine.jsonl")
    assert "0.500" in shown.get_by_role("row", name="correct all gold quotes").inner_text()
    failures = shown.locator(".failures article")
    assert failures.count() == 1
    assert "What did Bob Ray say?" in str(failures.text_content())
    assert "Bob Ray said: “The mill is sold.”" in str(failures.text_content())
    assert somebody.axe() == []
    assert somebody.errors == []
    frame = somebody.page.locator("#evaluate-found iframe").element_handle().content_frame()
    tall = frame.evaluate("document.body.scrollHeight")
    assert somebody.page.locator("#evaluate-found iframe").bounding_box()["height"] == tall
    somebody.profile.close()


def test_a_run_is_kept_and_compared_with(browser: Any, address: str, place: Path, tmp_path: Path) -> None:
    somebody = Visitor(browser, address)
    evaluate(somebody, place / "mine.jsonl")
    with somebody.page.expect_download() as download:
        somebody.page.locator("#evaluate-run").click()
    download.value.save_as(tmp_path / "run.json")
    assert json.loads((tmp_path / "run.json").read_bytes())["cases"] == 2
    somebody.page.locator("#evaluate-against input").click()
    somebody.page.get_by_role("option", name="1: mine").click()
    shown = evaluate(somebody, place / "mine.jsonl")
    shown.get_by_role("cell", name="correct, gain", exact=True).wait_for()
    assert somebody.errors == []
    somebody.profile.close()


@pytest.mark.parametrize("address", [{"read_only": True}], indirect=True)
def test_a_page_to_read_only_takes_no_files(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address, **PHONE)
    somebody.open("Evaluate")
    assert somebody.page.locator("#evaluate-start").is_visible()
    assert somebody.page.locator("#evaluate-tab input[type=file]").count() == 0
    assert somebody.overflow() <= 0
    somebody.profile.close()


@pytest.mark.parametrize("address", [{"host": "0.0.0.0"}], indirect=True)  # noqa: S104 - what strangers would see
def test_strangers_cannot_set_this_machine_to_work(browser: Any, address: str) -> None:
    somebody = Visitor(browser, address.replace("0.0.0.0", "127.0.0.1"))  # noqa: S104 - as above
    assert somebody.page.get_by_role("tab", name="Sources").is_visible()
    assert somebody.page.get_by_role("tab", name="Evaluate").count() == 0
    somebody.profile.close()
