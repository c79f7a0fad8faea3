"""The fact-checker: parts in, answers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answering import Answering
from bot.citation import Answer
from bot.quote_check import QuoteCheck
from bot.quote_checking import QuoteChecking
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

    def check_quote(
        self, words: str, speaker: str | None = None, *, filters: Filters | Mapping[str, Any] | None = None
    ) -> QuoteCheck:
        """Return whether the sources quote somebody with words: exactly, altered, somebody else, or not at all.

        Args:
            words: the quotation; ellipses and square brackets are read as editors use them.
            speaker: whose words they are claimed to be, or None.
            filters: which documents are asked; see `index.filters.Filters`.

        Raises:
            QuestionError: there are no words to look for, or the speaker is no name.
            ProofError: a quote is not what the stored source says.
        """
        return QuoteChecking(self.sources).check(words, speaker, Filters.of(filters))
