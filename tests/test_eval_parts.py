import pytest

from eval.names import same_speaker
from eval.overlap import best_gold, is_hit, jaccard
from eval.short_answers import best_f1, exact_match, normalised
from index import Span
from tests.eval_fakes import BUILT, SAFE, TEXT, cite, gold


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(0, 10), Span(0, 10), 1),
        (Span(0, 10), Span(10, 20), 0),
        (Span(0, 10), Span(5, 15), 5 / 15),
        (Span(0, 10), Span(2, 4), 0.2),
    ],
)
def test_jaccard_is_common_characters_over_all_characters(one: Span, other: Span, expected: float) -> None:
    assert jaccard(one, other) == jaccard(other, one) == expected


def test_a_clause_inside_the_gold_sentence_is_a_hit_but_a_crumb_is_not() -> None:
    sentence = gold(BUILT)
    assert is_hit(cite("built in 1931"), sentence)
    assert not is_hit(cite("1931"), sentence)


def test_the_whole_document_is_no_hit() -> None:
    assert not is_hit(cite(TEXT), gold(BUILT))


def test_a_citation_belongs_to_the_gold_quote_that_it_gives_best() -> None:
    sentence = gold(f'Ann Reed said "{SAFE}" on Monday.')
    assert best_gold(cite(SAFE), [sentence, gold(SAFE)]) == 1
    assert best_gold(cite(sentence.text), [sentence, gold(SAFE)]) == 0
    assert best_gold(cite(BUILT), [sentence, gold(SAFE)]) is None


def test_of_two_equal_gold_quotes_the_first_counts() -> None:
    assert best_gold(cite(SAFE), [gold(SAFE), gold(SAFE)]) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kirby", "Kirby"),
        ("Mr. Kirby", "John F. Kirby"),
        ("White House spokesman John Kirby", "John Kirby"),
        ("The White House", "White House"),
        ("the U.S.", "The United States"),
        ("US", "United States of America"),
        ("North Korea and Russia", "Russia, North Korea"),
        ("Kirby's", "KIRBY"),
    ],
)
def test_these_names_mean_the_same_speaker(one: str, other: str) -> None:
    assert same_speaker(one, other)
    assert same_speaker(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kirby", "Jane Kirby"),
        ("North Korea", "South Korea"),
        ("Russia", "North Korea and Russia"),
        ("White House spokesman John Kirby", "The White House"),
        ("The", "the"),
        ("", ""),
        ("US", "Ukraine"),
    ],
)
def test_these_names_do_not(one: str, other: str) -> None:
    assert not same_speaker(one, other)
    assert not same_speaker(other, one)


def test_short_answers_are_normalised_as_squad_does() -> None:
    assert normalised("  The  U.S., an ally ") == "us ally"


def test_exact_match_takes_any_gold_answer() -> None:
    assert exact_match("an Apple.", ["pear", "apple"]) == 1
    assert exact_match("apples", ["pear", "apple"]) == 0


def test_f1_counts_repeated_words_as_often_as_both_have_them() -> None:
    # "red red car" and "red car car" share "red" and "car" once each.
    assert best_f1("red red car", ["red car car"]) == pytest.approx(2 / 3)
    assert best_f1("", ["red"]) == 0
    assert best_f1("the", ["a"]) == 1
