"""What a denial speaks against, and what it does not speak for."""

from collections.abc import Sequence

import pytest

from bot.claims.assertions import Assertion
from bot.claims.attitude import Attitude
from bot.claims.concluding import conclude
from bot.claims.denials import with_denials, with_told_denials
from bot.claims.evidence import Evidence
from bot.verdict import Verdict
from bot.weighing.judging import Weighing, weighing
from index import Document, Kind, Passage, Quotation, Span


class OneWay:
    """Says of every claim that it proves little: evidence may follow from it, and seldom the other way about."""

    digest = "one way"

    def __init__(self, proven: float = 0.2) -> None:
        self.proven = proven

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        return [weighing((self.proven, 0.0, 1 - self.proven)) for _ in pairs]


def said(words: str, attitude: Attitude, supports: float, refutes: float, speaker: str = "Ann Lee") -> Evidence:
    whole = Passage(Document("a", words), Span(0, len(words)))
    quotation = Quotation((whole,), None, None, speaker, Kind.INDIRECT)
    return Evidence(Assertion(whole, (whole,), words, quotation, attitude), supports, refutes, 1.0)


def denied(words: str, supports: float = 0.7, refutes: float = 0.1) -> Evidence:
    return said(words, Attitude.DENIES, supports, refutes)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Lee asked for money.", "she had ever asked for money"),
        ("Lee took bribes.", "Lee has taken any bribe"),
        ("The army shelled the school.", "the army shelled the school"),
    ],
)
def test_a_denial_refutes_what_it_denies(claim: str, words: str) -> None:
    (found,) = with_denials(claim, [denied(words)], OneWay())

    assert (found.supports, found.refutes) == (0.0, 0.7)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Lee asked for help.", "she had ever asked for money"),
        ("Lee talked to the reporter.", "she had lied to the reporter"),
        ("Lee visited the island.", "she had visited the island with a banker"),
        ("Lee knew about the deal.", "she had approved the deal"),
    ],
)
def test_a_denial_of_something_near_refutes_nothing(claim: str, words: str) -> None:
    (found,) = with_denials(claim, [denied(words)], OneWay())
    (told,) = with_told_denials(claim, [denied(words, 0.1, 0.7)], OneWay())

    assert conclude([found]).verdict is conclude([told]).verdict is Verdict.NOT_ENOUGH_EVIDENCE


def test_a_denial_in_other_words_refutes_what_would_prove_them() -> None:
    claim, words = "Lee lied to parliament.", "she had misled parliament"

    assert with_denials(claim, [denied(words)], OneWay(0.6))[0].refutes == 0.6
    assert with_denials(claim, [denied(words)], OneWay(0.3))[0].refutes == 0.3


@pytest.mark.parametrize(
    ("claim", "supports"),
    [
        ("Lee was in Paris.", 0.0),
        ("Lee was not in London.", 0.9),
        ("Lee was not in London for talks.", 0.0),
        ("12 people died.", 0.0),
    ],
)
def test_a_denial_supports_nothing_but_its_negation(claim: str, supports: float) -> None:
    (found,) = with_denials(claim, [denied("she was in London", 0.05, 0.9)], OneWay())

    assert found.supports == supports


def test_a_denial_in_other_words_answers_somebody_elses_word_for_the_claim() -> None:
    claim, words = "Lee took money from the fund.", "she had drawn money from the fund"
    other = said("Lee took money from the fund", Attitude.ASSERTS, 0.9, 0.0, "Bob Ray")
    weak = denied(words, 0.45, 0.3)

    assert conclude(with_denials(claim, [other, weak], OneWay())).verdict is Verdict.CONFLICTING
    assert conclude(with_denials(claim, [weak], OneWay())).verdict is Verdict.NOT_ENOUGH_EVIDENCE
    far = denied("she had sold the fund a car", 0.45, 0.3)
    assert conclude(with_denials(claim, [other, far], OneWay())).verdict is Verdict.SUPPORTED
