"""Questions on texts, with their answers as the text has them; none where the text does not answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.rows import rows, told_id
from index.document import text_digest


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a text, the answers that count as right (none where silence is), and what the text is called."""

    id: str
    question: str
    text: str
    answers: tuple[str, ...]
    title: str = ""

    @property
    def document(self) -> str:
        """What the text is called where many are asked together."""
        return text_digest(self.text)[:16]


def read_asked(path: Path) -> Iterator[Asked]:
    """Yield questions: one a line, or in SQuAD's own form (Rajpurkar et al., 2016 and 2018).

    Raises:
        CaseError: a row is malformed, or an answer does not stand in its text, or not at its start; the message names
            file and line, and in SQuAD's form the question's id.
    """
    for row in rows(path):
        try:
            yield from _of_squad(row.values) if "data" in row.values else [_of_line(row.values)]
        except (CaseError, LookupError, TypeError, AttributeError) as error:
            message = f"{row.place}: not a question on a text: {type(error).__name__}: {error}"
            raise CaseError(message) from error


def _of_line(values: Mapping[str, Any]) -> Asked:
    answers, text = values["answers"], values["context"]
    texts = answers["text"] if isinstance(answers, Mapping) else answers
    starts = answers.get("answer_start") if isinstance(answers, Mapping) else values.get("answer_starts")
    return _checked(told_id(values, ""), values["question"], text, _placed(texts, starts))


def _of_squad(values: Mapping[str, Any]) -> Iterator[Asked]:
    for article in values["data"]:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                # SQuAD 2.0 keeps the answers that annotators were tempted by apart, as `plausible_answers`.
                answers = [] if asked.get("is_impossible") else asked["answers"]
                placed = [(answer["text"], answer.get("answer_start")) for answer in answers]
                one = _checked(told_id(asked, ""), asked["question"], paragraph["context"], placed)
                yield replace(one, title=str(article.get("title") or ""))


def _placed(texts: Sequence[str], starts: Sequence[int] | None) -> list[tuple[str, int | None]]:
    if not isinstance(texts, list):
        message = f"answers are a list of texts, not {texts!r:.60}"
        raise CaseError(message)
    if starts is None:
        return [(text, None) for text in texts]
    if len(starts) != len(texts):
        message = f"there are {len(texts)} answers, and {len(starts)} places where they start"
        raise CaseError(message)
    return list(zip(texts, starts, strict=True))


def _checked(of: str, question: str, text: str, answers: Sequence[tuple[str, int | None]]) -> Asked:
    """Return the question, once all its answers are seen to stand in the text, where they are said to."""
    if any(not isinstance(one, str) for one in (question, text, *(answer for answer, _ in answers))):
        message = f"question {of or question!r}: question, context and answers are texts"
        raise CaseError(message)
    for answer, start in answers:
        if start is None and answer not in text:
            message = f"question {of or question!r}: the answer {answer!r} does not stand in the text"
            raise CaseError(message)
        if start is not None and text[start : start + len(answer)] != answer:
            found = text[start : start + len(answer)]
            message = f"question {of or question!r}: the text has {found!r} at {start}, not {answer!r}"
            raise CaseError(message)
    return Asked(of or question, question, text, tuple(answer for answer, _ in answers))
