"""A check as a file to hand on, and that file against an index."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.checker import FactChecker
from bot.citation import Stance, Statement
from bot.claims.check import Check
from bot.showing.evidence_pack import evidence_pack
from bot.showing.made_with import made_with
from bot.verdict import Verdict
from index.builder import load, update
from index.errors import SourceError
from index.pack_verification import State, verify_pack
from index.reranking import CrossEncoder
from tests.chat_fakes import HOSTILE, citation
from tests.conftest import FAKE
from tests.html_reader import Reader
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]
TOWN = "Ann Lee said: the bridge is safe\nBob Ray said: the bridge is not safe\nThe end\u200b.\n"


@pytest.fixture
def checker(write: Write, tmp_path: Path) -> FactChecker:
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


@pytest.fixture
def pack(checker: FactChecker, tmp_path: Path) -> Path:
    path = tmp_path / "pack.html"
    path.write_bytes(checker.pack(checker.check("The bridge is safe"), date(2026, 3, 1)).encode())
    return path


def states(pack: Path, folder: Path) -> list[State]:
    return [quote.state for quote in verify_pack(pack, folder).quotes]


def test_a_pack_shows_both_sides_in_their_places_with_digests_and_settings(checker: FactChecker, pack: Path) -> None:
    page = Reader(pack.read_bytes().decode().replace("<!doctype html>", ""))
    digest = load(checker.sources.folder).document("town.txt").digest

    assert [found["data-number"] for tag, found in page.tags if tag == "mark"] == ["1", "2"]
    assert "Ann Lee said: the bridge is safe" in page.text
    assert page.text.count(digest) >= 2
    assert "characters 14–32" in page.text
    assert "claim_passages" in page.text
    assert "1 March 2026" in page.text


def test_a_pack_needs_nothing_from_outside_and_runs_nothing(pack: Path) -> None:
    page = Reader(pack.read_bytes().decode().replace("<!doctype html>", ""))

    assert [found.get("type") for tag, found in page.tags if tag == "script"] == ["application/json"]
    assert not {"link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") or name == "src" for _, found in page.tags for name in found)


def test_what_a_document_holds_is_shown_and_never_becomes_markup() -> None:
    words = HOSTILE.text
    evidence = citation(1, HOSTILE, words, "<i>Eve</i>", stance=Stance.SUPPORTS)
    check = Check("</script><script>alert(1)", Verdict.SUPPORTED, 0.9, (Statement(words, (evidence,)),))

    html = evidence_pack(check, {"<b>": "</script>"})
    page = Reader(html.replace("<!doctype html>", ""))
    (script,) = [found for tag, found in page.tags if tag == "script"]

    assert script["type"] == "application/json"
    assert page.links() == []
    assert not any(name.startswith("on") for _, found in page.tags for name in found)
    assert json.loads(html.split('id="evidence-pack">')[1].split("</script>")[0])["check"]["claim"] == check.claim


def test_all_quotes_hold_in_the_index_that_they_are_from(checker: FactChecker, pack: Path) -> None:
    report = verify_pack(pack, checker.sources.folder)

    assert (report.claim, report.verdict) == ("The bridge is safe", "conflicting")
    assert [quote.state for quote in report.quotes] == [State.HOLDS, State.HOLDS]


def test_a_document_that_changed_is_told_quote_by_quote(write: Write, pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    update([write("town.txt", TOWN.replace("not safe", "red"))], folder)
    assert states(pack, folder) == [State.STANDS, State.CHANGED]

    update([write("other.txt", "Nothing of it.")], tmp_path / "elsewhere", settings=FAKE)
    assert states(pack, tmp_path / "elsewhere") == [State.GONE, State.GONE]


def test_a_pack_that_was_tampered_with_is_false(checker: FactChecker, pack: Path) -> None:
    html = pack.read_bytes().decode()
    shown, told = html.split("<script", 1)

    pack.write_bytes(f"{shown.replace('the bridge is safe</mark>', 'the bridge is old</mark>')}<script{told}".encode())
    assert states(pack, checker.sources.folder) == [State.FALSE, State.HOLDS]

    pack.write_bytes(html.replace("the bridge is safe", "the bridge is old").encode())
    assert states(pack, checker.sources.folder) == [State.FALSE, State.HOLDS]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("<bdi>Ann Lee</bdi>", "<bdi>Bob Ray</bdi>"),
        ("Conflicting: Ann Lee says so, Bob Ray says otherwise.</p>", "Supported by 12 sources.</p>"),
        ("<h1><bdi>The bridge is safe", "<h1><bdi>The bridge is old"),
        ('"verdict": "conflicting"', '"verdict": "supported"'),
        ("Ann Lee said: ", "Bob Ray said: "),
        (".verdict {", ".verdict { display: none;"),
        ("</main>", "<p>All sources agree.</p></main>"),
    ],
)
def test_whatever_is_changed_in_a_pack_is_told(checker: FactChecker, pack: Path, true: str, false: str) -> None:
    html = pack.read_bytes().decode()
    assert true in html
    assert verify_pack(pack, checker.sources.folder).unchanged

    pack.write_bytes(html.replace(true, false, 1).encode())
    assert not verify_pack(pack, checker.sources.folder).unchanged


def test_a_pack_without_its_seal_is_changed(checker: FactChecker, pack: Path) -> None:
    html = re.sub(r"<meta name=.onrecord-seal[^>]*>", "", pack.read_bytes().decode())
    pack.write_bytes(html.encode())

    assert not verify_pack(pack, checker.sources.folder).unchanged


def test_a_pack_names_every_model_that_decided(checker: FactChecker) -> None:
    finder = checker.checking.finder
    fake = made_with(checker.sources.manifest, finder)
    real = made_with(checker.sources.manifest, replace(finder, sources=load(finder.sources.folder, CrossEncoder())))

    assert (fake["judge"], fake["reranker"]) == ("words", "OverlapReranker")
    assert len(real["reranker"]) == 64


@pytest.mark.model
def test_a_text_is_packed_with_a_table_and_the_quotes_of_each_claim_and_quotation(
    checker: FactChecker, tmp_path: Path
) -> None:
    text = 'Ann Lee said that the bridge is safe. Bob Ray said: "The bridge is very safe." Only 3 <b> came in May.'
    path = tmp_path / "text.html"
    path.write_bytes(checker.pack(checker.check_text(text), date(2026, 3, 1)).encode())
    page = Reader(path.read_bytes().decode().replace("<!doctype html>", ""))
    report = verify_pack(path, checker.sources.folder)

    marks = [found["data-number"] for tag, found in page.tags if tag == "mark"]
    assert sum(tag == "tr" for tag, _ in page.tags) == 1 + 3
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert [quote.number for quote in report.quotes] == list(range(1, len(marks) + 1))
    assert {quote.state for quote in report.quotes} == {State.HOLDS}
    assert report.unchanged
    assert "1 supported" in report.verdict
    assert "The bridge is very safe." in page.text

    plain = json.loads(path.read_text(encoding="utf-8").split('id="evidence-pack">')[1].split("</script>")[0])
    cited = {quote["number"]: quote["text"] for claim in plain["text"]["claims"] for quote in claim["citations"]}
    assert cited
    assert cited.items() <= {quote["number"]: quote["text"] for quote in plain["quotes"]}.items()


def test_a_character_that_cannot_be_seen_is_read_back_from_its_label(checker: FactChecker, tmp_path: Path) -> None:
    document = checker.sources.document("town.txt")
    evidence = citation(1, document, "The end\u200b.", stance=Stance.SUPPORTS)
    check = Check("The end", Verdict.SUPPORTED, 0.9, (Statement("The end", (evidence,)),))
    path = tmp_path / "unseen.html"
    path.write_bytes(evidence_pack(check, {}).encode())

    assert states(path, checker.sources.folder) == [State.HOLDS]


@pytest.mark.parametrize(
    "content", ["", "<html>", '<script id="evidence-pack">{}</script>', '<script id="evidence-pack">[', b"\xff"]
)
def test_another_file_is_no_pack(write: Write, checker: FactChecker, content: str | bytes) -> None:
    with pytest.raises(SourceError, match="no evidence pack"):
        verify_pack(write("x.html", content), checker.sources.folder)
