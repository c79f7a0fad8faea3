"""Pieces of content, tidied and shared out."""

from index.quotation_marks import pair_marks
from index.tagging.content import (
    Attribution,
    Candidate,
    Piece,
    joined,
    overlap,
    settled,
    share_out,
    stripped,
    tidy,
    without_repeats,
)


def tidied(text: str, words: str) -> str:
    start = text.index(words)
    piece = tidy(text, Piece(start, start + len(words), 1.0), pair_marks(text))
    return text[piece.start : piece.end]


def candidate(*pieces: tuple[int, int, float], cue: tuple[int, int] = (0, 1), score: float = 0.5) -> Candidate:
    return Candidate(tuple(Piece(*piece) for piece in pieces), None, cue, score)


def test_a_piece_that_lacks_a_mark_gets_it() -> None:
    assert tidied("“We won,” he said.", "We won") == "“We won,”"


def test_a_piece_that_opens_a_mark_goes_on_until_it_closes() -> None:
    assert tidied("He called it “a very great day for us” then.", "it “a very great") == "it “a very great day for us”"


def test_words_well_inside_a_quotation_stay_as_they_are() -> None:
    assert tidied("“I think that Ms. Lee told us to go home right now,” he said.", "us to go") == "us to go"


def test_a_quotation_over_paragraphs_is_taken_whole() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”"
    assert tidied(text, "“Two") == "“One.\n\n“Two.\n\n“Three,”"
    assert tidied(text, "“Four") == "“Four.”"


def test_a_comma_at_the_end_is_left_out_but_not_one_inside_the_marks() -> None:
    assert tidied("The tax is dead, he said.", "The tax is dead, ") == "The tax is dead"
    assert stripped(" ,", 0, 2) == (1, 1)


def test_pieces_that_touch_are_joined() -> None:
    assert joined("ab cd ef", (Piece(3, 5, 1.0), Piece(0, 2, 1.0))) == ((0, 5),)
    assert joined("ab, cd", (Piece(0, 2, 1.0), Piece(4, 6, 1.0))) == ((0, 2), (4, 6))


def test_a_piece_goes_to_the_cue_that_is_surest_of_it() -> None:
    greedy = candidate((0, 10, 0.9), (20, 30, 0.4))
    right = candidate((20, 30, 0.8))
    assert [[piece[:2] for piece in one.content] for one in share_out([greedy, right])] == [[(0, 10)], [(20, 30)]]


def test_no_candidate_loses_its_last_piece() -> None:
    shared = share_out([candidate((0, 10, 0.2)), candidate((0, 10, 0.8))])
    assert [len(one.content) for one in shared] == [1, 1]


def test_the_same_content_is_reported_once_and_the_order_is_that_of_the_cues() -> None:
    weak, strong = (Attribution(((0, 10),), None, (12, 14), score) for score in (0.2, 0.9))
    other = Attribution(((20, 30),), None, (0, 3), 0.1)
    assert without_repeats([weak, strong, other]) == [other, strong]


def test_settled_joins_what_one_person_says() -> None:
    found = settled("ab cd", [candidate((0, 2, 0.5), (3, 5, 0.5))])
    assert found[0].content == ((0, 5),)


def test_overlap_counts_characters() -> None:
    assert overlap(((0, 8),), ((0, 10),)) == 0.8
    assert overlap(((0, 2), (4, 6)), ((0, 2), (4, 6))) == 1.0
    assert overlap((), ((0, 2),)) == 0.0
