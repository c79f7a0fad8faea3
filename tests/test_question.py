from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QuestionError
from bot.questions.question import Asked
from bot.questions.speakers import matching, matching_each
from bot.questions.understanding import understand
from index.speaker import Speaker

KIRBY = Speaker("John Kirby", 4, ("a",), ("White House spokesman",))
BOTH = Speaker("North Korea and Russia", 1, ("a",))
KOREA = Speaker("North Korea", 1, ("a",))
LEE, OTHER_LEE = Speaker("Ann Lee", 1, ("a",)), Speaker("Bob Lee", 1, ("a",))
ALL = [KIRBY, BOTH, KOREA, LEE, OTHER_LEE]


@pytest.mark.parametrize(
    ("text", "speaker", "topic"),
    [
        ("what did Kirby say?", "Kirby", None),
        ("WHAT DID KIRBY SAY", "KIRBY", None),
        ("What did John Kirby say about non-proliferation?", "John Kirby", "non-proliferation"),
        ("Please tell me what the US says", None, None),
        ("what does the White House say?", "the White House", None),
        ("What has North Korea claimed about NATO?", "North Korea", "NATO"),
        ("How did Russia respond to the claims?", "Russia", "the claims"),
        ("What was Kirby's reaction?", "Kirby", None),
        ("quotes by Kirby on sanctions", "Kirby", "sanctions"),
        ("What else did the spokesman say?", "the spokesman", None),
        ("Did Kirby say that Iran sent drones?", "Kirby", "Iran sent drones"),
        ("Kirby said what about Iran?", "Kirby", "Iran"),
        ("What was Kirby saying about ships said to be near Oslo?", "Kirby", "ships said to be near Oslo"),
        ("What has Kirby said to reporters about Iran?", "Kirby", "reporters about Iran"),
        ("The spokesman who condemned the strike also said what?", "The spokesman who condemned the strike", None),
        (
            "What did the man who said the old boat failed its inspection say about repairs?",
            "the man who said the old boat failed its inspection",
            "repairs",
        ),
    ],
)
def test_a_question_about_words_knows_whose_and_about_what(text: str, speaker: str | None, topic: str | None) -> None:
    found = understand(text)

    assert (found.speaker, found.topic) == (speaker, topic)
    assert found.asked in ({Asked.STATEMENTS, Asked.RESPONSE} if speaker else {Asked.FACT})


@pytest.mark.parametrize(
    "text",
    [
        "What did Nyman not say?",
        "What has Nyman never said about tax?",
        "What did Hale refuse to say?",
        "What did Hale decline to say about Iran?",
        "What was Monday's statement?",
    ],
)
def test_what_somebody_did_not_say_is_no_question_for_their_words(text: str) -> None:
    assert understand(text).asked is Asked.FACT


@pytest.mark.parametrize(
    "text", ["How many containers were sent?", "What does the article say about weapons?", "Where is the depot?"]
)
def test_anything_else_asks_for_a_fact(text: str) -> None:
    assert understand(text).asked is Asked.FACT


def test_a_question_for_the_speaker_knows_the_words() -> None:
    assert understand('Who said "we condemn the DPRK"?').words == "we condemn the DPRK"


def test_a_question_for_the_speaker_knows_the_words_that_stand_in_marks() -> None:
    assert understand("Who spoke of a 'policy of force'?").words == "policy of force"
    assert understand("Who said that the bridge is safe?").words == "the bridge is safe"
    assert understand("Who said the 'safe' bridge is 'old'?").words == "the 'safe' bridge is 'old"


@pytest.mark.parametrize(
    "text",
    [
        "What is Iran said to have sent?",
        "What were the two thought to want from Oslo?",
        "What has Iran been said to have sent?",
        "When is Iran said to have sent drones?",
    ],
)
def test_what_somebody_is_said_to_have_done_is_no_question_for_their_words(text: str) -> None:
    assert understand(text).asked is Asked.FACT


@pytest.mark.parametrize("text", ["", "  ", "?!", None, 5])
def test_a_question_needs_words(text: Any) -> None:
    with pytest.raises(QuestionError):
        understand(text)


