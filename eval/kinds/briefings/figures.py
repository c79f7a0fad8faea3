"""The figures of transcripts: their turns, and what was asked about who speaks in them."""

from collections.abc import Iterator, Sequence

import numpy as np

from eval.columns import Columns
from eval.figures import latency_lines, pooled_line
from eval.kinds.briefings.asking import Asked, called
from eval.kinds.briefings.transcripts import Transcript
from eval.outcome import Outcome
from eval.overlap import jaccard
from eval.results import Line
from eval.significance import F_MEASURE, f1, share
from index import Turn

LEAST = 0.8
"""The least share of the characters of either that both have (Jaccard)."""

_TURNS = "turns recognised"


def of_turns(transcript: Transcript, found: Sequence[Turn], error: str | None = None) -> Outcome:
    """Return how well the turns of a transcript are recognised."""
    counts = turn_counts(transcript.turns, found)
    missed = [one for one in transcript.turns if not any(_same(one, other) for other in found)]
    text = transcript.document.text
    return Outcome(
        id=transcript.document.id,
        question=transcript.document.title or transcript.document.id,
        right=counts[0] == counts[1] and counts[2] == counts[3] and error is None,
        scores={_TURNS: f1(np.array(counts, dtype=np.float64))},
        expected=[f"missed: {one.speaker}: {text[one.words.start : one.words.end]:.200}" for one in missed],
        given=[f"{counts[0]} of {counts[1]} turns are right"],
        error=error,
        slices={"kind": "transcript"},
        counts={_TURNS: (transcript.document.id, counts)},
    )


def turn_counts(gold: Sequence[Turn], found: Sequence[Turn]) -> tuple[int, int, int, int]:
    """Return how many turns are right among the found, found, recalled among the gold, and gold."""
    right = sum(any(_same(one, other) for other in gold) for one in found)
    recalled = sum(any(_same(one, other) for other in found) for one in gold)
    return right, len(found), recalled, len(gold)


def lines(of: Columns, labels: Sequence[str]) -> Iterator[Line]:
    """Yield how well turns are recognised; then for every speaker whose the citations are, and what they mention."""
    meaning = f"F1 of turns, by label and content (characters, Jaccard >= {LEAST})"
    yield pooled_line(of, _TURNS, meaning, f1, F_MEASURE)
    for name in map(called, labels):
        meaning = f"citations in {name}'s turns, of {name}'s words about Y"
        yield pooled_line(of, f"{name}: own turns", meaning, share)
        yield pooled_line(of, f"{name}: mention Y", "citations that hold the words of Y", share)
        meaning = "questions that were answered; Y stands in one of the turns"
        yield pooled_line(of, f"{name}: answered", meaning, share)
    yield from latency_lines(of)


def of_question(asked: Asked) -> Outcome:
    """Return what came of a question in plain values."""
    number, name = len(asked.cited), called(asked.label)
    cluster = f"{asked.label} about {asked.topic}"
    sums = {
        "own turns": (sum(asked.own), number),
        "mention Y": (sum(asked.mention), number),
        "answered": (number > 0, 1),
    }
    counts = {f"{name}: {one}": of for one, of in sums.items()}
    return Outcome(
        id=cluster,
        question=asked.question,
        right=asked.error is None and number > 0 and all(asked.own),
        scores={one: of[0] / of[1] if of[1] else None for one, of in counts.items()},
        expected=[f"words of {asked.label} about {asked.topic}"],
        given=[] if number else ["silence"],
        quotes=[f"{quote.text} ({quote.document.id}, {quote.start} to {quote.end})" for quote in asked.cited],
        error=asked.error,
        seconds=asked.seconds,
        slices={"kind": "question", "speaker": name},
        counts={one: (cluster, of) for one, of in counts.items()},
        more={"cited": [[quote.document.id, quote.start, quote.end, quote.text] for quote in asked.cited]},
    )


def _same(one: Turn, other: Turn) -> bool:
    return one.speaker == other.speaker and jaccard(one.words, other.words) >= LEAST
