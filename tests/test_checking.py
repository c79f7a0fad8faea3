"""Claims against sources: both sides, and whose word it is."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.checking import Checking
from bot.citation import Stance
from bot.claims.check import Check
from bot.claims.evidence_finding import EvidenceFinder
from bot.claims.nearest import Nearest
from bot.claims.verdict_confidence import verdict_confidence
from bot.errors import ClaimError
from bot.settings import BotSettings
from bot.verdict import Verdict
from bot.weighing.verifier import TrainedVerifier
from bot.writing import ExtractiveWriter
from index import Passage, PassageIndex, load
from index.builder import update
from index.errors import ProofError
from index.filters import Filters
from tests.conftest import FAKE
from tests.test_answering import assemble

Write = Callable[[str, str | bytes], Path]
TOWN = """The bridge was built in 1912.
Ann Lee said: the bridge is safe
Bob Ray said: the bridge is not safe
Ann Lee said: we hired painters
Carl Zed asked: whether the tower is tall
"""


BOATS = """Ann Lee said: Carl Zed sold the boats
Dan Fox dismissed: Lee's claims as propaganda
"""


@pytest.fixture
def check(write: Write, tmp_path: Path) -> Callable[[str], Check]:
    write("boats.txt", BOATS)
    update([write("town.txt", TOWN).parent], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index").check


def said(check: Check, stance: Stance) -> list[tuple[str | None, str]]:
    return [(one.speaker, one.text) for one in check.citations if one.stance is stance]


def test_what_the_publication_says_itself_is_supported_by_it(check: Callable[[str], Check]) -> None:
    found = check("The bridge was built in 1912.")

    assert (found.verdict, found.according_to) == (Verdict.SUPPORTED, None)
    assert said(found, Stance.SUPPORTS) == [(None, "The bridge was built in 1912.")]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The report says that the bridge was built in 1912.", Verdict.SUPPORTED),
        ("The report denies that the bridge was built in 1912.", Verdict.REFUTED),
        ("A UN report says that the bridge was built in 1912.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("Two recent studies of bridges suggest that the bridge was built in 1912.", Verdict.SUPPORTED),
        ("A study by Ames suggests that the bridge was built in 1912.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("A review in the Lancet says that the bridge was built in 1912.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("Few reports say that the bridge was built in 1912.", Verdict.NOT_ENOUGH_EVIDENCE),
        ("Critics say that the bridge was built in 1912.", Verdict.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_what_a_text_without_a_name_is_claimed_to_say_is_checked_as_what_is_so(
    check: Callable[[str], Check], claim: str, verdict: Verdict
) -> None:
    assert check(claim).verdict is verdict


def test_two_who_say_the_opposite_are_both_shown(check: Callable[[str], Check]) -> None:
    found = check("The bridge is safe")

    assert found.verdict is Verdict.CONFLICTING
    assert said(found, Stance.SUPPORTS) == [("Ann Lee", "the bridge is safe")]
    assert said(found, Stance.REFUTES) == [("Bob Ray", "the bridge is not safe")]
    assert "Ann Lee says so, Bob Ray says otherwise" in found.text
    assert [one.number for one in found.citations] == [1, 2]


def test_a_dismissal_of_somebodys_claims_speaks_against_what_that_somebody_claims(
    check: Callable[[str], Check],
) -> None:
    found = check("Carl Zed sold the boats")

    assert found.verdict is Verdict.CONFLICTING
    assert said(found, Stance.REFUTES) == [("Dan Fox", "Lee's claims as propaganda")]


def test_a_dismissal_of_claims_speaks_for_their_negation(check: Callable[[str], Check]) -> None:
    negated = check("Carl Zed has not sold the boats")

    assert negated.verdict is Verdict.CONFLICTING
    assert said(negated, Stance.SUPPORTS) == [("Dan Fox", "Lee's claims as propaganda")]
    assert said(negated, Stance.REFUTES) == [("Ann Lee", "Carl Zed sold the boats")]


@pytest.mark.parametrize(
    "disclaimer",
    ["We do not believe that", "It is not true that", "It's a lie that", "It would be false to claim that"],
)
def test_what_a_speaker_disclaims_is_denied(write: Write, tmp_path: Path, disclaimer: str) -> None:
    source = write("ships.txt", f"Ann Lee said: {disclaimer} Carl Zed sold the ships\n")
    update([source], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    assert check("Carl Zed sold the ships").verdict is Verdict.REFUTED
    assert check("Ann Lee said that Carl Zed sold the ships").verdict is Verdict.REFUTED
    assert check("Ann Lee denied that Carl Zed sold the ships").verdict is Verdict.SUPPORTED


def test_a_dismissal_of_claims_about_who_dismisses_them_speaks_against_no_other_claim(
    write: Write, tmp_path: Path
) -> None:
    source = write(
        "ships.txt",
        "Ann Lee said: Dan Fox sold the ships\nAnn Lee said: we have pictures\nDan Fox dismissed: Lee's claims\n",
    )
    update([source], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    assert check("Dan Fox sold the ships").verdict is Verdict.CONFLICTING
    assert check("We have pictures").verdict is Verdict.SUPPORTED


def test_a_dismissal_that_names_nobody_means_who_spoke_last_before_it(write: Write, tmp_path: Path) -> None:
    text = "Ann Lee said: prices fell by half\nBob Ray said: the boats were sold\nDan Fox dismissed: the allegations\n"
    update([write("ships.txt", text)], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    assert check("Prices fell by half").verdict is Verdict.SUPPORTED
    assert check("The boats were sold").verdict is Verdict.CONFLICTING


@pytest.mark.parametrize("denial", ["Fox denied: it on Monday", "Fox denied: any wrongdoing", "Fox said: was not true"])
def test_a_denial_that_does_not_say_what_it_denies_speaks_against_what_is_said_of_who_denies(
    write: Write, tmp_path: Path, denial: str
) -> None:
    text = f"Ann Lee said: Dan Fox sold the ships\nAnn Lee said: the road is closed\nDan {denial}\n"
    update([write("ships.txt", text)], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    assert check("Dan Fox sold the ships").verdict is Verdict.CONFLICTING
    assert check("The road is closed").verdict is Verdict.SUPPORTED


def test_who_denies_it_denies_what_the_publication_tells_of_them_right_before(write: Write, tmp_path: Path) -> None:
    text = "The road is closed.\nDan Fox sold the ships.\nDan Fox denied: it\n"
    update([write("ships.txt", text)], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    assert said(check("Dan Fox sold the ships"), Stance.REFUTES) == [("Dan Fox", "it")]
    assert check("The road is closed").verdict is Verdict.SUPPORTED


@pytest.mark.model
def test_who_gives_the_true_number_contradicts_the_one_that_was_said_before(write: Write, tmp_path: Path) -> None:
    text = "Ann Lee said: 40 people died in the fire\nBob Ray said: the true number was 12\n"
    update([write("fire.txt", text)], tmp_path / "index", settings=FAKE)
    finder = EvidenceFinder(load(tmp_path / "index"), TrainedVerifier(), BotSettings())
    wrong, true = (
        Checking(finder, ExtractiveWriter()).check(f"{number} people died in the fire", Filters())
        for number in (40, 12)
    )

    assert said(wrong, Stance.REFUTES) == said(true, Stance.SUPPORTS) == [("Bob Ray", "the true number was 12")]


def test_a_capital_stands_for_the_country_that_a_claim_names(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: Pyongyang sold ships\n")], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("North Korea sold ships")

    assert found.verdict is Verdict.SUPPORTED
    assert [one.text for one in found.citations] == ["Pyongyang sold ships"]


def test_what_only_one_party_says_is_supported_according_to_that_party(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: the tower leans\n")], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("The tower leans")

    assert (found.verdict, found.according_to) == (Verdict.SUPPORTED, "Ann Lee")
    assert "according to Ann Lee" in found.text


def test_what_somebody_only_asks_is_no_evidence(check: Callable[[str], Check]) -> None:
    found = check("The tower is tall")

    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert found.decisive == ()
    assert {one.stance for one in found.citations} == {None}


def test_a_claim_about_a_statement_is_checked_against_who_said_what(check: Callable[[str], Check]) -> None:
    supported, refuted, silent, stranger = (
        check("Ann Lee said that the bridge is safe"),
        check("Lee said the bridge is not safe"),
        check("Bob Ray said that the painters are hired"),
        check("Eve Moe said that the bridge is safe"),
    )

    assert (supported.verdict, supported.according_to) == (Verdict.SUPPORTED, None)
    assert {one.speaker for one in supported.citations} == {"Ann Lee"}
    assert refuted.verdict is Verdict.REFUTED
    assert silent.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert stranger.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert "nobody called Eve Moe is quoted" in stranger.text


def test_what_somebody_else_says_of_a_thing_is_not_what_a_speaker_called_it(write: Write, tmp_path: Path) -> None:
    text = (
        "Ann Lee said: Bob Ray called the long talks a waste\n"
        "Eve Moe said: Bob Dunn and Tim Ray called the long talks a waste\n"
        "Bob Ray said: no\n"
    )
    update([write("talks.txt", text)], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("Bob Ray called the long talks a waste")

    assert {one.speaker for one in found.citations} == {"Ann Lee"}


def test_what_somebody_who_is_not_quoted_is_claimed_to_have_said_is_checked_against_what_is_told_of_them(
    write: Write, tmp_path: Path
) -> None:
    text = "In a letter Eve Moe said that the boats sank.\nAnn Lee said: Tim Poe said the boats sank\n"
    update([write("letter.txt", text)], tmp_path / "index", settings=FAKE)
    check = assemble(tmp_path / "index").check

    told, of_another, silent = (
        check("Eve Moe said that the boats sank"),
        check("Tim Poe said that the boats sank"),
        check("Tom Coe said that the boats sank"),
    )

    assert [(one.speaker, one.text) for one in told.citations] == [
        (None, "In a letter Eve Moe said that the boats sank.")
    ]
    assert (told.verdict, told.according_to) == (Verdict.SUPPORTED, None)
    assert of_another.verdict is silent.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert "nobody called Tim Poe is quoted" in of_another.text
    assert silent.confidence == verdict_confidence(Verdict.NOT_ENOUGH_EVIDENCE, 1.0)


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ("Lee is who built the bridge.", Verdict.SUPPORTED),
        ("Ann Reed said: Lee is who built the bridge.", Verdict.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_what_a_publication_says_itself_in_a_passage_is_weighed_together(
    write: Write, tmp_path: Path, second: str, verdict: Verdict
) -> None:
    update([write("a.txt", f"The bridge was built in 1912.\n{second}\n")], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("The bridge was built in 1912 by Lee")

    assert found.verdict is verdict
    assert len(found.decisive) == (2 if verdict is Verdict.SUPPORTED else 0)


def test_what_points_back_to_the_sentence_before_is_near_to_what_that_names(write: Write, tmp_path: Path) -> None:
    told = "The old wooden pier is long. It was sold.\n"
    update([write("pier.txt", told)], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("The old wooden pier was sold.")

    assert (None, "It was sold.") in said(found, Stance.SUPPORTS)


class Longest:
    """A reranker that finds the longest text nearest, and all texts near."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        return [6 + len(text) / len(question) for text in texts]


