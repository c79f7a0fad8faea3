"""The words of quotations: folded, laid side by side, and their differences named."""

import random

import pytest

from bot.quotes.alignment import align
from bot.quotes.differences import differences
from bot.quotes.given_words import marked_words, read_given
from bot.quotes.normal_words import words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def named(given: str, source: str) -> list[tuple[str, str, str]]:
    found = differences(align(read_given(given), words(source)), source)
    return [(one.kind.value, one.given, one.found) for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t GO", "we won't go"),
        ("the ofﬁce", "the office"),
        ("Cafe\u0301 Müller", "café Mu\u0308ller"),
        ("a — b", "a - b"),
        ("1,000 or 1\u202f000", "1000 or 1000"),
        ("co\u00adoperate", "cooperate"),
        ("5% & 6", "5 percent and six"),
        ("[T]he plan", "the plan"),
        ("“Yes”,  he\u00a0said", "yes he said"),
        ("ＵＮ １２", "un 12"),
    ],
)
def test_ways_to_write_the_same_words_make_no_difference(one: str, other: str) -> None:
    assert forms(one) == forms(other)


def test_every_word_knows_its_place_in_the_untouched_text() -> None:
    text = "\ufeff“We sent 1,000 ﬁsh\u00ad \N{GRINNING FACE} to the co\u00adop,” he said."
    assert [text[word.start : word.end] for word in words(text)] == [
        "We", "sent", "1,000", "ﬁsh\u00ad", "to", "the", "co\u00adop", "he", "said"
    ]  # fmt: skip


@pytest.mark.parametrize("_", range(40))
def test_places_hold_for_any_text(_: int) -> None:
    draw = random.Random(_)  # noqa: S311 - no secret
    text = "".join(draw.choice("ab1,. -—'’[]()“”\u00ad\u0301ﬁ\n…é%") for _ in range(60))
    for word in words(text):
        assert forms(text[word.start : word.end]) == [word.form]


@pytest.mark.parametrize(
    ("given", "source", "expected"),
    [
        ("we will send arms", "we will not send arms", [("dropped_negation", "", "not")]),
        ("we will not send arms", "we will send arms", [("added_negation", "not", "")]),
        ("they do know him", "they don’t know him", [("dropped_negation", "do", "don’t")]),
        ("it is unlikely to rain", "it is likely to rain", [("added_negation", "unlikely", "likely")]),
        ("we sent 2,000 boxes", "we sent 1,000 boxes", [("changed_number", "2,000", "1,000")]),
        ("fourteen boxes went", "forty-one boxes went", [("changed_number", "fourteen", "forty-one")]),
        ("it cost six million pounds", "it cost five million pounds", [("changed_number", "six", "five")]),
        ("between 4-5 men came", "between 45 men came", [("changed_number", "4-5", "45")]),
        ("between 4-5 men came", "between nine men came", [("changed_number", "4-5", "nine")]),
        ("we paid $8m for it", "we paid 9 million dollars for it", [("changed_number", "8", "9")]),
        ("we paid $8m for it", "we paid £8m for it", [("changed_word", "$", "£")]),
        ("we paid 8 million euros for it", "we paid $8m for it", [("changed_word", "euros", "$")]),
        ("we paid $8 million for it", "we paid 8 million for it", [("added_words", "$", "")]),
        ("it is our 2nd aim", "it is our first aim", [("changed_number", "2nd", "first")]),
        ("it is the 21 try", "it is the 21st try", [("changed_number", "21", "21st")]),
        ("we met Putin in May", "we met Kim in May", [("changed_name", "Putin", "Kim")]),
        ("we’re there", "were there", [("changed_word", "we’re", "were")]),
        ("it is a bad plan", "it is a good plan", [("changed_word", "bad", "good")]),
        ("it is a very good plan", "it is a good plan", [("added_words", "very", "")]),
        ("it is a good plan", "it is a very good plan", [("dropped_words", "", "very")]),
        ("we won't go there", "we will not go there", [("changed_word", "won't", "will not")]),
        ("we will not go there", "we won't ever go there", [("changed_word", "will not", "won't ever")]),
        (
            "we go home because we like it",
            "we go to the old town and then home because we like it",
            [("cut_clause", "", "to the old town and then")],
        ),
        ("we stay here", "we stay, if asked, here", [("cut_clause", "", "if asked")]),
        (
            "he met Kim and paid 3 dollars for a hat",
            "he met Putin and paid 5 dollars for a coat",
            [("changed_name", "Kim", "Putin"), ("changed_number", "3", "5"), ("changed_word", "hat", "coat")],
        ),
    ],
)
def test_every_difference_is_named_word_by_word(given: str, source: str, expected: list[tuple[str, str, str]]) -> None:
    assert named(given, source) == expected


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ("a nonproliferation regime", "a non-proliferation regime"),
        ("our on line shop", "our online shop"),
        ("the U.S. said so", "the US said so"),
        ("we sent 400 men", "we sent four hundred men"),
        ("25 men came", "twenty-five men came"),
        ("we dont know Russias plan", "we don’t know Russia’s plan"),
        ("the end is near", "it seems that the end is near now"),
        ("we spent $4.9m on it", "we spent 4.9 million dollars on it"),
        ("we spent 4.9 million dollars on it", "we spent $4.9 million on it"),
        ("about 4.9 bn pounds", "about £4.9bn"),
        ("a $5 bill", "a five-dollar bill"),
        ("some 10k men", "some ten thousand men"),
        ("our 1st aim", "our first aim"),
        ("the 21st try", "the twenty-first try"),
    ],
)
def test_spaces_dashes_and_the_spelling_of_numbers_are_no_differences(given: str, source: str) -> None:
    assert named(given, source) == []


