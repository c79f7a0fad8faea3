"""What stands around a quotation, and what its cut hides of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.quote_checking import QuoteChecking
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from index.builder import load, update
from index.filters import Filters
from index.settings import IndexSettings
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
Check = Callable[[str], QuoteCheck]

MILL = """Ann Lee said: “Hello.”

“The mill is safe, and it will not be sold unless the mayor tells us so,” Bob Ray told reporters. “We have spent money.”

“If the town pays,” said Mr. J. Ray, “we will open the mill.”
"""


@pytest.fixture
def check(write: Write, tmp_path: Path) -> Check:
    update([write("mill.txt", MILL)], tmp_path / "index", settings=FAKE)
    checking = QuoteChecking(load(tmp_path / "index"))
    return lambda words: checking.check(words, None, Filters())


def test_a_cue_that_ends_a_sentence_ends_what_is_said(check: Check) -> None:
    found = check("We have spent money")

    assert not any("left out" in warning for warning in found.warnings)
    assert found.before is not None
    assert found.before.text == "The mill is safe, and it will not be sold unless the mayor tells us so,"


def test_a_cue_inside_a_sentence_parts_nothing(check: Check) -> None:
    assert "A condition is left out: “If the town pays,”" in check("we will open the mill").warnings


DISOWNED = """Ann Lee said: “{}”
"""


@pytest.mark.parametrize(
    ("sentence", "words", "warning"),
    [
        ("It would be false to claim that we sold the mill.", "we sold the mill", "A denial is left out"),
        ("I doubt that the old mill burns.", "the old mill burns", "A denial is left out"),
        ("The old mill burned, that is a lie.", "The old mill burned", "A denial is left out"),
        ("I deny that we sold the mill.", "we sold the mill", "A denial is left out"),
        ("According to the town, we sold the mill.", "we sold the mill", "somebody else’s words here: “According to"),
        ("We sold the mill, some people tell me.", "We sold the mill", "somebody else’s words here: “, some people"),
        ("I was told that we sold the mill.", "we sold the mill", "somebody else’s words here: “I was told"),
        ("The paper alleges that we sold the mill.", "we sold the mill", "somebody else’s words here: “The paper"),
    ],
)
def test_words_that_the_speaker_disowns_come_with_a_warning(
    write: Write, tmp_path: Path, sentence: str, words: str, warning: str
) -> None:
    update([write("a.txt", DISOWNED.format(sentence))], tmp_path / "i", settings=FAKE)
    found = QuoteChecking(load(tmp_path / "i")).check(words, None, Filters())

    assert any(warning in one for one in found.warnings)


@pytest.mark.parametrize("sentence", ["We sold the mill, and he said nothing of it.", "I tell you, we sold the mill."])
def test_what_the_speaker_goes_on_to_tell_makes_nobody_else_of_the_words(
    write: Write, tmp_path: Path, sentence: str
) -> None:
    update([write("a.txt", DISOWNED.format(sentence))], tmp_path / "i", settings=FAKE)
    found = QuoteChecking(load(tmp_path / "i")).check("we sold the mill", None, Filters())

    assert not any("somebody else" in one for one in found.warnings)


@pytest.mark.model
def test_words_of_a_report_that_a_speaker_tells_of_are_the_reports(write: Write, tmp_path: Path) -> None:
    text = "According to Silvan, a report by Kohl warned that the dam is “close to breaking apart this winter”.\n"
    update([write("a.txt", text)], tmp_path / "i", settings=replace(FAKE, extractor=IndexSettings().extractor))
    checking = QuoteChecking(load(tmp_path / "i"))
    teller, author = (checking.check("close to breaking apart", name, Filters()) for name in ("Silvan", "Kohl"))

    assert any("somebody else’s words here: “a report by Kohl warned" in one for one in teller.warnings)
    assert author.status is QuoteStatus.EXACT
    assert author.reason == "That Kohl said them is not known: the source names only “Silvan” for them."
