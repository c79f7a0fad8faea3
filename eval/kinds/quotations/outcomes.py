"""What came of each article and of each question, in plain values, with the counts that the figures are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from eval.kinds.quotations.answers import HALF, Judged
from eval.kinds.quotations.gold import Article, Attribution, Source
from eval.kinds.quotations.matching import TYPES, Matching, is_right
from eval.outcome import Count, Outcome, length_slice
from eval.overlap import Characters
from eval.significance import f1, share

ALONE, ABOUT, NOBODY = "What did X say?", "What did X say about Y?", "names that do not occur"
CONTENT, SPEAKER = "content F1", "speaker right"


def of_article(matching: Matching, error: str | None = None) -> Outcome:
    """Return what was found in an article, with what was missed, invented, and given to somebody else."""
    of, text = matching.article.document.id, matching.article.document.text
    paired = [id(one) for pair in matching.pairs for one in pair]
    missed = [_plain(matching, one) for one in matching.gold if id(one) not in paired]
    invented = [_plain(matching, one) for one in matching.found if id(one) not in paired]
    wrong = [
        {"found": _plain(matching, found), "gold": _plain(matching, gold)}
        for found, gold in matching.pairs
        if is_right(found, gold) is False
    ]
    contents = {f"{CONTENT}, {kind or 'all types'}": matching.counts(kind) for kind in TYPES}
    speakers = {f"{SPEAKER}, {source}": matching.speakers(source) for source in Source}
    scores = {name: f1(np.array(sums, dtype=np.float64)) for name, sums in contents.items()}
    return Outcome(
        id=of,
        question=matching.article.document.title or text[:80],
        right=not (missed or invented or wrong or error),
        scores=scores | {name: _share(sums) for name, sums in speakers.items()},
        expected=[f"missed: {_line(one)}" for one in missed] + [f"gold: {_line(one['gold'])}" for one in wrong],
        given=[f"invented: {_line(one)}" for one in invented] + [f"found: {_line(one['found'])}" for one in wrong],
        error=error,
        slices={"kind": "article", "length": length_slice(text)},
        counts={name: (of, sums) for name, sums in {**contents, **speakers}.items()},
        more={"missed": missed, "invented": invented, "wrong speaker": wrong},
    )


def of_question(judged: Judged, kind: str, articles: Mapping[str, Article]) -> Outcome:
    """Return what came of a question of a kind: ALONE, ABOUT or NOBODY."""
    question = judged.question
    spans, asked_of_nobody = _spans(question.gold), kind == NOBODY
    score = float(judged.refused) if asked_of_nobody else judged.f1
    counts = _counts(judged, kind, score)
    good = judged.refused if asked_of_nobody else (score or 0) >= HALF and all(judged.right)
    return Outcome(
        id=question.id,
        question=question.text,
        right=good and judged.error is None,
        scores={name: _share(sums) for name, (_, sums) in counts.items()},
        expected=[articles[of].document.text[start:end] for of, start, end in spans] or ["silence"],
        given=[] if judged.given else ["silence"],
        quotes=[f"{one.speaker}: {one.text} ({one.quote.document.id}, {one.quote.start})" for one in judged.given],
        labels=("silence" if asked_of_nobody else "quotes", "quotes" if judged.given else "silence"),
        error=judged.error,
        seconds=judged.seconds,
        slices={"kind": kind, "speaker": question.speaker, "document": question.document or ""},
        counts=counts,
        more={
            "document": question.document,
            "gold": spans,
            "cited": [[one.quote.document.id, one.quote.start, one.quote.end, one.speaker] for one in judged.given],
            "misattributed": judged.right.count(False),
        },
    )


def of_timing(article: Article, length: float, seconds: float, error: str | None = None) -> Outcome:
    """Return how long extraction of an article took, its length in articles of 700 words; none is done by raising."""
    of, done = article.document.id, 0.0 if error else length
    return Outcome(f"{of}, timed", error=error, counts={"articles a second": (of, (done, seconds, 1))})


def _share(sums: Sequence[float]) -> float | None:
    return share(np.array(sums, dtype=np.float64))


def _counts(judged: Judged, kind: str, score: float | None) -> dict[str, Count]:
    speaker, article = judged.question.speaker, judged.question.document or ""
    own = (speaker if kind == ABOUT else article, (0.0, 0) if score is None else (score, 1))
    if kind == NOBODY:
        return {kind: own}
    return {
        kind: own,
        "misattributed": (speaker, (judged.right.count(False), len(judged.right))),
        "misattributed, named": (speaker, (judged.right_named.count(False), len(judged.right_named))),
        "verbatim": (speaker, (judged.verbatim, len(judged.given))),
    }


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


def _line(plain: Mapping[str, Any]) -> str:
    return f"{plain['name'] or plain['speaker'] or 'nobody'}: {plain['text']}"


def _spans(characters: Characters) -> list[tuple[str, int, int]]:
    """Return characters as (document's id, start, end), in order."""
    found: list[tuple[str, int, int]] = []
    for document, offset in sorted(characters):
        if found and found[-1][0] == document and found[-1][2] == offset:
            found[-1] = (document, found[-1][1], offset + 1)
        else:
            found.append((document, offset, offset + 1))
    return found
