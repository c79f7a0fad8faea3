import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.citation import Answer, Citation
from bot.finding.reading import Reading
from eval.columns import Columns, columns
from eval.confidence_measures import brier_score, calibration_error, risk_coverage_area
from eval.errors import CaseError
from eval.kinds.reading.closed import best_threshold, lines, read
from eval.kinds.reading.opened import Case, Told, ask, outcome
from eval.kinds.reading.opened import lines as open_lines
from eval.kinds.reading.passages import Asked, read_asked
from eval.outcome import Outcome
from index import Document, Kind, Passage, Span
from tests.eval_fakes import answer

TEXT = "The bridge was built in 1931. It is made of steel."
WHEN = Asked("1", "When was the bridge built?", TEXT, ("1931", "in 1931"))
STEEL = Asked("2", "What is it made of?", TEXT, ("steel",))
NEVER = Asked("3", "When was the ferry built?", TEXT, ())


def span(words: str, score: float) -> Reading:
    start = TEXT.index(words)
    return Reading(start, start + len(words), score)


READINGS = {
    WHEN.question: span("in 1931", 0.9),
    STEEL.question: span("of steel", 0.6),
    NEVER.question: span("1931", 0.2),
}


def reads(threshold: float = 0.5, *asked: Asked) -> list[Outcome]:
    return [read(one, lambda question, _: READINGS[question], threshold) for one in asked or (WHEN, STEEL, NEVER)]


def numbers(outcomes: list[Outcome]) -> Columns:
    return columns([one.plain() for one in outcomes])


def figures(outcomes: list[Outcome], threshold: float) -> dict[str, float | None]:
    return {line.name: line.figure.value for line in lines(numbers(outcomes), threshold)}


def test_exact_match_and_f1_are_over_the_questions_that_have_answers() -> None:
    # "of steel" shares one word of two with "steel": precision 1/2, recall 1, F1 2/3.
    found = figures(reads(), 0.5)
    assert found["exact match"] == 0.5
    assert found["F1"] == pytest.approx((1 + 2 / 3) / 2)


def test_silence_is_right_where_nothing_answers_and_only_there() -> None:
    found = figures(reads(), 0.5)
    assert found["F1, own threshold"] == pytest.approx((1 + 2 / 3 + 1) / 3)
    assert (found["refused"], found["kept silent wrongly"]) == (1, 0)
    assert figures(reads(0.1), 0.1)["refused"] == 0
    assert figures(reads(0.7), 0.7)["kept silent wrongly"] == 0.5


def test_exact_match_over_all_questions_is_that_of_squad_2() -> None:
    # Of "in 1931" (0.9), "of steel" (0.6) and "1931" (0.2) the first is exact, and the last is no answer at all.
    found = figures(reads(0.5), 0.5)
    assert found["exact match, own threshold"] == found["exact match, best threshold"] == pytest.approx(2 / 3)
    bold = figures(reads(0.1), 0.1)
    assert bold["exact match, own threshold"] == pytest.approx(1 / 3)
    assert bold["exact match, best threshold"] == pytest.approx(2 / 3)


def test_the_best_threshold_of_exact_match_is_its_own() -> None:
    # "of steel" is worth 2/3 by F1, which is lost by silence from 0.6 on, and nothing by exact match.
    never = Asked("4", STEEL.question, TEXT, ())
    found = figures(reads(0.5, STEEL, STEEL, never), 0.5)
    assert found["F1, best threshold"] == pytest.approx((2 / 3 + 2 / 3) / 3)
    assert found["exact match, best threshold"] == pytest.approx(1 / 3)


def test_always_silent_has_the_share_of_questions_without_an_answer() -> None:
    assert figures(reads(), 0.5)["F1, always silent"] == pytest.approx(1 / 3)


def test_the_best_threshold_is_worth_most() -> None:
    def best(*asked: Asked) -> float:
        of = numbers(reads(0.5, *asked))
        silent = np.isnan(of.score("F1")).astype(np.float64)
        return best_threshold(of.score("score"), of.score("worth if said"), silent)

    assert 0.2 < best(WHEN, STEEL, NEVER) <= 0.6
    assert best(NEVER) > 0.2


def test_a_span_below_the_threshold_is_not_said_and_silence_is_right_where_nothing_answers() -> None:
    when, steel, never = reads(0.7)
    assert [one.right for one in (when, steel, never)] == [True, False, True]
    assert [one.labels for one in (when, steel, never)] == [
        ("answer", "answer"),
        ("answer", "silence"),
        ("silence", "silence"),
    ]
    assert (when.confidence, steel.confidence) == (0.9, None)


def test_a_reader_that_raises_has_failed_that_question() -> None:
    nothing: dict[str, Reading] = {}
    one = read(WHEN, lambda question, _: nothing[question], 0.5)
    assert one.error is not None
    assert one.right is False
    assert one.scores["F1"] == 0


def test_a_reader_that_always_raises_has_nothing_right_and_has_refused_nothing() -> None:
    nothing: dict[str, Reading] = {}
    found = figures([read(one, lambda question, _: nothing[question], 0.5) for one in (WHEN, STEEL, NEVER)], 0.5)
    for name in ("exact match", "F1", "F1, own threshold", "F1, best threshold", "refused"):
        assert found[name] == 0, name


def test_a_set_without_unanswerable_questions_has_no_figures_of_silence() -> None:
    assert "refused" not in figures(reads(0.5, WHEN, STEEL), 0.5)


