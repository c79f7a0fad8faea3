"""What came of each article and of each question, as plain rows."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from eval.kinds.quotations.answers import Judged
from eval.kinds.quotations.figures import ABOUT, ALONE, NOBODY, Measured
from eval.kinds.quotations.gold import Attribution
from eval.kinds.quotations.matching import Matching, is_right
from eval.overlap import Characters
from eval.significance import f1


def rows(measured: Measured) -> Iterator[dict[str, Any]]:
    """Yield a plain row for each article, with what was missed and invented, and one for each question."""
    for matching in measured.matchings:
        paired = [id(one) for pair in matching.pairs for one in pair]
        yield {
            "id": matching.article.document.id,
            "scores": {"content F1, all types": f1(np.array(matching.counts(None), dtype=float))},
            "missed": [_plain(matching, one) for one in matching.gold if id(one) not in paired],
            "invented": [_plain(matching, one) for one in matching.found if id(one) not in paired],
            "wrong speaker": [
                {"found": _plain(matching, found), "gold": _plain(matching, gold)}
                for found, gold in matching.pairs
                if is_right(found, gold) is False
            ],
        }
    for name, asked in ((ALONE, measured.alone), (ABOUT, measured.about)):
        yield from (_asked_row(one, {name: one.f1}) for one in asked)
    yield from (_asked_row(one, {NOBODY: float(one.refused)}) for one in measured.nobody)


def _plain(matching: Matching, one: Attribution) -> dict[str, Any]:
    text = matching.article.document.text
    return {
        "content": [[piece.start, piece.end] for piece in one.content],
        "text": " \N{HORIZONTAL ELLIPSIS} ".join(text[piece.start : piece.end] for piece in one.content),
        "kind": one.kind.value,
        "cue": one.cue,
        "speaker": text[one.speaker.start : one.speaker.end] if one.speaker else None,
        "name": one.name,
    }


def _asked_row(judged: Judged, scores: dict[str, float | None]) -> dict[str, Any]:
    question = judged.question
    return {
        "id": question.id,
        "question": question.text,
        "document": question.document,
        "error": judged.error,
        "seconds": judged.seconds,
        "scores": scores,
        "expected": _spans(question.gold),
        "cited": [[one.quote.document.id, one.quote.start, one.quote.end, one.speaker] for one in judged.given],
        "misattributed": judged.right.count(False),
    }


def _spans(characters: Characters) -> list[list[str | int]]:
    """Return characters as [document's id, start, end], in order."""
    found: list[list[Any]] = []
    for document, offset in sorted(characters):
        if found and found[-1][0] == document and found[-1][2] == offset:
            found[-1][2] = offset + 1
        else:
            found.append([document, offset, offset + 1])
    return found
