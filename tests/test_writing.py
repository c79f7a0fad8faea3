import pytest

from bot.citation import Citation
from bot.showing.rendering import answer_html, answer_markdown
from bot.writing import ExtractiveWriter
from index import Document, Kind, Passage, Quotation, Span


def quotation(text: str, speaker: str, cue: str, words: str, *, kind: Kind, certain: bool = True) -> Quotation:
    document = Document("a", text)

    def passage(part: str) -> Passage:
        return Passage(document, Span(text.index(part), text.index(part) + len(part)))

    name = "Ole Berg" if speaker in {"he", "He"} else speaker.removeprefix("the ").removeprefix("The ")
    return Quotation((passage(words),), passage(speaker), passage(cue), name, kind, certain=certain)


def written(found: Quotation) -> str:
    citation = Citation(1, found.words[0], found.name, found.kind, found.certain, found.cue)
    return ExtractiveWriter().statement(found, [citation], introduce=True).text


def test_what_stands_between_a_pronoun_and_its_cue_is_kept() -> None:
    found = quotation("He has never said he was there.", "He", "said", "he was there", kind=Kind.INDIRECT)

    assert written(found) == "Ole Berg has never said he was there."


def test_reported_speech_with_its_cue_behind_is_turned_and_has_no_marks() -> None:
    found = quotation(
        "The rain will stop, he further said.", "he", "further said", "The rain will stop", kind=Kind.INDIRECT
    )

    assert written(found) == "Ole Berg further said the rain will stop."


@pytest.mark.parametrize(
    ("words", "shown"),
    [("Nine sailors were saved", "nine sailors were saved"), ("Seven Sisters is closed", "Seven Sisters is closed")],
)
def test_a_number_that_begins_reported_speech_is_lowered_but_no_name_is(words: str, shown: str) -> None:
    found = quotation(f"{words}, he further said.", "he", "further said", words, kind=Kind.INDIRECT)

    assert written(found) == f"Ole Berg further said {shown}."


def test_an_uncertain_speaker_is_called_probable_in_the_text_too() -> None:
    found = quotation("\u201cNo,\u201d he said.", "he", "said", "No", kind=Kind.DIRECT, certain=False)

    assert written(found) == "Ole Berg (probably) said: \u201cNo\u201d"


def test_somebody_without_a_name_is_called_as_the_source_does() -> None:
    found = quotation("\u201cNo,\u201d the fire chief said.", "the fire chief", "said", "No", kind=Kind.DIRECT)

    assert written(found) == "The fire chief said: \u201cNo\u201d"


def test_reported_words_are_shown_with_their_cue_since_a_denial_turns_them_around() -> None:
    from bot.citation import Answer, Statement

    found = quotation("He denied he was <b>there</b>.", "He", "denied", "he was <b>there</b>", kind=Kind.INDIRECT)
    citation = Citation(1, found.words[0], found.name, found.kind, cue=found.cue)
    answer = Answer("Was he?", (Statement("x", (citation,)),))

    assert "reported, not quoted: \u201cdenied\u201d" in answer_html(answer)
    assert "reported, not quoted: \u201cdenied\u201d" in answer_markdown(answer)
    assert citation.to_dict()["cue"] == "denied"
