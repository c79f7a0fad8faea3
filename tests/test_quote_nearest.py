"""What is shown beside a quotation that nobody, or somebody else, is quoted with, or whose clauses changed places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.quote_checking import QuoteChecking
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from index import Kind
from index.builder import load, update
from index.filters import Filters
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
Check = Callable[..., QuoteCheck]

TOWN = """Ann Lee said: “The old bridge is safe.”

Bob Ray said: “The old bridge is not safe.”

Carl Voss said: “If the state pays its share, we can reopen the mill within nine months.”

“Our exports grew, and that matters.” Dora Finn said: the county had avoided a deep recession.
"""


@pytest.fixture
def check(write: Write, tmp_path: Path) -> Check:
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    checking = QuoteChecking(load(tmp_path / "index"))
    return lambda words, speaker=None: checking.check(words, speaker, Filters())


def test_of_a_wrong_speaker_the_own_words_are_shown(check: Check) -> None:
    found = check("The old bridge is safe", "Bob Ray")

    assert (found.status, found.match and found.match.speaker) == (QuoteStatus.WRONG_SPEAKER, "Ann Lee")
    assert found.nearest is not None
    assert (found.nearest.text, found.nearest.speaker) == ("The old bridge is not safe", "Bob Ray")
    assert found.nearest in found.citations


def test_a_wrong_speaker_who_said_nothing_like_it_has_no_words_shown(check: Check) -> None:
    assert check("The old bridge is safe", "Carl Voss").nearest is None


def test_clauses_in_another_order_are_altered_and_the_order_is_named(check: Check) -> None:
    found = check("we can reopen the mill within nine months if the state pays its share", "Carl Voss")

    assert found.status is QuoteStatus.ALTERED
    assert [(one.kind, one.given) for one in found.differences] == [("changed_order", "if the state pays its share")]


def test_the_nearest_quotation_lies_inside_one_quotation(check: Check) -> None:
    found = check("exports grew, and that matters. The county had avoided a deep recession")

    assert found.status is QuoteStatus.NOT_FOUND
    assert found.nearest is not None
    assert (found.nearest.text, found.nearest.kind) == ("exports grew, and that matters", Kind.DIRECT)