@pytest.mark.parametrize(
    ("given", "source", "expected"),
    [
        ("we … go home", "we gladly go home", [("ellipsis", "…", "gladly")]),
        ("we [...] go home", "we gladly go home", [("ellipsis", "[...]", "gladly")]),
        ("we . . . go home", "we gladly go home", [("ellipsis", ". . .", "gladly")]),
        ("we will … go home", "we will not go home", [("dropped_negation", "…", "not")]),
        ("we … go home", "we won’t go home", [("dropped_negation", "…", "won’t")]),
        (
            "we have … sold the mill",
            "we have never, in all our years here, sold the mill",
            [("dropped_negation", "…", "never, in all our years here")],
        ),
        ("we raised … tax", "we raised no tax", [("dropped_negation", "…", "no")]),
        (
            "we are sorry … somebody lied",
            "we are sorry. We do not think that somebody lied",
            [("dropped_negation", "…", "We do not think that")],
        ),
        (
            "we know … it is safe",
            "we know that it was not ours and that it is safe",
            [("ellipsis", "…", "that it was not ours and that")],
        ),
        (
            "the mill is old, … but it is safe",
            "the mill is old, and it was not built by us, but it is safe",
            [("ellipsis", "…", "and it was not built by us")],
        ),
        ("we will not … sell the mill", "we will not, I say never, sell the mill", [("ellipsis", "…", "I say never")]),
        (
            "we will … sell the mill",
            "we will not only keep but sell the mill",
            [("ellipsis", "…", "not only keep but")],
        ),
        ("… go home …", "we gladly go home now", []),
        ("we go … home", "we go home", []),
        ("then [the North] sent arms", "then it sent arms", [("brackets", "[the North]", "it")]),
        ("we condemn[ed] it", "we condemn it", [("brackets", "condemn[ed]", "condemn")]),
        ("[W]e go home", "and we go home", []),
        ("we go [sic] home", "we go home", []),
        ("they attacked us", "they [the rebels] attacked us", [("brackets", "", "the rebels")]),
        ("they [the rebels] attacked us", "they [the rebels] attacked us", []),
        ("they [the US] attacked us", "they [the U.S.] attacked us", []),
        (
            "they [the rebels] attacked us",
            "they were then told that [the rebels] attacked us",
            [("cut_clause", "", "were then told that")],
        ),
        ("we will [not] go home", "we will go home", [("added_negation", "[not]", "")]),
        ("a [bad] plan it is", "a good plan it is", [("changed_word", "[bad]", "good")]),
        ("we met [Iran] there", "we met Egypt there", [("changed_name", "[Iran]", "Egypt")]),
        ("we met [Mr. Hale] there", "we met Mr. Kim there", [("changed_name", "[Mr. Hale]", "Mr. Kim")]),
        ("we met [Ann Lee] there", "we met Lee there", [("brackets", "[Ann Lee]", "Lee")]),
        ("we met [Ann Lee] there", "we met the President there", [("brackets", "[Ann Lee]", "the President")]),
        ("we met [the US] there", "we met America there", [("brackets", "[the US]", "America")]),
        ("to [Sudan’s] army", "to the Sudanese army", [("brackets", "[Sudan’s]", "the Sudanese")]),
        ("we met the [Old Mill Society]", "we met the OMS", [("brackets", "[Old Mill Society]", "OMS")]),
        ("he met [Kim Lee]", "he met the Korean leader", [("brackets", "[Kim Lee]", "the Korean leader")]),
        ("we saw [about 40] men", "we saw 40 men", [("brackets", "[about 40]", "40")]),
        ("we paid [5] dollars", "we paid 4 dollars", [("changed_number", "[5]", "4")]),
    ],
)
def test_editors_marks_are_honoured_and_what_they_stand_for_is_shown(
    given: str, source: str, expected: list[tuple[str, str, str]]
) -> None:
    assert named(given, source) == expected


