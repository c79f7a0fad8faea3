"""How far a run is, and how long it will take: bars on a terminal, a line now and then in a log."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from eval.course import Course
from eval.journal import Progress

EVERY = 30.0
"""Seconds between two lines of a log."""


@contextmanager
def progress(steps: Sequence[str], expected: Sequence[float] | None = None) -> Iterator[Callable[[], Progress]]:
    """Yield a function that begins the next step, and returns another one to tell how far that is.

    Args:
        steps: what is done, one after the other.
        expected: about how many seconds each step takes; how long all will take is told by it.
    """
    course = Course(steps, expected or [1.0] * len(steps))
    if sys.stderr.isatty():
        with _bars(course) as shown:
            yield Telling(course, shown).begin
    else:
        yield Telling(course, Log(course, lambda line: sys.stderr.write(f"{line}\n")).show).begin


@dataclass(frozen=True, slots=True)
class Telling:
    """Takes how far a run is, and has it shown."""

    course: Course
    show: Callable[[], object]

    def begin(self) -> Progress:
        """Begin the next step."""
        self.course.begin()
        self.show()
        return self.tell

    def tell(self, done: int, total: int) -> None:
        """Take how many cases of how many are done."""
        self.course.tell(done, total)
        self.show()


@dataclass(slots=True)
class Log:
    """Writes a line when a step of several begins, and how far it is at most every half minute."""

    course: Course
    write: Callable[[str], object]
    written: float = field(default=float("-inf"))
    step: int = -1

    def show(self) -> None:
        """Write a line, if it is time for one."""
        course = self.course
        if course.at != self.step:
            self.step, self.written = course.at, course.now
            if len(course.steps) > 1:
                self.write(f"{course.place}{course.step}")
        elif course.now - self.written >= EVERY:
            self.written = course.now
            self.write(f"{course.place}{course.step}: {told(course)}")


def told(course: Course) -> str:
    """Return how far a run is in words."""
    under_way = course.left_here is not None and course.done < course.total
    here = f"{course.done} of {course.total}" if course.total else "getting ready"
    left = f", about {duration(course.left_here or 0)} left" if under_way else ""
    every = f"; all {len(course.steps)}: about {duration(course.left)} left" if len(course.steps) > 1 else ""
    return f"{here}{left}{every}"


@contextmanager
def _bars(course: Course) -> Iterator[Callable[[], object]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None, told="")

        def show() -> None:
            description = f"{course.place}{course.step}"
            bars.update(task, description=description, completed=course.done, total=course.total, told=told(course))

        yield show


def duration(seconds: float) -> str:
    """Return a time as it is said.

    >>> duration(42), duration(150), duration(7400)
    ('42 s', '2 min', '2 h 3 min')
    """
    minutes = int(seconds // 60)
    if not minutes:
        return f"{seconds:.0f} s"
    hours = minutes // 60
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
