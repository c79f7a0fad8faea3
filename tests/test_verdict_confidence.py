import json
import math
from pathlib import Path

import numpy as np
import pytest

from bot.claims.verdict_confidence import FITTED, log_odds, verdict_confidence
from bot.training.verdict_confidence import Judged, fitted, judged
from bot.verdict import Verdict


@pytest.mark.parametrize("verdict", list(Verdict))
def test_stronger_evidence_never_makes_a_verdict_less_sure(verdict: Verdict) -> None:
    sure = [verdict_confidence(verdict, share / 20) for share in range(21)]

    assert sure == sorted(sure)
    assert 0 < sure[0] <= sure[-1] < 1


def test_the_fit_learns_how_often_a_verdict_is_right() -> None:
    chance = np.random.default_rng(4)
    given: list[Judged] = []
    for strength in chance.uniform(0.6, 0.98, 4000):
        right = chance.random() < strength - 0.3
        given.append((Verdict.SUPPORTED, verdict_confidence(Verdict.SUPPORTED, strength), bool(right)))

    intercept, slope = fitted(given)[Verdict.SUPPORTED]

    for strength in (0.65, 0.8, 0.95):
        sure = 1 / (1 + math.exp(-intercept - slope * log_odds(strength)))
        assert sure == pytest.approx(strength - 0.3, abs=0.06)


def test_a_verdict_that_was_hardly_met_keeps_its_line() -> None:
    given: list[Judged] = [(Verdict.REFUTED, 0.9, number % 2 == 0) for number in range(10)]

    assert fitted(given) == dict(FITTED)


def test_of_both_sides_only_what_is_called_conflicting_counts(tmp_path: Path) -> None:
    rows = [
        {"labels": ["conflicting", "supported"], "confidence": 0.8, "right": False, "case": "both", "error": None},
        {"labels": ["conflicting", "conflicting"], "confidence": 0.7, "right": True, "case": "both", "error": None},
        {"labels": ["supported", "supported"], "confidence": 0.9, "right": True, "case": "present", "error": None},
        {"labels": ["refuted", "conflicting"], "confidence": None, "right": False, "case": "alone", "error": None},
        {
            "labels": ["supported", "supported"],
            "confidence": None,
            "right": False,
            "case": "present",
            "error": "it broke",
        },
    ]
    run = tmp_path / "run.json"
    run.write_text(json.dumps({"rows": rows}), encoding="utf-8")

    assert list(judged(run)) == [(Verdict.CONFLICTING, 0.7, True), (Verdict.SUPPORTED, 0.9, True)]
