import pytest

from bot.citation import Answer
from eval import CaseError, run
from eval.baselines import NearestSentence, always_silent
from eval.measures import MEASURES
from eval.runner import compare
from eval.showing.html_page import html_page
from index import Document
from tests.eval_fakes import BUILT, CASES, DOCUMENT, FACT, NOTHING, REED, RIGHT, SAFE, stored

BY_NAME = {measure.name: measure for measure in MEASURES}


def right(question: str) -> Answer:
    return RIGHT[question]


def failing_at_facts(question: str) -> Answer:
    if question == FACT.question:
        message = "out of paper"
        raise RuntimeError(message)
    return right(question)


def test_right_answers_are_all_correct() -> None:
    report = run(CASES, right, documents=stored)
    assert report.figures()["correct"].value == 1
    assert report.wrong == report.failures == ()


def test_an_answerer_that_raises_is_a_failed_row_and_not_the_end() -> None:
    report = run(CASES, failing_at_facts, documents=stored)
    (failure,) = report.failures
    assert (failure.case, failure.answer, failure.error) == (FACT, None, "RuntimeError: out of paper")
    assert failure.value("citation hit") == 0
    assert len(report.rows) == 3
    assert report.figures()["correct"].value == pytest.approx(2 / 3)
    assert report.wrong == (failure,)


def test_an_answerer_that_does_not_return_an_answer_has_failed() -> None:
    report = run([FACT], lambda _: "1931", documents=stored)  # type: ignore[arg-type, return-value]
    assert report.rows[0].error == "TypeError: an answerer returns an Answer, not str"


def test_an_interrupted_run_is_interrupted() -> None:
    def interrupted(_: str) -> Answer:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(CASES, interrupted)


def test_the_order_of_the_cases_does_not_matter() -> None:
    forward, backward = (run(cases, failing_at_facts).figures() for cases in (CASES, CASES[::-1]))
    assert forward == backward


def test_figures_leave_out_what_does_not_apply() -> None:
    figures = run(CASES, right, documents=stored).figures()
    assert figures["refusal recall"].applicable == 1
    assert figures["citation hit"].applicable == 2
    nothing = run([FACT], right).figures()["refusal recall"]
    assert (nothing.value, nothing.low, nothing.high, nothing.applicable) == (None, None, None, 0)


def test_latency_is_measured_over_the_answers_that_came() -> None:
    report = run(CASES, failing_at_facts)
    median, late = report.seconds(50), report.seconds(95)
    assert median.applicable == 2
    assert median.value is not None
    assert late.value is not None
    assert 0 <= median.value <= late.value


def test_a_report_can_be_narrowed_to_one_kind_of_question() -> None:
    report = run(CASES, right)
    assert [row.case for row in report.of_kind(NOTHING.kind).rows] == [NOTHING]


@pytest.mark.parametrize("cases", [(), (FACT, FACT)])
def test_no_cases_and_cases_with_one_id_are_refused(cases: tuple[()]) -> None:
    with pytest.raises(CaseError):
        run(cases, right)


def test_runs_are_compared_case_by_case() -> None:
    before, after = run(CASES, failing_at_facts), run(CASES, right)
    gain = compare(before, after, BY_NAME["correct"])
    assert gain.value == pytest.approx(1 / 3)
    assert gain.applicable == 3


def test_runs_of_other_cases_cannot_be_compared() -> None:
    with pytest.raises(CaseError, match="same cases"):
        compare(run([FACT], right), run([NOTHING], right), BY_NAME["correct"])


def test_silence_refuses_everything() -> None:
    figures = run(CASES, always_silent).figures()
    assert figures["refusal recall"].value == 1
    assert figures["refusal precision"].value == pytest.approx(1 / 3)
    assert figures["citation F1"].value == 0


def test_the_nearest_sentence_shares_most_words_with_the_question() -> None:
    nearest = NearestSentence.over([DOCUMENT])
    assert [sentence.text for sentence in nearest.sentences] == [
        f'Ann Reed said "{SAFE}" on Monday.',
        "The Harbour Board said the ferry will stop.",
        "Reed added that nobody was hurt.",
        BUILT,
    ]
    given = nearest("When was the bridge built?")
    assert given.citations[0].text == BUILT
    assert given.citations[0].speaker is None


def test_a_question_without_a_common_word_finds_no_nearest_sentence() -> None:
    assert not NearestSentence.over([DOCUMENT])("Why?").answered
    assert not NearestSentence.over([])("Why?").answered


def test_a_closing_quote_mark_stays_with_its_sentence() -> None:
    sentences = NearestSentence.over([Document("a", 'He said "go." They went')]).sentences
    assert [sentence.text for sentence in sentences] == ['He said "go."', "They went"]


def test_a_report_is_what_a_page_is_made_of() -> None:
    found = run(CASES, RIGHT.__getitem__, documents=stored).results()
    assert {line.name: line.figure.value for line in found.lines}["correct"] == 1
    assert REED.question not in "".join(html_page("Trust", [found]))  # what is right is no failure
    nothing: dict[str, Answer] = {}
    failed = run(CASES, nothing.__getitem__).results()
    assert failed.failed == 3
    assert REED.question in "".join(html_page("Trust", [failed]))


def test_baselines_run_like_any_other_answerer() -> None:
    report = run([REED, FACT], NearestSentence.over([DOCUMENT]), documents=stored)
    assert report.figures()["verbatim"].value == 1
    assert report.failures == ()
