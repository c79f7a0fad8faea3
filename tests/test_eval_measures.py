import pytest

from bot.citation import Answer
from eval.case import Case, QuestionKind
from eval.measures import MEASURES, scores
from eval.trial import Trial
from index import Document
from tests.eval_fakes import (
    BUILT,
    CASES,
    FACT,
    FERRY,
    HURT,
    NOTHING,
    OTHER,
    REED,
    RIGHT,
    SAFE,
    TEXT,
    answer,
    cite,
    gold,
    stored,
)


def measured(case: Case, given: Answer | None) -> dict[str, float | None]:
    return {score.measure: score.value for score in scores(Trial(case, given, stored))}


def test_gold_against_itself_is_perfect_in_every_measure_that_applies() -> None:
    for case in CASES:
        values = measured(case, RIGHT[case.question])
        applicable = {name: value for name, value in values.items() if value is not None}
        assert applicable.pop("misattribution", 0) == 0
        assert set(applicable.values()) == {1}


def test_every_measure_applies_to_some_case() -> None:
    applied = {
        name
        for case in (*CASES, NOTHING)
        for name, value in measured(case, RIGHT[case.question]).items()
        if value is not None
    }
    assert applied == {measure.name for measure in MEASURES}


def test_every_measure_says_what_it_means_and_where_it_comes_from() -> None:
    assert all(measure.meaning and measure.source for measure in MEASURES)
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)


def test_what_does_not_apply_is_none_and_not_zero() -> None:
    values = measured(NOTHING, Answer("?"))
    assert {name for name, value in values.items() if value is not None} == {
        "correct",
        "refusal precision",
        "refusal recall",
    }


def test_citing_nothing_has_no_precision_but_no_recall_and_no_f1_either() -> None:
    values = measured(FACT, Answer("?"))
    assert (values["citation precision"], values["citation recall"], values["citation F1"]) == (None, 0, 0)
    assert (values["citation hit"], values["verbatim"], values["exact match"]) == (0, None, 0)


def test_precision_recall_and_f1_count_characters() -> None:
    # SAFE has 18 characters, HURT 15, FERRY 19: 18 of 37 cited characters are gold, 18 of 33 gold ones are cited.
    values = measured(REED, answer(cite(SAFE, "Ann Reed"), cite(FERRY, "The Harbour Board")))
    assert values["citation precision"] == pytest.approx(18 / 37)
    assert values["citation recall"] == pytest.approx(18 / 33)
    assert values["citation F1"] == pytest.approx(2 * 18 / (37 + 33))
    assert values["citation hit"] == 1
    assert values["quotes complete"] == 0.5
    assert values["quotes in order"] == 0


def test_characters_cited_twice_count_once() -> None:
    values = measured(FACT, answer(cite(BUILT), cite(BUILT)))
    assert values["citation precision"] == 1


def test_a_shifted_quote_lowers_precision_and_recall_before_it_stops_to_be_a_hit() -> None:
    # 29 characters moved by 4 to the left: 25 in common, 33 in all, a Jaccard of 0.76.
    near = measured(FACT, answer(cite(BUILT, shift=-4)))
    assert near["citation precision"] == pytest.approx(25 / 29)
    assert near["citation recall"] == pytest.approx(25 / 29)
    assert near["citation hit"] == 1
    # Moved by 12: 17 in common, 41 in all, 0.41.
    assert measured(FACT, answer(cite(BUILT, shift=-12)))["citation hit"] == 0


def test_the_same_offsets_in_another_document_are_no_hit() -> None:
    values = measured(FACT, answer(cite(BUILT, document=OTHER)))
    assert (values["citation hit"], values["citation precision"], values["citation recall"]) == (0, 0, 0)


def test_swapped_speakers_lower_attribution_and_raise_misattribution() -> None:
    case = Case("both", "?", QuestionKind.SPEAKER, (gold(SAFE, "Ann Reed"), gold(FERRY, "The Harbour Board")))
    swapped = measured(case, answer(cite(SAFE, "The Harbour Board"), cite(FERRY, "Ann Reed")))
    assert (swapped["attribution"], swapped["misattribution"], swapped["correct"]) == (0, 1, 0)
    assert swapped["citation F1"] == 1


def test_naming_nobody_is_no_misattribution() -> None:
    values = measured(REED, answer(cite(SAFE, "Ann Reed"), cite(HURT)))
    assert (values["attribution"], values["misattribution"]) == (0.5, 0)


