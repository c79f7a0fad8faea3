"""What visitors think of answers, kept in two local files.

`feedback.jsonl` has every word: the question, the answer, whether it was right, the comment. `questions.jsonl` is a
question set for `onrecord eval`: of the answers that were called right, those whose question makes sense alone, with
the quotes that were right. What was called wrong is in no set, since nobody has said what would have been right.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from bot.chat.conversation import Turn
from bot.chat.needs import Checker
from bot.citation import Answer, Citation
from index import Kind, OnRecordError

_ANSWERS, _CASES = "feedback.jsonl", "questions.jsonl"


@dataclass(frozen=True)
class Feedback:
    """Keeps what visitors think; without a folder it keeps nothing."""

    folder: Path | None = None
    _lock: Lock = field(default_factory=Lock)

    def keep(self, checker: Checker, turn: Turn, history: Sequence[Answer], *, good: bool, comment: str) -> None:
        """Keep a judgement on an answer; the last one on a question counts in the question set."""
        if self.folder is None or turn.answer is None:
            return
        row = {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "question": turn.question,
            "history": [answer.question for answer in history],
            "good": good,
            "comment": comment,
            "answer": turn.answer.to_dict(),
        }
        with self._lock:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / _ANSWERS).open("ab") as file:
                file.write(_line(row))
            if not history or _makes_sense_alone(checker, turn.answer):
                self._put_case(turn.answer, good=good)

    def _put_case(self, answer: Answer, *, good: bool) -> None:
        case, path = _case(answer), self.folder / _CASES if self.folder else Path(_CASES)
        earlier = path.read_bytes().splitlines(keepends=True) if path.exists() else []
        kept = [line for line in earlier if json.loads(line)["id"] != case["id"]]
        path.write_bytes(b"".join([*kept, *([_line(case)] if good else [])]))


def _makes_sense_alone(checker: Checker, answer: Answer) -> bool:
    """Say whether a follow-up has the same answer where nothing was asked before it."""
    try:
        return checker.answer(answer.question).citations == answer.citations
    except OnRecordError:
        return False


def _case(answer: Answer) -> dict[str, Any]:
    said = any(citation.kind is not Kind.NARRATION for citation in answer.citations)
    kind = ("speaker" if said else "fact") if answer.answered else "unanswerable"
    digest = sha256(" ".join(answer.question.split()).casefold().encode()).hexdigest()[:12]
    gold = sorted(answer.citations, key=lambda citation: (citation.document.id, citation.start))
    return {
        "id": f"feedback-{digest}",
        "question": answer.question,
        "kind": kind,
        "gold": [_gold(citation) for citation in gold],
        "short_answers": [answer.short] if answer.short and answer.answered else [],
        "tags": ["feedback"],
    }


def _gold(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document.id,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "speaker": citation.speaker,
    }


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"
