"""Claims weighed against given evidence: without weights what can be told without, with them what they promise."""

import pytest

from bot import weigh, weigh_all
from bot.verdict import Verdict
from bot.weighing.focusing import MOST_WORDS, focused, pieces
from bot.weighing.judging import weighing

FILLER = " ".join(f"In the {number}th street a shop sells flowers, bread and old books." for number in range(4, 40))
BRIDGE = "The old bridge over the Arno was rebuilt in 1345 after a flood."


def test_the_likeliest_verdict_is_given_with_all_probabilities() -> None:
    found = weighing((0.2, 0.5, 0.3))
    assert found.verdict is Verdict.REFUTED
    assert found.probabilities[Verdict.SUPPORTED] == 0.2
    assert Verdict.CONFLICTING not in found.probabilities


def test_short_evidence_is_read_as_it_is() -> None:
    assert focused("Rome is old.", "Rome  is\nvery old.") == "Rome  is\nvery old."


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_of_long_evidence_the_sentence_about_the_claim_is_kept(place: str) -> None:
    half = len(FILLER) // 2
    texts = {
        "first": f"{BRIDGE} {FILLER}",
        "middle": f"{FILLER[:half]}. {BRIDGE} {FILLER[half:]}",
        "last": f"{FILLER} {BRIDGE}",
    }
    kept = focused("The bridge over the Arno was rebuilt in 1345.", texts[place])
    assert BRIDGE in kept
    assert len(kept.split()) <= MOST_WORDS


def test_what_is_kept_stands_in_its_order() -> None:
    text = f"Anna was born in Oslo. {FILLER} Anna moved to Bergen."
    kept = focused("Anna, born in Oslo, moved to Bergen.", text)
    assert kept.index("born in Oslo") < kept.index("moved to Bergen")


def test_endless_sentences_are_cut() -> None:
    assert max(len(piece.split()) for piece in pieces("word " * 300)) == 50
    assert pieces("  ") == ()


@pytest.mark.model
def test_nothing_is_said_without_words() -> None:
    for claim, evidence in [("Rome is old.", ""), ("Rome is old.", " \n"), ("", "Rome is old.")]:
        found = weigh(claim, evidence)
        assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
        assert found.probabilities[Verdict.NOT_ENOUGH_EVIDENCE] == 1


@pytest.mark.model
def test_plain_cases_are_plain() -> None:
    assert weigh("The bridge was rebuilt in 1345.", BRIDGE).verdict is Verdict.SUPPORTED
    assert weigh("The bridge was rebuilt in 1545.", BRIDGE).verdict is Verdict.REFUTED
    other = weigh("The mayor of Oslo resigned.", BRIDGE).probabilities
    assert other[Verdict.SUPPORTED] < 0.3


@pytest.mark.model
def test_a_negation_lowers_the_support() -> None:
    plain = weigh("The bridge was rebuilt after a flood.", BRIDGE).probabilities
    negated = weigh("The bridge was not rebuilt after a flood.", BRIDGE).probabilities
    assert plain[Verdict.SUPPORTED] > negated[Verdict.SUPPORTED] + 0.2


@pytest.mark.model
def test_pairs_do_not_change_each_other() -> None:
    pairs = [("The bridge was rebuilt in 1345.", BRIDGE), ("Shops sell bread.", FILLER), ("Rome is old.", "")]
    together = weigh_all(pairs)
    assert together == [weigh(*pair) for pair in pairs]
    for found in together:
        assert sum(found.probabilities.values()) == pytest.approx(1)
        assert found.probabilities[found.verdict] == max(found.probabilities.values())


@pytest.mark.model
def test_another_number_is_no_support_whatever_the_network_makes_of_it() -> None:
    found = weigh("Fewer than 20 people are missing", "At least 48 people are missing")

    assert found.verdict is Verdict.REFUTED


@pytest.mark.model
def test_numbers_that_agree_are_not_refuted_whatever_the_network_makes_of_it() -> None:
    claim = "Velmora has spent 4.9 million euros on dam repairs."
    found = weigh(claim, "The government of Velmora has spent 4.9 million euros on repairs since 2021.")

    assert found.probabilities[Verdict.REFUTED] == 0
