"""What takes long, done in a thread of its own while its visitor sees how far it is."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Generic, TypeVar

from bot.errors import CancelledError

Result = TypeVar("Result")
Tell = Callable[[int, int], None]
"""Told how many parts of how many are done; what it raises ends the work."""

_TICK = 0.25
"""Seconds between two looks at how far work is."""


@dataclass
class Work(Generic[Result]):
    """Something that is being done for a visitor.

    Attributes:
        do: does it.
        done_word: what has happened to a part that is done.
        cancelled: set to end the work where it tells how far it is.
    """

    do: Callable[[Tell], Result]
    done_word: str = "read"
    cancelled: Event = field(default_factory=Event)
    done: int = 0
    total: int = 0
    _result: Future[Result] = field(default_factory=Future)
    _start: float = 0.0

    def progress(self) -> Iterator[str]:
        """Begin, and yield as HTML how far it is until it is over."""
        self._start = time.monotonic()
        Thread(target=self._run, daemon=True).start()
        while not wait([self._result], _TICK).done:
            yield progress_html(
                self.done, self.total, time.monotonic() - self._start, self.done_word, ending=self.cancelled.is_set()
            )

    def result(self) -> Result:
        """Return what came of it, once it is over.

        Raises:
            OnRecordError: nothing came of it.
        """
        return self._result.result()

    def _run(self) -> None:
        try:
            self._result.set_result(self.do(self._tell))
        except BaseException as error:  # noqa: BLE001 - raised again where the result is wanted
            self._result.set_exception(error)

    def _tell(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            message = "it was cancelled"
            raise CancelledError(message)
        if not done:
            self._start = time.monotonic()  # what comes before the first part says nothing about the others
        self.done, self.total = done, total


def progress_html(done: int, total: int, seconds: float, done_word: str = "read", *, ending: bool = False) -> str:
    """Return how many parts of how many are done, and how long the rest will take."""
    left = f", about {seconds / done * (total - done):.0f} seconds left" if 0 < done < total else ""
    told = f"{done} of {total} {done_word}{left}" if total else "Getting ready"
    return (
        f'<p class="progress" role="status"><progress max="{total or 1}" value="{done}" aria-label="Progress">'
        f"</progress> {'Cancelling' if ending else told} …</p>"
    )
