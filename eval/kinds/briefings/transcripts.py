"""Transcripts with their turns: who speaks, and what, as offsets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.folders import part
from eval.rows import Taken, rows
from index import Document, Span, Turn
from index.errors import OnRecordError

ASKERS = frozenset({"Q", "QUESTION", "REPORTER", "MODERATOR", "AIDE"})
"""Labels of whoever asks or helps: no one person's."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript, its gold turns in order, and the row that it was read from."""

    document: Document
    turns: Sequence[Turn]
    row: Mapping[str, Any]


def read_transcripts(folder: Path) -> Iterator[Transcript]:
    """Yield the transcripts of a folder, with their turns.

    Raises:
        CaseError: a part is missing or malformed; the message names file and line.
    """
    turns, taken = {row.values.get("id"): row for row in rows(part(folder, "turns"))}, Taken()
    for row in rows(part(folder, "transcripts")):
        try:
            document = Document(row.values["id"], row.values["text"], row.values.get("title") or "")
            spoken = [_turn(turn, document) for turn in turns[document.id].values["turns"]]
        except (OnRecordError, LookupError, TypeError) as error:
            message = f"{row.place}: not a transcript with turns: {type(error).__name__}: {error}"
            raise CaseError(message) from error
        taken.take(document.id, row.place)
        yield Transcript(document, spoken, row.values)


def most_heard(transcripts: Sequence[Transcript], number: int) -> list[str]:
    """Return the labels of those who have the most turns, askers left out."""
    often = Counter(turn.speaker for transcript in transcripts for turn in transcript.turns)
    heard = [label for label, _ in often.most_common() if label not in ASKERS]
    return heard[:number]


def _turn(turn: Mapping[str, Any], document: Document) -> Turn:
    start, end = turn["content_start"], turn["content_end"]
    if end > len(document.text):
        message = f"a turn ends at {end}, beyond the {len(document.text)} characters of the text"
        raise CaseError(message)
    return Turn(turn["speaker"], Span(start, end))
