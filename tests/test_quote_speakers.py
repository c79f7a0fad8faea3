"""Whether words are a claimed speaker's, somebody else's, or cannot be told to be either."""

import pytest

from bot.quotes.given_words import read_given
from bot.quotes.placement import Placement, place
from bot.quotes.quote_speakers import Claimed, claimed, speaker_warnings
from bot.quotes.utterances import Utterance
from index import Document, Kind, Passage, Quotation, Span
from index.document import Turn
from index.speaker import Speaker

WORDS = "safety is our first aim"


def placed(text: str, name: str, role: str | None = None) -> Placement:
    """Return where a text gives the words that stand for {}."""
    text = text.replace("{}", WORDS)
    document, start = Document("a", text), text.index(WORDS)
    words = Passage(document, Span(start, start + len(WORDS)))
    speaker = Passage(document, Span(0, 3))
    quotation = Quotation((words,), speaker, None, name, Kind.DIRECT, role)
    return place(read_given(WORDS), Utterance((words,), (quotation,)))


FERRY = "The ferry operator, Nordic Lines, apologised. Bo Berg left. “{},” the company said."
TEHRAN = "Iran dismissed the US claims. “{},” Ministry spokesman Nasser Karimi said in Tehran. Israel was silent."
BARE = "Iran dismissed the US claims. “{},” Ministry spokesman Nasser Karimi said."
HALE = "Pentagon staff met. “{},” State Department spokesman Matthew Hale said. The US left. The White House, too."


@pytest.mark.parametrize(
    ("text", "name", "role", "mention", "said"),
    [
        (FERRY, "company", None, "Nordic Lines", None),
        (FERRY, "company", None, "Aurora", False),  # the source never names it
        (FERRY, "critics", None, "Nordic Lines", False),  # one is not several
        (FERRY, "Bo Berg", None, "Nordic Lines", False),
        (TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman", "Iran", None),
        (TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman", "the Iranian government", None),
        (TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman", "the Iranian Foreign Ministry", None),
        (TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman", "the US", False),
        (TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman", "Israel", False),
        (TEHRAN, "Nasser Karimi", "farmers' union spokesman", "Iran", False),
        (TEHRAN, "Nasser Karimi", "Iranian Foreign Ministry spokesman", "Iran", True),
        (TEHRAN, "Nasser Karimi", "Iranian Foreign Minister", "Iran", True),
        (TEHRAN, "Nasser Karimi", "former Iranian Foreign Minister", "Iran", False),
        (TEHRAN, "Nasser Karimi", "Iran's Foreign Ministry spokesman", "Iran", True),
        (TEHRAN, "Nasser Karimi", "Iran's Foreign Ministry spokesman", "the Iranian Foreign Ministry", True),
        (TEHRAN, "Nasser Karimi", "Iran's Foreign Ministry spokesman", "the Iranian Defence Ministry", False),
        (TEHRAN, "Nasser Karimi", "Iran's Foreign Ministry spokesman", "the US", False),
        (TEHRAN, "Nasser Karimi", "foreign minister of Iran", "Iran", True),
        (TEHRAN, "Nasser Karimi", "president of Iran Air", "Iran", False),
        (TEHRAN, "Nasser Karimi", "army attaché in Iran", "Iran", False),
        (TEHRAN, "Nasser Karimi", "President", "Iran", False),  # a president is named for himself
        (BARE, "Nasser Karimi", "Foreign Ministry spokesman", "Iran", None),
        (BARE, "Nasser Karimi", "Foreign Ministry spokesman", "the US", False),
        (HALE, "Matthew Hale", "State Department spokesman", "the US", True),
        (HALE, "Matthew Hale", "State Department spokesman", "the State Department", True),
        (HALE, "Matthew Hale", "State Department spokesman", "the White House", False),
        (HALE, "Matthew Hale", "State Department critic", "the US", False),
        (HALE, "United States", None, "the Pentagon", None),
        (HALE, "United States", None, "Iran", False),
    ],
)
def test_a_speaker_is_somebody_else_only_where_the_source_tells(
    text: str, name: str, role: str | None, mention: str, *, said: bool | None
) -> None:
    assert Claimed(mention, frozenset()).said(placed(text, name, role)) is said


def test_whom_a_document_quotes_by_name_is_not_whoever_has_none_in_it() -> None:
    berg = Speaker("Bo Berg", 1, ("a",), ("ship's captain",))
    claim = claimed("Bo Berg", [berg])

    assert claim.said(placed(FERRY, "company")) is False
    assert claim.said(placed(FERRY, "captain")) is None


def test_a_name_between_commas_is_its_speakers() -> None:
    operator = Speaker("ferry operator", 1, ("a",), aliases=("The ferry operator, Nordic Lines,",))
    chief = Speaker("Bo Berg", 1, ("a",), aliases=("Bo Berg, head of Nordic Lines,",))

    assert claimed("Nordic Lines", [operator, chief]).names == {"ferry operator"}


def test_what_the_source_leaves_open_about_a_speaker_is_a_warning() -> None:
    company, spokesman = placed(FERRY, "company"), placed(TEHRAN, "Nasser Karimi", "Foreign Ministry spokesman")

    assert any(
        "does not say clearly who" in one for one in speaker_warnings(company, Claimed("Nordic Lines", frozenset()))
    )
    assert any(
        "does not say clearly that Nasser Karimi, Foreign Ministry spokesman, speaks for Iran" in one
        for one in speaker_warnings(spokesman, Claimed("Iran", frozenset()))
    )


@pytest.mark.parametrize(("mention", "said"), [("Karl Vik", None), ("Ann Lee", False), ("Bo Berg", False)])
def test_who_says_in_a_transcript_who_asks_may_have_asked(mention: str, *, said: bool | None) -> None:
    text = f"Q: Karl Vik, Daily Post. Ann Lee, {WORDS}, true?\n\nLEE: Yes."
    end = text.index("\n")
    turns = (Turn("Q", Span(3, end)), Turn("LEE", Span(len(text) - 4, len(text))))
    asked = Passage(Document("a", text, turns=turns), Span(3, end))
    placement = place(read_given(WORDS), Utterance((asked,), (Quotation((asked,), None, None, None, Kind.DIRECT),)))

    assert claimed(mention, [Speaker("Ann Lee", 1, ("a",))]).said(placement) is said
