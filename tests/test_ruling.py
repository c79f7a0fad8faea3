"""What is told by rule: a claim in evidence's own words, with the same numbers or other ones."""

import pytest

from bot import weigh
from bot.verdict import Verdict
from bot.weighing.exchanged_deeds import exchanges
from bot.weighing.opposing import opposes
from bot.weighing.quantities import quantities
from bot.weighing.ruling import agrees, cannot_support, confirms, contradicts, counts_otherwise, ruling

EXPORTS = "The county exported 4.9m tonnes of grain in 2023, up from 4.1m the year before."
WAGES = "Wages rose by 3 percent, less than prices, which rose by 6 percent."
JOBS = "Unemployment fell by 2 percentage points, to 5 percent, in 2023."


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Fewer than 20 people are missing.", True),
        ("Fewer than 60 people are missing.", False),
        ("Fewer than 20 people came home at night.", False),
    ],
)
def test_another_number_in_the_claims_own_words_contradicts_it(claim: str, *, found: bool) -> None:
    assert contradicts(claim, "At least 48 people are missing, officials said.") is found


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Fewer than 100 people died.", "More than 1,000 people died in the flood."),
        ("The county exported 6 million tonnes of grain.", EXPORTS),
        ("Unemployment fell by 2 percent last year.", JOBS),
        ("Wages in Almond County rose by 3 percentage points.", WAGES),
        ("The road is 10 miles long.", "The road is 30 km long."),
        ("Two thirds of the deck is lost.", "The deck has lost a third of its strength."),
        ("Nearly half of residents support the closure.", "62 percent of residents support the closure."),
        ("In all 4 men and 30 boys left.", "In all 4 men and 20 boys left."),
    ],
)
def test_a_number_from_which_the_claims_cannot_follow_refutes_it(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is Verdict.REFUTED


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The county exported 5 million tonnes of grain.", EXPORTS),
        ("Almond County exported 4.9 million tonnes of grain in 2023.", EXPORTS),
        ("The fighting displaced 8 million people.", "The fighting has displaced 7.9 million people."),
        ("8 million people were displaced.", "The fighting has displaced 7.9 million people."),
        ("The road is 10 miles long.", "The road is 16 km long."),
        ("Unemployment fell by 2 percentage points.", JOBS),
        ("Fewer than 100 people died.", "Officials said that fewer than 60 people died."),
        ("More than 1,000 containers arrived.", "They saw 1,200 containers arrive."),
        ("Half of the residents support it.", "49 percent of the residents support it."),
    ],
)
def test_a_number_from_which_the_claims_follows_supports_it(claim: str, evidence: str) -> None:
    assert ruling(claim, evidence) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The county exported 4.9 million tonnes of grain.", "The county exported 5 million tonnes of grain."),
        ("At least 40 people died.", "Fewer than 50 people died."),
        ("More than 20 people died.", "20 people died."),
        ("Fewer than 20 people died.", "20 people died."),
        ("40 people died.", "At least 40 people died."),
        ("1,000 containers arrived.", "1,200 containers arrived."),
        ("Unemployment fell to 2 percent.", "Unemployment fell by 2 percent."),
    ],
)
def test_a_number_that_only_may_be_so_is_not_confirmed(claim: str, evidence: str) -> None:
    assert not confirms(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Sudan sent 40 drones to Iran.", "Iran sent 40 drones to Sudan."),
        ("The mayor paid the council 4 million dollars.", "The council paid the mayor 4 million dollars."),
        ("Iran sent 40 combat drones to the army.", "Iran sent 40 combat tanks to the army."),
        ("Linden County exported 5 million tonnes of grain.", "Almond County exported 4.9m tonnes of grain."),
        ("Almond County exported 5 million tonnes of grain.", "The company exported 4.9m tonnes of grain."),
        ("The county exported 5 million tonnes of grain in 2022.", EXPORTS),
        ("The county exported 5 million tonnes of grain.", "The county never exported 5 million tonnes of grain."),
        ("The county exported 5 million tonnes of grain.", "The county could export 5 million tonnes of grain."),
        ("The county exported 5 million tonnes of grain.", "He rejected that the county exported 5m tonnes of grain."),
        ("The county exported 5 million tonnes.", "The county is big. Oslo exported 5 million tonnes."),
        ("Wages rose by 6 percent.", WAGES),
        ("The bridge fell on 4 March.", "The soldiers march 4 times to where the bridge fell."),
    ],
)
def test_the_same_number_of_something_else_confirms_nothing(claim: str, evidence: str) -> None:
    assert not confirms(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The county exported 6 million tonnes of grain in 2022.", EXPORTS),
        ("Wages rose by 6 percent.", WAGES),
        ("Unemployment fell to 5 percent.", "Unemployment fell by 2 percent."),
        ("Prices did not rise by 8 percent.", "Prices rose by 6 percent."),
        ("The bridge carries 5,000 cars.", "The bridge could carry 9,000 cars."),
        ("Oslo exported 6 million tonnes of grain.", EXPORTS),
        ("The bridge has lost 300 bolts.", "The bridge is old. The ship has lost 500 bolts."),
    ],
)
def test_another_number_of_something_else_contradicts_nothing(claim: str, evidence: str) -> None:
    assert not contradicts(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence", "found"),
    [
        (
            "The pier cost less than 10 million pounds.",
            "The mayor opened the pier. The work cost 12 million pounds.",
            True,
        ),
        ("More than 900 people saw the opening of the pier.", "Some 300 people came to the opening.", True),
        ("It cost more than 3 billion crowns.", "It cost 2 billion crowns, 1 billion more than planned.", True),
        ("More than 900 people saw the pier.", "Some 300 people came. In all 1,200 people saw it.", False),
        ("The pier cost 12 million pounds.", "The mayor earns 90,000 pounds.", False),
        ("The pier was painted in 2020.", "The pier was painted 12 times.", False),
    ],
)
def test_other_numbers_support_nothing_where_they_may_be_of_the_same_thing(
    claim: str, evidence: str, *, found: bool
) -> None:
    assert counts_otherwise(claim, evidence) is found


