from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from index import Document, Span
from index.chunking import passages
from index.quotation_marks import quoted
from index.sentences import sentences
from tests.fakes import ARTICLE, WordEmbedder

WORDS = st.sampled_from(
    [
        *("War", "began", "in", "May.", "He", "said", "\u201cNo.", "Never.\u201d", '"Yes,"', "\n", "\r\n\r\n", "Mr."),
        *("e\u0301", "\U0001f600", "1,000", "\u2018odd", "U.S.", "\u00abOui\u00bb", "   ", "\u2014"),
        "supercalifragilistic" * 9,
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=80).map(" ".join).filter(lambda text: text.strip() != "")
LENGTHS = WordEmbedder().lengths


@given(TEXTS)
@settings(max_examples=150)
def test_sentences_cover_every_word_once_and_in_order(text: str) -> None:
    found = sentences(Document("a", text))

    assert "".join("".join(text[span.start : span.end].split()) for span in found) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS, st.integers(2, 30), st.integers(0, 20))
@settings(max_examples=150)
def test_passages_fit_and_hold_every_sentence(text: str, limit: int, overlap: int) -> None:
    document = Document("a", text)
    split = sentences(document)

    found = passages(document, split, LENGTHS, limit, min(overlap, limit - 1))

    assert all(length <= limit or passage.text.count(" ") == 0 for passage, length in
               zip(found, LENGTHS([passage.text for passage in found]), strict=True))  # fmt: skip
    covered = {offset for passage in found for offset in range(passage.start, passage.end)}
    assert all(
        offset in covered for span in split for offset in range(span.start, span.end) if not text[offset].isspace()
    )
    assert all(before.start < after.start for before, after in pairwise(found))


def test_the_number_of_an_item_of_a_list_is_no_sentence() -> None:
    text = "We bought:\n1. Two boats for the lake.\n2. A bus.\nIt came on May 1. All were glad.\n"
    cut = [text[one.start : one.end] for one in sentences(Document("a", text))]

    assert cut == ["We bought:", "1. Two boats for the lake.", "2. A bus.", "It came on May 1.", "All were glad."]


def test_the_article_has_its_eleven_sentences_and_the_trailer_has_none() -> None:
    text = ARTICLE.read_bytes().decode()
    body = Span(0, text.index("LINK:"))

    found = [text[span.start : span.end] for span in sentences(Document("a", text, body=body))]

    assert len(found) == 11
    assert found[2].endswith('equipment," White House spokesman John Kirby said.')
    assert found[7].endswith('"violate Security Council resolutions."')


def test_passages_repeat_the_end_of_the_one_before() -> None:
    document = Document("a", "One two three. Four five. Six seven eight. Nine ten.")

    found = passages(document, sentences(document), LENGTHS, 8, 3)

    assert [passage.text for passage in found] == [
        "One two three. Four five.",
        "Four five. Six seven eight.",
        "Nine ten.",
    ]


def marked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quoted(text)]


def test_marks_of_many_lands_quote() -> None:
    assert marked(
        "\u201cA\u201d \u201eB\u201c \u00abC\u00bb \u00bbD\u00ab \"E\" \u2018F\u2019 \u2039G\u203a 'H'"
    ) == list("ABCDEFGH")


def test_an_odd_mark_costs_nothing_else() -> None:
    assert marked('The 6" pipe broke.\n"It leaked," he said.\n\u201cOdd one.\n\nShe said \u201cfine\u201d.') == [
        "It leaked,",
        "fine",
    ]


def test_an_apostrophe_is_no_mark() -> None:
    assert marked("It's the people's 'choice', isn't it? The dogs' tails.") == ["choice"]


def test_a_quotation_over_paragraphs_has_one_closing_mark() -> None:
    assert marked("\u201cFirst part.\n\n\u201cSecond part,\u201d he said.") == ["First part.", "Second part,"]


def test_a_quotation_may_hold_another() -> None:
    assert marked("\u201cHe said \u2018no\u2019 to me,\u201d she said.") == ["He said \u2018no\u2019 to me,"]


def test_a_hard_wrapped_line_does_not_end_a_quotation() -> None:
    assert marked("He said \u201cwe will\nnever go\u201d today.") == ["we will\nnever go"]