def test_what_points_back_is_no_nearer_than_the_sentence_before_that_is_near_by_itself(
    write: Write, tmp_path: Path
) -> None:
    told = "The firm has decided to sell its pier. It considered a sale of the boat.\n"
    update([write("pier.txt", told)], tmp_path / "index", settings=FAKE)
    nearest = Nearest(PassageIndex.open(tmp_path / "index", reranker=Longest()), BotSettings())

    near = nearest.to("The firm has decided to sell its pier.", Filters())

    assert [one.plain.split()[0] for one in near] == ["The", "It"]


def test_what_has_nothing_of_a_claim_but_its_speaker_is_no_evidence(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: we heard that before\n")], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").checking.finder.evidence("Ann Lee is new", Filters())

    assert not any(one.is_near for one in found.evidence)
    assert [one.sentence.text for one in found.near] == ["Ann Lee said: we heard that before"]


def test_words_that_are_weighed_as_a_statement_and_as_a_fact_are_cited_once(write: Write, tmp_path: Path) -> None:
    update([write("a.txt", "Ann Lee said: Ann Lee boasted of ships\n")], tmp_path / "index", settings=FAKE)

    (citation,) = assemble(tmp_path / "index").check("Ann Lee boasted of ships").citations

    assert (citation.speaker, citation.text) == ("Ann Lee", "Ann Lee boasted of ships")