def test_giving_narration_a_speaker_is_misattribution() -> None:
    values = measured(FACT, answer(cite(BUILT, "Ann Reed")))
    assert (values["attribution"], values["misattribution"]) == (None, 1)


def test_quotes_out_of_order_are_noticed() -> None:
    values = measured(REED, answer(cite(HURT, "Ann Reed"), cite(SAFE, "Ann Reed")))
    assert (values["quotes in order"], values["quotes complete"], values["correct"]) == (0, 1, 0)


def test_one_citation_over_several_quotes_gives_only_one_of_them() -> None:
    whole = answer(cite(TEXT, "Ann Reed"))
    assert measured(REED, whole)["quotes complete"] == 0


def test_an_optional_quote_may_be_cited_or_left_out_and_is_not_enough_alone() -> None:
    case = Case("optional", "?", QuestionKind.SPEAKER, (gold(SAFE, "Ann Reed"), gold(HURT, "Ann Reed", optional=True)))
    for given in (answer(cite(SAFE, "Reed")), answer(cite(SAFE, "Reed"), cite(HURT, "Reed"))):
        values = measured(case, given)
        assert (values["correct"], values["citation F1"], values["quotes in order"]) == (1, 1, 1)
    alone = measured(case, answer(cite(HURT, "Reed")))
    assert (alone["citation hit"], alone["citation precision"], alone["citation recall"]) == (0, 1, 0)


def test_where_any_quote_suffices_the_best_one_counts() -> None:
    golds = (gold(f'Ann Reed said "{SAFE}" on Monday.', "Ann Reed"), gold(SAFE, "Ann Reed"))
    case = Case("any", "?", QuestionKind.FACT, golds, any_suffices=True)
    values = measured(case, answer(cite(SAFE, "Ann Reed")))
    assert (values["correct"], values["citation precision"], values["citation recall"]) == (1, 1, 1)


def test_a_quote_that_differs_from_the_stored_text_is_not_verbatim() -> None:
    def altered(document_id: str) -> Document:
        return Document(document_id, TEXT.replace("safe", "shut"))

    given = RIGHT[REED.question]
    values = {score.measure: score.value for score in scores(Trial(REED, given, altered))}
    assert (values["verbatim"], values["correct"]) == (0.5, 0)


def test_a_quote_from_a_document_that_is_not_stored_is_not_verbatim() -> None:
    stray = Document("stray.txt", TEXT)
    assert measured(FACT, answer(cite(BUILT), cite(BUILT, document=stray)))["verbatim"] == 0.5


def test_without_a_store_a_quote_is_compared_with_its_own_document() -> None:
    values = {score.measure: score.value for score in scores(Trial(FACT, RIGHT[FACT.question]))}
    assert values["verbatim"] == 1


def test_a_dropped_refusal_lowers_refusal_recall() -> None:
    values = measured(NOTHING, answer(cite(BUILT)))
    assert (values["refusal recall"], values["refusal precision"], values["correct"]) == (0, None, 0)


def test_a_wrong_refusal_lowers_refusal_precision() -> None:
    values = measured(FACT, Answer("?"))
    assert (values["refusal recall"], values["refusal precision"], values["correct"]) == (None, 0, 0)


@pytest.mark.parametrize("case", CASES)
def test_an_answerer_that_raised_neither_answered_nor_refused(case: Case) -> None:
    values = measured(case, None)
    assert values["correct"] == 0
    assert values["refusal precision"] is None
    assert values["refusal recall"] == (None if case.answerable else 0)


def test_short_answers_are_compared_with_the_nearest_gold_one() -> None:
    values = measured(FACT, answer(cite(BUILT), short="In the year 1931!"))
    assert values["exact match"] == 0
    assert values["short F1"] == pytest.approx(2 * 2 / (3 + 2))
    assert measured(FACT, answer(cite(BUILT), short="In 1931."))["exact match"] == 1


def test_a_case_without_short_answers_has_no_exact_match() -> None:
    values = measured(REED, RIGHT[REED.question])
    assert (values["exact match"], values["short F1"]) == (None, None)


def test_citing_everything_is_not_correct() -> None:
    everything = answer(*(cite(f"{sentence}.") for sentence in TEXT.rstrip(".").split(". ")))
    values = measured(FACT, everything)
    assert (values["citation recall"], values["correct"]) == (1, 0)
