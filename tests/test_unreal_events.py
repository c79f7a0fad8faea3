"""Events that a sentence tells of only as refused, denied, called for, planned or avoided."""

import pytest

from bot.finding.unreal_events import is_unreal


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Berg rejected calls to resign.",
        "Minister Berg denied that he would resign.",
        "Minister Berg denied reports that he had resigned.",
        "Minister Berg refused to apologise or resign.",
        "Minister Skov refused to step down.",
        "Minister Berg did not resign.",
        "Minister Berg will resign if he loses the vote.",
        "Minister Berg considered resigning.",
        "The party demanded that minister Berg resign.",
        "Protesters called for the resignation of minister Berg.",
        "Minister Berg was under pressure to resign.",
        "Minister Berg was able to avoid resigning.",
    ],
)
def test_who_did_something_is_not_answered_by_who_did_not_or_only_may(sentence: str) -> None:
    assert is_unreal("Which minister resigned?", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Berg, who had refused to resign, resigned on Monday.",
        "Minister Berg was forced to resign.",
        "Minister Berg agreed to resign.",
        "Minister Berg did not resign until May.",
        "Minister Berg, who resigned in May, refused to comment.",
        "Minister Berg declined to explain why she had resigned.",
        "After resigning, minister Berg refused to comment.",
        "Since she had resigned in May, minister Berg failed to appear.",
        "The cabinet accepted the resignation of minister Berg.",
        "Minister Berg would later resign over the deal.",
        "Minister Vind resigned, but Berg refused to resign.",
        "Minister Berg tried to stay and was told to resign.",
    ],
)
def test_what_happened_is_told_beside_what_was_refused(sentence: str) -> None:
    assert not is_unreal("Which minister resigned?", sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When was the dock closed?", "The plan to close the dock in May was dropped."),
        ("When was the dock closed?", "The planned closure of the dock in May drew protests."),
        ("When was the dock closed?", "The council voted against closing the dock in May."),
        ("Who repaired the dock?", "Workers called for the dock to be repaired."),
        ("Who signed the contract?", "The mayor left without signing the contract."),
        ("Who sold the ferry?", "The council ruled out selling the ferry."),
        ("Who sold the ferry?", "Lee denied having sold the ferry."),
        ("The mine was closed.", "Ann Lee called for the mine to be closed."),
        ("When was the book published?", "The book is to be published in May."),
        ("When did the opera open?", "The opera was to open in 1965."),
        ("Which tanker was launched?", "The board cancelled the launch of the tanker Vega."),
        ("Who was arrested?", "Police tried to detain Lee."),
        ("Who voted?", "Police prevented Lee from voting."),
    ],
)
def test_an_event_may_be_planned_called_for_or_avoided_in_many_forms(question: str, sentence: str) -> None:
    assert is_unreal(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who refused to resign?", "Berg refused to resign."),
        ("What was planned for May?", "The port planned to close the dock in May."),
        ("Which minister was asked to resign?", "The party asked Berg to resign."),
        ("Who did not resign?", "Berg did not resign."),
        ("Which minister will resign?", "Berg will resign in May."),
        ("Did Berg resign?", "Berg refused to resign."),
        ("Who attacked Sarn?", "Oman denied responsibility for the attack on Sarn."),
        ("When was the palace built?", "The king ordered the palace to be built in 1431."),
        ("Who was caught?", "Holt tried to flee and was caught by two divers."),
        ("The mine was closed.", "Ann Lee called for the mine to be closed, and it closed in May."),
        ("When did he become a judge?", "He was to become a judge in 1965."),
        ("What was to be built in 1912?", "The bridge was to be built in 1912."),
        ("What was built in 1912?", "The bridge, built in 1912, may be closed."),
    ],
)
def test_a_question_about_a_refusal_a_plan_or_something_else_is_answered(question: str, sentence: str) -> None:
    assert not is_unreal(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "read", "unreal"),
    [
        ("Which ships did Oman send?", "Oman seeks help from Peru, including ferries and tugs.", "ferries", True),
        ("Which ships did Oman buy?", "Oman rejected two ships of Peru.", "two ships", True),
        ("Which ships does Oman want?", "Oman seeks help from Peru, including ferries and tugs.", "ferries", False),
        ("Which ships did Oman send?", "Oman sent ferries and seeks help.", "ferries", False),
        ("Which ships did Oman send?", "Oman seeks help, and lost two ferries.", "two ferries", False),
        ("Which country did Lee visit?", "Lee did not refuse the trip to Oman.", "Oman", False),
        ("Who attacked Oman?", "Peru refused the plan.", "Peru", False),
        ("When was the railway built?", "The governor wanted a railway by 1920.", "1920", True),
        ("When did the governor want a railway?", "The governor wanted a railway by 1920.", "1920", False),
    ],
)
def test_what_is_only_wanted_is_not_what_was_done(question: str, sentence: str, read: str, *, unreal: bool) -> None:
    start = sentence.index(read)

    assert is_unreal(question, sentence, (start, start + len(read))) is unreal