def test_who_dismisses_what_was_said_does_not_deny_that_it_was_said(write: Write, tmp_path: Path) -> None:
    text = "Ann Lee said: Ann Lee praised the ships\nDan Fox dismissed: Lee's claims as propaganda\n"
    update([write("a.txt", text)], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("Ann Lee praised the ships")

    assert (found.verdict, [one.speaker for one in found.citations]) == (Verdict.SUPPORTED, ["Ann Lee"])


def test_who_is_claimed_to_have_said_it_may_dismiss_that(write: Write, tmp_path: Path) -> None:
    text = "Dan Fox said: Ann Lee praised the ships\nAnn Lee dismissed: Fox's claims as propaganda\n"
    update([write("a.txt", text)], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("Ann Lee praised the ships")

    assert found.verdict is Verdict.CONFLICTING
    assert said(found, Stance.REFUTES) == [("Ann Lee", "Fox's claims as propaganda")]


def test_a_claimed_denial_is_checked_against_what_was_denied(check: Callable[[str], Check]) -> None:
    assert check("Fox denied that Carl Zed sold the boats").verdict is Verdict.SUPPORTED
    assert check("Lee denied that Carl Zed sold the boats").verdict is Verdict.REFUTED


def test_a_compound_claim_is_checked_part_by_part(check: Callable[[str], Check]) -> None:
    found = check("The bridge was built in 1912 and the tower was painted green.")

    assert [(part.claim, part.verdict) for part in found.parts] == [
        ("The bridge was built in 1912", Verdict.SUPPORTED),
        ("the tower was painted green.", Verdict.NOT_ENOUGH_EVIDENCE),
    ]
    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert [one["number"] for one in found.to_dict()["parts"][0]["citations"]] == found.to_dict()["decisive"] == [1]


def test_a_compound_claim_names_the_part_that_decides_and_whose_word_that_is(check: Callable[[str], Check]) -> None:
    assert check("The bridge was built in 1912 and the bridge is safe.").text.splitlines()[0] == (
        "Conflicting on \u201cthe bridge is safe\u201d: Ann Lee says so, Bob Ray says otherwise."
    )
    assert check("The bridge was built in 1912 and the bridge was not built in 1912.").text.splitlines()[0] == (
        "Refuted on \u201cthe bridge was not built in 1912\u201d by the sources."
    )
    assert check("The bridge was built in 1912 and the tower was painted green.").text.splitlines()[0] == (
        "Not enough evidence on \u201cthe tower was painted green\u201d in the sources."
    )


def test_every_quote_of_a_check_and_of_its_parts_is_proven_and_has_a_number_of_its_own(
    check: Callable[[str], Check], monkeypatch: pytest.MonkeyPatch
) -> None:
    proven: list[Passage] = []
    monkeypatch.setattr(PassageIndex, "prove", lambda _, quote: proven.append(quote))

    found = check("The bridge was built in 1912 and the tower was painted green.")

    decisive = [one for part in found.parts for one in part.decisive]
    held = [*decisive, *(one for part in found.parts for one in part.citations if one not in decisive)]
    assert found.parts[1].considered
    assert held == [*found.citations]
    assert [one.number for one in held] == list(range(1, len(held) + 1))
    assert proven == [one.quote for one in held]
    assert found.to_dict()["decisive"] == [one.number for one in decisive]


def test_what_others_say_is_considered_where_nobody_is_quoted_with_a_claim_and_speaks_neither_way(
    check: Callable[[str], Check],
) -> None:
    found = check("Dora Quill said that the bridge was built in 1912.")

    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert found.text.startswith("Not enough evidence: nobody called Dora Quill is quoted.")
    assert ("The bridge was built in 1912.", None) in [(one.text, one.stance) for one in found.citations]


def test_what_the_parts_of_a_claim_consider_is_told_once(check: Callable[[str], Check]) -> None:
    found = check("The tower was painted green and the tower was sold.")

    considered = [one.text for one in found.considered]
    assert len(found.parts) == 2
    assert considered
    assert len(considered) == len(set(considered))


def test_reprints_count_once_and_are_named(write: Write, tmp_path: Path) -> None:
    write("first.txt", "Ann Lee said: the tower leans\n")
    folder = write("second.txt", "From our wire.\nAnn Lee said: The tower  leans\n").parent
    update([folder], tmp_path / "index", settings=FAKE)

    (citation,) = assemble(tmp_path / "index").check("The tower leans").citations

    assert (citation.document.id, citation.also) == ("first.txt", ("second.txt",))


def test_who_says_so_independently_is_counted(write: Write, tmp_path: Path) -> None:
    write("first.txt", "Ann Lee said: the tower leans\nAnn Lee said: the tower leans badly\n")
    update([write("second.txt", "The tower leans to the east.\n").parent], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("The tower leans")

    assert (len(found.citations), found.text.splitlines()[0]) == (3, "Supported by 2 sources.")


def test_filters_keep_other_documents_out(write: Write, tmp_path: Path) -> None:
    folder = write("town.txt", TOWN).parent
    write("other.txt", "The moon is round.")
    update([folder], tmp_path / "index", settings=FAKE)

    found = assemble(tmp_path / "index").check("The bridge is safe", filters={"documents": ["other.txt"]})

    assert found.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert {one.document.id for one in found.citations} <= {"other.txt"}


@pytest.mark.parametrize("claim", ["?!", "", None, 5])
def test_a_claim_without_words_is_refused(check: Callable[[Any], Check], claim: object) -> None:
    with pytest.raises(ClaimError, match="in words"):
        check(claim)


def test_evidence_that_fails_its_proof_is_an_error(write: Write, tmp_path: Path) -> None:
    import sqlite3

    update([write("town.txt", TOWN)], tmp_path / "index", settings=FAKE)
    checker = assemble(tmp_path / "index")
    with sqlite3.connect(checker.sources.manifest.corpus(checker.sources.folder)) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'safe', 'weak')")
    connection.close()

    with pytest.raises(ProofError):
        checker.check("The bridge was built in 1912")


def test_a_check_is_plain_json(check: Callable[[str], Check]) -> None:
    plain = json.loads(json.dumps(check("The bridge is safe").to_dict()))

    assert list(plain) == ["claim", "verdict", "according_to", "confidence", "text", "citations", "decisive", "parts"]
    assert plain["verdict"] == "conflicting"
    assert [one["stance"] for one in plain["citations"]] == ["supports", "refutes"]
    assert min(one["confidence"] for one in plain["citations"]) >= 0.6
    assert {"document", "start", "end", "speaker", "kind"} <= set(plain["citations"][0])
