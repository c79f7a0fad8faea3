"""What is said by nobody in particular is not given to a place, to "it", or to whom it is said."""

import pytest

from index import Document, quotations
from index.document import Span
from index.extraction import Attribution
from index.impersonal import without_nobody


def found_in(text: str, content: str, source: str | None, cue: str) -> tuple[list[str], str | None] | None:
    """Return what is left of an attribution: the said words and the speaker as written."""
    content_span, cue_span = (Span(text.index(one), text.index(one) + len(one)) for one in (content, cue))
    source_span = Span(text.index(source), text.index(source) + len(source)) if source else None
    left = without_nobody(text, Attribution((content_span,), source_span, cue_span))
    if left is None:
        return None
    said = [text[one.start : one.end] for one in left.content]
    return said, text[left.source.start : left.source.end] if left.source else None


@pytest.mark.parametrize(
    ("text", "content", "source", "cue", "left"),
    [
        ("It rained, it was reported in the country.", "It rained", "the country", "was reported", None),
        ("It rained, it was widely reported in the US.", "It rained", "the US", "was widely reported", None),
        ("It rained, it has been reported from Iran.", "It rained", "Iran", "has been reported", None),
        ("It rained, it was reported in the Guardian.", "It rained", "the Guardian", "was reported", "the Guardian"),
        ("It rained, it was reported by the country.", "It rained", "the country", "was reported", "the country"),
        ("It rained, the country said.", "It rained", "the country", "said", "the country"),
        ("Rain fell, it was said.", "Rain fell", "it", "was said", None),
        ("Rain fell, it said.", "Rain fell", "it", "said", "it"),
        ("Rain fell, Lee was told by the ministry.", "Rain fell", "Lee", "was told", None),
        ("Rain fell, Lee was quoted as saying.", "Rain fell", "Lee", "was quoted as saying", "Lee"),
        ("Rain fell, they were told by Lee.", "Rain fell", "Lee", "were told", "Lee"),
    ],
)
def test_a_place_it_and_who_is_told_are_no_speakers(
    text: str, content: str, source: str, cue: str, left: str | None
) -> None:
    assert found_in(text, content, source, cue) == ([content], left)


def test_it_before_a_passive_cue_is_not_said() -> None:
    text = "“Rain fell,” it was said."

    assert found_in(text, "“Rain fell,” it", None, "was said") == (["“Rain fell,”"], None)
    assert found_in("It is over now, it was said.", "it", None, "was said") is None


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is closed,” it was reported in the country.",
        "Norvik Shipping said the ship was late. “We will not pay,” it was said in a statement.",
        "“The bank is closed,” Ann Lee was told by the Ministry.",
        "Residents were warned that the water was unsafe.",
    ],
)
def test_nobody_says_what_is_only_passively_said(text: str) -> None:
    last = quotations(Document("a", text))[-1]

    assert (last.name, last.speaker) == (None, None)