@pytest.mark.parametrize(
    ("given", "source", "expected"),
    [
        ("[The mayor] never said it", "It rains. I never said it.", [("brackets", "[The mayor]", "I")]),
        ("we paid for [the mill]", "We paid for it. It rains.", [("brackets", "[the mill]", "it")]),
        ("we met them [the rebels]", "We met them in Paris.", [("brackets", "[the rebels]", "")]),
        ("we met in [Rome]", "We met in Paris in May.", [("changed_name", "[Rome]", "Paris")]),
        ("we asked [the guard]", "We asked Lee not to go.", [("brackets", "[the guard]", "Lee")]),
        ("we will [go home]", "We will not go home.", [("dropped_negation", "[go home]", "not go")]),
        (
            "[We think that] Lee took it",
            "We do not think that Lee took it.",
            [("dropped_negation", "[We think that]", "We do not think that")],
        ),
        (
            "[Kim] took it",
            "We do not think that Lee took it.",
            [("dropped_negation", "[Kim]", "We do not think that Lee")],
        ),
        ("[Kim] took it", "We do not think that he took it.", [("brackets", "[Kim]", "he")]),
        ("[Our people] sleep", "We do not work because the men sleep.", [("brackets", "[Our people]", "the men")]),
        ("[The board] left", "When no answer came, the council left.", [("brackets", "[The board]", "the council")]),
        ("[We think that] Lee took it", "Go. We think that Lee took it.", []),
    ],
)
def test_brackets_at_an_end_stand_for_the_words_beside_it(
    given: str, source: str, expected: list[tuple[str, str, str]]
) -> None:
    assert named(given, source) == expected


def test_an_amount_is_cut_out_of_a_text_with_its_sign_of_money() -> None:
    assert read_given("we paid $4.9m").written == "we paid $4.9m"
    assert read_given("$4.9m").written == "$4.9m"


def test_a_long_gap_does_not_draw_the_last_words_to_a_far_place() -> None:
    source = "we will build it for them in this town today. " + "Nobody asked. " * 30 + "It is for you."
    assert named("we will build it for you in this town", source) == [("changed_word", "you", "them")]


def test_a_quotation_pasted_with_its_cue_is_read_by_its_marks() -> None:
    inner = marked_words(read_given("“We … condemn it,” Kirby said. “We do.”"))

    assert inner is not None
    assert [word.form for word in inner.words] == ["we", "condemn", "it", "we", "do"]
    assert sorted(inner.inserted) == [1]
    assert marked_words(read_given("“We condemn it.”")) is None
