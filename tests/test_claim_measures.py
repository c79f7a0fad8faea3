"""Figures over weighed claims, worked by hand."""

import numpy as np
import pytest

from bot.verdict import Verdict
from eval.claim_measures import Pair, accuracy, balanced_accuracy, counts, folded, forced, macro_f1, recall

S, R, N = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE
# Gold S: 3 of 4 right. Gold R: 1 of 2. Gold N: 0 of 1.
PAIRS: list[Pair] = [(S, S), (S, S), (S, S), (S, R), (R, R), (R, N), (N, S)]


def sums(pairs: list[Pair]) -> np.ndarray:
    return np.array(counts(pairs))


def test_a_rare_label_counts_as_much_as_a_common_one() -> None:
    assert [recall(verdict)(sums(PAIRS)) for verdict in (S, R, N)] == [0.75, 0.5, 0.0]
    assert recall(Verdict.CONFLICTING)(sums(PAIRS)) is None
    assert accuracy(sums(PAIRS)) == pytest.approx(4 / 7)
    assert balanced_accuracy(sums(PAIRS)) == pytest.approx((0.75 + 0.5 + 0.0) / 3)


def test_f1_is_of_each_label_and_then_their_mean() -> None:
    # S: 2 * 3 / (4 gold + 4 given), R: 2 * 1 / (2 + 2), N: 0
    assert macro_f1(sums(PAIRS)) == pytest.approx((0.75 + 0.5 + 0.0) / 3)


def test_counts_of_several_documents_add_up() -> None:
    assert np.array_equal(sums(PAIRS[:3]) + sums(PAIRS[3:]), sums(PAIRS))


def test_what_is_not_supported_can_be_taken_for_one_label() -> None:
    # not supported: 2 of 3 right
    pairs: list[Pair] = [(folded(gold), given and folded(given)) for gold, given in PAIRS]
    assert balanced_accuracy(sums(pairs)) == pytest.approx((0.75 + 2 / 3) / 2)


def test_a_set_of_two_labels_forces_a_choice() -> None:
    assert forced({S: 0.2, R: 0.1, N: 0.7}, (S, R)) is S


def test_one_verdict_for_everything_is_no_better_than_chance() -> None:
    assert balanced_accuracy(sums([(gold, S) for gold, _ in PAIRS])) == pytest.approx(1 / 3)


def test_no_pairs_have_no_figure() -> None:
    assert balanced_accuracy(sums([])) is None
    assert macro_f1(sums([])) is None
