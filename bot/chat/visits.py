"""What visitors ask: how often they may, how long it took and what came of it, a line of the log each."""

import json
import logging
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from bot.errors import TooManyError
from index import OnRecordError

LOG = logging.getLogger("onrecord.chat")
_MINUTE = 60.0


@dataclass(slots=True)
class Asked:
    """Something that was asked; whoever answers sets the outcome."""

    outcome: str = "done"


@dataclass
class Visits:
    """Lets each visitor ask so many times a minute, and logs time, latency and outcome.

    Attributes:
        per_minute: how many questions and checks of one visitor are answered in any minute; 0 for any number.
        texts: whether what was asked is logged too.
    """

    per_minute: int = 0
    texts: bool = False
    _times: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def asked(self, what: str, visitor: str, text: str) -> Iterator[Asked]:
        """Time what is done inside, and log it.

        Raises:
            TooManyError: the visitor asked too often.
        """
        asked, start = Asked(), time.monotonic()
        try:
            self._count(visitor, start)
            yield asked
        except OnRecordError as error:
            asked.outcome = type(error).__name__
            raise
        except BaseException:
            asked.outcome = "failed"
            raise
        finally:
            told = f" {json.dumps(text, ensure_ascii=False)}" if self.texts else ""
            LOG.info("%s %.3f s %s%s", what, time.monotonic() - start, asked.outcome, told)

    def _count(self, visitor: str, now: float) -> None:
        if not self.per_minute:
            return
        with self._lock:
            for one in [name for name, times in self._times.items() if times[-1] < now - _MINUTE]:
                del self._times[one]
            times = self._times[visitor]
            while times and times[0] <= now - _MINUTE:
                times.popleft()
            if len(times) >= self.per_minute:
                message = f"at most {self.per_minute} questions a minute are answered; wait a moment and ask again"
                raise TooManyError(message)
            times.append(now)
