"""Which quotation marks belong together."""

import pytest

from index.quotation_marks import pair_marks, paragraphs, plain_marks


def quoted(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in pair_marks(text).pairs]


@pytest.mark.parametrize(
    "words",
    [
        "“We won,”",
        '"We won,"',
        "„Wir haben gewonnen“",
        "«Nous avons gagné»",
        "‹Gewonnen›",
        "‘We won,’",
        "''We won,''",
        "``We won,''",
    ],
)
def test_every_kind_of_mark_is_paired(words: str) -> None:
    assert quoted(f"{words} he said. Nothing more.") == [words]


def test_an_apostrophe_is_not_a_mark() -> None:
    assert quoted("The president’s aides didn't say it's over, don’t they?") == []


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert quoted("“He told me ‘go home,’ and I did,” she said.") == ["“He told me ‘go home,’ and I did,”"]


def test_an_odd_mark_costs_nothing_in_other_paragraphs() -> None:
    assert quoted('The "tower was tall.\n\nHe said: "We won," twice.') == ['"We won,"']


def test_a_mark_that_is_opened_again_in_each_paragraph_is_closed_once() -> None:
    text = "“First part.\n\n“Second part,” he said."
    assert quoted(text) == ["“First part.", "“Second part,”"]
    assert [pair.closed for pair in pair_marks(text).pairs] == [False, True]


def test_plain_marks_move_no_character() -> None:
    text = "“Yes,” said «he» — ``no'' one."
    plain = plain_marks(text, pair_marks(text))
    assert len(plain) == len(text)
    assert plain == '"Yes," said "he" — " no" " one.'.replace('" no" "', '" no" ')


def test_a_line_that_ends_in_mid_sentence_ends_no_paragraph() -> None:
    text = "One line goes\non here.\nA new one.\r\n\r\nThird"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One line goes\non here.", "A new one.", "Third"]


def test_nothing_has_no_marks() -> None:
    assert pair_marks("").pairs == ()
    assert paragraphs(" \n ") == []


def test_an_unclosed_mark_is_not_continued_by_another_kind_of_mark() -> None:
    text = '“An odd mark, he said.\n\n"Fine," she said.'
    marking = pair_marks(text)
    assert [text[pair.start : pair.end] for pair in marking.pairs] == ['"Fine,"']
