"""What is measured may raise, which is a result like any other and never the end of a run."""

import time
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Attempt(NamedTuple, Generic[T]):
    """What came of a call: its value or None, what it raised or None, and how many seconds it took."""

    value: T | None
    error: str | None
    seconds: float


def attempt(do: Callable[[], T]) -> Attempt[T]:
    """Call something that is measured, whatever it does.

    >>> attempt(lambda: 1).value, attempt(lambda: {}["a"]).error
    (1, "KeyError: 'a'")
    """
    value, error, begun = None, None, time.perf_counter()
    try:
        value = do()
    except Exception as raised:  # noqa: BLE001 - as above
        error = f"{type(raised).__name__}: {raised}"
    return Attempt(value, error, time.perf_counter() - begun)
