"""How far a run over several sets is, and how long it will take."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.course import Course
from eval.effort import Effort
from eval.kinds.reading import SQUAD
from eval.kinds.retrieval import RUNS
from eval.progress import Log, Telling, told
from eval.set_kind import Options


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def logged(course: Course, clock: Clock, *news: tuple[float, int, int]) -> Iterator[str]:
    lines: list[str] = []
    tell = Telling(course, Log(course, lines.append).show).begin()
    for now, done, total in news:
        clock.now = now
        tell(done, total)
    yield from lines


def test_a_log_tells_now_and_then_how_long_it_will_take(clock: Clock) -> None:
    lines = logged(
        Course(["Evaluating"], [1.0], clock), clock, (0, 0, 100), (10, 25, 100), (40, 40, 100), (45, 45, 100)
    )
    assert list(lines) == ["Evaluating: 40 of 100, about 1 min left"]


def test_what_an_earlier_run_has_done_took_this_one_no_time(clock: Clock) -> None:
    course = Course(["Evaluating"], [1.0], clock)
    list(logged(course, clock, (0, 90, 100), (60, 95, 100)))
    assert course.left_here == 60


def test_each_part_of_a_step_is_timed_alone(clock: Clock) -> None:
    course = Course(["Evaluating"], [1.0], clock)
    list(logged(course, clock, (0, 0, 10), (100, 10, 10), (100, 0, 10), (105, 5, 10)))
    assert course.left_here == 5


def test_all_steps_take_as_much_longer_than_expected_as_the_first_one_did(clock: Clock) -> None:
    course = Course(["a", "b", "c"], [1000.0, 100.0, 200.0], clock)
    course.begin()
    assert course.left == pytest.approx(1300)
    clock.now = 2000.0
    course.begin()
    assert course.left == pytest.approx(2 * 300, rel=0.02)
    clock.now += 150
    course.tell(0, 10)
    assert course.left == pytest.approx(2 * 300 - 150, rel=0.03)


def test_the_lines_of_several_steps_name_their_places(clock: Clock) -> None:
    course = Course(["a", "b"], [60.0, 60.0], clock)
    lines = list(logged(course, clock, (0, 0, 10), (30, 5, 10)))
    assert lines == ["[1 of 2] a", "[1 of 2] a: 5 of 10, about 30 s left; all 2: about 1 min left"]


def test_nothing_is_left_to_say_of_a_part_that_is_done_or_not_begun(clock: Clock) -> None:
    course = Course(["a"], [60.0], clock)
    course.begin()
    assert told(course) == "getting ready"
    for now, done in ((0, 0), (30, 10)):
        clock.now = now
        course.tell(done, 10)
    assert told(course) == "10 of 10"


def test_effort_is_of_the_questions_of_squad_and_of_the_queries_of_trec(tmp_path: Path) -> None:
    asked = [{"id": str(at), "question": "?", "answers": []} for at in range(3)]
    squad = {"data": [{"title": "B", "paragraphs": [{"context": "It rains.", "qas": asked}]}]}
    (tmp_path / "squad.json").write_text(json.dumps(squad))
    assert SQUAD.effort.seconds(tmp_path / "squad.json", Options()) == pytest.approx(3 * SQUAD.effort.case)
    (tmp_path / "trec").mkdir()
    (tmp_path / "trec" / "qrels.txt").write_text("q1 0 d1 1\nq1 0 d2 1\nq2 0 d1 1\n")
    assert RUNS.effort.seconds(tmp_path / "trec", Options()) == pytest.approx(2 * RUNS.effort.case)


def test_effort_is_of_the_cases_that_are_taken_and_of_all_texts(tmp_path: Path) -> None:
    for name, number in (("corpus", 100), ("queries", 50)):
        rows = ({"id": str(at), "text": "x" * 500} for at in range(number))
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    effort = Effort(case=1.0, opened=3.0, text=1.0)
    assert effort.seconds(tmp_path, Options()) == 50 + 50
    assert effort.seconds(tmp_path, Options(sample=10)) == 10 + 50
    assert effort.seconds(tmp_path / "queries.jsonl", Options(limit=10, open_retrieval=True)) == 30
    assert effort.seconds(tmp_path / "missing.jsonl", Options()) == 0
