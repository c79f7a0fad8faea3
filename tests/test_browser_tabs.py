"""Checks and sources on the page, in a real browser, over an index with small fakes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.library import Library
from bot.chat.serving import Terms
from tests.chat_fakes import HOSTILE
from tests.chat_serving import GRADIO_WARNS, indexed, opened, serving
from tests.chat_visitor import PHONE, Visitor

if TYPE_CHECKING:
    from bot.claims.check import Check

TOWN = (
    "Ann Lee said: “The old bridge is safe for every car.”\n"
    "Bob Ray said: “The old bridge is not safe for every car.”\n"
    "Ann Lee said: “We sent 1,000 painters to the old bridge.”\n"
)
HARBOUR = (
    '{"id": "harbour", "text": "Eve Hart said: “The harbour stays open.”", "date": "2025-03-01", "title": "Harbour"}'
)

pytestmark = [pytest.mark.browser, GRADIO_WARNS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("library")
    with indexed(place, {"town.txt": TOWN, "harbour.jsonl": HARBOUR}):
        yield place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(Library(folder / "index", opened), Terms(feedback=folder / "feedback")) as address:
        yield address


def check_claim(visitor: Visitor, claim: str, button: str = "#check-claim") -> Any:
    visitor.open("Check a claim")
    visitor.page.locator("#claim textarea").fill(claim)
    visitor.page.locator(button).click()
    return visitor.found("#claim-found :is(.check, .text-check)")


def check_quotation(visitor: Visitor, words: str, speaker: str = "") -> Any:
    visitor.open("Check a quotation")
    visitor.page.locator("#words textarea").fill(words)
    visitor.page.locator("#speaker :is(input, textarea)").fill(speaker)
    visitor.page.locator("#check-quotation").click()
    return visitor.found("#quotation-found .check")


def test_a_claim_has_its_verdict_first_and_both_sides_beside_each_other(visitor: Visitor) -> None:
    check = check_claim(visitor, "The old bridge is safe for every car")
    assert "conflicting" in str(check.get_attribute("class"))
    assert "Ann Lee says so, Bob Ray says otherwise" in check.locator(".verdict").inner_text()
    one, other = check.locator(".side").nth(0), check.locator(".side").nth(1)
    assert "The old bridge is safe" in one.inner_text()
    assert "The old bridge is not safe" in other.inner_text()
    assert one.bounding_box()["y"] == other.bounding_box()["y"]
    assert one.bounding_box()["x"] < other.bounding_box()["x"]


def test_a_check_is_saved_as_claim_review_and_as_evidence_pack(visitor: Visitor, tmp_path: Path) -> None:
    check_claim(visitor, "The old bridge is safe for every car")
    with visitor.page.expect_download() as review:
        visitor.page.get_by_role("button", name="Download ClaimReview").click()
    review.value.save_as(tmp_path / "review")
    assert json.loads((tmp_path / "review").read_bytes())["@type"] == "ClaimReview"
    with visitor.page.expect_download() as pack:
        visitor.page.get_by_role("button", name="Download evidence pack").click()
    pack.value.save_as(tmp_path / "pack")
    assert b"evidence_pack" in (tmp_path / "pack").read_bytes()


def test_evidence_is_read_in_its_source_and_stepped_through(visitor: Visitor) -> None:
    check_claim(visitor, "The old bridge is safe for every car").locator("button.place").first.click()
    assert "is safe" in visitor.mark().inner_text()
    assert visitor.page.locator(".source-view .count").inner_text() == "1 of 2"
    visitor.page.get_by_role("button", name="Next").click()
    visitor.page.get_by_text("2 of 2").wait_for()
    assert "is not safe" in visitor.mark().inner_text()
    assert visitor.page.locator("mark.other").count() == 1
    assert visitor.page.get_by_role("button", name="Next").is_disabled()


def test_a_quotation_is_laid_beside_the_source_word_by_word(visitor: Visitor) -> None:
    check = check_quotation(visitor, "We sent 2,000 painters to the old bridge", "Ann Lee")
    assert "Altered" in check.locator(".verdict").inner_text()
    assert check.locator(".words del").all_inner_texts() == ["2,000"]
    assert check.locator(".words ins").all_inner_texts() == ["1,000"]
    assert "number changed" in check.locator(".differences").inner_text()
    lines = "getComputedStyle(document.querySelector('.words {}')).textDecorationLine"
    assert visitor.page.evaluate(lines.format("del")) == "line-through"
    assert visitor.page.evaluate(lines.format("ins")) == "underline"


def test_a_quotation_of_somebody_else_is_told(visitor: Visitor) -> None:
    check = check_quotation(visitor, "We sent 1,000 painters to the old bridge", "Bob Ray")
    assert "Wrong speaker" in check.locator(".verdict").inner_text()


def test_what_cannot_be_checked_is_told(visitor: Visitor) -> None:
    visitor.open("Check a quotation")
    visitor.page.locator("#check-quotation").click()
    assert "give the words of a quotation" in visitor.found("#quotation-found [role=alert]").inner_text()


def test_a_pasted_text_is_checked_as_a_whole(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.checker import FactChecker
    from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
    from index import Document, Passage, Span

    def check_text(self: FactChecker, text: str) -> TextCheck:  # finding what is worth checking needs a model
        document = Document("text", text)
        whole = Passage(document, Span(0, len(text)))
        checks: tuple[Check, ...] = (self.check("Cats can fly over rivers"), self.check(text))
        return TextCheck(
            document,
            tuple(CheckedSentence(whole, check) for check in checks),
            (CheckedQuotation(whole, self.check_quote(text)),),
        )

    monkeypatch.setattr(FactChecker, "check_text", check_text)
    report = check_claim(visitor, "The old bridge is safe for every car", "#check-text")
    assert "Conflicting: 1" in report.locator(".counts").inner_text()
    assert "Not enough evidence: 1" in report.locator(".counts").inner_text()
    assert "Exact quotation: 1" in report.locator(".counts").inner_text()
    first = report.locator("details").first
    assert "Conflicting" in first.inner_text()
    assert first.locator("button.place").count() == 2
    assert not first.locator("button.place").first.is_visible()
    first.locator("summary").click()
    first.locator("button.place").first.click()
    visitor.mark()


def test_the_sources_are_listed_with_their_speakers_and_times(visitor: Visitor) -> None:
    visitor.open("Sources")
    documents = visitor.found("#documents table")
    assert "town.txt" in documents.inner_text()
    assert "1 March 2025" in documents.inner_text()
    speakers = visitor.page.locator("#speakers")
    assert "Ann Lee" in speakers.inner_text()
    assert speakers.locator("svg circle").count() == 1


def test_what_a_search_finds_is_read_in_its_source(visitor: Visitor) -> None:
    visitor.open("Sources")
    visitor.page.locator("#search :is(input, textarea)").fill("painters")
    visitor.page.locator("#search :is(input, textarea)").press("Enter")
    visitor.found("#hits button.place").click()
    assert "painters" in visitor.mark().inner_text()


def test_what_is_uploaded_can_be_asked_about_and_is_deleted_again(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_bytes("Dora Finn said: “The mill <b>will</b> be sold.”\n".encode())
    (tmp_path / "empty.txt").write_bytes(b"")
    told = visitor.upload(tmp_path / "mill.txt", tmp_path / "empty.txt")
    assert "1 document added" in told.inner_text()
    assert "empty.txt could not be read" in told.inner_text()
    visitor.open("Ask")
    answer = visitor.ask("What did Dora Finn say?")
    assert "The mill <b>will</b> be sold" in answer.inner_text()
    visitor.open("Sources")
    button = visitor.page.get_by_role("button", name="Delete mill.txt")
    button.click()
    button.click()
    button.wait_for(state="detached")
    visitor.open("Ask")
    assert "unanswered" in str(visitor.ask("What did Dora Finn say about the mill?").get_attribute("class"))


def test_private_uploads_are_their_visitors_alone_and_gone_when_the_page_is_closed(
    browser: Any, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "mill.txt").write_bytes("Dora Finn said: “The mill will be sold.”\n".encode())
    own = folder / "index-private"
    with serving(Library(folder / "index", opened, private=True), Terms()) as address:
        one, other = Visitor(browser, address), Visitor(browser, address)
        one.upload(tmp_path / "mill.txt")
        one.open("Ask")
        assert "The mill will be sold" in one.ask("What did Dora Finn say?").inner_text()
        assert "unanswered" in str(other.ask("What did Dora Finn say?").get_attribute("class"))
        assert len(list(own.iterdir())) == 1
        one.profile.close()
        for _ in range(200):
            if not list(own.iterdir()):
                break
            other.page.wait_for_timeout(100)
        other.profile.close()
    assert list(own.iterdir()) == []


def test_a_hostile_file_changes_nothing_on_the_tabs(visitor: Visitor, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    (tmp_path / name).write_bytes(f"Mallory said: “{HOSTILE.text}”\n".encode())
    visitor.upload(tmp_path / name)
    visitor.page.locator("#search :is(input, textarea)").fill("document.title owned")
    visitor.page.locator("#search :is(input, textarea)").press("Enter")
    visitor.found("#hits button.place").click()
    visitor.mark()
    check_claim(visitor, "Mallory said <script>document.title='owned'</script>")
    check_quotation(visitor, HOSTILE.text, "Mallory")
    assert visitor.page.locator("#talk :is(.check, .shelf, #hits) :is(script, img, code, i)").count() == 0
    assert visitor.page.title() == "Check a quotation · onrecord"


def test_a_judgement_on_an_answer_becomes_a_case(visitor: Visitor, folder: Path) -> None:
    from eval import load_cases

    answer = visitor.ask("What did Bob Ray say?")
    turn = visitor.page.locator(".turn").last
    turn.get_by_role("button", name="Right").click()
    turn.get_by_role("textbox", name="Comment").fill("as in the minutes")
    turn.get_by_role("button", name="Send").click()
    visitor.page.get_by_text("Thank you.").wait_for()
    del answer
    kept = folder / "feedback" / "feedback.jsonl"
    for _ in range(50):
        if kept.exists() and len(kept.read_bytes().splitlines()) == 2:
            break
        visitor.page.wait_for_timeout(100)
    assert json.loads(kept.read_bytes().splitlines()[-1])["comment"] == "as in the minutes"
    (case,) = load_cases(folder / "feedback" / "questions.jsonl", opened(folder / "index").sources.document)
    assert case.question == "What did Bob Ray say?"
    assert [gold.speaker for gold in case.gold] == ["Bob Ray"]


def test_a_link_asks_its_question(browser: Any, address: str) -> None:
    somebody = Visitor(browser, f"{address}?q=What+did+Bob+Ray+say%3F")
    assert "not safe" in somebody.found(".answer").inner_text()
    assert somebody.page.title() == "What did Bob Ray say? · onrecord"
    somebody.profile.close()


def test_a_link_opens_its_quote(browser: Any, address: str) -> None:
    start = TOWN.index("1,000")
    somebody = Visitor(browser, f"{address}?doc=town.txt&quote={start}-{start + 14}")
    assert somebody.mark().inner_text() == "1,000 painters"
    somebody.profile.close()


def test_a_conversation_is_exported(visitor: Visitor, tmp_path: Path) -> None:
    visitor.ask("What did Bob Ray say?")
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name="Export conversation").click()
    download.value.save_as(tmp_path / "conversation.md")
    text = (tmp_path / "conversation.md").read_bytes().decode()
    assert text.startswith("## What did Bob Ray say?\n\nBob Ray said")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_tab_has_a_serious_finding_of_axe(browser: Any, address: str, scheme: str) -> None:
    somebody = Visitor(browser, address, color_scheme=scheme)
    somebody.ask("What did Bob Ray say?").locator("button.place").first.click()
    somebody.mark()
    assert somebody.axe() == []
    check_claim(somebody, "The old bridge is safe for every car")
    assert somebody.axe() == []
    check_quotation(somebody, "We sent 2,000 painters to the old bridge", "Ann Lee")
    assert somebody.axe() == []
    somebody.open("Sources")
    somebody.found("#documents table")
    assert somebody.axe() == []
    somebody.profile.close()


@pytest.mark.parametrize("tab", ["Check a claim", "Check a quotation", "Sources"])
def test_a_phone_needs_no_sideways_scroll_on_a_tab(browser: Any, address: str, tab: str) -> None:
    somebody = Visitor(browser, address, **PHONE)
    somebody.open(tab)
    if tab == "Check a claim":
        check_claim(somebody, "The old bridge is safe for every car")
    if tab == "Check a quotation":
        check_quotation(somebody, "We sent 2,000 painters to the old bridge", "Ann Lee")
    assert somebody.overflow() <= 0
    somebody.profile.close()
