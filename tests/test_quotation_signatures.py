"""Quotations that are signed with a dash and a name."""

import pytest

from index.quotation_marks import pair_marks
from index.tagging.signatures import signed


def signatures(text: str) -> list[tuple[str, str]]:
    found = signed(text, pair_marks(text))
    return [(text[slice(*one.content[0][:2])], text[slice(*one.source)]) for one in found if one.source]


@pytest.mark.parametrize("dash", ["― ", "— ", "-", "-- ", "– "])
def test_a_signed_paragraph(dash: str) -> None:
    assert signatures(f"Voices.\n\n“It is over.”\n\n{dash}Ana de la Cruz\n\nMore.") == [
        ("“It is over.”", "Ana de la Cruz")
    ]


def test_a_title_after_the_name_is_left_out() -> None:
    assert signatures('"It is over." — Bernie Sanders, senator\n') == [('"It is over."', "Bernie Sanders")]


def test_a_full_stop_after_the_name_is_left_out() -> None:
    assert signatures('"It is over."\n\n- Sanders.\n\nHe lost.') == [('"It is over."', "Sanders")]


@pytest.mark.parametrize(
    "text",
    [
        "“It is over” — Monday was long, they say.",
        "He said “it is over” — Bush\n",
        "“It is over” – and it was.",
        "“It.”\n\n- 12 items",
    ],
)
def test_no_signature(text: str) -> None:
    assert signatures(text) == []