def test_a_text_without_words_is_read_as_nothing() -> None:
    nothing = read(WHEN, lambda *_: None, 0.5)
    assert (nothing.scores["score"], nothing.scores["F1"], nothing.error) == (0, 0, None)


def cited(words: str, asked: Asked) -> Answer:
    start = TEXT.index(words)
    passage = Passage(Document(asked.document, TEXT), Span(start, start + len(words)))
    return answer(Citation(1, passage, None, Kind.NARRATION))


def told(asked: Asked, *, perfect: bool = True) -> list[Told]:
    def answerer(question: str, left_out: Collection[str]) -> Answer:
        silent = bool(left_out) or not asked.answers
        return Answer(question) if silent and perfect else cited(TEXT[:29], asked)

    return list(ask(asked, answerer))


def open_figures(told: list[Told]) -> dict[str, float | None]:
    return {line.name: line.figure.value for line in open_lines(numbers([outcome(one) for one in told]))}


def test_an_answerable_question_is_asked_twice_and_an_impossible_one_once() -> None:
    assert [one.case for one in told(WHEN)] == [Case.PRESENT, Case.LEFT_OUT]
    assert [one.case for one in told(NEVER)] == [Case.IMPOSSIBLE]


def test_a_hit_is_a_sentence_of_the_right_text_that_holds_the_answer() -> None:
    assert told(WHEN)[0].hit
    assert not told(STEEL)[0].hit
    elsewhere = Asked("4", WHEN.question, TEXT + " Or so they say.", WHEN.answers)
    assert not Told(elsewhere, Case.PRESENT, cited(TEXT[:29], WHEN), None, 0.1).hit
    assert not Told(WHEN, Case.LEFT_OUT, cited(TEXT[:29], WHEN), None, 0.1).hit


def test_the_first_sentence_that_is_offered_beside_a_refusal_is_found_and_no_hit() -> None:
    right, wrong = (cited(words, WHEN).citations[0] for words in (TEXT[:29], TEXT[30:50]))
    for related, found in (((right, wrong), True), ((wrong, right), False)):
        silent = Told(WHEN, Case.PRESENT, Answer(WHEN.question, related=related), None, 0.1)
        assert (silent.found, silent.hit) == (found, False)
    assert told(WHEN)[0].found
    assert not told(WHEN)[1].found


def test_a_perfect_answerer_scores_one_and_one_that_never_refuses_less() -> None:
    perfect = open_figures([*told(WHEN), *told(NEVER)])
    for name in ("citation hit", "refusal precision", "refusal recall", "near misses refused", "given answers right"):
        assert perfect[name] == 1, name
    bold = open_figures([*told(WHEN, perfect=False), *told(NEVER, perfect=False)])
    assert (bold["citation hit"], bold["refusal recall"], bold["near misses refused"]) == (1, 0, 0)
    assert bold["refusal precision"] is None
    assert bold["given answers right"] == 0.5


def test_an_answerer_that_raises_has_neither_answered_nor_refused() -> None:
    def raising(question: str, left_out: Collection[str]) -> Answer:
        raise RuntimeError(question, left_out)

    first, second = ask(WHEN, raising)
    assert first.error is not None
    assert first.error.startswith("RuntimeError")
    assert not first.hit
    assert not second.refused


def test_squads_own_form_is_read_as_it_is(tmp_path: Path) -> None:
    asked = {"id": "1", "question": WHEN.question, "answers": [{"text": "1931", "answer_start": 24}]}
    never = {"id": "3", "question": NEVER.question, "answers": [], "is_impossible": True}
    squad = {"version": "v2.0", "data": [{"title": "B", "paragraphs": [{"context": TEXT, "qas": [asked, never]}]}]}
    (tmp_path / "squad.json").write_text(json.dumps(squad, indent=2))
    found = list(read_asked(tmp_path / "squad.json"))
    assert [(one.id, one.answers, one.title) for one in found] == [("1", ("1931",), "B"), ("3", (), "B")]


def test_questions_are_put_in_slices_by_the_title_of_their_text() -> None:
    titled = replace(WHEN, title="Bridges")
    assert reads(0.5, titled)[0].slices["title"] == outcome(told(titled)[0]).slices["title"] == "Bridges"


def test_an_answer_that_the_text_does_not_have_is_refused_with_its_line(tmp_path: Path) -> None:
    row = {"id": "1", "question": "?", "context": TEXT, "answers": ["1932"]}
    (tmp_path / "set.jsonl").write_text(json.dumps(row))
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*'1932' does not stand in the text"):
        list(read_asked(tmp_path / "set.jsonl"))


def test_confidence_that_is_always_right_has_no_error() -> None:
    assert calibration_error([1.0, 0.0], [True, False]) == brier_score([1.0, 0.0], [True, False]) == 0
    assert calibration_error([0.0, 1.0], [True, False]) == brier_score([0.0, 1.0], [True, False]) == 1
    assert calibration_error([], []) is brier_score([], []) is risk_coverage_area([], []) is None


def test_a_confidence_turned_round_has_more_risk() -> None:
    sure, right = [0.9, 0.8, 0.2, 0.1], [True, True, False, False]
    # Shares wrong among the surest one to four: 0, 0, 1/3, 1/2; turned round 1, 1, 2/3, 1/2.
    assert risk_coverage_area(sure, right) == pytest.approx((1 / 3 + 1 / 2) / 4)
    assert risk_coverage_area([1 - one for one in sure], right) == pytest.approx((1 + 1 + 2 / 3 + 1 / 2) / 4)
