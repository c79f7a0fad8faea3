"""How much is still answered where a share of the given answers is to be right."""

import numpy as np
import pytest

from eval.columns import columns
from eval.confidence_measures import above_threshold, threshold
from eval.figures import confidence_lines
from eval.outcome import Outcome
from eval.significance import Figure


def figures(confidences: list[float], right: list[bool]) -> dict[str, Figure]:
    rows = [
        Outcome(str(at), confidence=sure, right=good).plain()
        for at, (sure, good) in enumerate(zip(confidences, right, strict=True))
    ]
    return {line.name: line.figure for line in confidence_lines(columns(rows))}


def test_the_threshold_is_the_least_one_that_keeps_the_share() -> None:
    sure, right = [0.9, 0.8, 0.7, 0.6, 0.5], [True, True, False, True, False]
    # From 0.6 on three of four are right; from 0.5 on three of five.
    assert threshold(sure, right, 0.75) == 0.6
    assert threshold(sure, right, 0.76) == 0.8
    assert threshold(sure, right, 0.6) == 0.5


def test_answers_of_one_confidence_are_given_together_or_not_at_all() -> None:
    assert threshold([0.9, 0.5, 0.5], [True, True, False], 1.0) == 0.9
    assert threshold([0.5, 0.5], [True, False], 1.0) is None


def test_nothing_is_answered_where_no_confidence_is_enough() -> None:
    found = figures([0.9] * 10, [False] * 10)
    assert found["threshold at 95 %"].value is None
    assert found["right at 95 %"].value is None
    assert found["answered at 95 %"].value == 0


def test_a_confidence_that_parts_right_from_wrong_keeps_every_right_answer() -> None:
    right = [at % 4 != 0 for at in range(100)]
    found = figures([0.9 if good else 0.1 for good in right], right)
    assert found["threshold at 95 %"].value == 0.9
    assert (found["right at 95 %"].value, found["answered at 95 %"].value) == (1, 0.75)


def test_a_confidence_that_says_nothing_keeps_nothing() -> None:
    generator = np.random.default_rng(7)
    sure, right = generator.random(400), (generator.random(400) < 0.5).astype(float)
    assert above_threshold(sure, right).mean() < 0.05


def test_an_answer_has_no_say_in_its_own_threshold() -> None:
    # The one wrong answer among the surest is in the first of five parts: only it would keep its own part silent.
    sure, right = np.full(25, 0.9), np.ones(25)
    right[[0, 5]] = 0
    given = above_threshold(sure, right, 0.95)
    assert given[::5].all()
    assert not given[1::5].any()
    assert threshold(sure, right, 0.95) is None


def test_the_share_that_was_aimed_at_is_kept_on_answers_that_were_not_seen() -> None:
    generator = np.random.default_rng(7)
    sure = generator.random(40_000)
    right = (generator.random(40_000) < sure).astype(float)
    given = above_threshold(sure, right, 0.8)
    assert right[given].mean() == pytest.approx(0.8, abs=0.02)
    # Those above t are right on (1 + t) / 2 of the mean: t is 0.6, and 0.4 of the answers are above it.
    assert given.mean() == pytest.approx(0.4, abs=0.03)
