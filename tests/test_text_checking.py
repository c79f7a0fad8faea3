"""Whole texts: which sentences are worth checking, and the report on them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from markdown_it import MarkdownIt

from bot import read, weigh
from bot.checker import FactChecker
from bot.citation import Citation
from bot.claims.check_worthiness import check_worthy
from bot.claims.named_subjects import with_subject
from bot.claims.text_check import CheckedQuotation, TextCheck
from bot.errors import ClaimError
from bot.quotes.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from bot.verdict import Verdict
from index import Document, Kind, Passage, Span
from index.builder import update
from index.errors import UsageError
from index.sentences import sentences
from tests.conftest import FAKE
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]
TOWN = """The bridge was built in 1912.
Ann Lee said: the bridge is safe
Bob Ray said: the bridge is not safe
"""
SPEECH = """Good morning, Port Almond, and thank you.
The bridge was built in 1912. Who would not love that? I think the bridge is the best in Europe.
We will paint it in 2030. Ann Lee said that the bridge is safe. Only 3 boats | ships came last year.
"""


@pytest.fixture
def checker(write: Write, tmp_path: Path) -> FactChecker:
    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


@pytest.mark.parametrize("text", [None, b"The bridge is safe.", ["The bridge is safe."]])
def test_what_is_no_text_is_refused_with_what_to_give(checker: FactChecker, text: Any) -> None:
    with pytest.raises(UsageError, match="give the text to check as a string"):
        checker.check_text(text)


def test_what_is_no_text_is_neither_weighed_nor_read() -> None:
    no_text: Any = None
    for use in (weigh, read):
        for given in ((no_text, "The bridge is safe."), ("The bridge is safe.", no_text)):
            with pytest.raises(UsageError, match="as strings"):
                use(*given)


def test_a_reading_needs_a_question_in_words_and_a_threshold_from_0_to_1() -> None:
    with pytest.raises(UsageError, match="in words"):
        read("?", "The bridge is safe.")
    for threshold in (-0.1, 1.5, float("nan"), cast("float", "high")):
        with pytest.raises(UsageError, match="from 0 to 1"):
            read("Is it safe?", "The bridge is safe.", threshold=threshold)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Unemployment fell to 3.5 percent last year.",
        "We have created 1,200 jobs since May.",
        "Crime has never been lower.",
        "Every child in this town learns to read.",
    ],
)
def test_a_sentence_that_says_that_something_particular_is_so_is_worth_checking(sentence: str) -> None:
    assert worthy(sentence) == [sentence]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Who built the bridge in 1912?",
        "I think that Ohio is the best state.",
        "We will build ten schools in Ohio.",
        "Ohio should be proud of its schools.",
        "Thank you, Ohio, for coming here.",
        "Please vote for Ann Lee on Tuesday.",
        "It was a good thing.",
        "Ten schools in Ohio.",
    ],
)
def test_questions_opinions_promises_greetings_and_generalities_are_not(sentence: str) -> None:
    assert worthy(sentence) == []


def worthy(text: str) -> list[str]:
    each = [text[span.start : span.end] for span in sentences(Document("speech", text))]
    return [one for one, is_worthy in zip(each, check_worthy(each), strict=True) if is_worthy]


@pytest.mark.model
def test_a_sentence_is_looked_at_once_a_name_stands_for_the_pronoun(checker: FactChecker) -> None:
    text = "Tom Okafor said that the bridge is not safe. He also denied that he had been pressured to say so."

    assert "Tom Okafor also denied" in checker.check_text(text).sentences[1].check.claim


@pytest.mark.model
@pytest.mark.model
@pytest.mark.parametrize("address", ["Friends, ", "My fellow citizens, ", "Ladies and gentlemen, ", "Mr. Speaker, "])
def test_whom_a_sentence_addresses_is_no_part_of_its_claim(checker: FactChecker, address: str) -> None:
    text = f"{address}the bridge was built in 1912."

    (found,) = checker.check_text(text).sentences

    assert found.sentence.text == text
    assert found.check.claim == "the bridge was built in 1912."


def test_every_claim_of_a_text_is_checked_and_told_by_verdict(checker: FactChecker) -> None:
    found = checker.check_text(SPEECH)

    assert [(one.check.claim, one.check.verdict) for one in found.sentences] == [
        ("The bridge was built in 1912.", Verdict.SUPPORTED),
        ("Ann Lee said that the bridge is safe.", Verdict.SUPPORTED),
        ("Only 3 boats | ships came last year.", Verdict.NOT_ENOUGH_EVIDENCE),
    ]
    assert found.verdicts[Verdict.SUPPORTED] == 2
    first = found.to_dict()["claims"][0]
    assert SPEECH[first["start"] : first["end"]] == first["claim"]
    assert first["citations"][0]["text"] == "The bridge was built in 1912."


@pytest.mark.model
def test_the_report_is_a_table_with_a_row_for_each_claim(checker: FactChecker) -> None:
    tokens = MarkdownIt().enable("table").parse(checker.check_text(SPEECH).to_markdown())

    assert sum(token.type == "tr_open" for token in tokens) == 1 + 3
    assert {sum(token.type == "td_open" for token in tokens)} == {3 * 3}


@pytest.mark.model
def test_a_text_without_claims_is_said_to_have_none(checker: FactChecker) -> None:
    assert "worth checking" in checker.check_text("Good morning.").to_markdown()
    with pytest.raises(ClaimError):
        checker.check_text(" \n")


@pytest.mark.model
def test_quotations_in_a_text_are_checked_as_quotations(checker: FactChecker) -> None:
    text = 'Ann Lee said: "The bridge is safe." Bob Ray told us that "the bridge is very old" last May.'

    found = checker.check_text(text)

    assert [(one.words.text, one.check.speaker) for one in found.quotations] == [
        ("The bridge is safe.", "Ann Lee"),
        ("the bridge is very old", "Bob Ray"),
    ]
    assert found.to_dict()["quotations"][0]["status"] == found.quotations[0].check.status
    assert "Ann Lee" not in [one.check.claim for one in found.sentences]


def test_the_table_of_quotations_has_the_sources_words_and_what_to_mind() -> None:
    source, text = (
        Document("town", "Ann Lee: the bridge is safe."),
        Document("speech", "The bridge is very safe. I left."),
    )
    match = Citation(1, Passage(source, Span(9, 27)), "Ann Lee", Kind.DIRECT)
    added = Difference(DifferenceKind.ADDED_WORDS, "very", "")
    altered = QuoteCheck("The bridge is very safe", "Lee", QuoteStatus.ALTERED, (match,), (added,), warnings=("Few.",))
    nowhere = QuoteCheck("I left", None, QuoteStatus.NOT_FOUND, reason="Nobody is quoted so.")
    quotations = [
        CheckedQuotation(Passage(text, Span(0, 24)), altered),
        CheckedQuotation(Passage(text, Span(25, 32)), nowhere),
    ]

    rows = TextCheck(text, (), tuple(quotations)).to_markdown().splitlines()

    assert "| Altered | The bridge is very safe. | Lee | Ann Lee: the bridge is safe | words added; Few. |" in rows
    assert "| Not found | I left. |  | nothing | Nobody is quoted so. |" in rows


@pytest.mark.parametrize("text", ["?!", "… – …", "\u201c\u201d"])
def test_a_text_without_words_is_refused(checker: FactChecker, text: str) -> None:
    for given in (text, Document("a", text)):
        with pytest.raises(ClaimError, match="the text has no words"):
            checker.check_text(given)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "worthy"),
    [
        ("It is wonderful to be here in Oslo.", False),
        ("It's a great honour to speak to the Norvik family.", False),
        ("It is always a pleasure for all of us to be in Oslo.", False),
        ("It is time to thank Ann Lee.", False),
        ("It is important to note that the mill closed in 1990.", True),
        ("It was illegal to sell cod in 1990.", True),
        ("It is wonderful that 400 pupils came.", True),
    ],
)
def test_what_a_speaker_is_glad_of_is_not_worth_checking(sentence: str, *, worthy: bool) -> None:
    assert check_worthy([sentence]) == [worthy]


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "sentence", "claim"),
    [
        ("The new mirror is late.", "It cost 3 million euros.", "The new mirror cost 3 million euros."),
        ("We built the new bridge in 2018.", "It cost 40 million.", "The new bridge cost 40 million."),
        ("Our school, which was built in 1950, is full.", "It has 400 pupils.", "Our school has 400 pupils."),
        ("The council bought a ferry.", "It cost 5 million.", "It cost 5 million."),
        ("The roads are bad.", "It cost 5 million.", "It cost 5 million."),
        ("Ann Lee opened the hall.", "It rained for 12 hours.", "It rained for 12 hours."),
        ("The hall is full.", "It is clear that 400 people came.", "It is clear that 400 people came."),
        ("The hall is full.", "It was 1990.", "It was 1990."),
    ],
)
def test_it_is_what_the_sentence_before_is_about_where_that_is_one_thing(
    before: str, sentence: str, claim: str
) -> None:
    assert with_subject(sentence, before) == claim


@pytest.mark.model
def test_what_the_holder_of_an_office_did_is_worth_checking_and_praise_of_one_is_not() -> None:
    assert check_worthy(["The mayor was convicted of fraud.", "The mayor is a good man for us."]) == [True, False]
