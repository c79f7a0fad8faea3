import io
import json
from collections.abc import Mapping

from rich.console import Console, RenderableType

from bot.citation import Answer
from eval import Case, run
from eval.baselines import always_silent
from eval.case import QuestionKind
from eval.measures import MEASURES
from eval.report import results, wrong_answers
from eval.results import plain, table
from eval.runner import Report
from tests.eval_fakes import CASES, FACT, HURT, NOTHING, REED, RIGHT, answer, cite, stored


def shown(what: RenderableType) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(what, soft_wrap=True)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def figures(report: Report, baselines: Mapping[str, Report] | None = None) -> RenderableType:
    return table(results(report, {}, baselines))


def wrong(question: str) -> Answer:
    if question == FACT.question:
        message = "out of [bold]paper"
        raise RuntimeError(message)
    return answer(cite(HURT, "Ann Reed"))


def test_every_figure_is_shown_with_interval_count_and_meaning() -> None:
    text = shown(figures(run(CASES, RIGHT.__getitem__, documents=stored)))
    for measure in MEASURES:
        assert measure.name in text
        assert measure.meaning in text
    (correct,) = [line for line in text.splitlines() if " correct " in line]
    assert "1.000" in correct
    assert "1.000 to 1.000" in correct
    assert " 3 " in correct
    assert "seconds, p95" in text


def test_what_does_not_apply_is_shown_as_a_dash() -> None:
    text = shown(figures(run([FACT], RIGHT.__getitem__)))
    (line,) = [line for line in text.splitlines() if "refusal recall" in line]
    assert "–" in line
    assert "0.000" not in line


def test_baselines_stand_beside_the_figures() -> None:
    report = run(CASES, RIGHT.__getitem__)
    text = shown(figures(report, {"silent": run(CASES, always_silent)}))
    (line,) = [line for line in text.splitlines() if " correct " in line]
    assert "silent" in text
    assert "0.333" in line


def test_wrong_answers_show_question_expectation_answer_and_quotes() -> None:
    text = shown(wrong_answers(run(CASES, wrong, documents=stored)))
    assert REED.question in text
    assert "expected  Ann Reed: the bridge is safe" in text
    assert "expected  the source: The bridge was built in 1931." in text
    assert "expected  silence" in text
    assert f"quote 1   Ann Reed: {HURT} (bridge.txt, 106 to 121)" in text
    assert "raised    RuntimeError: out of [bold]paper" in text


def test_brackets_in_a_question_are_shown_as_they_are() -> None:
    case = Case("[red]", "Is [/] here?", QuestionKind.UNANSWERABLE, tags=("[a]",))
    text = shown(wrong_answers(run([case], lambda _: answer(cite(HURT)))))
    assert "[red] ([a]): Is [/] here?" in text


def test_a_report_becomes_plain_json() -> None:
    report = run(CASES, wrong, documents=stored)
    found = results(report, {"index": "i"}, {"silent": run(CASES, always_silent)})
    values = plain(found, {"set": "a"})
    again = json.loads(json.dumps(values, allow_nan=False))
    assert again == values
    assert again["about"] == {"set": "a", "index": "i"}
    assert (again["cases"], again["failed"]) == (3, 1)
    assert set(again["figures"]) == set(again["baselines"]["silent"]) >= {measure.name for measure in MEASURES}
    assert [row["id"] for row in again["rows"]] == ["built", "nothing", "reed"]
    assert again["rows"][0]["answer"] is None
    assert again["rows"][1]["scores"]["citation hit"] is None
    assert again["rows"][2]["answer"]["citations"][0]["text"] == HURT
    assert again["figures"]["correct, unanswerable"]["applicable"] == 1
    assert again["rows"][1]["question"] == NOTHING.question
