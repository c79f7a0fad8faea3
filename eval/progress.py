"""How far a run is, and how long it will take: a bar on a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from eval.journal import Progress
from index.progress import terminal_progress

EVERY = 30.0
"""Seconds between two lines of a log."""


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Yield a function to tell how far a run is."""
    if not sys.stderr.isatty():
        yield Log(what, lambda line: sys.stderr.write(f"{line}\n")).tell
        return
    with terminal_progress(what) as tell:
        yield tell


@dataclass(slots=True)
class Log:
    """Writes how far a run is, at most every half minute.

    Attributes:
        what: is done.
        write: takes a line.
        clock: tells seconds.
        begun: when this part began, and when a line was last written.
    """

    what: str
    write: Callable[[str], object]
    clock: Callable[[], float] = time.monotonic
    begun: float = 0.0
    written: float = field(default=0.0)

    def tell(self, done: int, total: int) -> None:
        """Take how many cases of how many are done."""
        now = self.clock()
        if not done:
            self.begun = self.written = now
        elif now - self.written >= EVERY:
            self.written = now
            left = (now - self.begun) / done * (total - done)
            self.write(f"{self.what}: {done} of {total}, about {duration(left)} left")


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
