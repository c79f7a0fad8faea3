from index import Document, Kind, quotations
from index.reading.transcript import with_turns

BRIEFING = """Briefing by John Kirby

3:13 P.M. EDT

MS. JEAN-PIERRE:  Good afternoon. Mr. Kirby is here.

MR. KIRBY:  Thank you. We condemn it.

We will say more.

Q    Will you go to Kyiv?

MR. KIRBY:  No.
"""


def test_a_transcript_is_recognised_by_its_content_and_read_as_turns() -> None:
    document = with_turns(Document("a", BRIEFING))

    assert [(turn.speaker, document.text[turn.words.start : turn.words.end]) for turn in document.turns] == [
        ("MS. JEAN-PIERRE", "Good afternoon. Mr. Kirby is here."),
        ("MR. KIRBY", "Thank you. We condemn it.\n\nWe will say more."),
        ("Q", "Will you go to Kyiv?"),
        ("MR. KIRBY", "No."),
    ]


def test_all_turns_of_a_speaker_are_direct_words_under_the_full_name_that_the_document_gives() -> None:
    found = quotations(with_turns(Document("a", BRIEFING)))

    kirby = [one.words[0].text for one in found if one.name == "John Kirby"]
    assert kirby == ["Thank you. We condemn it.", "We will say more.", "No."]
    assert {one.kind for one in found} == {Kind.DIRECT}
    assert [one.words[0].text for one in found if one.name is None] == ["Will you go to Kyiv?"]


def test_a_text_with_a_few_colons_is_no_transcript() -> None:
    document = Document("a", "The rule: no dogs.\nNote: open daily.\nPrice: 3 euros.\nPlace: Oslo.\nEnd: never.")

    assert with_turns(document).turns == ()
