import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from eval import Case, CaseError, Gold, QuestionKind, load_cases
from eval.case import Score, check_gold
from index import Document, OnRecordError
from index.errors import UsageError
from tests.eval_fakes import BUILT, DOCUMENT, FACT, NOTHING, REED, SAFE, TEXT, gold, stored

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "eval" / "sets" / "seeds.jsonl"
START = TEXT.index(SAFE)
GOLD = {"document": "bridge.txt", "start": START, "end": START + len(SAFE), "text": SAFE, "speaker": "Ann Reed"}
GOOD = {"id": "1", "question": "Is it safe?", "kind": "fact", "gold": [GOLD]}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "set.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_bytes("\n".join(texts).encode())
    return path


def seed(document_id: str) -> Document:
    path = ROOT / "seeds" / document_id
    if not path.is_file():
        message = f"there is no {path}"
        raise OnRecordError(message)
    return Document(document_id, path.read_bytes().decode())


def test_a_case_is_read_as_it_was_written(tmp_path: Path) -> None:
    plain = GOOD | {"any_suffices": True, "short_answers": ["safe"], "tags": ["bridge"]}
    expected = Case("1", "Is it safe?", QuestionKind.FACT, (Gold(**GOLD),), True, ("safe",), ("bridge",))  # type: ignore[arg-type]  # noqa: FBT003 - in the order of the fields
    assert load_cases(write(tmp_path, plain), stored) == [expected]


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD, "", GOOD | {"id": "2"}, "")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [case.id for case in load_cases(path)] == ["1", "2"]


def test_a_question_may_hold_a_line_separator(tmp_path: Path) -> None:
    line = json.dumps(GOOD | {"question": "one\u2028two"}, ensure_ascii=False)
    assert load_cases(write(tmp_path, line))[0].question == "one\u2028two"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ([], "a case is a JSON object, not []"),
        ({"id": "1"}, "a case needs question, kind"),
        (GOOD | {"id": 1}, "id must be a string, not 1"),
        (GOOD | {"id": " "}, "needs an id"),
        (GOOD | {"kind": "joke"}, "the kind 'joke' is none of speaker, fact, unanswerable"),
        (GOOD | {"answer": "yes"}, "a case has no field 'answer'"),
        (GOOD | {"gold": []}, "needs a gold quote that is not optional"),
        (GOOD | {"gold": [GOLD | {"optional": True}]}, "needs a gold quote that is not optional"),
        (GOOD | {"kind": "unanswerable"}, "has no gold quotes"),
        (GOOD | {"gold": ["safe"]}, "a gold quote is a JSON object"),
        (GOOD | {"gold": [GOLD | {"start": True}]}, "start must be a whole number, not true"),
        (GOOD | {"gold": [GOLD | {"start": 1.5}]}, "start must be a whole number, not 1.5"),
        (GOOD | {"gold": [GOLD | {"end": START}]}, "0 <= start < end"),
        (GOOD | {"gold": [GOLD | {"end": START + 1}]}, "are 1 characters, the text has 18"),
        (GOOD | {"gold": [GOLD | {"speaker": ""}]}, "a speaker that is a name"),
        (GOOD | {"gold": [GOLD | {"speaker": 7}]}, "speaker must be a string or null, not 7"),
        (GOOD | {"short_answers": [1]}, "short_answers must be a list of strings"),
        (GOOD | {"short_answers": [" "]}, "a short answer cannot be empty"),
        (GOOD | {"any_suffices": 1}, "any_suffices must be true or false, not 1"),
        (GOOD | {"gold": [GOLD | {"text": "the bridge is shut"}]}, "has 'the bridge is safe' at 15 to 33"),
        (GOOD | {"gold": [GOLD | {"document": "gone.txt"}]}, "there is no document called gone.txt"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, line: object, expected: str) -> None:
    path = write(tmp_path, GOOD | {"id": "first"}, "", line)
    with pytest.raises(CaseError) as caught:
        load_cases(path, stored)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert expected in str(caught.value)


def test_two_cases_with_one_id_name_both_lines(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"set\.jsonl:2: the id '1' is taken by .*:1"):
        load_cases(write(tmp_path, GOOD, GOOD))


def test_files_that_hold_no_cases_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="holds no cases"):
        load_cases(write(tmp_path, ""))
    with pytest.raises(CaseError, match="cannot be read"):
        load_cases(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff")
    with pytest.raises(CaseError, match="not UTF-8"):
        load_cases(tmp_path / "latin.jsonl")


def test_a_wrong_case_is_wrong_use() -> None:
    assert issubclass(CaseError, UsageError)


def test_a_changed_document_is_noticed() -> None:
    check_gold(REED, stored)
    with pytest.raises(CaseError, match="case reed"):
        check_gold(REED, lambda name: Document(name, f" {TEXT}"))


def test_answerable_and_required_follow_from_kind_and_gold() -> None:
    assert (REED.answerable, FACT.answerable, NOTHING.answerable) == (True, True, False)
    both = Case("1", "?", QuestionKind.FACT, (gold(SAFE), gold(BUILT, optional=True)))
    assert both.required == (gold(SAFE),)
    assert DOCUMENT.text[both.gold[0].span.start : both.gold[0].span.end] == SAFE


def test_a_score_outside_its_range_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"must lie in \[0, 1\], not at 1.5"):
        Score("F1", 1.5)


@pytest.fixture(scope="module")
def seeds() -> list[Case]:
    return load_cases(SEEDS, seed)


def test_the_set_on_the_seeds_agrees_with_the_article(seeds: list[Case]) -> None:
    assert len(seeds) >= 120


def test_the_set_on_the_seeds_asks_every_kind_of_question(seeds: list[Case]) -> None:
    counts = Counter(case.kind for case in seeds)
    assert counts[QuestionKind.SPEAKER] / len(seeds) > 0.3
    assert counts[QuestionKind.FACT] / len(seeds) > 0.35
    assert counts[QuestionKind.UNANSWERABLE] / len(seeds) > 0.25


def test_the_set_on_the_seeds_asks_nothing_twice(seeds: list[Case]) -> None:
    assert len({case.question for case in seeds}) == len(seeds)


def test_the_gold_quotes_of_the_seeds_stand_in_order_without_spaces_around_them(seeds: list[Case]) -> None:
    for case in seeds:
        assert list(case.gold) == sorted(case.gold, key=lambda quote: (quote.start, quote.end))
        assert all(quote.text == quote.text.strip() for quote in case.gold)


def test_kirby_said_four_things(seeds: list[Case]) -> None:
    questions: dict[str, Any] = {case.question: case for case in seeds}
    for question in ("what did Kirby say?", "WHAT DID KIRBY SAY", "what did kirbys say"):
        said = questions[question].required
        assert [quote.text.split()[0] for quote in said] == ["We", "North", "The", "This"]
        assert {quote.speaker for quote in said} == {"John Kirby"}
