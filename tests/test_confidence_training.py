"""The threshold from which a stated share of answers is right."""

import random

from bot.training.confidence_fit import least_confidence


def test_the_threshold_lets_through_as_many_as_the_share_allows() -> None:
    given = [(1 - number / 1000, number < 500) for number in range(1000)]  # the first 500 are right, the rest wrong

    strict, loose = least_confidence(given, 0.95), least_confidence(given, 0.7)

    assert strict is not None
    assert loose is not None
    assert 0.55 > strict > loose
    assert sum(right for sure, right in given if sure >= strict) >= 0.95 * sum(sure >= strict for sure, _ in given)


def test_no_threshold_is_found_where_too_many_are_wrong() -> None:
    assert least_confidence([(1 - number / 1000, number % 2 == 0) for number in range(1000)], 0.7) is None


def test_the_share_holds_for_new_answers_nine_times_out_of_ten() -> None:
    chance = random.Random(3)  # noqa: S311 - a sample, no secret

    def drawn(count: int) -> list[tuple[float, bool]]:
        sure = [chance.random() for _ in range(count)]
        return [(one, chance.random() < 0.5 + one / 2) for one in sure]

    held = 0
    for _ in range(60):
        least = least_confidence(drawn(600), 0.85)
        new = [right for sure, right in drawn(4000) if least is not None and sure >= least]
        held += not new or sum(new) / len(new) >= 0.85
    assert held >= 50
