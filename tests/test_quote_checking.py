"""Quotations checked against a town's newspaper, a speech and a briefing."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.errors import QuestionError
from bot.quote_checking import QuoteChecking
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from index import Kind
from index.builder import load, update
from index.errors import ProofError
from index.filters import Filters
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
Check = Callable[..., QuoteCheck]

TOWN = """Town council, 3 May.

Ann Lee said: “If the rain stops, we will open the old bridge. We sent 1,000 painters there, and it is not safe yet.”

Bob Ray said: “My father said we should never sell the mill,” he added on Monday, “because the mill feeds this town.”

Bob Ray said: “I do not believe that the mayor lied.”

Carl Voss said: the harbour will be closed to all ships for two years

Dora Finn denied: “I took the money from the box.”

Reporters heard “we are coming for all of you tonight” in the hall. Some call it a “witch hunt” now.

Eve Hart said: “He told us ‘stay away from the river at night’ and we did. Would you have stayed?”

Bob Ray said: “Taxes will rise next year for everyone in this town.”

Stan Obi said: “Old Hart rang me and said, ‘Ships never resign,’ so I stayed. I told Hart: ‘Go home now.’ Fine.”

Gil Frost said: “There is no proof, not a print, not a hair, that puts her there.”

Greenland’s Ministry said: “The ice is melting faster than we thought.”
"""
SPEECH = (
    '{"id": "speech", "text": "Friends, we shall build schools. No child will walk alone.", "speaker": "Gina Moss"}'
)
BRIEFING = """MR. HALL:  Good afternoon. We sent help (laughter) to every town.

Q    Will you step down, sir?

MR. HALL:  I will not step down unless the president asks me to.

MS. REED:  Thank you all for coming to this room today.

