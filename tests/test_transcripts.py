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
        "*{name}*: {words}\n\n",
        "- **{name}:** {words}\n",
        "__{name}__:\n{words}\n\n",
        "{name}  0:03\n{words}\n\n",
        "[00:00:03.120] {name}: {words}\n",
        "12:03 \u2013 {name}: {words}\r\n",
        "{name} (Oslo): {words}\n\n",
        "{name}, of Oslo: {words}\n\n",
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


def test_a_speaker_who_is_named_once_in_full_and_then_by_surname_is_one_speaker() -> None:
    text = "".join(
        f"NPR: {question}\n\n{answer}\n\n"
        for question, answer in [("Safe?", "Dr. Edda Wen: It is."), ("Sure?", "Wen: I am."), ("Well?", "Wen: We are.")]
    )

    assert [one for one in speakers(text) if one[0] != "NPR"] == [
        ("Edda Wen", "It is."),
        ("Edda Wen", "I am."),
        ("Edda Wen", "We are."),
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("PRESS BRIEFING BY DEPUTY SPOKESPERSON LENKA WENGER", "Lenka Wenger"),
        ("REMARKS BY MINISTER WENGER", "Wenger"),
        ("A BRIEFING WITH WENGER", "Wenger"),
    ],
)
def test_a_heading_in_capitals_names_speakers_in_full_by_a_name_and_no_title(head: str, name: str) -> None:
    text = (
        f"{head}\n\nMS. WENGER: Good evening.\n\nQ: Is it safe?\n\nMS. WENGER: It is.\n\nQ: Sure?\n\nMS. WENGER: Yes.\n"
    )

    assert {one for one, _ in speakers(text)} == {name, None}


def test_whoever_speaks_once_ends_the_turn_of_the_one_before() -> None:
    text = BRIEFING + "\nMr. KIRBY: I am.\n\nKarl Vik, of the Times: Why?\n\nMR. KIRBY:  Because. Q\xa0\xa0\xa0 Why?\n"

    assert speakers(text)[-4:] == [
        ("John Kirby", "I am."),
        ("Karl Vik", "Why?"),
        ("John Kirby", "Because."),
        (None, "Why?"),
    ]


def test_an_interview_is_told_by_one_who_only_asks() -> None:
    text = (
        "The wheat price\n\nInterviewer: Wheat has risen. Why, Tomasz Zielinski?\n\nZielinski: Two harvests "
        "failed at once.\n\nInterviewer: Is speculation to blame?\n\nZielinski: No. Speculators follow the price."
    )

    found = quotations(with_turns(Document("a", text)))

    assert [one.name for one in found] == [None, "Tomasz Zielinski", None, "Tomasz Zielinski"]


def test_those_who_ask_without_a_name_are_nobody() -> None:
    text = "".join(f"Interviewer: {one}?\nSpeaker 2: I see.\nAnn Lee: We are {one}.\n" for one in ("safe", "well"))

    assert {name for name, _ in speakers(text)} == {None, "Ann Lee"}
    assert ("Ann Lee", "We are safe.") in speakers(text)


@pytest.mark.parametrize("closing", ["4:17 P.M. EDT", "END  4:17 P.M. EDT", "###", "* * *", "END"])
def test_what_stands_below_a_transcript_and_what_is_done_in_it_are_nobodys_words(closing: str) -> None:
    text = BRIEFING + f"\nQ    (Inaudible.)\n\nMR. KIRBY:  (Laughs.)\n\nGoodbye.\n\n{closing}\n"

    assert speakers(text)[-2:] == [("John Kirby", "No."), ("John Kirby", "Goodbye.")]


@pytest.mark.parametrize("head", ["TRANSCRIPT: Committee on Roads", "HEARING: Roads", "MEMBERS PRESENT: Lee, Ray"])
def test_what_a_document_is_is_no_speaker(head: str) -> None:
    text = f"{head}\n\n" + "".join(f"{name.upper()}: {words}\n\n" for name, words in FOUR)

    assert speakers(text) == FOUR


def test_a_headline_with_a_colon_is_no_speaker() -> None:
    text = "Lee: It Is Safe\n\n" + "".join(f"{name.upper()}: {words}\n\n" for name, words in FOUR)

    assert speakers(text) == FOUR


QUESTIONS = [
    ("Is it safe?", "Dr. Lee says \u201cit is\u201d."),
    ("May I go?", "Ask your doctor."),
    ("Why?", "We do not know."),
]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Q: {asked}\n\nA: {told}\n\n" for asked, told in QUESTIONS),
        "".join(f"**Question:** {asked}\n**Answer:** {told}\n\n" for asked, told in QUESTIONS),
        "".join(f"CLAIM: We {said}.\nFACT: You {said} not.\n" for said in ("ate", "sang", "won")),
        "".join(f"PROS: You can {said} it.\n\nCONS: You may {said} it.\n\n" for said in ("lift", "like", "drop")),
        "".join(f"Pros: You can {said} it.\nCons: You may {said} it.\n" for said in ("lift", "like", "drop")),
        "".join(f"{sign}: You will find love.\n\n" for sign in ("ARIES", "TAURUS", "GEMINI", "CANCER", "LEO")),
        "DEAR ABBY: I am sad.\n\nDEAR SAD: You will live.\n\nDEAR ABBY: I am glad.\n\nDEAR GLAD: I know.\n",
        "Serves: Four of you.\nMethod: We mix it.\nServes: Two of us.\nMethod: You bake it.\n",
        "Psalm 23:1 The Lord is my shepherd.\n23:2 He leads me.\n23:3 He restores me.\n23:4 I fear no evil.\n",
        "10:00 Doors open.\n10:30 We begin.\n11:00 You eat.\n12:00 We end.\n",
        "Editor\u2019s note: We erred.\nEditor\u2019s note: I erred.\nUpdate: We did.\nUpdate: You did.\n",
        "| Name | Words |\n|---|---|\n| Ann Lee: | I see. |\n| Bob Ray: | I do. |\n| Ann Lee: | I know. |\n",
        "Ann Lee spoke: I see.\nBob Ray: his life.\nThe end: we wept.\nIn short: I left.\n",
        "The council met.\n" * 9 + "Ann Lee: We won.\nBob Ray: We lost.\nAnn Lee: I won.\nBob Ray: I lost.\n",
        "Monday\nWe rest.\n\nTuesday\nWe work.\n\nMonday\nI rest.\n\nTuesday\nI work.\n",
        "Key Losses\nWe lost our key players.\n\nHead Coach\nOur head is new.\n\n" * 3,
        "To Do\nI do it.\n\nTo Do\nYou do it.\n\nNot Now\nWe do it.\n\nNot Now\nI do not.\n",
    ],
)
def test_what_has_colons_or_headings_but_no_speakers_is_no_transcript(text: str) -> None:
    assert with_turns(Document("a", text)).turns == ()


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
