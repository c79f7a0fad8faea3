from hypothesis import given
from hypothesis import strategies as st

from bot.citation import Answer, Citation
from eval.case import Case, Gold, QuestionKind
from eval.measures import scores
from eval.names import same_speaker
from eval.overlap import jaccard
from eval.short_answers import best_f1
from eval.significance import estimate
from eval.trial import Trial
from index import Kind, Passage, Span
from tests.eval_fakes import DOCUMENT, OTHER, TEXT, answer, stored

spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda pair: Span(pair[0], min(len(TEXT), sum(pair)))
)
names = st.sampled_from([None, "Ann Reed", "Reed", "The Harbour Board", "Ann Reed and the Harbour Board"])
documents = st.sampled_from([DOCUMENT, OTHER])
citations = st.builds(
    lambda document, span, name: Citation(1, Passage(document, span), name, Kind.DIRECT), documents, spans, names
)
golds = st.builds(
    lambda document, span, name, optional: Gold(
        document.id, span.start, span.end, TEXT[span.start : span.end], name, optional
    ),
    documents,
    spans,
    names,
    st.just(value=False),
)
answers = st.builds(
    lambda given, short: answer(*given, short=short), st.lists(citations, max_size=5), st.none() | st.text(max_size=20)
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    kind = draw(st.sampled_from(QuestionKind))
    if kind is QuestionKind.UNANSWERABLE:
        return Case("1", "?", kind)
    shorts = tuple(draw(st.lists(st.text(min_size=1, max_size=20).filter(str.strip), max_size=3)))
    return Case("1", "?", kind, tuple(draw(st.lists(golds, min_size=1, max_size=4))), draw(st.booleans()), shorts)


@given(cases(), st.none() | answers)
def test_every_measure_stays_between_zero_and_one(case: Case, said: Answer | None) -> None:
    # A Score outside [0, 1] cannot be made.
    values = [score.value for score in scores(Trial(case, said, stored))]
    assert all(value is None or 0 <= value <= 1 for value in values)


@given(cases())
def test_exactly_the_gold_quotes_are_always_enough(case: Case) -> None:
    given = [Citation(1, Passage(stored(gold.document), gold.span), gold.speaker, Kind.DIRECT) for gold in case.gold]
    values = {score.measure: score.value for score in scores(Trial(case, answer(*given), stored))}
    expected = 1 if case.answerable else None
    assert (values["citation precision"], values["citation recall"], values["citation hit"]) == (expected,) * 3


@given(spans, spans)
def test_jaccard_is_symmetric_and_one_only_for_the_same_span(one: Span, other: Span) -> None:
    assert jaccard(one, other) == jaccard(other, one)
    assert (jaccard(one, other) == 1) == (one == other)


@given(st.text(), st.text())
def test_same_speaker_is_symmetric(one: str, other: str) -> None:
    assert same_speaker(one, other) == same_speaker(other, one)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_f1_stays_between_zero_and_one(short: str, gold_answers: list[str]) -> None:
    assert 0 <= best_f1(short, gold_answers) <= 1


@given(st.lists(st.none() | st.floats(0, 1), max_size=8))
def test_an_interval_stays_between_the_least_and_the_largest_value(values: list[float | None]) -> None:
    figure = estimate(values, resamples=50)
    numbers = [value for value in values if value is not None]
    assert figure.applicable == len(numbers)
    if figure.low is not None and figure.high is not None:
        slack = 1e-12
        assert min(numbers) - slack <= figure.low <= figure.high <= max(numbers) + slack
