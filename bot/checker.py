"""The fact-checker: parts in, answers and checks out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answering import Answering
from bot.checking import Checking
from bot.citation import Answer
from bot.claims.check import Check
from bot.claims.text_check import TextCheck
from bot.errors import ClaimError
from bot.questions.speakers import of_speakers
from bot.quote_checking import QuoteChecking
from bot.quotes.quote_check import QuoteCheck
from bot.showing.evidence_pack import evidence_pack
from bot.showing.made_with import made_with
from bot.showing.text_pack import text_pack
from bot.text_checking import TextChecking
from index import Document, PassageIndex
from index.filters import Filters


@dataclass(frozen=True)
class FactChecker:
    """Answers questions and checks claims from an index; reusable, and safe to share between threads."""

    sources: PassageIndex
    answering: Answering
    checking: Checking

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
        return self.answering.answer(question, self._meant(filters), history)

    def check(self, claim: str, *, filters: Filters | Mapping[str, Any] | None = None) -> Check:
        """Return what the sources say about a claim: for and against, every quote proven.

        Args:
            claim: a sentence; what is compound is checked part by part.
            filters: which documents are searched; see `index.filters.Filters`.

        Raises:
            ClaimError: there is nothing to check in the claim.
            ProofError: a quote is not what the stored source says.
        """
        return self.checking.check(claim, self._meant(filters))

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
        return QuoteChecking(self.sources).check(words, speaker, self._meant(filters))

    def check_text(self, text: str | Document, *, filters: Filters | Mapping[str, Any] | None = None) -> TextCheck:
        """Return what the sources say about every claim and quotation of a text that is worth checking.

        Args:
            text: a speech, an article; as a string or as a document that was read.
            filters: which documents are searched; see `index.filters.Filters`.

        Raises:
            ClaimError: the text has no words, or is none.
            ProofError: a quote is not what the stored source says.
        """
        if not isinstance(text, str | Document):
            message = (
                f"give the text to check as a string, or as a Document that was read, not as {type(text).__name__}"
            )
            raise ClaimError(message)
        written = text if isinstance(text, str) else text.text
        if not any(character.isalnum() for character in written):
            message = "there is nothing to check: the text has no words"
            raise ClaimError(message)
        document = Document("text", text) if isinstance(text, str) else text
        return TextChecking(self.checking, QuoteChecking(self.sources)).check(document, self._meant(filters))

    def _meant(self, filters: Filters | Mapping[str, Any] | None) -> Filters:
        """Return the filters with the full names of the speakers that they mean."""
        given = Filters.of(filters)
        return of_speakers(given, self.sources.speakers()) if given.speakers else given

    def pack(self, check: Check | TextCheck, made: date | None = None) -> str:
        """Return a check, of a claim or of a text, as one HTML file that can be handed on, and how it was made.

        Args:
            check: what `check` or `check_text` returned.
            made: the day, where it is to be told.
        """
        told = made_with(self.sources.manifest, self.checking.finder)
        return text_pack(check, told, made) if isinstance(check, TextCheck) else evidence_pack(check, told, made)
