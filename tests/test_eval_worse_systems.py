"""Gold against itself scores 1 on every measure, and a worse system scores worse where it should be noticed."""

from dataclasses import replace

import pytest

from bot.citation import Answer, Citation, Statement, number_from_one
from eval import Case, QuestionKind, run
from eval.measures import MEASURES
from index import Kind, Passage, Span
from tests.eval_fakes import BUILT, DOCUMENT, FACT, FERRY, NOTHING, REED, TEXT, gold, stored

BOARD = Case("board", "What did the Harbour Board say?", QuestionKind.SPEAKER, (gold(FERRY, "The Harbour Board"),))
CASES = {case.question: case for case in (REED, FACT, NOTHING, BOARD)}
OTHERS = {"Ann Reed": "The Harbour Board", "The Harbour Board": "Ann Reed", None: None}


def perfect(question: str) -> Answer:
    """Give exactly the gold quotes."""
    case = CASES[question]
    cited = [Citation(1, Passage(DOCUMENT, one.span), one.speaker, Kind.DIRECT) for one in case.gold]
    return said(question, cited, next(iter(case.short_answers), None))


def said(question: str, cited: list[Citation], short: str | None) -> Answer:
    return Answer(question, tuple(Statement(one.text, (one,)) for one in number_from_one(cited)), short=short)


def swapped_speakers(question: str) -> Answer:
    answer = perfect(question)
    cited = [replace(one, speaker=OTHERS[one.speaker]) for one in answer.citations]
    return said(question, cited, answer.short)


def shifted_spans(question: str) -> Answer:
    answer = perfect(question)
    shifted = [
        replace(one, quote=Passage(DOCUMENT, Span(max(0, one.start - 1), one.end - 1))) for one in answer.citations
    ]
    return said(question, shifted, answer.short)


def never_refusing(question: str) -> Answer:
    if CASES[question].answerable:
        return perfect(question)
    start = TEXT.index(BUILT)
    return said(question, [Citation(1, Passage(DOCUMENT, Span(start, len(TEXT))), None, Kind.NARRATION)], None)


def always_the_first_quote(question: str) -> Answer:
    answer = perfect(question)
    return said(question, list(answer.citations[:1]), answer.short)


def backwards(question: str) -> Answer:
    answer = perfect(question)
    return said(question, list(answer.citations[::-1]), answer.short)


def longer_short_answers(question: str) -> Answer:
    answer = perfect(question)
    return said(question, list(answer.citations), answer.short and f"{answer.short} or so")


def figures(answerer: object) -> dict[str, float | None]:
    found = run(CASES.values(), answerer, documents=stored).figures()  # type: ignore[arg-type]
    return {name: figure.value for name, figure in found.items()}


PERFECT = figures(perfect)


def test_gold_against_itself_is_right_on_every_measure() -> None:
    for measure in MEASURES:
        assert PERFECT[measure.name] == float(measure.larger_is_better), measure.name


@pytest.mark.parametrize(
    ("worse", "noticed", "untouched"),
    [
        (swapped_speakers, ("attribution", "misattribution", "correct"), ("citation F1", "verbatim")),
        (shifted_spans, ("citation precision", "citation recall", "citation F1"), ("attribution", "refusal recall")),
        (never_refusing, ("refusal recall", "correct"), ("citation recall", "attribution")),
        (always_the_first_quote, ("quotes complete", "citation recall", "correct"), ("citation precision",)),
        (backwards, ("quotes in order", "correct"), ("quotes complete", "citation F1")),
        (longer_short_answers, ("exact match", "short F1"), ("correct", "citation F1")),
    ],
)
def test_a_worse_system_is_noticed_where_it_is_worse(
    worse: object, noticed: tuple[str, ...], untouched: tuple[str, ...]
) -> None:
    found, direction = figures(worse), {measure.name: measure.larger_is_better for measure in MEASURES}
    for name in noticed:
        value, best = found[name], PERFECT[name]
        assert value is not None
        assert best is not None
        assert value < best if direction[name] else value > best, name
    for name in untouched:
        assert found[name] == PERFECT[name], name


def test_what_was_never_refused_has_no_precision_and_not_zero() -> None:
    assert figures(never_refusing)["refusal precision"] is None
