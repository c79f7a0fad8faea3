"""What is said where the sources do not say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checker import FactChecker
from bot.showing.plain_text import answer_plain
from bot.showing.rendering import answer_html, answer_markdown
from index import Kind
from index.builder import update
from tests.conftest import FAKE
from tests.html_reader import Reader
from tests.test_answering import assemble

OPERA = "Which opera opened in Vienna?"
DOCUMENTS = [
    {"id": "a", "text": "Ann Lee said: the bridge is safe\n", "date": "2024-03-01", "publisher": "Évening Wire"},
    {
        "id": "b",
        "text": "Bob Ray said: the bridge is old\n",
        "date": "2024-05-10",
        "publisher": "Herald",
        "tags": ["Arms"],
    },
]


@pytest.fixture
def checker(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> FactChecker:
    update([write("press.jsonl", "\n".join(map(json.dumps, DOCUMENTS)))], tmp_path / "index", settings=FAKE)
    return assemble(tmp_path / "index")


def test_silence_says_what_was_searched_in_every_form(checker: FactChecker) -> None:
    answer = checker.answer(OPERA)
    said = "The sources do not say. (searched: 2 documents, dated 1 March 2024 to 10 May 2024)"

    assert answer.text == said
    assert answer.to_dict()["searched"] == "2 documents, dated 1 March 2024 to 10 May 2024"
    assert answer_plain(answer).startswith(said)
    assert Reader(answer_html(answer)).text.startswith(said)
    assert "2 documents, dated 1 March 2024" in answer_markdown(answer)


def test_silence_says_which_days_were_asked_for(checker: FactChecker) -> None:
    assert checker.answer("Which opera opened in Vienna this week?").reason == (
        "The sources do not say: no answer was found in sources from 2024-05-06 to 2024-05-12."
    )


def test_silence_says_which_filters_chose_what_was_searched(checker: FactChecker) -> None:
    assert checker.answer(OPERA, filters={"sources": ["Herald"], "tags": "Arms"}).searched == (
        "1 document, dated 10 May 2024, only of Herald, only with the tag Arms"
    )


def test_filters_that_admit_nothing_are_told_from_silence(checker: FactChecker) -> None:
    answer = checker.answer(OPERA, filters={"sources": ["Nobody"], "after": "2024-01-01"})

    assert answer.reason == "The sources do not say: no document matches the filters."
    assert answer.searched == (
        "no document, since none matches the filters: only of Nobody, published on 1 January 2024 or later"
    )


def test_somebody_who_is_quoted_outside_the_filters_is_not_called_unheard_of(checker: FactChecker) -> None:
    outside = checker.answer("What did Ray say?", filters={"documents": "a"})
    nobody = checker.answer("What did Carl Zed say?", filters={"documents": "a"})

    assert outside.reason == "The sources do not say: Bob Ray is quoted, but not in what was searched."
    assert nobody.reason == "The sources do not say: nobody called Carl Zed is quoted."


def test_namesakes_who_are_quoted_outside_the_filters_are_named_together(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    texts = ("Ann Lee said: the bridge is safe", "Bob Lee said: the bridge is old", "Nobody spoke of it")
    press = [json.dumps({"id": name, "text": text}) for name, text in zip("abc", texts, strict=True)]
    update([write("press.jsonl", "\n".join(press))], tmp_path / "index", settings=FAKE)

    answer = assemble(tmp_path / "index").answer("What did Lee say?", filters={"documents": "c"})

    assert answer.reason == "The sources do not say: Ann Lee and Bob Lee are quoted, but not in what was searched."


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"sources": "herald"}, True),
        ({"sources": "évening WIRE"}, False),
        ({"tags": "arms"}, True),
        ({"speakers": "ray"}, True),
        ({"speakers": "Lee"}, False),
        ({"speakers": "Zed"}, False),
    ],
)
def test_filters_match_in_capitals_or_not_and_speakers_by_part_of_the_name(
    checker: FactChecker, filters: dict[str, str], *, found: bool
) -> None:
    answer = checker.answer("What did Bob Ray say?", filters=filters)

    assert answer.answered is found
    assert answer.searched.startswith("no document") is (filters == {"speakers": "Zed"})


def test_what_came_near_keeps_its_speaker(checker: FactChecker) -> None:
    near = {one.document.id: one for one in checker.answer("What did Carl Zed say about the bridge?").related}

    assert (near["a"].speaker, near["a"].kind) == ("Ann Lee", Kind.INDIRECT)
    assert near["a"].cue is not None