Q    One more question about the bridge, please?
"""


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    write("town.txt", TOWN)
    write("speech.jsonl", SPEECH)
    sources = write("briefing.txt", BRIEFING).parent
    update([sources], tmp_path / "index", settings=FAKE)
    return tmp_path / "index"


@pytest.fixture
def check(folder: Path) -> Check:
    checking = QuoteChecking(load(folder))
    return lambda words, speaker=None, **filters: checking.check(words, speaker, Filters.of(filters))


def test_exact_words_come_with_their_place_their_speaker_and_the_sentences_around(check: Check) -> None:
    found = check("we sent 1000 painters there", "Lee")

    assert found.status is QuoteStatus.EXACT
    assert found.match is not None
    assert found.match.document.text[found.match.start : found.match.end] == "We sent 1,000 painters there"
    assert (found.match.speaker, found.match.kind, found.differences) == ("Ann Lee", Kind.DIRECT, ())
    assert found.before is not None
    assert found.before.text == "If the rain stops, we will open the old bridge."
    assert found.after is not None
    assert found.after.text.startswith("Bob Ray said")


def test_pieces_around_a_cue_are_joined_and_cited_one_by_one(check: Check) -> None:
    found = check("we should never sell the mill because the mill feeds this town")

    assert found.status is QuoteStatus.EXACT
    assert [piece.text for piece in found.pieces] == [
        "we should never sell the mill,",
        "because the mill feeds this town",
    ]
    assert [piece.number for piece in found.pieces] == [1, 2]
    assert any("interrupts" in warning for warning in found.warnings)


def test_a_quotation_pasted_with_its_cue_is_checked_by_what_stands_in_marks(check: Check) -> None:
    pasted = "“My father said we should never sell the mill,” he added on Monday, “because the mill feeds this town.”"
    found = check(pasted, "Bob Ray")

    assert (found.status, found.words) == (QuoteStatus.EXACT, pasted)
    assert len(found.pieces) == 2


def test_a_quotation_pasted_with_its_cue_may_be_altered(check: Check) -> None:
    found = check("Ray said, “Taxes will fall next year for everyone in this town”")

    assert [(one.kind, one.found) for one in found.differences] == [("changed_word", "rise")]


@pytest.mark.parametrize(
    ("words", "speaker", "whose"),
    [
        ("we should never sell the mill", "Ann Lee", "Bob Ray"),
        ("No child will walk alone", "Ann Lee", "Gina Moss"),
        ("Taxes will rise next year", "Carl Zed", "Bob Ray"),
        ("I will not step down", "Reed", "Hall"),
        ("Will you step down, sir", "Hall", None),
    ],
)
def test_right_words_under_a_wrong_name_are_somebody_elses(
    check: Check, words: str, speaker: str, whose: str | None
) -> None:
    found = check(words, speaker)

    assert found.status is QuoteStatus.WRONG_SPEAKER
    assert found.match is not None
    assert (found.match.speaker or "").title() == (whose or "")


@pytest.mark.parametrize("name", ["Bob Ray", "ray", "Mr. Robert Bob Ray", "BOB RAY"])
def test_a_speaker_may_be_named_in_many_ways(check: Check, name: str) -> None:
    assert check("Taxes will rise next year", name).status is QuoteStatus.EXACT


def test_that_the_source_does_not_tell_who_said_exact_words_stands_beside_the_status(check: Check) -> None:
    words = "we are coming for all of you tonight"
    claimed, nobody, stranger = check(words, "Ann Lee"), check(words), check(words, "Zoe Quist")

    assert (claimed.status, claimed.reason) == (
        QuoteStatus.EXACT,
        "That Ann Lee said them is not known: the source names nobody for them.",
    )
    assert "very words.** That Ann Lee said them is not known" in claimed.to_markdown()
    assert (nobody.status, nobody.reason) == (QuoteStatus.EXACT, "Who said them is not known.")
    assert stranger.status is QuoteStatus.WRONG_SPEAKER
    assert stranger.reason == "That Zoe Quist said them is not known: the source names nobody for them."
    assert check("We sent 1,000 painters there", "Ann Lee").reason is None
    assert check("We sent 1,000 painters there", "Bob Ray").reason is None


@pytest.mark.parametrize(
    ("words", "reason", "kind"),
    [
        ("the harbour will be closed to all ships", "reports this in its own wording", Kind.INDIRECT),
        ("Some call it a", "the source’s own words", Kind.NARRATION),
        ("witch hunt", "nobody is said to have said them", Kind.NARRATION),
        ("Reporters heard we are coming for all of you", "Only “we are coming for all of you”", Kind.NARRATION),
    ],
)
def test_words_that_are_not_quoted_are_not_found_as_a_quotation_and_their_place_is_shown(
    check: Check, words: str, reason: str, kind: Kind
) -> None:
    found = check(words)

    assert (found.status, found.match) == (QuoteStatus.NOT_FOUND, None)
    assert found.nearest is not None
    assert (found.nearest.kind, found.nearest.document.id) == (kind, "town.txt")
    assert found.reason is not None
    assert reason in found.reason


def test_words_in_marks_that_nobody_is_named_for_are_exact_with_a_warning(check: Check) -> None:
    for speaker in (None, "Reporters"):
        found = check("we are coming for all of you tonight", speaker)
        assert found.status is QuoteStatus.EXACT
        assert found.match is not None
        assert found.match.speaker is None
        assert any("does not say clearly who" in warning for warning in found.warnings)


@pytest.mark.parametrize("cue", ["did not say", "has never said that", "denied having said", "refused to call it"])
def test_what_somebody_did_not_say_is_no_quotation(write: Write, tmp_path: Path, cue: str) -> None:
    folder = write("town.txt", f"Ann Stone {cue} “the bridge is finished and open”.").parent
    update([folder], tmp_path / "i", settings=FAKE)

    found = QuoteChecking(load(tmp_path / "i")).check("the bridge is finished and open", "Ann Stone", Filters())

    assert (found.status, found.reason) == (QuoteStatus.NOT_FOUND, "The source says that this was not said.")


def test_words_of_nobody_in_a_source_that_never_names_the_claimed_speaker_are_not_that_speakers(check: Check) -> None:
    assert check("we are coming for all of you tonight", "Putin").status is QuoteStatus.WRONG_SPEAKER


def test_two_quotations_stitched_together_are_altered_and_both_are_cited(check: Check) -> None:
    found = check("Taxes will rise next year because the mill feeds this town")

    (difference,) = found.differences
    assert (found.status, difference.kind) == (QuoteStatus.ALTERED, "stitched")
    assert difference.source is not None
    assert difference.source.text == "because the mill feeds this town"
    assert found.match is not None
    assert found.match.text == "Taxes will rise next year"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Ann Lee said: “We go.” She added, “We do.”", "We go. We do.", "exact"),
        ("“We go to town,” she told “Town and Land” then, “and home.”", "We go to town and home", "exact"),
        ("“We go to town,” they shouted, “and then home.”", "We go to town and then home", "exact"),
        (
            "Ann Lee said: “We go to town.”\n\n“Then we go home again.”",
            "We go to town. Then we go home again.",
            "exact",
        ),
        ("“We go to town.\n\n“Then we go home again,” Lee said.", "We go to town. Then we go home again.", "exact"),
        (
            "Ann Lee said: “We all go to town.”\n\nBob Ray said: “Then we go home again.”",
            "We all go to town. Then we go home again.",
            "altered",
        ),
        ("It has words: “We go”, or so.", "We go", "not_found"),
    ],
)
def test_pieces_belong_together_where_one_speaker_goes_on(
    write: Write, tmp_path: Path, text: str, words: str, status: str
) -> None:
    update([write("a.txt", text)], tmp_path / "i", settings=FAKE)

    assert QuoteChecking(load(tmp_path / "i")).check(words, None, Filters()).status == status


def test_stitches_are_seen_through_brackets_of_the_source(write: Write, tmp_path: Path) -> None:
    lee, ray = "“We like [Bob’s] mill and its old bridge.”", "“They feared a very long winter here.”"
    text = f"Ann Lee said: {lee}\n\nBob Ray said: {ray}\n"
    update([write("a.txt", text)], tmp_path / "i", settings=FAKE)

    found = QuoteChecking(load(tmp_path / "i")).check("They feared a very mill and its old bridge", None, Filters())

    assert [one.kind for one in found.differences] == ["stitched"]


def test_an_altered_quotation_of_somebody_else_says_both(check: Check) -> None:
    found = check("Taxes will fall next year for everyone", "Ann Lee")

    assert found.status is QuoteStatus.ALTERED
    assert [(one.kind, one.given, one.found) for one in found.differences] == [
        ("changed_word", "fall", "rise"),
        ("changed_speaker", "Ann Lee", "Bob Ray"),
    ]


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("we will open the old bridge", "A condition is left out: “If the rain stops,”"),
        ("I will not step down", "A condition is left out: “unless the president asks me to.”"),
        ("the mayor lied", "A negation is left out: “I do not believe that”"),
        ("We sent 1,000 painters there", "A negation is left out: “, and it is not safe yet.”"),
        ("I took the money from the box", "puts it as a denial"),
        ("we should never sell the mill", "somebody else’s words here: “My father said”"),
        ("stay away from the river at night", "somebody else’s words here: “He told us ‘”"),
        ("Would you have stayed", "this is a question"),
        ("we will open the old bridge … it is not safe yet", "A condition is left out"),
        ("the mill", "So few words can be anybody’s"),
    ],
)
def test_what_a_cut_hides_is_warned_about(check: Check, words: str, hidden: str) -> None:
    found = check(words)

    assert found.status is QuoteStatus.EXACT
    assert any(hidden in warning for warning in found.warnings)


def test_a_whole_sentence_hides_nothing(check: Check) -> None:
    assert check("Taxes will rise next year for everyone in this town.").warnings == ()


def test_stage_directions_are_nobodys_words(check: Check) -> None:
    found = check("We sent help to every town", "Hall")

    assert found.status is QuoteStatus.EXACT
    assert [(one.kind, one.found) for one in found.differences] == [("brackets", "laughter")]


def test_a_mere_resemblance_is_not_found_but_shown_as_the_nearest(check: Check) -> None:
    near = check("Taxes will probably triple by next summer in that poor little town")
    far = check("The moon is made of green cheese")

    assert (near.status, near.match) == (QuoteStatus.NOT_FOUND, None)
    assert (far.status, far.nearest) == (QuoteStatus.NOT_FOUND, None)


def test_filters_keep_other_documents_out(check: Check) -> None:
    assert check("Taxes will rise next year", documents=["speech"]).status is QuoteStatus.NOT_FOUND


def test_of_several_who_said_it_the_claimed_speaker_is_shown(write: Write, tmp_path: Path) -> None:
    sources = write("a.txt", "Ann Lee said: “We shall overcome it.”\n\nBob Ray said: “We shall overcome it.”\n")
    update([sources], tmp_path / "i", settings=FAKE)
    checking = QuoteChecking(load(tmp_path / "i"))

    for name in ("Ann Lee", "Bob Ray"):
        found = checking.check("We shall overcome it", name, Filters())
        assert found.status is QuoteStatus.EXACT
        assert found.match is not None
        assert found.match.speaker == name
        assert "Several are quoted with these words: " in " ".join(found.warnings)


def test_reprints_are_named(write: Write, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        sources = write(name, "Ann Lee said: “We shall overcome it.”\n").parent
    update([sources], tmp_path / "i", settings=FAKE)

    found = QuoteChecking(load(tmp_path / "i")).check("we shall overcome", None, Filters())

    assert found.match is not None
    assert (found.match.document.id, found.match.also) == ("a.txt", ("b.txt",))


def test_the_claimed_speakers_few_words_are_found_among_hundreds_of_others(write: Write, tmp_path: Path) -> None:
    names = [
        f"{first} {last}" for first in ("Ann", "Bob", "Eve", "Tom") for last in map("Mc{}".format, "abcdefghijklmnop")
    ]
    lines = "\n\n".join(f"{name} said: “Yes, we can do that.”" for name in names)
    update([write("a.txt", lines)], tmp_path / "i", settings=FAKE)

    found = QuoteChecking(load(tmp_path / "i")).check("We can do that", names[50], Filters())

    assert found.match is not None
    assert (found.status, found.match.speaker) == (QuoteStatus.EXACT, names[50])


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("", None), (" …", None), ("[…]", None), ("[all of it]", None), ("a", " "), (None, None), (5, None)],
)
def test_what_cannot_be_checked_is_refused(check: Check, words: Any, speaker: str | None) -> None:
    with pytest.raises(QuestionError, match="give the words of a quotation"):
        check(words, speaker)


def test_a_quote_that_fails_its_proof_is_an_error_and_never_shown(folder: Path) -> None:
    checking = QuoteChecking(load(folder))
    checking.check("Taxes will rise next year", None, Filters())
    with sqlite3.connect(next(folder.glob("corpus*.sqlite"))) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'rise', 'fall')")
    connection.close()

    with pytest.raises(ProofError):
        checking.check("Taxes will rise next year", None, Filters())


def test_a_check_is_plain_json(check: Check) -> None:
    plain = check("Taxes will fall next year for everyone", "Bob Ray").to_dict()

    assert plain.keys() >= {"words", "speaker", "status", "match", "differences", "nearest", "warnings"}
    assert (plain["status"], plain["nearest"]) == ("altered", None)
    assert plain["differences"] == [{"kind": "changed_word", "given": "fall", "found": "rise"}]
    assert plain["match"]["text"] == "Taxes will rise next year for everyone"


def test_words_that_a_speaker_gives_as_somebodys_are_not_called_wrong_under_that_name(check: Check) -> None:
    found = check("ships never resign", "Hart")
    assert found.status is QuoteStatus.EXACT
    assert any("somebody else’s words" in warning for warning in found.warnings)
    assert found.reason

    assert check("ships never resign", "Stan Obi").status is QuoteStatus.EXACT
    assert check("ships never resign", "Gil Frost").status is QuoteStatus.WRONG_SPEAKER
    assert check("go home now", "Hart").status is QuoteStatus.WRONG_SPEAKER


@pytest.mark.model
def test_an_ellipsis_may_leave_out_what_is_denied_beside(check: Check) -> None:
    assert check("There is no proof … that puts her there").status is QuoteStatus.EXACT
