"""Sets of claims with evidence: told by their rows, weighed, and what comes of it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.verdict import Verdict
from bot.weighing.judging import Weighing, weighing
from eval.errors import CaseError
from eval.kinds import kind_of
from eval.kinds.claims.figures import lines, rows, verdicts
from eval.kinds.claims.weighing import by_overlap, read_given, weigh
from eval.set_kind import unseen

S, R, N = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE


def hesitant(pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
    """Says "neither", and of the other two supported before refuted."""
    return [weighing((0.3, 0.2, 0.5)) for _ in pairs]


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
        read_given(written(tmp_path, "supported", "maybe"))


def test_a_set_without_nei_takes_the_likelier_of_the_others(tmp_path: Path) -> None:
    weighed, _ = weigh(read_given(written(tmp_path, "supported", "refuted")), hesitant, unseen)
    assert verdicts(weighed) == [(S, S), (R, S)]


def test_a_set_without_refuted_knows_supported_or_not(tmp_path: Path) -> None:
    def refuting(pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        return [weighing((0.2, 0.7, 0.1)) for _ in pairs]

    weighed, _ = weigh(read_given(written(tmp_path, "supported", "nei")), refuting, unseen)
    assert verdicts(weighed) == [(S, N), (N, N)]


def test_the_figures_are_those_of_the_set(tmp_path: Path) -> None:
    weighed, _ = weigh(read_given(written(tmp_path, "supported", "refuted", "nei", "nei")), hesitant, unseen)
    found = {line.name: line.figure for line in lines(weighed, 2.0)}
    assert found["balanced accuracy"].value == pytest.approx(1 / 3)
    assert found["recall, not_enough_evidence"].value == 1
    assert found["supported or not"].value == 0.5
    assert found["pairs a second"].value == 2
    low, high = found["balanced accuracy"].low, found["balanced accuracy"].high
    assert low is not None
    assert high is not None
    assert low < high
    assert [row["scores"]["accuracy"] for row in rows(weighed)] == [0, 0, 1, 1]


def test_the_baseline_looks_at_words_numbers_and_negation() -> None:
    evidence = "The road to Oslo is 5 km long."
    pairs = [("The road is 5 km long.", evidence), ("The road is 7 km long.", evidence), ("Cats sleep.", evidence)]
    assert [one.verdict for one in by_overlap(pairs)] == [S, R, N]
