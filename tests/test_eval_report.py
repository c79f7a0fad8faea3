from io import StringIO

from rich.console import Console

from bot.citation import Answer
from eval import run
from eval.baselines import always_silent
from eval.case import Case, QuestionKind
from eval.measures import MEASURES
from eval.report import results, rows
from eval.results import Results
from eval.runner import Report
from eval.showing.json_file import plain
from eval.showing.terminal import show
from tests.eval_fakes import CASES, FACT, HURT, NOTHING, REED, RIGHT, answer, cite, stored


def shown(found: Results, most: int = 20) -> str:
    console = Console(file=StringIO(), width=250)
    show(found, console, most)
    output = console.file
    assert isinstance(output, StringIO)
    return output.getvalue()


def found(report: Report, baselines: dict[str, Report] | None = None) -> Results:
    return results(rows(report), {}, {name: rows(of) for name, of in (baselines or {}).items()})


def wrong(question: str) -> Answer:
    if question == FACT.question:
        message = "out of [bold]paper"
        raise RuntimeError(message)
    return answer(cite(HURT, "Ann Reed"))


def test_every_figure_is_shown_with_interval_count_and_meaning() -> None:
    text = shown(found(run(CASES, RIGHT.__getitem__, documents=stored)))
    for measure in MEASURES:
        assert measure.name in text
        assert measure.meaning in text
    (correct,) = [line for line in text.splitlines() if " correct " in line]
    assert "1.000" in correct
    assert "1.000 to 1.000" in correct
    assert " 3 " in correct
    assert "seconds, p95" in text


def test_what_does_not_apply_is_shown_as_a_dash() -> None:
    text = shown(found(run([FACT], RIGHT.__getitem__)))
    (line,) = [line for line in text.splitlines() if "refusal recall" in line]
    assert "–" in line
    assert "0.000" not in line


def test_baselines_stand_beside_the_figures() -> None:
    report = run(CASES, RIGHT.__getitem__)
    text = shown(found(report, {"silent": run(CASES, always_silent)}))
    (line,) = [line for line in text.splitlines() if " correct " in line]
    assert "silent" in text
    assert "0.333" in line


def test_wrong_answers_show_question_expectation_answer_and_quotes() -> None:
    text = shown(found(run(CASES, wrong, documents=stored)))
    assert REED.question in text
    assert "expected  Ann Reed: the bridge is safe" in text
    assert "expected  the source: The bridge was built in 1931." in text
    assert "expected  silence" in text
    assert f"quote     Ann Reed: {HURT} (bridge.txt, 106 to 121)" in text
    assert "raised    RuntimeError: out of [bold]paper" in text


def test_of_many_failures_the_first_are_shown_and_the_others_counted() -> None:
    text = shown(found(run(CASES, wrong, documents=stored)), most=1)
    assert "2 more that are not right" in text
    assert text.count("expected") == 1


def test_brackets_in_a_question_are_shown_as_they_are() -> None:
    case = Case("[red]", "Is [/] here?", QuestionKind.UNANSWERABLE, tags=("[a]",))
    text = shown(found(run([case], lambda _: answer(cite(HURT)))))
    assert "[red] (unanswerable, 1 to 5 words, [a]): Is [/] here?" in text


def test_a_report_becomes_plain_json() -> None:
    report = run(CASES, wrong, documents=stored)
    values = plain(results(rows(report), {"index": "i"}, {"silent": rows(run(CASES, always_silent))}))
    assert values["about"] == {"index": "i"}
    assert (values["cases"], values["failed"]) == (3, 1)
    assert set(values["baselines"]["silent"]) >= {measure.name for measure in MEASURES}
    assert [row["id"] for row in values["rows"]] == ["built", "nothing", "reed"]
    assert values["rows"][0]["answer"] is None
    assert values["rows"][1]["scores"]["citation hit"] is None
    assert values["rows"][2]["answer"]["citations"][0]["text"] == HURT
    assert values["figures"]["correct, unanswerable"]["applicable"] == 1
    assert values["rows"][1]["question"] == NOTHING.question


def test_a_report_becomes_a_table_where_what_does_not_apply_is_missing() -> None:
    frame = run(CASES, RIGHT.__getitem__, documents=stored).frame()
    assert list(frame["id"]) == ["built", "nothing", "reed"]
    assert frame["refusal recall"].isna().tolist() == [True, False, True]
    assert frame["citation hit"].mean() == 1
