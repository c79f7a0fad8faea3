import numpy as np
import pytest

from eval.significance import estimate, estimate_difference, estimate_pooled, f1, mean, percentile, share


def test_the_same_values_give_the_same_interval() -> None:
    assert estimate([0, 1, 1, 0.5]) == estimate([0, 1, 1, 0.5])


def test_equal_values_leave_no_doubt() -> None:
    figure = estimate([1.0, 1.0, None, 1.0])
    assert (figure.value, figure.low, figure.high, figure.applicable) == (1, 1, 1, 3)


def test_no_values_give_no_figure() -> None:
    figure = estimate([None, None])
    assert (figure.value, figure.low, figure.high, figure.applicable) == (None, None, None, 0)


def test_the_interval_of_a_share_is_about_two_standard_errors_either_side() -> None:
    # 80 of 100: the standard error is sqrt(0.8 * 0.2 / 100) = 0.04.
    figure = estimate([1.0] * 80 + [0.0] * 20)
    assert figure.value == 0.8
    assert figure.low == pytest.approx(0.8 - 1.96 * 0.04, abs=0.015)
    assert figure.high == pytest.approx(0.8 + 1.96 * 0.04, abs=0.015)


def test_any_statistic_can_be_estimated() -> None:
    figure = estimate([float(number) for number in range(1, 101)], percentile(50))
    assert figure.value == 50.5
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low < 50.5 < figure.high


def test_pairing_cancels_what_is_hard_for_both_runs() -> None:
    before = [0.0, 1.0] * 20
    after = [value * 0.9 + 0.1 for value in before]
    gain = estimate_difference(before, after)
    assert gain.value == pytest.approx(0.05)
    assert gain.low is not None
    assert gain.low > 0
    spread = estimate(after)
    assert gain.high is not None
    assert spread.high is not None
    assert spread.low is not None
    assert gain.high - gain.low < (spread.high - spread.low) / 5


def test_a_run_gains_nothing_over_itself() -> None:
    gain = estimate_difference([0.2, None, 1.0], [0.2, None, 1.0])
    assert (gain.value, gain.low, gain.high, gain.applicable) == (0, 0, 0, 2)


def test_a_measure_may_apply_to_other_cases_in_the_other_run() -> None:
    # The mean goes from 0.5 over two cases to 1 over two cases; one case has both values.
    gain = estimate_difference([0.0, 1.0, None], [None, 1.0, 1.0])
    assert gain.value == 0.5
    assert gain.applicable == 1


def test_what_never_applies_has_no_gain() -> None:
    gain = estimate_difference([None, None], [1.0, 1.0])
    assert (gain.value, gain.low, gain.high) == (None, None, None)
    assert estimate_difference([], []).value is None


def test_runs_of_different_length_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="cannot be paired"):
        estimate_difference([1.0], [1.0, 0.0])


def test_mean_and_percentile_are_of_each_row() -> None:
    values = np.array([[1.0, 3.0], [5.0, 5.0]])
    assert (mean(values).tolist(), percentile(50)(values).tolist()) == ([2.0, 5.0], [2.0, 5.0])


def test_figures_are_plain_numbers() -> None:
    for figure in (
        estimate([0.0, 1.0]),
        estimate_difference([0.0, 1.0], [1.0, 1.0]),
        estimate_pooled([[1, 2]], share, 2),
    ):
        assert {type(figure.value), type(figure.low), type(figure.high)} == {float}


def test_draws_that_are_computed_together_are_those_that_are_computed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [0.0, 1.0, 1.0, None, 0.5]
    together = estimate(values), estimate_difference(values, values[::-1])
    monkeypatch.setattr("eval.significance._AT_ONCE", 1)
    assert (estimate(values), estimate_difference(values, values[::-1])) == together


def test_pooled_counts_are_summed_before_they_are_divided() -> None:
    # One article with one right of one, one with none of three: 1 of 4, and not the mean of 1 and 0.
    figure = estimate_pooled([[1, 1], [0, 3]], share, 4)
    assert (figure.value, figure.low, figure.high, figure.applicable) == (0.25, 0, 1, 4)


def test_articles_are_drawn_whole_so_many_quotations_of_one_article_say_little() -> None:
    scattered = estimate_pooled([[number % 2, 1] for number in range(100)], share, 100)
    lumped = estimate_pooled([[25, 25], [25, 25], [0, 25], [0, 25]], share, 100)
    assert scattered.value == lumped.value == 0.5
    assert scattered.low is not None
    assert lumped.low is not None
    assert lumped.low < scattered.low


def test_f1_is_nothing_where_all_is_nothing_and_zero_where_nothing_is_right() -> None:
    assert f1(np.array([0.0, 0, 0, 0])) is None
    assert f1(np.array([0.0, 5, 0, 0])) == 0
    assert f1(np.array([2.0, 2, 2, 4])) == pytest.approx(2 / 3)
