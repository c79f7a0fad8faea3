import json
from pathlib import Path

import pytest

from eval.columns import columns
from eval.errors import CaseError
from eval.kinds.briefings.asking import Asked
from eval.kinds.briefings.asking import ask as ask_one
from eval.kinds.briefings.figures import lines as asked_lines
from eval.kinds.briefings.figures import of_question, of_turns, turn_counts
from eval.kinds.briefings.transcripts import Transcript, most_heard, read_transcripts
from eval.kinds.retrieval.collection import read_collection
from eval.kinds.retrieval.figures import lines, ranked
from index import Document, Passage, Span, Turn

TEXT = "MR. HALE:  The bridge is safe.\n\nQ    Is it?\n\nMS. REED:  The bridge costs a fortune.\n\nMR. HALE:  No."
TURNS = [
    Turn(label, Span(TEXT.index(words), TEXT.index(words) + len(words)))
    for label, words in (
        ("MR. HALE", "The bridge is safe."),
        ("Q", "Is it?"),
        ("MS. REED", "The bridge costs a fortune."),
        ("MR. HALE", "No."),
    )
]
TRANSCRIPT = Transcript(Document("b1", TEXT), TURNS, {"id": "b1", "text": TEXT})


def ask(*words: str) -> Asked:
    quotes = [Passage(TRANSCRIPT.document, Span(TEXT.index(one), TEXT.index(one) + len(one))) for one in words]
    return ask_one("MR. HALE", "bridge", lambda _: quotes, {"b1": TRANSCRIPT})


def figures(asked: Asked) -> dict[str, float | None]:
    of = columns([of_question(asked).plain(), of_turns(TRANSCRIPT, TURNS).plain()])
    return {line.name: line.figure.value for line in asked_lines(of, ["MR. HALE"])}


def test_gold_turns_against_themselves_are_all_right_and_a_swapped_label_is_wrong_twice() -> None:
    assert turn_counts(TURNS, TURNS) == (4, 4, 4, 4)
    swapped = [Turn("MS. REED", TURNS[0].words), *TURNS[1:]]
    assert turn_counts(TURNS, swapped) == (3, 4, 3, 4)


def test_a_turn_that_swallows_the_next_is_not_recognised() -> None:
    joined = [Turn("MR. HALE", Span(TURNS[0].words.start, TURNS[1].words.end)), *TURNS[2:]]
    assert turn_counts(TURNS, joined) == (2, 3, 2, 4)


def test_those_who_are_heard_most_are_asked_about_and_never_the_askers() -> None:
    assert most_heard([TRANSCRIPT], 2) == ["MR. HALE", "MS. REED"]


def test_citations_are_the_speakers_own_and_mention_the_topic() -> None:
    asked = ask("The bridge is safe.", "No.", "The bridge costs a fortune.")
    assert asked.question == "What did Hale say about bridge?"
    assert (asked.own, asked.mention) == ([True, True, False], [True, False, True])
    found = figures(asked)
    assert found["turns recognised"] == 1
    assert found["Hale: own turns"] == found["Hale: mention Y"] == pytest.approx(2 / 3)
    assert found["Hale: answered"] == 1


def test_silence_is_no_citation_and_no_answer() -> None:
    found = figures(ask())
    assert (found["Hale: own turns"], found["Hale: answered"]) == (None, 0)


def test_an_answerer_that_raises_has_failed_that_question() -> None:
    nothing: dict[str, list[Passage]] = {}
    asked = ask_one("MR. HALE", "bridge", nothing.__getitem__, {"b1": TRANSCRIPT})
    assert asked.error is not None
    assert of_question(asked).right is False
    json.dumps(of_question(asked).plain())


def test_a_transcript_whose_turns_cannot_be_had_has_failed_with_all_of_them_missed() -> None:
    outcome = of_turns(TRANSCRIPT, (), "RuntimeError: out of paper")
    assert outcome.failed
    assert outcome.scores == {"turns recognised": 0}


def write(folder: Path, name: str, *values: object) -> None:
    (folder / name).write_text("\n".join(json.dumps(value) for value in values))


def test_transcripts_are_read_with_their_turns(tmp_path: Path) -> None:
    turn = {"speaker": "Q", "content_start": 0, "content_end": 2}
    write(tmp_path, "transcripts.jsonl", {"id": "b1", "text": TEXT})
    write(tmp_path, "turns.jsonl", {"id": "b1", "turns": [turn]})
    assert next(read_transcripts(tmp_path)).turns == [Turn("Q", Span(0, 2))]
    write(tmp_path, "turns.jsonl", {"id": "b1", "turns": [{**turn, "content_end": 999}]})
    with pytest.raises(CaseError, match=r"transcripts\.jsonl:1: .*a turn ends at 999"):
        list(read_transcripts(tmp_path))


def test_collections_are_read_in_beirs_form_and_in_json_lines(tmp_path: Path) -> None:
    write(tmp_path, "corpus.jsonl", {"_id": "d1", "text": "one"}, {"id": "d2", "text": "two"})
    write(tmp_path, "queries.jsonl", {"_id": "q1", "text": "which?"}, {"id": "q2", "text": "never judged"})
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\n")
    found = read_collection(tmp_path)
    (query,) = found.queries
    assert not found.notes
    assert (query.text, query.relevant) == ("which?", {"d1": 2})
    (tmp_path / "qrels" / "test.tsv").unlink()
    write(tmp_path, "qrels.jsonl", {"query": "q1", "passage": "d9", "relevance": 1})
    with pytest.raises(CaseError, match="no judgement is of a query and a text that are there"):
        read_collection(tmp_path)


def test_the_first_way_is_shown_with_the_others_beside_it_and_the_gains(tmp_path: Path) -> None:
    write(tmp_path, "corpus.jsonl", {"id": "d1", "text": "one"}, {"id": "d2", "text": "two"})
    write(tmp_path, "queries.jsonl", {"id": "q1", "text": "which?"})
    write(tmp_path, "qrels.jsonl", {"query": "q1", "document": "d1", "relevance": 1})
    ways = {"search": lambda _: ["d1", "d2"], "BM25": lambda _: ["d2", "d1"]}
    rows = [ranked(query, ways).plain() for query in read_collection(tmp_path).queries]
    found = {line.name: line for line in lines(columns(rows), list(ways), {"MRR": ["search over BM25"]})}
    assert (found["MRR"].figure.value, found["MRR"].beside["BM25"].value) == (1, 0.5)
    assert found["MRR, search over BM25"].figure.value == 0.5
