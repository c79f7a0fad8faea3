"""Short texts that are no documents, parsed: claims, and the words of a quotation. The parser loads when needed."""

from functools import lru_cache
from typing import TYPE_CHECKING

from index.document import Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=256)
def parsed(text: str) -> "Doc":
    """Return a text as one parsed sentence.

    Raises:
        SpanError: it is empty.
    """
    from index.parsing import parsed_sentences

    return parsed_sentences(Document("text", text), (Span(0, len(text)),))[0]


@lru_cache(maxsize=256)
def lemmatised(text: str) -> "Doc":
    """Return a text parsed, with lemmas and parts of speech; what `parsed` gives is made in a quarter of the time."""
    from index.parsing import parsed

    return parsed(text)
