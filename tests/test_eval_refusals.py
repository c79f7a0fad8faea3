"""What is wrong with a set is said with its line, before anything is measured."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from eval.errors import CaseError
from eval.kinds import checks, speakers
from eval.kinds.briefings.transcripts import read_transcripts
from eval.kinds.claims.sourced import read_claims
from eval.kinds.quotations.gold import read_articles
from eval.kinds.reading.passages import read_asked
from tests.eval_article import ROW

TEXT = "It was built in 1931."
ASKED = {"id": "1", "question": "When?", "context": TEXT, "answers": ["1931"]}
SAID = {"id": "1", "text": TEXT, "start": 0, "end": 2, "quote": "It", "speaker": "Ann Reed"}
CHECKED = {"id": "1", "words": "It is safe", "status": "exact"}
CLAIM = {"id": "1", "claim": "It is old", "label": "supported"}
Reader = Callable[[Path], Iterable[Any]]


def write(folder: Path, *rows: object) -> Path:
    (folder / "set.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder / "set.jsonl"


@pytest.mark.parametrize(
    ("read", "row", "complaint"),
    [
        (read_asked, {**ASKED, "answers": "1931"}, "answers are a list of texts, not '1931'"),
        (read_asked, {**ASKED, "answers": [1931]}, "question, context and answers are texts"),
        (read_asked, {**ASKED, "question": 5}, "question, context and answers are texts"),
        (read_asked, {**ASKED, "id": 1.5}, "an id is a text or a whole number, not 1.5"),
        (speakers.read_said, {**SAID, "speaker": 5}, "the speaker is a name, or null, not 5"),
        (speakers.read_said, {**SAID, "speaker": ""}, "the speaker is a name, or null, not ''"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(tmp_path: Path, read: Reader, row: object, complaint: str) -> None:
    with pytest.raises(CaseError, match=rf"set\.jsonl:1: .*{complaint}"):
        list(read(write(tmp_path, row)))


def test_an_id_that_is_a_whole_number_is_taken_as_text(tmp_path: Path) -> None:
    assert [one.id for one in read_asked(write(tmp_path, {**ASKED, "id": 0}))] == ["0"]


@pytest.mark.parametrize(
    ("read", "row"),
    [
        (speakers.read_said, SAID),
        (checks.read_passed_on, CHECKED),
        (read_claims, CLAIM),
        (read_articles, ROW),
    ],
)
def test_an_id_that_is_taken_is_refused(tmp_path: Path, read: Reader, row: object) -> None:
    with pytest.raises(CaseError, match=r"set\.jsonl:2: the id '.*' is taken by .*set\.jsonl:1"):
        list(read(write(tmp_path, row, row)))


def test_a_transcript_whose_id_is_taken_is_refused(tmp_path: Path) -> None:
    row = json.dumps({"id": "t", "text": TEXT})
    (tmp_path / "transcripts.jsonl").write_text(f"{row}\n{row}")
    (tmp_path / "turns.jsonl").write_text(json.dumps({"id": "t", "turns": []}))
    with pytest.raises(CaseError, match="the id 't' is taken"):
        list(read_transcripts(tmp_path))


def test_questions_on_texts_may_have_one_id(tmp_path: Path) -> None:
    assert len(list(read_asked(write(tmp_path, ASKED, ASKED)))) == 2


def test_words_of_a_quotation_are_compared_from_its_first_piece_to_its_last(tmp_path: Path) -> None:
    quote = {"content_spans": [[3, 6], [0, 2]], "speaker_spans": [], "cue_spans": [], "quote_type": "indirect"}
    good, wrong = ({"id": "1", "text": TEXT, "quotes": [{**quote, "content": one}]} for one in ("It was", "It is"))
    assert len(list(read_articles(write(tmp_path, good)))) == 1
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*the text has 'It was' at 0 to 6, not 'It is'"):
        list(read_articles(write(tmp_path, wrong)))
