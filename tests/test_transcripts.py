import pytest

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


def speakers(text: str, title: str = "") -> list[tuple[str | None, str]]:
    found = quotations(with_turns(Document("a", text, title=title)))
    return [(one.name, one.words[0].text) for one in found]


FOUR = [("Ann Lee", "We begin."), ("Bob Ray", "Yes."), ("Ann Lee", "Good."), ("Bob Ray", "Thanks.")]


@pytest.mark.parametrize(
    "form",
    [
        "{name}: {words}\n\n",
        "**{name}:** {words}\n\n",
        "**{name}**: {words}\n\n",
        "**{name}**\n\n{words}\n\n",
        "{name}\n{words}\n\n",
        "### {name}\n{words}\n\n",
        "[00:12:03] {name}: {words}\n",
        "00:12 {name}\n{words}\n\n",
        "{name} (00:12):\n{words}\n\n",
        "{name} 12:03\n{words}\n\n",
    ],
)
def test_names_may_stand_before_or_above_the_words_in_bold_or_with_a_time(form: str) -> None:
    assert speakers("".join(form.format(name=name, words=words) for name, words in FOUR)) == FOUR


def test_times_beside_the_names_are_places() -> None:
    document = with_turns(Document("a", "".join(f"[00:12:0{i}] {n}: {w}\n" for i, (n, w) in enumerate(FOUR))))

    assert [document.place(turn.words.start) for turn in document.turns] == [f"00:12:0{i}" for i in range(4)]


def test_the_answers_of_an_interview_are_those_of_the_person_who_is_interviewed() -> None:
    text = "An interview with Ann Lee\n\nQ: Is it safe?\n\nA: It is.\n\nQ: Really?\n\nA: Yes.\n"

    assert [name for name, _ in speakers(text)] == [None, "Ann Lee", None, "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "Early Life\nShe was born in Oslo.\n\nCareer Path\nShe taught.\n\nLater Years\nShe wrote.\n",
        "Monday: soup\nTuesday: rice\nWednesday: fish\nThursday: stew\nFriday: cake\n",
        "It began well.\n" * 30 + "RELATED: one\nPOLITICS: two\nRELATED: three\nPOLITICS: four\n",
        "The talks failed.\n" * 40 + "Ann Lee: yes\nBob Ray: no\nAnn Lee: yes\nBob Ray: no\n",
        "Ann Lee: I say this.\n\nAnn Lee: And that.\n\nAnn Lee: And more.\n\nAnn Lee: The end.\n",
        "From: Ann Lee\nTo: Bob Ray\nDate: Monday\nSubject: Work\n\nDear Bob, come.\n\nFrom: Bob Ray\nTo: Ann Lee\n",
        "Genesis 1:1 In the beginning.\nGenesis 1:2 And the earth.\nGenesis 1:3 God said.\nGenesis 1:4 God saw.\n",
    ],
)
def test_what_only_looks_like_a_transcript_is_none(text: str) -> None:
    assert with_turns(Document("a", text)).turns == ()
