"""Whose lawyer somebody is, is not who was fined."""

import pytest

from bot import weigh
from bot.verdict import Verdict
from bot.weighing.relations import is_of_a_relation


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Ola Berg was fined.", "The lawyer of Ola Berg, Anne Ruud, was fined."),
        ("Berg was fined.", "Ola Berg's lawyer Anne Ruud was fined."),
        ("Ida Vik was jailed.", "The lawyer for Ida Vik, Rolf Tveit, was jailed."),
        ("Ola Berg was fined.", "The deputy of Ola Berg was questioned and fined."),
        ("When was Ola Berg fined? 2019.", "The lawyer of Ola Berg was fined in 2019."),
    ],
)
def test_what_is_told_of_a_persons_relation_says_nothing_of_the_person(claim: str, evidence: str) -> None:
    assert is_of_a_relation(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Ola Berg was arrested.", "The mayor of Tarn, Ola Berg, was arrested."),
        ("Ola Berg was arrested.", "The wife of the minister, Ola Berg, was arrested."),
        ("Odd Lie was sentenced.", "A cousin of Marit Lie, Odd Lie, was sentenced."),
        ("Ola Berg was fined.", "The lawyer of Ola Berg, Anne Ruud, was fined. Berg was fined too."),
        ("Iran attacked Oman.", "The president of Iran attacked Oman."),
        ("Ola Berg was fined.", "The jury of Ola Berg was fined."),
    ],
)
def test_what_may_be_told_of_the_person_is_left_to_the_network(claim: str, evidence: str) -> None:
    assert not is_of_a_relation(claim, evidence)


@pytest.mark.model
def test_a_cousins_sentence_is_no_evidence_on_another_cousins() -> None:
    claim = "Marit Lie was sentenced to two years"

    weighing = weigh(claim, "A cousin of Marit Lie, Odd Lie, was sentenced to two years.")

    assert weighing.verdict is Verdict.NOT_ENOUGH_EVIDENCE
