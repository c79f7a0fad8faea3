"""Sets of speakers, of quotations to check, of claims over sources: from a row to what comes of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.claims.check import Check
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from bot.verdict import Verdict
from eval.columns import columns
from eval.errors import CaseError
from eval.kinds import checks, speakers
from eval.kinds.claims import sourced
from index import Document, Kind, Passage, Quotation, Span
from tests.eval_fakes import DOCUMENT, HURT, SAFE, TEXT, cite, stored

START = TEXT.index(SAFE)
SAID = {"id": "1", "text": TEXT, "start": START, "end": START + len(SAFE), "quote": SAFE, "speaker": "Ann Reed"}
GOLD = {"document": "bridge.txt", "start": START, "end": START + len(SAFE), "text": SAFE}


def write(folder: Path, *rows: object) -> Path:
    (folder / "set.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder / "set.jsonl"


def extracting(name: str | None, start: int = START) -> Any:
    def extract(document: Document) -> list[Quotation]:
        words = Passage(document, Span(start, start + len(SAFE)))
        return [Quotation((words,), None, None, name, Kind.DIRECT)]

    return extract


def spoken(tmp_path: Path, name: str | None, *, start: int = START, speaker: str | None = "Ann Reed") -> dict[str, Any]:
    (said,) = speakers.read_said(write(tmp_path, {**SAID, "speaker": speaker}))
    outcome = speakers.outcome(said, extracting(name, start))
    return {**outcome.scores, "right": outcome.right}


def test_a_quote_bears_the_right_name_another_or_none(tmp_path: Path) -> None:
    assert spoken(tmp_path, "Reed") == {
        "found": 1, "attribution": 1, "misattribution": 0, "narration kept": None, "right": True,
    }  # fmt: skip
    assert spoken(tmp_path, "Tom Hale")["misattribution"] == 1
    assert spoken(tmp_path, None) == {
        "found": 1, "attribution": 0, "misattribution": 0, "narration kept": None, "right": False,
    }  # fmt: skip
    assert spoken(tmp_path, "Reed", start=100)["found"] == 0


def test_what_nobody_says_is_given_to_nobody(tmp_path: Path) -> None:
    assert spoken(tmp_path, None, start=100, speaker=None)["narration kept"] == 1
    assert spoken(tmp_path, "Reed", speaker=None) == {
        "found": None, "attribution": None, "misattribution": 1, "narration kept": 0, "right": False,
    }  # fmt: skip


def test_an_extractor_that_raises_has_found_nobody_and_kept_nothing_apart(tmp_path: Path) -> None:
    def raising(_: Document) -> list[Quotation]:
        message = "out of paper"
        raise RuntimeError(message)

    somebody, nobody = speakers.read_said(write(tmp_path, SAID, {**SAID, "id": "2", "speaker": None}))
    outcomes = [speakers.outcome(one, raising) for one in (somebody, nobody)]
    found = {line.name: line.figure.value for line in speakers.lines(columns([one.plain() for one in outcomes]))}
    assert (found["found"], found["attribution"], found["narration kept"]) == (0, 0, 0)
    assert found["misattribution"] is None


def test_offsets_and_quote_must_agree(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"set\.jsonl:2: .*the text has 'the bridge is safe' there, not 'safe'"):
        list(speakers.read_said(write(tmp_path, SAID, {**SAID, "quote": "safe"})))


def test_a_quotation_is_right_when_the_right_thing_is_said_of_it(tmp_path: Path) -> None:
    row = {"id": "1", "words": SAFE, "speaker": "Ann Reed", "status": "exact", "gold": GOLD}
    (asked,) = checks.read_passed_on(write(tmp_path, row), stored)
    exact = QuoteCheck(SAFE, "Ann Reed", QuoteStatus.EXACT, (cite(SAFE, "Ann Reed"),))
    altered = QuoteCheck(SAFE, "Ann Reed", QuoteStatus.ALTERED, (cite(HURT, "Ann Reed"),))
    right, wrong = (checks.outcome(asked, lambda *_, one=one: one) for one in (exact, altered))
    assert (right.right, right.scores["place found"]) == (True, 1)
    assert right.slices["document"] == "bridge.txt"
    assert (wrong.right, wrong.scores["place found"], wrong.labels) == (False, 0, ("exact", "altered"))
    found = {line.name: line.figure.value for line in checks.lines(columns([right.plain(), wrong.plain()]))}
    assert (found["status right"], found["recall, exact"], found["recall, altered"]) == (0.5, 0.5, None)


def test_a_checker_that_raises_has_failed_that_quotation(tmp_path: Path) -> None:
    (asked,) = checks.read_passed_on(write(tmp_path, {"words": SAFE, "status": "exact"}))

    def raising(*_: object) -> QuoteCheck:
        message = "out of paper"
        raise RuntimeError(message)

    outcome = checks.outcome(asked, raising)
    assert outcome.error == "RuntimeError: out of paper"
    assert outcome.right is False


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"words": SAFE, "status": "odd"}, "'odd' is not a valid QuoteStatus"),
        ({"words": " ", "status": "exact"}, "words must be text"),
        ({"words": SAFE, "status": "exact", "gold": {**GOLD, "text": "the bridge is shut"}}, "bridge.txt has"),
    ],
)
def test_what_is_wrong_with_a_quotation_is_said_with_its_line(
    tmp_path: Path, row: dict[str, object], complaint: str
) -> None:
    with pytest.raises(CaseError, match=rf"set\.jsonl:1: .*{complaint}"):
        list(checks.read_passed_on(write(tmp_path, row), stored))


def test_a_claim_over_sources_is_right_by_its_verdict_and_hits_by_its_evidence(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "1", "claim": "It is safe", "label": "conflicting", "gold": [GOLD]})
    (claim,) = sourced.read_claims(path, stored)
    silent = Check("It is safe", Verdict.NOT_ENOUGH_EVIDENCE, 0.9)
    outcome = sourced.outcome(claim, lambda _: silent)
    assert (outcome.right, outcome.scores["citation hit"], outcome.slices["document"]) == (False, 0, "bridge.txt")
    found = {line.name: line.figure.value for line in sourced.lines(columns([outcome.plain()]))}
    assert (found["accuracy"], found["recall, conflicting"]) == (0, 0)
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*label"):
        list(sourced.read_claims(write(tmp_path, {"claim": "x", "label": "maybe"})))


def test_gold_evidence_is_compared_with_the_documents(tmp_path: Path) -> None:
    wrong = {**GOLD, "text": "the bridge is shut"}
    path = write(tmp_path, {"claim": "It is safe", "label": "supported", "gold": [wrong]})
    with pytest.raises(CaseError, match=r"set\.jsonl:1: bridge\.txt has 'the bridge is safe'"):
        list(sourced.read_claims(path, stored))
    assert DOCUMENT.text[START : START + len(SAFE)] == SAFE