@pytest.mark.parametrize(
    ("claim", "refuted"),
    [
        ("The share of smokers was 48 percent in 2023.", True),
        ("The share of smokers was 61 percent in 2021.", True),
        ("The share of smokers was 48 percent in 2021.", False),
        ("The share of smokers was 61 percent in 2023.", False),
        ("The share of smokers was 48 percent in 2022.", False),
        ("The share of smokers was 48 percent.", False),
    ],
)
def test_a_number_of_another_time_refutes_where_the_claims_time_has_another(claim: str, *, refuted: bool) -> None:
    evidence = "The share of smokers rose from 48 percent in 2021 to 61 percent in 2023."
    assert (ruling(claim, evidence) is Verdict.REFUTED) is refuted


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Inflation was 5.2 percent in May.", Verdict.SUPPORTED),
        ("Inflation was 5.6 percent in April.", Verdict.SUPPORTED),
        ("Inflation was 5.6 percent in May.", Verdict.REFUTED),
        ("Inflation was 5.6 percent.", Verdict.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_of_numbers_of_several_times_the_one_of_the_claims_time_decides(claim: str, verdict: Verdict) -> None:
    assert ruling(claim, "Inflation was 5.2 percent in May, after 5.6 percent in April.") is verdict


def test_what_came_to_a_sum_did_not_change_to_it() -> None:
    evidence = "Exports came to $5 billion in April, up from $4 billion in March."
    assert ruling("Exports came to $4 billion in March.", evidence) is not Verdict.REFUTED
    assert ruling("Exports came to $5 billion in March.", evidence) is Verdict.REFUTED


@pytest.mark.parametrize(
    ("claim", "refuted"),
    [
        ("Jan Berg was convicted of fraud.", True),
        ("Jan Berg was acquitted of theft.", True),
        ("Jan Berg was convicted of theft.", False),
        ("Jan Berg was acquitted of fraud.", False),
    ],
)
def test_of_two_outcomes_each_is_of_its_own_clause_whoever_is_named_in_full(claim: str, *, refuted: bool) -> None:
    evidence = "A court in Malmo acquitted trader Jan Berg of fraud but convicted him of theft."
    assert (ruling(claim, evidence) is Verdict.REFUTED) is refuted


@pytest.mark.parametrize(
    ("claim", "evidence", "found"),
    [
        ("The court convicted two men.", "The court acquitted two men.", True),
        ("The ferry passed its inspection.", "The ferry failed its inspection.", True),
        ("Wages in Almond County rose.", "Wages in Almond County fell by 2 percent.", True),
        ("The team lost the cup.", "The team won the cup.", True),
        ("The court convicted two men.", "The court acquitted a woman.", False),
        ("Imports rose.", "Exports rose while imports fell.", False),
        ("Wages rose in 2022.", "Wages fell in 2023.", False),
        ("Wages rose.", "Wages never fell.", False),
        ("Iran beat Sudan and won.", "Sudan lost to Iran, which it beat before.", False),
    ],
)
def test_a_word_that_excludes_the_claims_opposes_it(claim: str, evidence: str, *, found: bool) -> None:
    assert opposes(claim, evidence) is found


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        (
            "Ohio has spent 4.9 million euros on dam repairs.",
            "The state of Ohio has spent 4.9 million euros on repairs.",
        ),
        (
            "Ohio moved about 5,000 children to camps.",
            "Officials said that Ohio had moved 4,800 children to the camps.",
        ),
        ("Ohio lent 8,400 million dollars to Iowa.", "Ohio has lent $8.4 billion to Iowa in ten years."),
        ("Ann Lee was elected in May 2019.", "Ann Lee was chosen by the council and elected on 3 May 2019."),
        ("The bridge costs 5 million euros.", "The bridge will cost 4.9 million euros."),
    ],
)
def test_evidence_that_gives_all_numbers_and_dates_of_the_same_thing_does_not_refute(claim: str, evidence: str) -> None:
    assert agrees(claim, evidence)
    assert ruling(claim, evidence) in {Verdict.NOT_ENOUGH_EVIDENCE, Verdict.SUPPORTED}


