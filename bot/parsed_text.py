"""Short texts that are no documents, parsed: claims, and the words of a quotation. The parser loads when needed."""

from functools import lru_cache
from typing import TYPE_CHECKING

from index.document import Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = frozenset({"IN", "DT", "CC", ",", "."})
"""The tags of words that tell no time, and nothing else either, by themselves."""


@lru_cache(maxsize=256)
def parsed(text: str) -> "Doc":
    """Return a text as one parsed sentence.

    Raises:
        SpanError: it is empty.
    """
    from index.parsing import parsed_sentences

    return parsed_sentences(Document("text", text), (Span(0, len(text)),))[0]


def is_a_time(text: str, start: int, end: int) -> bool:
    """Say whether a span of a text tells a time, and nothing beside it.

    >>> is_a_time("Lee won in Oslo on Sunday.", 16, 25), is_a_time("Lee won in Oslo on Sunday.", 8, 25)
    (True, False)
    """
    tokens = [one for one in parsed(text) if start <= one.idx < end and one.tag_ not in _SMALL]
    return bool(tokens) and all(one.ent_type_ in {"DATE", "TIME"} for one in tokens)


@lru_cache(maxsize=256)
def lemmatised(text: str) -> "Doc":
    """Return a text parsed, with lemmas and parts of speech, and without the entities that `parsed` marks.

    Marking them takes as long as all the rest.
    """
    from index import parsing

    return parsing.lemmatised(text)
