"""Questions on texts, with their answers as the text has them; none where the text does not answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.rows import rows
from index.document import text_digest


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a text, and the answers that count as right: none where silence is right."""

    id: str
    question: str
    text: str
    answers: tuple[str, ...]

    @property
    def document(self) -> str:
        """What the text is called where many are asked together."""
        return text_digest(self.text)[:16]


def read_asked(path: Path) -> list[Asked]:
    """Read questions: one a line, or in SQuAD's own form (Rajpurkar et al., 2016 and 2018).

    Raises:
        CaseError: a row is malformed, or an answer does not stand in its text; the message names file and line.
    """
    found: list[Asked] = []
    for row in rows(path):
        try:
            found += _of_squad(row.values) if "data" in row.values else [_of_line(row.values)]
        except (CaseError, LookupError, TypeError) as error:
            message = f"{row.place}: not a question on a text: {type(error).__name__}: {error}"
            raise CaseError(message) from error
    return found


def _of_line(values: Mapping[str, Any]) -> Asked:
    answers = values["answers"]
    texts = answers["text"] if isinstance(answers, Mapping) else answers
    return _checked(values.get("id") or "", values["question"], values["context"], texts)


def _of_squad(values: Mapping[str, Any]) -> Iterator[Asked]:
    for article in values["data"]:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                answers = [answer["text"] for answer in asked["answers"]]
                yield _checked(asked["id"], asked["question"], paragraph["context"], answers)


def _checked(of: str, question: str, text: str, answers: Sequence[str]) -> Asked:
    if missing := [answer for answer in answers if answer not in text]:
        message = f"the answer {missing[0]!r} does not stand in the text"
        raise CaseError(message)
    return Asked(of or question, question, text, tuple(answers))