@pytest.mark.parametrize(
    "evidence",
    [
        "Iowa has lent $8.4 billion to Ohio.",
        "Utah has lent $8.4 billion to Iowa.",
        "Ohio has not lent $8.4 billion to Iowa.",
        "Ohio has lent $8.4 billion to Iowa. That is false.",
        "Ohio may have lent $8.4 billion to Iowa.",
        "Ohio has lent $8.9 billion to Iowa.",
        "Ohio stole $8.4 billion from Iowa.",
    ],
)
def test_evidence_that_differs_in_anything_else_may_refute(evidence: str) -> None:
    assert not agrees("Ohio lent 8.4 billion dollars to Iowa.", evidence)


ACQUITTED = "Lee was acquitted of fraud but convicted of bribery."


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("The dam is safe.", "The old dam above the town is unsafe.", Verdict.REFUTED),
        ("The dam is unsafe.", "The dam is safe.", Verdict.REFUTED),
        ("The strike is legal.", "The court ruled that the strike is illegal.", Verdict.REFUTED),
        ("The council approved of the plan.", "The council disapproved of the plan.", Verdict.REFUTED),
        ("The dye is toxic.", "The dye is non-toxic.", Verdict.REFUTED),
        ("The dam is not safe.", "The dam is unsafe.", Verdict.SUPPORTED),
        ("The dam is not unsafe.", "The dam is safe.", Verdict.SUPPORTED),
        ("Lee was not convicted.", "Lee was acquitted.", Verdict.SUPPORTED),
        ("The dam is safe.", "The dam is not unsafe.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("The dam is unsafe.", "The dam is not safe.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("The dam is safe.", "The unsafe road runs by the dam.", None),
        ("The painting is valuable.", "The painting is invaluable.", None),
        ("The police covered the plot.", "The police uncovered the plot.", None),
        ("The dam is safe.", "The dam may be unsafe.", None),
        ("Lee was convicted of fraud.", ACQUITTED, Verdict.REFUTED),
        ("Lee was acquitted of bribery.", ACQUITTED, Verdict.REFUTED),
        ("Lee was convicted of bribery.", ACQUITTED, None),
        ("Lee was acquitted of fraud.", ACQUITTED, None),
        ("Lee was convicted of fraud.", "They acquitted Lee of fraud and convicted him of bribery.", Verdict.REFUTED),
        ("Lee was convicted of bribery.", "They acquitted Lee of fraud and convicted him of bribery.", None),
    ],
)
def test_a_word_that_cannot_be_so_with_the_claims_decides(claim: str, evidence: str, verdict: Verdict | None) -> None:
    assert ruling(claim, evidence) is verdict


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("Ames sued Lee.", "Lee was sued by Ames in 2019.", Verdict.SUPPORTED),
        ("Lee was sued by Ames.", "Ann Ames sued Bob Lee in 2019.", Verdict.SUPPORTED),
        ("Ames sued Lee.", "Lee was not sued by Ames.", Verdict.REFUTED),
        ("Ames sued Lee.", "Lee was nearly sued by Ames.", None),
        ("Ames sued Lee in Oslo.", "Lee was sued by Ames.", None),
        ("Ames sued Lee.", "Lee feared to be sued by Ames.", None),
        ("No tax was raised.", "Taxes were not raised in 2020.", Verdict.SUPPORTED),
        ("Taxes were not raised.", "No tax was raised.", Verdict.SUPPORTED),
        ("The tax was raised.", "Taxes were not raised.", Verdict.REFUTED),
        ("The council raised taxes.", "The council did not raise taxes.", Verdict.REFUTED),
        ("No tax was raised.", "The tax was raised.", Verdict.REFUTED),
        ("No tax was raised.", "The tax was not raised.", None),
        ("Bob Ray was arrested.", "Ray was not arrested.", Verdict.REFUTED),
        ("Bob Ray was arrested.", "Tom Ray was not arrested.", None),
        ("Bob Ray was arrested.", "Ray was not arrested until Friday.", None),
        ("The ban does cover copper.", "The ban does not cover copper.", Verdict.REFUTED),
        ("The port shipped grain to Oslo.", "The port had not shipped any grain to Oslo.", Verdict.REFUTED),
        ("The port shipped grain to Oslo.", "The port did not ship grain to Bergen.", None),
        ("The port did not ship grain.", "The port shipped grain.", Verdict.REFUTED),
        ("The tax was raised.", "A tax was not raised.", None),
        ("Anyone was hurt.", "Nobody was hurt.", Verdict.REFUTED),
        ("Anyone was hurt.", "Somebody was not hurt.", None),
        ("Mayor Bob Ray was arrested.", "Former aide Tom Ray was not arrested.", None),
        ("Somebody died.", "No one died.", Verdict.REFUTED),
        ("There were any survivors.", "There were no survivors.", Verdict.REFUTED),
        ("Nobody was hurt.", "No one was hurt.", Verdict.SUPPORTED),
        ("Anyone was hurt.", "Nobody was told.", None),
        ("Anything was stolen.", "Nobody was hurt.", None),
        ("Taxes were raised.", "The tax was not raised.", None),
        ("Taxes were raised.", "Taxes on food were not raised.", None),
        ("Taxes were raised.", "Taxes were not raised by the council.", None),
        ("Taxes will be raised.", "Taxes were not raised.", None),
        ("All taxes were raised.", "Taxes were not raised.", None),
    ],
)
def test_a_deed_that_is_told_in_another_voice_or_negated_in_other_words_is_the_same(
    claim: str, evidence: str, verdict: Verdict | None
) -> None:
    assert ruling(claim, evidence) is verdict


