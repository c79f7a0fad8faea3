"""What a reader learns from: a question, a text, and where in it the answer stands (nowhere, when it is not told)."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from bot.windows import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Row: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[int, int]

_WORDS: Final = re.compile(r"\w+")
_NEARBY: Final = 120  # characters either side of an answer that are looked at to choose among its occurrences


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to learn: any of the places is right; no place means that the text does not say."""

    question: str
    text: str
    places: tuple[Place, ...]
    source: str


def rows(file: Path) -> list[Row]:
    """The rows of a gzipped file of JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def words(text: str) -> list[str]:
    """Lower-case words without their common endings."""
    return [stem(word) for word in _WORDS.findall(text.lower())]


def occurrences(answer: str, text: str) -> Iterator[Place]:
    """Where the answer stands in the text as whole words, whatever the case."""
    if not answer.strip():
        return
    pattern = rf"(?<!\w){re.escape(answer)}(?!\w)"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield match.span()


def likeliest_place(question: str, text: str, places: Iterable[Place]) -> Place:
    """The occurrence with the most words of the question nearby."""
    asked = set(words(question))

    def nearness(place: Place) -> float:
        start, end = place
        near = words(text[max(0, start - _NEARBY) : start]) + words(text[end : end + _NEARBY])
        return len(asked & set(near)) - start / (len(text) + 1)

    return max(places, key=nearness)


def answer_places(question: str, text: str, answers: Iterable[str]) -> tuple[Place, ...]:
    """One place for each answer."""
    found = []
    for answer in answers:
        places = list(occurrences(answer, text)) or _anywhere(answer, text)
        if places:
            found.append(likeliest_place(question, text, places))
    return tuple(dict.fromkeys(found))


def _anywhere(answer: str, text: str) -> list[Place]:
    start = text.find(answer) if answer else -1
    return [(start, start + len(answer))] if start >= 0 else []


def example_of(row: Row) -> Example:
    """A row of ``qa/*.jsonl.gz`` with its answers found in its context."""
    question, text = row["question"].strip(), row["context"]
    source = row.get("set", "xquad").split(".")[0]
    return Example(question, text, answer_places(question, text, row["answers"]), source)
