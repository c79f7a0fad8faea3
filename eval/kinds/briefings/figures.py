"""The figures of transcripts: their turns, and what was asked about who speaks in them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from eval.kinds.briefings.asking import Asked, called
from eval.kinds.briefings.transcripts import Transcript
from eval.overlap import jaccard
from eval.results import Line
from eval.significance import Figure, estimate_pooled, f1, share
from index import Turn

LEAST = 0.8
"""The least share of the characters of either that both have (Jaccard)."""


def turn_line(transcripts: Sequence[Transcript], found: Sequence[Sequence[Turn]]) -> Line:
    """Return how well turns are recognised."""
    counts = [turn_counts(gold.turns, turns) for gold, turns in zip(transcripts, found, strict=True)]
    figure = estimate_pooled(counts, f1, sum(row[3] for row in counts))
    return Line("turns recognised", f"F1 of turns, by label and content (characters, Jaccard >= {LEAST})", figure)


def turn_counts(gold: Sequence[Turn], found: Sequence[Turn]) -> tuple[int, int, int, int]:
    """Return how many turns are right among the found, found, recalled among the gold, and gold."""
    right = sum(any(_same(one, other) for other in gold) for one in found)
    recalled = sum(any(_same(one, other) for other in found) for one in gold)
    return right, len(found), recalled, len(gold)


def asked_lines(asked: Sequence[Asked]) -> Iterator[Line]:
    """Yield for every speaker whose the citations are, whether they mention the topic, and how often there are any."""
    for label in dict.fromkeys(one.label for one in asked):
        of, name = [one for one in asked if one.label == label], called(label)
        own = _pooled(of, lambda one: (sum(one.own), len(one.own)))
        yield Line(f"{name}: own turns", f"citations in {name}'s turns, of {name}'s words about Y", own)
        mention = _pooled(of, lambda one: (sum(one.mention), len(one.mention)))
        yield Line(f"{name}: mention Y", "citations that hold the words of Y", mention)
        answered = _pooled(of, lambda one: (bool(one.cited), 1))
        yield Line(f"{name}: answered", "questions that were answered; Y stands in one of the turns", answered)


def rows(asked: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each question."""
    for one in asked:
        number = len(one.cited)
        yield {
            "id": f"{one.label} about {one.topic}",
            "question": one.question,
            "error": one.error,
            "scores": {
                "own turns": sum(one.own) / number if number else None,
                "mention Y": sum(one.mention) / number if number else None,
                "answered": float(number > 0),
            },
            "cited": [[quote.document.id, quote.start, quote.end, quote.text] for quote in one.cited],
        }


def _same(one: Turn, other: Turn) -> bool:
    return one.speaker == other.speaker and jaccard(one.words, other.words) >= LEAST


def _pooled(asked: Sequence[Asked], count: Callable[[Asked], tuple[int, int]]) -> Figure:
    counts = [count(one) for one in asked]
    return estimate_pooled(counts, share, sum(row[1] for row in counts))
