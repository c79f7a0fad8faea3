"""What is told by rule of who did it to whom, when, and whether it was done at all."""

import pytest

from bot import weigh
from bot.verdict import Verdict
from bot.weighing.exchanged_deeds import exchanges
from bot.weighing.ruling import cannot_support, ruling
from bot.weighing.undone_deeds import only_seeks


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The prisoners were beaten by the guards.", "The guards did not beat the prisoners."),
        ("The guards beat the prisoners.", "The prisoners were not beaten by the guards."),
        ("The prisoners were not beaten by the guards.", "The guards beat the prisoners."),
    ],
)
def test_a_deed_is_denied_in_the_other_voice_too(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is Verdict.REFUTED


def test_a_deed_is_denied_only_of_whom_it_is_told() -> None:
    assert ruling("The prisoners were beaten by the police.", "The guards did not beat the prisoners.") is None


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The man bit the dog.", "The dog bit the man."),
        ("The man bit the dog.", "The man was bitten by the dog."),
        ("The owners sued the workers.", "The workers sued the owners of the warehouse."),
        ("The workers were sued by the owners.", "The workers sued the owners of the warehouse."),
        ("The police attacked the protesters.", "Protesters attacked the police on Sunday."),
        ("The students praised their teachers.", "The teachers praised their students."),
        ("Ann Lee sued the bank.", "The bank sued Ann Lee."),
        ("The thief struck the guard.", "The guard struck the thief during the search, the court heard."),
    ],
)
def test_a_deed_by_those_to_whom_it_is_claimed_to_be_done_supports_nothing(claim: str, evidence: str) -> None:
    assert cannot_support(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The dog bit the man.", "The man was bitten by the dog."),
        ("The workers sued the owners.", "The workers sued the owners, and the owners sued the workers."),
        ("The workers met the owners.", "The owners met the workers."),
        ("They sued the owners.", "The owners sued them."),
        ("The man fed the dog.", "The dog bit the man."),
    ],
)
def test_a_deed_as_claimed_and_one_that_two_do_to_each_other_are_not_exchanged(claim: str, evidence: str) -> None:
    assert not exchanges(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("There were 620 cases in January 2022.", "In January 2023 there were 540 cases."),
        ("There were 620 cases in January 2022.", "There were 540 cases in January 2023, after 620 a year earlier."),
        ("Sales were 620 million euros in 2022.", "Sales reached 540 million euros in 2023."),
        ("Unemployment was 5 percent in May.", "Unemployment was 6 percent in June."),
    ],
)
def test_another_number_at_another_date_does_not_refute(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is Verdict.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("There were 620 cases in January 2022.", "In January 2022 there were 540 cases."),
        ("There were 620 cases in January 2022.", "In 2022 there were 540 cases in January and 700 in May."),
        (
            "Sales were 620 million euros in 2022.",
            "Sales were 540 million euros in 2022 and 580 million euros in 2023.",
        ),
    ],
)
def test_another_number_at_its_date_may_refute(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is not Verdict.NOT_ENOUGH_EVIDENCE


THEFT = "A former clerk, Dennis Crowe, was found guilty of theft but not guilty of arson."
STEALING = "Crowe was found guilty of stealing 400 pounds but not guilty of setting fire to a shed."
FRAUD = "Crowe was found not guilty of fraud but guilty of perjury."


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("Crowe was found guilty of theft.", THEFT, Verdict.SUPPORTED),
        ("Crowe was convicted of theft.", THEFT, Verdict.SUPPORTED),
        ("Crowe was found guilty of arson.", THEFT, Verdict.REFUTED),
        ("Crowe was convicted of arson.", THEFT, Verdict.REFUTED),
        ("Crowe was acquitted of arson.", THEFT, Verdict.SUPPORTED),
        ("Crowe was found not guilty of theft.", THEFT, Verdict.REFUTED),
        ("Crowe was convicted of stealing.", STEALING, Verdict.SUPPORTED),
        ("Crowe was convicted of setting fire to a shed.", STEALING, Verdict.REFUTED),
        ("Crowe was found guilty of fraud.", FRAUD, Verdict.REFUTED),
        ("Crowe was convicted of perjury.", FRAUD, Verdict.SUPPORTED),
        ("The law bans pistols.", "The law bans rifles but not pistols.", Verdict.REFUTED),
        ("The law does not ban pistols.", "The law bans rifles but not pistols.", Verdict.SUPPORTED),
        ("The drug works in children.", "The drug works in adults but not in children.", Verdict.REFUTED),
        ("The firm sold the mill.", "The firm sold not the yard but the mill.", Verdict.SUPPORTED),
        ("The firm sold the yard.", "The firm sold not the yard but the mill.", Verdict.REFUTED),
        ("Bob Ray was arrested.", "Ann Lee was arrested; Bob Ray was not.", Verdict.REFUTED),
        ("The yard closed.", "The mill closed and the yard did not.", Verdict.REFUTED),
    ],
)
def test_of_two_things_that_are_contrasted_the_claimed_one_counts(claim: str, evidence: str, verdict: Verdict) -> None:
    assert ruling(claim, evidence) is verdict


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Bob Ray was found guilty of arson.", THEFT),
        ("The fire destroyed the archive.", "Crowe was convicted, but not before the fire destroyed the archive."),
        ("The bridge is open.", "The bridge is not safe, but the tunnel is open."),
        ("The law bans pistols.", "The law would ban rifles but not pistols."),
        ("Crowe was seen.", THEFT),
    ],
)
def test_what_a_contrast_is_not_about_is_left_open(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is None


@pytest.mark.parametrize(
    ("claim", "evidence", "is_of_others"),
    [
        ("Luis Prado was sent off.", "United's captain, Joe Keane, was sent off after a foul on Luis Prado.", True),
        ("Ann Walsh was sent off.", "Joe Keane was sent off by the referee, Ann Walsh.", True),
        ("Bob Ray scored twice.", "Ann Lee scored twice, and Bob Ray was booked.", True),
        ("Bob Ray resigned.", "Ann Lee resigned after a row with Bob Ray.", True),
        ("Joe Keane was sent off.", "United's captain, Joe Keane, was sent off after a foul on Luis Prado.", False),
        ("Bob Ray resigned.", "Ann Lee resigned last spring. Bob Ray stepped down in June.", False),
        ("Bob Ray resigned.", "The mayor resigned after a row with his deputy, Bob Ray.", False),  # who was mayor?
        ("Bob Ray resigned.", "Ann Lee resigned before Bob Ray resigned.", False),
        ("Iraq announced a truce.", "Iraqi Vice President Ramadan announced a truce.", False),
        ("North Korea announced a truce.", "Pyongyang announced a truce.", False),
    ],
)
def test_a_deed_of_others_supports_nothing(claim: str, evidence: str, *, is_of_others: bool) -> None:
    assert cannot_support(claim, evidence) is is_of_others


@pytest.mark.parametrize(
    ("claim", "evidence", "short"),
    [
        ("Norvik has decided to sell the Ragna.", "Norvik considered selling the Ragna.", True),
        ("The council has agreed to close the school.", "The council talked about closing the school.", True),
        ("The council has agreed to close the school.", "The council has not agreed to close the school.", True),
        ("Norvik has decided to sell the Ragna.", "It considered selling the Ragna but has not done so.", True),
        ("Norvik decided to sell the Ragna.", "It decided to sell the mill. It considered selling the Ragna.", True),
        ("Norvik sold the Ragna.", "Norvik has decided to sell the Ragna.", True),
        ("The club sacked Holm.", "The club considered sacking Holm in October.", True),
        (
            "Russia has delivered aircraft to Iran.",
            "Iran is seeking aid from Russia, including aircraft and tanks.",
            True,
        ),
        ("Russia has delivered aircraft to Iran.", "Iran sought aircraft and Russia sent the aircraft.", False),
        ("Iran is seeking aircraft from Russia.", "Iran is seeking aid from Russia, including aircraft.", False),
        ("The club considered sacking Holm.", "The club has decided to sack Holm.", False),
        ("Norvik has decided to sell the Ragna.", "Norvik considered selling the Ragna, and sold it.", False),
        ("Norvik sold the Ragna.", "Norvik considered selling the Ragna, and did so in May.", False),
        ("Norvik sold the Ragna.", "Norvik considered selling the Ragna. The Ragna has another owner now.", False),
        ("Oman delivered ships.", "Oman did not say whether it had delivered the ships.", True),
        ("Oman delivered ships.", "Oman delivered ships, whether they were old or not.", False),
    ],
)
def test_a_deed_that_has_not_come_so_far_supports_nothing(claim: str, evidence: str, *, short: bool) -> None:
    assert cannot_support(claim, evidence) is short


@pytest.mark.parametrize(
    ("claim", "evidence", "is_open"),
    [
        ("The union asked for patience.", "The union never asked for a pay freeze.", True),
        ("Lee asked for more time.", "Lee did not ask for more money.", True),
        ("The army attacked the village.", "The army never attacked the hospital.", True),
        ("Lee asked for help.", "Lee never asked for help.", False),
        ("Lee asked for help.", "Lee never asked for anything.", False),
        ("Lee asked for help.", "Lee never asked for any favours.", False),
        ("Lee asked for help.", "Lee never asked the county for help.", False),
        ("Lee asked for help.", "Lee asked for money.", False),
    ],
)
def test_what_was_not_done_to_one_thing_may_have_been_to_another(claim: str, evidence: str, *, is_open: bool) -> None:
    assert (ruling(claim, evidence) is Verdict.NOT_ENOUGH_EVIDENCE) is is_open


def test_a_contrast_that_names_nobody_supports_nothing_of_what_it_denies() -> None:
    evidence = "A former clerk was found guilty of theft but not guilty of arson."

    assert cannot_support("Dennis Crowe was found guilty of arson.", evidence)
    assert not cannot_support("Dennis Crowe was found guilty of theft.", evidence)


@pytest.mark.parametrize(
    ("claim", "evidence", "is_open"),
    [
        ("Oman has delivered arms to Peru.", "Oman is seeking help from Peru, including aircraft.", True),
        ("Peru has sent arms to Oman.", "Oman is seeking ships from Peru.", True),
        ("Oman requested ships.", "Oman is seeking ships.", False),
        ("Oman has delivered arms to Peru.", "Oman sought ships from Peru, and sent arms.", False),
        ("Oman has delivered arms to Peru.", "Oman sought help from Peru, which got arms in return.", False),
    ],
)
def test_who_only_seeks_something_has_not_done_anything(claim: str, evidence: str, *, is_open: bool) -> None:
    assert only_seeks(claim, evidence) is is_open


def test_pounds_that_are_paid_are_money_and_others_a_weight() -> None:
    assert ruling("The inquiry cost 120,000 pounds.", "The inquiry had cost £120,000.") is Verdict.SUPPORTED
    assert ruling("He weighs 200 pounds.", "He weighs 91 kg.") is Verdict.SUPPORTED


@pytest.mark.model
def test_a_number_of_another_year_speaks_neither_way() -> None:
    assert weigh("Norvik carried 620 passengers in 2022.", "Norvik carried 540 passengers in 2023.").verdict is (
        Verdict.NOT_ENOUGH_EVIDENCE
    )
