"""From probabilities to spans of tokens."""

import numpy as np

from index.tagging.decoding import (
    BEGIN_CONTENT,
    BEGIN_SOURCE,
    INSIDE_CONTENT,
    OUTSIDE,
    Cue,
    best_labels,
    find_cues,
    pieces,
    split_quotations,
)
from index.tagging.windows import CLOSING, OPENING


def test_cues_are_runs_of_likely_tokens() -> None:
    rows = np.array(
        [[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.1, 0.8, 0.1], [0.9, 0.0, 0.1]], dtype=np.float32
    )
    assert [(cue.first, cue.last) for cue in find_cues(rows)] == [(1, 3), (3, 4)]


def test_a_cue_may_end_the_text() -> None:
    rows = np.array([[0.9, 0.1, 0.0], [0.25, 0.75, 0.0]], dtype=np.float32)
    assert find_cues(rows) == [Cue(1, 2, 0.75)]
    assert find_cues(rows[:0]) == []


def test_no_inside_without_a_beginning() -> None:
    scores = np.full((1, 3, 5), -5.0, dtype=np.float32)
    scores[0, 0, OUTSIDE] = 0
    scores[0, 1:, INSIDE_CONTENT] = 0
    labels = best_labels(scores)[0].tolist()
    assert labels[1:] != [INSIDE_CONTENT, INSIDE_CONTENT] or labels[0] == BEGIN_CONTENT


def test_pieces_of_each_kind() -> None:
    labels = np.array([1, 2, 0, 1, 3, 4, 2])
    assert pieces(labels[:6], BEGIN_CONTENT) == [(0, 2), (3, 4)]
    assert pieces(labels, BEGIN_SOURCE) == [(4, 6)]


def test_two_quotations_in_a_row_are_two_pieces() -> None:
    places = np.array([OPENING, 1, CLOSING, OPENING, 1, CLOSING])
    assert split_quotations([(0, 6)], places) == [(0, 3), (3, 6)]
    assert split_quotations([(1, 3)], places) == [(1, 3)]
