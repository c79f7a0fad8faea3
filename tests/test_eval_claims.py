"""Sets of claims with evidence: told by their rows, weighed, and what comes of it."""

import json
from pathlib import Path

import pytest

from bot.verdict import Verdict
from bot.weighing.judging import Weighing, weighing
from eval.columns import columns
from eval.errors import CaseError
from eval.kinds import kind_of
from eval.kinds.claims.evidence_texts import named
from eval.kinds.claims.figures import lines
from eval.kinds.claims.given_rows import Given, read_given
from eval.kinds.claims.open_cases import Claimed, claimed, open_cases, texts
from eval.kinds.claims.weighing import Weigh, by_overlap, weigh
from eval.outcome import Outcome

S, R, N = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE


def hesitant(_claim: str, _evidence: str) -> Weighing:
    """Says "neither", and of the other two supported before refuted."""
    return weighing((0.3, 0.2, 0.5))


def weighed(path: Path, weigh_one: Weigh = hesitant) -> list[Outcome]:
    given = list(read_given(path))
    return [weigh(one, weigh_one, frozenset(other.gold for other in given)) for one in given]


def written(folder: Path, *labels: str) -> Path:
    path = folder / "claims.jsonl"
    found = [
        {"claim": f"Claim {number}.", "evidence": f"Text {number // 2}.", "label": label}
        for number, label in enumerate(labels)
    ]
    path.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    return path


def test_a_set_of_claims_is_told_by_its_rows(tmp_path: Path) -> None:
    assert kind_of(written(tmp_path, "supported")).name == "claims"


def test_an_unknown_label_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"claims\.jsonl:2.*'maybe'"):
        list(read_given(written(tmp_path, "supported", "maybe")))


def test_a_set_without_nei_takes_the_likelier_of_the_others(tmp_path: Path) -> None:
    assert [one.labels for one in weighed(written(tmp_path, "supported", "refuted"))] == [(S, S), (R, S)]


def test_a_set_without_refuted_knows_supported_or_not(tmp_path: Path) -> None:
    found = weighed(written(tmp_path, "supported", "nei"), lambda *_: weighing((0.2, 0.7, 0.1)))
    assert [one.labels for one in found] == [(S, N), (N, N)]


def test_the_figures_are_those_of_the_set(tmp_path: Path) -> None:
    outcomes = weighed(written(tmp_path, "supported", "refuted", "nei", "nei"))
    found = {line.name: line.figure for line in lines(columns([one.plain() for one in outcomes]))}
    assert found["balanced accuracy"].value == pytest.approx(1 / 3)
    assert found["recall, not_enough_evidence"].value == 1
    assert found["supported or not"].value == 0.5
    assert found["accuracy"].value == 0.5
    assert found["recall, not_enough_evidence"].applicable == 2
    low, high = found["balanced accuracy"].low, found["balanced accuracy"].high
    assert low is not None
    assert high is not None
    assert low < high
    assert [one.scores["accuracy"] for one in outcomes] == [0, 0, 1, 1]


def test_a_verifier_that_raises_has_failed_that_claim(tmp_path: Path) -> None:
    nothing: dict[str, Weighing] = {}
    first, _ = weighed(written(tmp_path, "supported", "nei"), lambda claim, _: nothing[claim])
    assert first.labels == (S, "raised")
    assert first.error is not None
    assert first.right is False


def test_the_sources_of_a_case_are_all_texts_but_what_is_left_out_and_what_is_added() -> None:
    cases = open_cases([Claimed("It is so.", {"against": R}, akin={"against", "longer"})])
    every = {"against", "longer", "other"}
    found = {case.case.value: case.sources(every) for case in cases}
    assert found == {"alone": {"against"}, "present": every, "removed": {"other"}, "both": {*every, named("It is so.")}}


def test_what_holds_the_evidence_whole_is_evidence_and_what_has_a_sentence_of_it_is_left_out_with_it() -> None:
    opened, dear = "The bridge was opened in May 1931 at Oslo.", "It cost five times what had been planned for it."
    whole, part, other = (
        f"{opened} {dear}  It is RED.",
        f"{opened} It stands.",
        "A ferry sank off the coast in 1912 too.",
    )
    given = [Given("It is so.", f"{opened} {dear}", S), Given("No.", whole, N), Given("Red.", part, R)]
    first, second, third = claimed([*given, Given("Red.", other, N)])
    ours, longer, parted, apart = map(named, (f"{opened} {dear}", whole, part, other))
    assert first.evidence == {ours: S, longer: S}
    assert first.akin == second.akin == {ours, longer, parted}
    assert second.evidence == {longer: N}
    assert third.evidence == {parted: R, apart: N}


def test_a_text_that_holds_evidence_for_and_against_is_of_both_sides() -> None:
    given = [Given("A.", "It is so now.", S), Given("A.", "It is not.", R), Given("B.", "It is so now. It is not.", N)]
    first, _ = claimed(given)
    assert first.evidence[named("It is so now. It is not.")] is Verdict.CONFLICTING


def test_short_sentences_and_parts_of_words_are_no_evidence_of_others() -> None:
    first, _ = claimed([Given("A.", "She said so.", S), Given("B.", "She said so. The shed is red.", S)])
    assert first.akin == {named("She said so.")}
    assert named("She said so. The shed is red.") in first.evidence
    third, _ = claimed([Given("A.", "an art", S), Given("B.", "An artist.", S)])
    assert third.evidence == {named("an art"): S}


def test_texts_of_a_set_are_given_once_with_the_claims_that_are_added() -> None:
    given = [Given("It is so.", "It is.", S), Given("It is not.", "It is.", R), Given("Who knows?", " ", N)]
    added = {named("It is not.")}
    assert [one["text"] for one in texts(given, added)] == ["It is.", "It is not."]


def test_the_baseline_looks_at_words_numbers_and_negation() -> None:
    evidence = "The road to Oslo is 5 km long."
    pairs = [("The road is 5 km long.", evidence), ("The road is 7 km long.", evidence), ("Cats sleep.", evidence)]
    assert [by_overlap(*pair).verdict for pair in pairs] == [S, R, N]
