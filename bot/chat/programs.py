"""The same functions for programs: endpoints with stable names, which are MCP tools too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import gradio
from gradio.events import api

from bot.chat.desk import AT_ONCE, Desk
from bot.chat.needs import Checker
from bot.chat.visits import Asked
from index import Document, OnRecordError

_MOST = 100
"""How many passages a search gives at most."""


@dataclass(frozen=True)
class Programs:
    """What programs may call; every value is plain."""

    desk: Desk

    def build(self) -> None:
        """Add the endpoints to the page that is being made."""
        for endpoint in (self.ask, self.check, self.check_quote, self.search, self.sources):
            api(endpoint, api_name=endpoint.__name__, concurrency_limit=AT_ONCE)

    def ask(self, question: str, request: gradio.Request | None = None) -> dict[str, Any]:
        """Answer a question from the sources, with verbatim quotes, their speakers and their places.

        Args:
            question: in words, such as: What did Kirby say about Russia?
            request: who asks; the server fills it in.
        """
        with self._asked("ask", question, request) as (checker, asked):
            answer = checker.answer(question)
            asked.outcome = "answered" if answer.answered else "silent"
            return answer.to_dict()

    def check(self, claim: str, request: gradio.Request | None = None) -> dict[str, Any]:
        """Check a claim against the sources: a verdict, and quotes: what decides, then what was considered.

        Args:
            claim: a sentence, such as: North Korea sent more than 1,000 containers of munitions to Russia.
            request: who asks; the server fills it in.
        """
        with self._asked("check", claim, request) as (checker, asked):
            check = checker.check(claim)
            asked.outcome = check.verdict.value
            return check.to_dict()

    def check_quote(self, words: str, speaker: str = "", request: gradio.Request | None = None) -> dict[str, Any]:
        """Check whether the sources quote somebody with words: exact, altered, wrong_speaker or not_found.

        Args:
            words: the quotation, without its outer marks.
            speaker: who is said to have said so; empty where that does not matter.
            request: who asks; the server fills it in.
        """
        with self._asked("check quotation", f"{words} — {speaker}", request) as (checker, asked):
            check = checker.check_quote(words, speaker.strip() or None)
            asked.outcome = check.status.value
            return check.to_dict()

    def search(
        self,
        text: str,
        limit: int = 10,
        filters: dict[str, Any] | None = None,
        request: gradio.Request | None = None,
    ) -> list[dict[str, Any]]:
        """Find the passages nearest to a text, by meaning and by words, best first.

        Args:
            text: what to look for.
            limit: how many passages at most, from 1 to 100.
            filters: which documents: documents, sources, tags and speakers as lists, after and before as YYYY-MM-DD.
            request: who asks; the server fills it in.
        """
        with self._asked("search", text, request) as (checker, asked):
            hits = checker.sources.search(text, min(limit, _MOST), filters)
            asked.outcome = f"{len(hits)} found"
            return [hit.to_dict() for hit in hits]

    def sources(self, request: gradio.Request | None = None) -> dict[str, Any]:
        """List the documents that can be asked, and who is quoted in them how often."""
        with self._asked("sources", "", request) as (checker, _):
            sources = checker.sources
            return {
                "documents": [_document(sources.document(one)) for one in sources.document_ids()],
                "speakers": [{"name": one.name, "count": one.count} for one in sources.speakers()],
            }

    @contextmanager
    def _asked(self, what: str, text: str, request: gradio.Request | None) -> Iterator[tuple[Checker, Asked]]:
        """Ask, and tell a program what went wrong."""
        try:
            with self.desk.asked(what, text, request) as found:
                yield found
        except OnRecordError as error:
            raise gradio.Error(str(error), print_exception=False) from error


def _document(document: Document) -> dict[str, Any]:
    return {
        "document": document.id,
        "title": document.title,
        "source": document.source,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "characters": len(document.text),
    }
