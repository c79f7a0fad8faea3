"""How often visitors may ask, and what is logged of it."""

import logging
import re

import pytest

from bot.chat.visits import Visits
from bot.errors import ClaimError, TooManyError


def ask(visits: Visits, visitor: str, text: str = "Who knows?") -> None:
    with visits.asked("ask", visitor, text) as asked:
        asked.outcome = "answered"


def test_a_visitor_asks_so_often_a_minute_and_others_still_may(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    visits = Visits(per_minute=2)
    ask(visits, "ann")
    ask(visits, "ann")
    with pytest.raises(TooManyError, match="at most 2 questions a minute"):
        ask(visits, "ann")
    ask(visits, "bob")
    now += 61
    ask(visits, "ann")


def test_without_a_limit_anybody_asks_as_often_as_they_like() -> None:
    visits = Visits()
    for _ in range(500):
        ask(visits, "ann")


@pytest.mark.parametrize("texts", [False, True])
def test_each_question_is_a_line_with_its_texts_only_where_that_is_wanted(
    caplog: pytest.LogCaptureFixture, *, texts: bool
) -> None:
    with caplog.at_level(logging.INFO, "onrecord.chat"):
        ask(Visits(texts=texts), "ann", "Who\nknows?")
    (line,) = caplog.messages
    assert re.match(r"ask \d+\.\d{3} s answered", line)
    assert ("knows" in line) == texts
    assert "\n" not in line
    assert "ann" not in line


def test_an_error_is_an_outcome_too(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.INFO, "onrecord.chat"),
        pytest.raises(ClaimError),
        Visits().asked("check", "ann", ""),
    ):
        raise ClaimError
    assert caplog.messages[0].endswith("ClaimError")
