import pytest

from bot.questions.topics import Topic


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("north korea", "The DPRK fired."),
        ("Pyongyang", "We warned North Korea."),
        ("the US", "We told Washington."),
        ("Iran", "Iranian drones came."),
        ("the Iranian deal", "Iran made a deal."),
        ("UN resolutions", "a resolution of the U.N."),
        ("painters", "One painter came."),
    ],
)
def test_a_text_names_a_topic_in_any_form_and_a_party_by_any_name(topic: str, text: str) -> None:
    assert Topic(topic).share(text) == 1


@pytest.mark.parametrize(
    ("topic", "text"), [("the US", "He told us."), ("tanks", "Thanks came."), ("Iran", "Iraq came."), ("it", "")]
)
def test_what_only_looks_like_a_name_is_none(topic: str, text: str) -> None:
    assert Topic(topic).share(text) == 0


def test_half_of_a_topic_is_half_named() -> None:
    assert Topic("Russian tanks").share("Russia won.") == 0.5


def test_a_topic_is_searched_for_by_all_names_of_its_parties() -> None:
    assert "dprk" in Topic("Pyongyang").searched
