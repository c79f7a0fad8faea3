"""What is made of true quotations, and how checks of it are counted; every expectation is worked by hand."""

import random

import pytest

from bot.citation import Citation
from bot.quotes.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from eval import misquotes
from eval.columns import columns
from eval.kinds.quotations.checks import Checked, check, check_lines, outcome
from eval.kinds.quotations.gold import article
from eval.kinds.quotations.misquoted import ALTERED, TRUE, Asked, asked, true_quotes
from index import Kind, Passage
from tests.eval_article import quote

LONG = "we will not send arms to them before the new year begins in the old town".split()  # noqa: SIM905


def draw() -> random.Random:
    return random.Random(3)  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("words", "altered"),
    [
        ("we will not go", "we will go"),
        ("they don’t know, he said", "they do know, he said"),
        ("it won't rain", "it will rain"),
        ("not at all", None),  # what stands at an end is cut, not altered
        ("we will go", None),
    ],
)
def test_a_negation_is_dropped_only_inside(words: str, altered: str | None) -> None:
    new = misquotes.dropped_negation(words.split(), draw())
    assert (None if new is None else " ".join(new)) == altered


@pytest.mark.parametrize(
    ("words", "altered"),
    [
        ("it is safe", "it is not safe"),
        ("it is not safe", None),
        ("the new bridge", None),
    ],
)
def test_a_negation_is_added_behind_an_auxiliary_that_is_not_negated(words: str, altered: str | None) -> None:
    new = misquotes.added_negation(words.split(), draw())
    assert (None if new is None else " ".join(new)) == altered


@pytest.mark.parametrize(
    ("words", "altered"), [("about $40, maybe", "about $81, maybe"), ("some 5% more", "some 11% more")]
)
def test_a_number_keeps_its_form(words: str, altered: str) -> None:
    new = misquotes.changed_number(words.split(), draw())
    assert new is not None
    assert " ".join(new) == altered


def test_a_name_at_the_start_of_a_sentence_may_be_any_word_and_stays() -> None:
    assert misquotes.changed_name(["Kim", "left."], draw(), ["Kim", "Putin"]) is None
    assert misquotes.changed_name(["Yes.", "Kim", "left."], draw(), ["Kim", "Putin"]) is None
    assert misquotes.changed_name(["when", "Kim,", "left"], draw(), ["Kim", "Putin"]) == ["when", "Putin,", "left"]


def test_small_words_are_not_changed() -> None:
    assert misquotes.changed_word(["we", "will", "be", "here"], draw(), ["bridge"]) is None
    assert misquotes.changed_word(["we", "like", "bridges."], draw(), ["towns", "bridges"]) == ["we", "like", "towns."]


def test_a_clause_is_cut_out_of_the_middle_and_an_ellipsis_says_so_where_it_is_honest() -> None:
    cut, marked = misquotes.cut_clause(LONG, draw()), misquotes.with_ellipsis(LONG, draw())

    assert cut is not None
    assert marked is not None
    assert (cut[:3], cut[-3:]) == (LONG[:3], LONG[-3:])
    assert 4 <= len(LONG) - len(cut) <= 8
    assert [word for word in marked if word not in {"...", "…", "[...]"}] == cut
    assert misquotes.cut_clause(LONG[:9], draw()) is None


def test_no_ellipsis_of_an_honest_editor_hides_a_negation() -> None:
    said = ["he", "told", "us", "that", "some", "of", "it", "was", "already", "sold"]
    denied = [word.replace("some", "none") for word in said]

    assert misquotes.with_ellipsis(said, draw()) is not None
    assert misquotes.with_ellipsis(denied, draw()) is None


def test_what_has_an_ellipsis_where_it_is_cut_is_left_alone() -> None:
    assert misquotes.cut_clause(["a…"] * 20, draw()) is None


def test_the_same_seed_gives_the_same_quotations() -> None:
    assert [misquotes.with_brackets(LONG, draw()) for _ in range(2)] == [
        [*LONG[:6], "[the voters]", *LONG[7:]],
        [*LONG[:6], "[the voters]", *LONG[7:]],
    ]