@pytest.mark.parametrize(
    ("claim", "evidence", "found"),
    [
        ("Lee sued Ames.", "Lee was sued by Ames in 2019.", True),
        ("Ames was sued by Lee.", "Ames sued Lee.", True),
        ("Egypt attacked Sudan.", "In May Sudan attacked Egypt.", True),
        ("Egypt attacked Sudan.", "Egypt attacked Sudan. Sudan attacked Egypt.", False),
        ("Egypt attacked Sudan.", "Sudan feared Egypt.", False),
        ("Lee married Ames.", "Ames married Lee.", False),
        ("The war began in May.", "The war ended in May.", True),
        ("The war began in May.", "The war began in June and ended in May.", False),
    ],
)
def test_exchanged_names_and_usual_opposites_support_nothing(claim: str, evidence: str, *, found: bool) -> None:
    assert cannot_support(claim, evidence) is found


def test_names_are_exchanged_only_where_both_do_what_is_claimed() -> None:
    assert not exchanges("Lee sued Ames.", "Ames, whom Lee knew, sued the county.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The dam is safe.", "The old dam above the town is unsafe, and the lake must be drained."),
        ("Lee was convicted of fraud.", ACQUITTED),
        ("Lee sued Ames.", "Lee was sued by Ames in 2019."),
        ("Ames was sued by Lee.", "Lee was sued by Ames in 2019."),
        ("The tax was raised.", "Taxes were not raised in 2020."),
    ],
)
def test_the_network_cannot_support_what_a_rule_excludes(claim: str, evidence: str) -> None:
    assert weigh(claim, evidence).probabilities[Verdict.SUPPORTED] == 0


def test_without_numbers_and_exclusive_words_no_rule_applies() -> None:
    assert ruling("The bridge is safe.", "The bridge is not safe.") is None
    assert quantities("The bridge is safe.") == ()
