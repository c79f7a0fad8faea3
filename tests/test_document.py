import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Passage, Span
from index.errors import SpanError

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_a_half_open_stretch_that_holds_something(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span(start, end)


def test_a_passage_cannot_reach_beyond_its_document() -> None:
    with pytest.raises(SpanError, match="has 5 characters"):
        Passage(Document("a", "short"), Span(0, 6))


@given(TEXT, st.data())
def test_narrowing_twice_is_narrowing_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    outer = Passage(Document("a", text), Span(start, end))
    inner_start = data.draw(st.integers(0, end - start - 1))
    inner_end = data.draw(st.integers(inner_start + 1, end - start))

    inner = outer.narrow(inner_start, inner_end)

    assert inner.text == text[start + inner_start : start + inner_end]
    assert outer.narrow(0, end - start) == outer


def test_narrowing_cannot_widen() -> None:
    with pytest.raises(SpanError):
        Passage(Document("a", "one two"), Span(0, 3)).narrow(0, 4)


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(SpanError, match="empty"):
        Document("a", "")
