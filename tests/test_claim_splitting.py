"""Compound claims, and claims about what somebody said."""

import pytest

from bot.claims.claim_splitting import parts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The sky is blue.", ["The sky is blue."]),
        ("Salt and pepper are sold in the shop.", ["Salt and pepper are sold in the shop."]),
        ("If it rains and the dam breaks, the town floods.", ["If it rains and the dam breaks, the town floods."]),
        (
            "Ohio has delivered boats to Iowa and Ann Lee visited Vienna in 2019.",
            ["Ohio has delivered boats to Iowa", "Ann Lee visited Vienna in 2019."],
        ),
        ("Bob has visited Paris and met Macron.", ["Bob has visited Paris", "Bob met Macron."]),
        (
            "The bill was passed in 2010, and signed by Lee.",
            ["The bill was passed in 2010", "The bill was signed by Lee."],
        ),
        (
            "Ann Lee was born in Oslo, but she never worked there.",
            ["Ann Lee was born in Oslo", "Ann Lee never worked there."],
        ),
        (
            "Lee resigned in 2019, was succeeded by Voss and lives in Oslo.",
            ["Lee resigned in 2019", "Lee was succeeded by Voss", "Lee lives in Oslo."],
        ),
        ("The mayor was, and is, ill.", ["The mayor was, and is, ill."]),
        (
            "Jan Berg, who was cleared of fraud, left in 2015.",
            ["Jan Berg was cleared of fraud", "Jan Berg left in 2015."],
        ),
        ("The bridge, which Lee built, fell.", ["The bridge, which Lee built, fell."]),
    ],
)
def test_coordinated_clauses_are_parts_that_keep_their_subjects(claim: str, found: list[str]) -> None:
    assert [part.text for part in parts(claim)] == found


@pytest.mark.parametrize(
    ("claim", "speaker", "asserted", "denied"),
    [
        ("Kirby said that Iran sent boats", "Kirby", ["Iran sent boats"], False),
        ("According to Kirby, Iran sent boats.", "Kirby", ["Iran sent boats."], False),
        (
            "Kirby said Iran sent boats and Oman paid for them",
            "Kirby",
            ["Iran sent boats", "Oman paid for them"],
            False,
        ),
        ("Iran denied that it sent boats", "Iran", ["Iran sent boats"], True),
        ("Iran denied sending boats", "Iran", ["Iran has been sending boats"], True),
        ("Oman accused Iran of sending boats", "Oman", ["Iran has been sending boats"], False),
        ("Kim told reporters that he had eaten", "Kim", ["Kim had eaten"], False),
        ("Iran sent boats, Kirby said on Tuesday.", "Kirby", ["Iran sent boats"], False),
        ("Iran sent boats, said Kirby.", "Kirby", ["Iran sent boats"], False),
        ("Iran sent boats, according to Kirby.", "Kirby", ["Iran sent boats"], False),
        ("Oman paid and Iran sent boats, Kirby said.", "Kirby", ["Oman paid", "Iran sent boats"], False),
        ("The mayor, who was away, said the dam broke", "The mayor", ["the dam broke"], False),
        ("The mayor, Ann Lee, said the dam broke", "Ann Lee", ["the dam broke"], False),
        ("Ann Lee, the mayor, said the dam broke", "Ann Lee", ["the dam broke"], False),
    ],
)
def test_who_is_claimed_to_have_said_something_is_claimed_to_have_said_each_part(
    claim: str,
    speaker: str,
    asserted: list[str],
    denied: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = parts(claim)

    assert [part.asserted for part in found] == asserted
    assert {(part.speaker, part.denied) for part in found} == {(speaker, denied)}


@pytest.mark.parametrize(
    "denied", [", but Oman denied it.", " but Oman denies it.", " and Oman has rejected the claims."]
)
@pytest.mark.parametrize(
    ("claimed", "speaker"), [("Iran sent ten boats", None), ("Kim says Iran sent ten boats", "Kim")]
)
def test_denying_it_means_denying_what_the_claim_asserted_before(
    claimed: str, speaker: str | None, denied: str
) -> None:
    first, denial = parts(f"{claimed}{denied}")

    assert first.speaker == speaker
    assert (denial.speaker, denial.asserted, denial.denied) == ("Oman", "Iran sent ten boats", True)


def test_that_somebody_did_not_say_something_is_no_claim_about_their_words() -> None:
    assert [part.speaker for part in parts("Kirby did not say that the war is over")] == [None]
