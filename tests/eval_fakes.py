"""A document, its gold quotes, and answers built by hand."""

from bot.citation import Answer, Citation, Statement, number_from_one
from eval.case import Case, Gold, QuestionKind
from index import Document, Kind, OnRecordError, Passage, Span

TEXT = (
    'Ann Reed said "the bridge is safe" on Monday. '
    "The Harbour Board said the ferry will stop. "
    "Reed added that nobody was hurt. "
    "The bridge was built in 1931."
)
DOCUMENT = Document("bridge.txt", TEXT)
OTHER = Document("other.txt", TEXT)

SAFE = "the bridge is safe"
FERRY = "the ferry will stop"
HURT = "nobody was hurt"
BUILT = "The bridge was built in 1931."


def stored(document_id: str) -> Document:
    """Look up a document as an index would."""
    for document in (DOCUMENT, OTHER):
        if document.id == document_id:
            return document
    message = f"there is no document called {document_id}"
    raise OnRecordError(message)


def gold(text: str, speaker: str | None = None, *, optional: bool = False) -> Gold:
    start = TEXT.index(text)
    return Gold("bridge.txt", start, start + len(text), text, speaker, optional)


def cite(text: str, speaker: str | None = None, *, shift: int = 0, document: Document = DOCUMENT) -> Citation:
    start = TEXT.index(text) + shift
    kind = Kind.DIRECT if speaker else Kind.NARRATION
    return Citation(1, Passage(document, Span(start, start + len(text))), speaker, kind)


def answer(*citations: Citation, short: str | None = None) -> Answer:
    numbered = number_from_one(citations)
    return Answer("?", tuple(Statement(citation.text, (citation,)) for citation in numbered), short=short)


REED = Case("reed", "What did Reed say?", QuestionKind.SPEAKER, (gold(SAFE, "Ann Reed"), gold(HURT, "Ann Reed")))
FACT = Case("built", "How old is it?", QuestionKind.FACT, (gold(BUILT),), short_answers=("in 1931", "1931"))
NOTHING = Case("nothing", "Who is the mayor?", QuestionKind.UNANSWERABLE)

RIGHT = {
    REED.question: answer(cite(SAFE, "Ann Reed"), cite(HURT, "Reed")),
    FACT.question: answer(cite(BUILT), short="1931"),
    NOTHING.question: Answer(NOTHING.question),
}
CASES = (REED, FACT, NOTHING)
