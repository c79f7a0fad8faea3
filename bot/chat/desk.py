"""Where visitors are served: who answers whom, and what is asked, counted and logged."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import gradio

from bot.chat.needs import Checker, Checkers
from bot.chat.trouble import PENDING, trouble_html
from bot.chat.visits import Asked, Visits
from index import OnRecordError

AT_ONCE = 4
"""How many visitors are answered at the same time."""
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""How the page's own events are: no endpoints for programs, and without Gradio's sign that something is going on."""


@dataclass(frozen=True)
class Desk:
    """Who answers whom; it keeps nothing of what visitors ask."""

    checkers: Checkers
    visits: Visits = field(default_factory=Visits)

    def checker(self, request: gradio.Request | None) -> Checker:
        """Return whoever answers a visitor now."""
        return self.checkers(visitor(request))

    @contextmanager
    def asked(self, what: str, text: str, request: gradio.Request | None) -> Iterator[tuple[Checker, Asked]]:
        """Count, time and log what is asked inside.

        Raises:
            TooManyError: the visitor asked too often.
        """
        with self.visits.asked(what, address(request), text) as asked:
            yield self.checker(request), asked

    def checked(
        self, what: str, text: str, request: gradio.Request | None, check: Callable[[Checker], tuple[str, str]]
    ) -> Iterator[str]:
        """Yield as HTML that a text is being checked, then its check, or why there is none.

        `check` returns the outcome, for the log, and the check as HTML.
        """
        yield PENDING
        try:
            with self.asked(what, text, request) as (checker, asked):
                asked.outcome, shown = check(checker)
                yield shown
        except OnRecordError as error:
            yield trouble_html("That could not be checked.", str(error))


def visitor(request: gradio.Request | None) -> str:
    """Return what tells one visitor from another: the name that was logged in with, or the open page."""
    return str(getattr(request, "username", None) or getattr(request, "session_hash", None) or "")


def address(request: gradio.Request | None) -> str:
    """Return what requests are counted by: the name that was logged in with, or the address of the machine."""
    client = getattr(request, "client", None)
    return str(getattr(request, "username", None) or getattr(client, "host", None) or "")
