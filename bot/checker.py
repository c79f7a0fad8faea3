"""The fact-checker: parts in, answers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answering import Answering
from bot.citation import Answer
from index import PassageIndex
from index.filters import Filters


@dataclass(frozen=True)
class FactChecker:
    """Answers questions from an index; reusable, and safe to share between threads."""

    sources: PassageIndex
    answering: Answering

    def answer(
        self,
        question: str,
        history: Sequence[Answer | str] = (),
        *,
        filters: Filters | Mapping[str, Any] | None = None,
    ) -> Answer:
        """Return what the sources say to a question, every quote proven, or that they do not say.

        Args:
            question: in words.
            history: earlier answers or questions, oldest first, which follow-ups ("what else?") are understood by.
            filters: which documents are asked; see `index.filters.Filters`.

        Raises:
            QuestionError: there is nothing to answer in the question.
            ProofError: a quote is not what the stored source says.
        """
        return self.answering.answer(question, Filters.of(filters), history)
