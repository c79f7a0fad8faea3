"""A spokeswoman's words are not somebody else's than those of whom she speaks for, if a source tells or leaves open."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.quote_checking import QuoteChecking
from bot.quotes.quote_check import QuoteStatus
from bot.quotes.spokespeople import is_spokesman, may_be_spokesman
from index import Document, Kind, Passage, Quotation, Span
from index.builder import load, update
from index.filters import Filters
from index.settings import IndexSettings
from tests.conftest import FAKE

TEXT = """Norvik Shipping has ordered two ferries from the Halden yard, the chief executive, Tor Aune, said.

“These ships will cut our fuel bill by a third,” said {role}Lena Dahl."""


def quoted(role: str | None, name: str = "Lena Dahl") -> Quotation:
    words = "These ships will cut our fuel bill by a third"
    document, start = Document("a", TEXT), TEXT.index(words)
    return Quotation((Passage(document, Span(start, start + len(words))),), None, None, name, Kind.DIRECT, role)


@pytest.mark.parametrize(
    ("role", "mention", "is_told"),
    [
        ("Norvik Shipping's spokeswoman", "Norvik Shipping", True),
        ("Norvik Shipping spokeswoman", "Norvik", True),
        ("spokeswoman for Norvik Shipping", "Norvik Shipping", True),
        ("ministry's briefer", "the ministry", True),
        ("ministry's press officer", "the ministry", True),
        ("White House spokesman", "House", False),
        ("Norvik Shipping's captain", "Norvik Shipping", False),
        (None, "Norvik Shipping", False),
    ],
)
def test_a_spokeswoman_is_told_to_be_one_of_somebody(role: str | None, mention: str, *, is_told: bool) -> None:
    assert is_spokesman(quoted(role), mention) is is_told


@pytest.mark.parametrize(
    ("role", "mention", "may_be"),
    [
        ("spokeswoman", "Norvik Shipping", True),
        ("company's new spokeswoman", "Norvik Shipping", True),
        ("yard's spokeswoman", "the Halden yard", True),
        ("yard's spokeswoman", "Norvik Shipping", False),
        ("spokeswoman for the coast guard", "Norvik Shipping", False),
        ("spokeswoman", "Tor Aune", False),  # a person
        ("spokeswoman", "Aurora Lines", False),  # not named
        ("captain", "Norvik Shipping", None),
        (None, "Norvik Shipping", None),
    ],
)
def test_whose_spokeswoman_somebody_is_may_be_open(role: str | None, mention: str, *, may_be: bool | None) -> None:
    assert may_be_spokesman(quoted(role), mention, ()) is may_be


def test_a_surname_means_the_person_who_is_quoted() -> None:
    assert may_be_spokesman(quoted("spokeswoman"), "Aune", ("Tor Aune",)) is False


def test_whom_an_unnamed_spokeswoman_speaks_for_is_as_open_as_before() -> None:
    assert may_be_spokesman(quoted(None, "spokeswoman"), "Norvik Shipping", ()) is None
    assert may_be_spokesman(quoted(None, "spokeswoman for the yard"), "Norvik Shipping", ()) is False
    assert may_be_spokesman(quoted(None, "council spokesman"), "Larkham council", ()) is True


@pytest.mark.model
@pytest.mark.parametrize(
    ("role", "speaker", "status", "warned"),
    [
        ("its spokeswoman, ", "Norvik Shipping", QuoteStatus.EXACT, "does not say clearly that Lena Dahl, spokeswoman"),
        (
            "Norvik Shipping's spokeswoman, ",
            "Norvik Shipping",
            QuoteStatus.EXACT,
            "names the speaker as Lena Dahl, Nor",
        ),
        ("its spokeswoman, ", "Tor Aune", QuoteStatus.WRONG_SPEAKER, ""),
        ("the yard's spokeswoman, ", "Norvik Shipping", QuoteStatus.WRONG_SPEAKER, ""),
        ("its captain, ", "Norvik Shipping", QuoteStatus.WRONG_SPEAKER, ""),
    ],
)
def test_a_spokeswomans_words_are_exact_for_whom_she_speaks_with_a_warning(
    tmp_path: Path, role: str, speaker: str, status: QuoteStatus, warned: str
) -> None:
    source = tmp_path / "release.txt"
    source.write_text(TEXT.format(role=role), encoding="utf-8")
    update([source], tmp_path / "index", settings=replace(FAKE, extractor=IndexSettings().extractor))
    checking = QuoteChecking(load(tmp_path / "index"))
    check = checking.check("These ships will cut our fuel bill by a third", speaker, Filters())

    assert check.status is status
    assert any(warned in warning for warning in check.warnings) or not warned