TEXT = (
    "“We will not close the old bridge before the new year,” Ann Reed said. “It is safe for all of us here.” "
    "Tom Hale calls it “a heavy burden for this town” and a risk. Hale said the ferry costs a fortune this year."
)
ARTICLE = article({
    "id": "harbour",
    "text": TEXT,
    "quotes": [
        {
            **quote("Ann", "Ann", "Ann", "direct"),
            "content_spans": [[0, TEXT.index(" Ann")], [TEXT.index("“It"), TEXT.index(" Tom")]],
            "speaker_spans": [[TEXT.index("Ann"), TEXT.index(" said")]],
            "cue_spans": [[TEXT.index("said"), TEXT.index(". “It")]],
        },
        {
            **quote("Ann", "Ann", "Ann", "mixed"),
            "content_spans": [[TEXT.index("it “a"), TEXT.index(" and a risk")]],
            "speaker_spans": [[TEXT.index("Tom"), TEXT.index(" calls")]],
            "cue_spans": [[TEXT.index("calls"), TEXT.index(" it “a")]],
        },
        {
            **quote("Ann", "Ann", "Ann"),
            "content_spans": [[TEXT.index("the ferry"), len(TEXT) - 1]],
            "speaker_spans": [[TEXT.rindex("Hale"), TEXT.rindex(" said")]],
            "cue_spans": [[TEXT.rindex("said"), TEXT.rindex(" the ferry")]],
        },
    ],
})  # fmt: skip


def test_true_quotations_are_the_direct_ones_and_what_stands_in_marks_of_mixed_ones() -> None:
    assert [" ".join(one.words) for one in true_quotes([ARTICLE])] == [
        "We will not close the old bridge before the new year It is safe for all of us here.",
        "a heavy burden for this town",
    ]


def test_every_sort_is_asked_of_what_it_can_be_made_of() -> None:
    found = asked([ARTICLE], 7)
    by_sort: dict[str, list[Asked]] = {}
    for one in found:
        by_sort.setdefault(one.sort, []).append(one)

    assert [one.speaker for one in by_sort["true, its speaker"]] == ["Ann Reed", "Tom Hale"]
    assert [one.speaker for one in by_sort["wrong speaker"]] == ["Tom Hale", "Ann Reed"]
    assert [one.words for one in by_sort["reported words"]] == ["the ferry costs a fortune this year"]
    assert len(by_sort["negation dropped"]) == 1
    assert "not" not in by_sort["negation dropped"][0].words.split()
    assert set(by_sort) <= {*TRUE, *ALTERED, "wrong speaker", "reported words", "of another article"}
    assert asked([ARTICLE], 7) == found


def test_a_single_quotation_can_be_asked_alone() -> None:
    row = {**quote("Ann", "Ann", "Ann", "direct"), "content_spans": [[TEXT.index("“a"), TEXT.index(" and a risk")]]}
    alone = article({"id": "a", "text": TEXT, "quotes": [row]})
    assert {"true", "stitched"} & {one.sort for one in asked([alone], 7)} == {"true"}


def checks(one: Asked) -> QuoteCheck:
    """A checker that takes everything for altered by a changed word, and raises at what is reported."""
    if one.sort == "reported words":
        message = "nothing"
        raise ValueError(message)
    changed = Difference(DifferenceKind.CHANGED_WORD, "a", "b")
    return QuoteCheck(one.words, one.speaker, QuoteStatus.ALTERED, differences=(changed,))


def test_checks_are_counted_by_sort() -> None:
    checked = [check(one, checks) for one in asked([ARTICLE], 7)]
    rows = [outcome(one).plain() for one in checked]
    figures = {line.name: line.figure.value for line in check_lines(columns(rows))}

    assert figures["true"] == 0
    assert (figures["word changed"], figures["word changed, named"]) == (1, 1)
    assert (figures["negation dropped"], figures["negation dropped, named"]) == (1, 0)
    assert (figures["wrong speaker"], figures["reported words"]) == (0, 0)
    assert figures["number changed"] is None
    assert [one.error for one in checked if one.error] == ["ValueError: nothing"]


def test_reported_words_are_shown_where_the_nearest_place_is_theirs() -> None:
    (one,) = [one for one in asked([ARTICLE], 7) if one.sort == "reported words"]
    ferry, bridge = (
        Citation(1, Passage(ARTICLE.document, span), None, Kind.NARRATION)
        for span in (one.quote.pieces[0], true_quotes([ARTICLE])[0].pieces[0])
    )

    def shown(near: Citation) -> bool:
        return Checked(one, QuoteCheck(one.words, None, QuoteStatus.NOT_FOUND, nearest=near), None, 0.1).shown

    assert (shown(ferry), shown(bridge)) == (True, False)
