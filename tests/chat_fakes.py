"""A checker with answers made by hand, over documents written for the purpose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

from bot.citation import Answer, Citation, Statement
from bot.claims.check import Check
from bot.claims.text_check import TextCheck
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from bot.verdict import Verdict
from index import Document, Hit, Kind, OnRecordError, Passage, Span
from index.errors import UsageError
from index.speaker import Speaker

HARBOUR = Document(
    "harbour.txt",
    "𝔸. C. The harbour of Port Almond will stay open all winter, the city announced on Tuesday.\n"
    "“We will keep every berth free of ice, whatever it costs,” harbour master Ingrid Solberg said. "
    "“That is a promise to the fishermen,” she added.\n"
    "Solberg said the new ice breaker would arrive before the first frost and would cost 14 million crowns.\n"
    "The fishermen's union was less sure. Its chair, Tomas Reyes, called the plan “a good start, and late”.\n"
    + "The harbour handled 212 ships in the last year. "
    "Most of them carried timber and grain, and the others carried salt. \n"
    * 12
    + "A decision on the price of a berth is due in March.",
    title="Port Almond keeps its harbour open",
    source="https://example.org/harbour?page=1&edition=2",
    published=date(2025, 10, 7),
    publisher="The Almond Courier",
)
HOSTILE = Document(
    "hostile.txt",
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> **not bold** [1] "
    "[here](javascript:alert(1)) {{value}} ${document.title='owned'} <!-- \u202edesrever\u202c "
    "con\u200bdemn </blockquote></li> `code` https://evil.example/ &lt;i&gt; end.",
    title="<b>Title</b> [2](javascript:alert(2))",
    source="javascript:alert(document.domain)",
)


def passage(document: Document, words: str) -> Passage:
    """Return where the document has these words; for tests, which know that it has them once."""
    start = document.text.index(words)
    return Passage(document, Span(start, start + len(words)))


def citation(number: int, document: Document, words: str, speaker: str | None = None, **more: object) -> Citation:
    plain: dict[str, object] = {"kind": Kind.DIRECT if speaker else Kind.NARRATION, **more}
    return Citation(number, passage(document, words), speaker, **plain)  # type: ignore[arg-type]


BERTH = citation(
    1,
    HARBOUR,
    "We will keep every berth free of ice, whatever it costs",
    "Ingrid Solberg",
    role="harbour master",
    short=passage(HARBOUR, "every berth free of ice"),
    also=("copy/harbour.txt",),
)
PROMISE = citation(2, HARBOUR, "That is a promise to the fishermen", "Ingrid Solberg", certain=False)
BREAKER = citation(
    3,
    HARBOUR,
    "the new ice breaker would arrive before the first frost and would cost 14 million crowns",
    "Ingrid Solberg",
    kind=Kind.INDIRECT,
)
UNION = citation(1, HARBOUR, "the plan “a good start, and late”", "Tomas Reyes", kind=Kind.MIXED)
SHIPS = citation(1, HARBOUR, "A decision on the price of a berth is due in March.")
SCRIPT = citation(1, HOSTILE, HOSTILE.text, "<i>Mallory</i>", role="*spy*")

SOLBERG = Answer(
    "What did Solberg say?",
    (
        Statement(f"Ingrid Solberg said: “{BERTH.text}” and “{PROMISE.text}”.", (BERTH, PROMISE)),
        Statement(f"Ingrid Solberg said {BREAKER.text}.", (BREAKER,)),
    ),
    short="every berth free of ice",
    confidence=0.87,
)
REYES = Answer("What did Reyes say?", (Statement(f"Tomas Reyes called {UNION.text}.", (UNION,)),))
SILENT = Answer("Who is the mayor?", related=(SHIPS,), reason="The sources do not say who the mayor is.")
MALLORY = Answer("What did Mallory say?", (Statement(f"Mallory said: {HOSTILE.text}", (SCRIPT,)),))
ANSWERS = {answer.question: answer for answer in (SOLBERG, REYES, SILENT, MALLORY)}


DOCUMENTS = {document.id: document for document in (HARBOUR, HOSTILE)}


@dataclass
class FakeChecker:
    """Answers what was prepared, fails where it is asked to, and says nothing to the rest."""

    histories: list[tuple[Answer, ...]] = field(default_factory=list)

    @property
    def sources(self) -> "FakeChecker":
        return self

    def speakers(self) -> Sequence[Speaker]:
        return [Speaker("Ingrid Solberg", 3, (HARBOUR.id,)), Speaker("Tomas Reyes", 1, (HARBOUR.id,))]

    def document_ids(self) -> Sequence[str]:
        return list(DOCUMENTS)

    def document(self, document_id: str) -> Document:
        if document_id not in DOCUMENTS:
            message = f"no document is called {document_id!r}"
            raise UsageError(message)
        return DOCUMENTS[document_id]

    def spoken(self) -> Sequence[tuple[str, date | None, int]]:
        return [("Ingrid Solberg", HARBOUR.published, 3), ("Tomas Reyes", HARBOUR.published, 1)]

    def search(self, text: str, limit: int = 10, filters: Mapping[str, Any] | None = None) -> Sequence[Hit]:
        del filters
        return [Hit(SHIPS.quote, 1.0)][:limit] if text else []

    def answer(
        self, question: str, history: Sequence[Answer] = (), *, filters: Mapping[str, Any] | None = None
    ) -> Answer:
        del filters
        self.histories.append(tuple(history))
        if question == "Break.":
            message = "the index in var/index is damaged; build it again with `onrecord build`"
            raise OnRecordError(message)
        full = question.replace("Ingrid ", "").replace("Tomas ", "")
        return ANSWERS.get(full, Answer(question))

    def check(self, claim: str) -> Check:
        return Check(claim, Verdict.NOT_ENOUGH_EVIDENCE, 1.0)

    def check_quote(self, words: str, speaker: str | None = None) -> QuoteCheck:
        return QuoteCheck(words, speaker, QuoteStatus.NOT_FOUND)

    def check_text(self, text: str) -> TextCheck:
        return TextCheck(Document("text", text), ())

    def pack(self, check: Check, made: date | None = None) -> str:
        return f"<!doctype html><title>{escape(check.claim)}</title>{made or ''}"