@given(st.text(max_size=200))
def test_any_text_is_understood_or_refused_as_no_question(text: str) -> None:
    try:
        assert understand(text).text
    except QuestionError:
        assert not any(character.isalnum() for character in text)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Kirby", [KIRBY]),
        ("kirbys", [KIRBY]),
        ("JOHN KIRBY", [KIRBY]),
        ("Mr. Kirby", [KIRBY]),
        ("Kirbey", [KIRBY]),
        ("the spokesman", [KIRBY]),
        ("Pyongyang", [BOTH, KOREA]),
        ("Russia", [BOTH]),
        ("Lee", [LEE, OTHER_LEE]),
        ("Ann Lee", [LEE]),
        ("Putin", []),
        ("Kim Jong-un", []),
        ("", []),
    ],
)
def test_a_mention_finds_those_whom_it_can_mean_and_nobody_else(mention: str, expected: list[Speaker]) -> None:
    assert matching(mention, ALL) == expected


def test_several_who_are_mentioned_are_those_who_speak_together_or_each_of_them() -> None:
    russia = Speaker("Russia", 1, ("a",))

    assert matching("Moscow and Pyongyang", ALL) == [BOTH]
    assert matching("Kirby and Ann Lee", ALL) == []
    assert matching_each("Kirby and Ann Lee", ALL) == [KIRBY, LEE]
    assert matching_each("Moscow and Kirby", [KIRBY, KOREA, russia]) == [KIRBY, russia]
    assert matching_each("Kirby and Obama", ALL) == []
    assert matching_each("Kirby and Kirby", ALL) == matching_each("Kirby, Ann Lee", ALL) == []


def test_a_name_may_be_typed_with_what_its_bearer_is() -> None:
    hart = Speaker(
        "Daniel Hart", 2, ("a",), ("biologist at the University of Tarn",), ("Councillor Daniel Hart, a guest",)
    )

    assert all(matching(typed, [KIRBY, hart]) == [hart] for typed in ("the biologist Daniel Hart", "Councillor Hart"))
    assert matching("the biologist", [KIRBY, hart]) == [hart]
    assert (
        matching("the fisherman Lee Hart", [KIRBY, hart]) == matching("the spokesman Daniel Hart", [KIRBY, hart]) == []
    )


@pytest.mark.parametrize(
    ("mention", "other"),
    [
        ("Donald Hale", Speaker("Mary Hale", 1, ("a",), (), ("Donald Hale's daughter Mary Hale",))),
        ("Mary Hale", Speaker("Donald Hale", 1, ("a",), ("husband of Mary Hale",), ("Mary Hale and Donald Hale",))),
        ("the Hale campaign", Speaker("Donald Hale", 1, ("a",), ("Hale campaign adviser",))),
        ("the spokesman Dunn", Speaker("spokesman for Dunn", 1, ("a",))),
        ("the aide Carl Dunn", Speaker("aide to Carl Dunn", 1, ("a",))),
    ],
)
def test_who_shares_a_surname_or_belongs_to_somebody_is_not_that_one(mention: str, other: Speaker) -> None:
    assert matching(mention, [other]) == []


def test_a_spokesman_for_somebody_is_not_that_person_and_a_house_is_not_its_spokesman() -> None:
    dunn, aide = Speaker("Carl Dunn", 1, ("a",)), Speaker("spokesman for Dunn", 1, ("a",))

    assert matching("Dunn", [dunn, aide]) == [dunn]
    assert matching("Dunn", [aide, Speaker("Dunn's campaign", 1, ("a",))]) == []
    assert matching("the White House", ALL) == []
    assert matching("US", [Speaker("Joe Biden", 1, ("a",), ("US president",))]) == []


def test_whom_one_text_calls_by_the_surname_only_may_be_whom_another_names_in_full() -> None:
    short, full = Speaker("Kirby", 6, ("a",)), Speaker("John Kirby", 900, ("b",))
    pierre = Speaker("Karine Pierre", 900, ("b",), aliases=("MS. PIERRE",))
    house, white_house = Speaker("House", 1, ("a",)), Speaker("White House", 1, ("a",))

    assert matching("Kirby", [short, full]) == [short, full]
    assert matching("John Kirby", [short, full]) == [full]
    assert matching("Pierre", [pierre, Speaker("Pierre", 1, ("a",))]) == [pierre, Speaker("Pierre", 1, ("a",))]
    assert matching("House", [house, white_house]) == [house]
