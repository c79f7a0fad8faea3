"""What is done one step after the other, and how much of its time is left."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_TRUSTED = 30.0
"""How many seconds of expectation the expectation itself is trusted like, before any step is done."""


@dataclass(slots=True)
class Course:
    """Steps, where the run is in them, and how long the rest will take.

    A step has parts, one after the other, which are not known before: each is told of as so many cases done of so many.

    Attributes:
        steps: what is done, in order.
        expected: about how many seconds each takes; how long they took so far corrects it.
        clock: tells seconds.
        at: which step is being done.
        done, total: how far its present part is.
    """

    steps: Sequence[str]
    expected: Sequence[float]
    clock: Callable[[], float] = time.monotonic
    at: int = -1
    done: int = 0
    total: int = 0
    now: float = 0.0
    _begun: float = 0.0
    _step_begun: float = 0.0
    _part_begun: float = 0.0
    _part_from: int = 0

    @property
    def step(self) -> str:
        """The step that is being done."""
        return self.steps[self.at]

    @property
    def place(self) -> str:
        """Which of several steps that is."""
        return f"[{self.at + 1} of {len(self.steps)}] " if len(self.steps) > 1 else ""

    def begin(self) -> None:
        """Begin the next step."""
        self.now = self.clock()
        self._begun = self.now if self.at < 0 else self._begun
        self.at, self.done, self.total = self.at + 1, 0, 0
        self._step_begun = self.now

    def tell(self, done: int, total: int) -> None:
        """Take how many cases of the present part are done; what was done when it began took no time."""
        self.now = self.clock()
        if total != self.total or done < self.done:
            self._part_begun, self._part_from = self.now, done
        self.done, self.total = done, total

    @property
    def left_here(self) -> float | None:
        """Seconds until the present part is done; None as long as nothing of it is."""
        new = self.done - self._part_from
        return (self.now - self._part_begun) / new * (self.total - self.done) if new else None

    @property
    def left(self) -> float:
        """Seconds until all steps are done, by how the earlier steps kept to what was expected of them."""
        took, promised = self._step_begun - self._begun, sum(self.expected[: self.at])
        pace = (took + _TRUSTED) / (promised + _TRUSTED)
        here = pace * self.expected[self.at] - (self.now - self._step_begun)
        return max(here, self.left_here or 0.0) + pace * sum(self.expected[self.at + 1 :])
