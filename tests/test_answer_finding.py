"""Sentences that may answer: which are looked at, and what makes one likelier than another."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.finding.answer_finding import AnswerFinder
from bot.finding.confidence import Signals
from bot.finding.reading import Reading
from bot.settings import BotSettings
from bot.weighing.judging import Weighing, weighing
from index import Span, load
from index.builder import update
from index.filters import Filters
from tests.conftest import FAKE
from tests.fakes import NumberReader, OverlapReranker

TEXT = "The bridge is made of iron. The bridge was built in 1912. Nobody knows who paid for the bridge.\n"


class PickyJudge:
    """Finds that a sentence gives an answer where the answer is the one it waits for."""

    digest = "picky"

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        self.asked += pairs
        return [weighing((0.9, 0.0, 0.1) if self.answer in claim else (0.1, 0.0, 0.9)) for claim, _ in pairs]


def finder(folder: Path, judge: PickyJudge, settings: BotSettings | None = None) -> AnswerFinder:
    return AnswerFinder(load(folder), NumberReader(), judge, settings or BotSettings())


def test_of_a_passage_the_sentence_with_the_short_answer_is_the_likeliest(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    update([write("town.txt", TEXT)], tmp_path / "index", settings=FAKE)
    judge = PickyJudge("1912")

    found, *others = finder(tmp_path / "index", judge).candidates("When was the bridge built?", Filters())

    assert found.sentence.text == "The bridge was built in 1912."
    assert found.short is not None
    assert found.short.text == "1912"
    assert [one.short for one in others] == [None, None]
    assert judge.asked == [("When was the bridge built? 1912.", found.sentence.text)]


def test_every_sentence_of_a_passage_may_hold_a_short_answer(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    text = "The bridge was planned in 1911. The bridge was built in 1912.\n"
    update([write("town.txt", text)], tmp_path / "index", settings=FAKE)

    found = finder(tmp_path / "index", PickyJudge("1912")).candidates("When was the bridge built?", Filters())

    assert [one.short and one.short.text for one in found] == ["1912", "1911"]


class LastWordsReader:
    """Finds the last two words of every part."""

    def read_parts(self, question: str, text: str, parts: Sequence[Span]) -> list[Reading | None]:
        assert question
        starts = [text.rindex(" ", 0, text.rindex(" ", part.start, part.end)) + 1 for part in parts]
        return [Reading(start, part.end - 1, 0.9) for start, part in zip(starts, parts, strict=True)]


def test_words_without_a_number_are_no_short_answer_to_how_many(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    update([write("town.txt", "Nobody told her how many. She saw thirty boats.\n")], tmp_path / "index", settings=FAKE)
    finds = replace(finder(tmp_path / "index", PickyJudge("thirty")), reader=LastWordsReader())

    found = finds.candidates("How many boats came?", Filters())

    assert [one.short and one.short.text for one in found] == ["thirty boats", None]


def test_only_the_likeliest_sentences_are_weighed(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    text = " ".join(f"The bridge was painted in {year}." for year in range(1950, 1956)) + "\n"
    update([write("town.txt", text)], tmp_path / "index", settings=FAKE)
    judge = PickyJudge("1952")

    finder(tmp_path / "index", judge, BotSettings(weighed=4)).candidates("When was the bridge painted?", Filters())

    assert len({claim for claim, _ in judge.asked}) == 4


def test_a_sentence_that_points_back_is_read_behind_the_one_before(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    text = "Ann Lee bought the old bridge. She gave 900 dollars. Nobody else would have it.\n"
    update([write("town.txt", text)], tmp_path / "index", settings=FAKE)
    question = "How many dollars did Ann Lee give for the old bridge?"

    found, *_ = finder(tmp_path / "index", PickyJudge("900")).candidates(question, Filters())

    (behind,) = OverlapReranker().scores(question, ["Ann Lee bought the old bridge. She gave 900 dollars."])
    assert found.sentence.text == "She gave 900 dollars."
    assert found.signals.nearness == behind


def test_where_nothing_is_read_all_sentences_are_near(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    update([write("town.txt", "The bridge is made of iron. It is old.\n")], tmp_path / "index", settings=FAKE)

    found = finder(tmp_path / "index", PickyJudge("")).candidates("What is the bridge made of?", Filters())

    assert [one.sentence.text for one in found] == ["The bridge is made of iron.", "It is old."]
    assert [one.short for one in found] == [None, None]


def test_only_the_nearest_passages_are_read(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> None:
    sources = [
        write(f"{year}.txt", f"The {name} was built in {year}.\n") for name, year in (("bridge", 1912), ("inn", 1935))
    ]
    update(sources, tmp_path / "index", settings=FAKE)
    settings = BotSettings(passages=1)

    found = finder(tmp_path / "index", PickyJudge("1912"), settings).candidates("When was the bridge built?", Filters())

    assert [one.sentence.document.id for one in found] == ["1912.txt"]


def test_a_sentence_ranks_as_the_copy_that_was_found_first(
    write: Callable[[str, str | bytes], Path], tmp_path: Path
) -> None:
    copied = "The bridge was built in 1912."
    rows = [
        {"id": "new", "date": "2024-03-01", "text": copied},
        {"id": "old", "date": "2024-01-01", "text": f"{copied} Cats sleep on walls and eat whatever fish they find."},
        {"id": "other", "text": "The old bridge was not built in 1911."},
    ]
    update([write("a.jsonl", "\n".join(map(json.dumps, rows)))], tmp_path / "index", settings=FAKE)

    found = finder(tmp_path / "index", PickyJudge("1912")).candidates("When was the bridge built?", Filters())

    (one,) = (one for one in found if one.sentence.text == copied)
    assert (one.sentence.document.id, one.also, one.signals.rank) == ("old", ("new",), 0)


def test_whatever_speaks_for_a_sentence_makes_it_likelier() -> None:
    weak = Signals(rank=2, nearness=0.0, reading=0.3, given=0.3, fits=False)
    stronger = [
        replace(weak, rank=0),
        replace(weak, nearness=5.0),
        replace(weak, reading=0.9),
        replace(weak, given=0.9),
        replace(weak, fits=True),
    ]

    assert all(one.confidence > weak.confidence for one in stronger)
    assert replace(weak, reading=None, given=None).confidence < weak.confidence
