"""Source documents, made searchable.

>>> from index import Document, Passage, Span
>>> Passage(Document("a", "Ask the article."), Span(8, 15)).text
'article'
"""

from typing import TYPE_CHECKING, Any

from index.document import Document, Kind, Passage, Place, Quotation, Span, Turn
from index.errors import OnRecordError
from index.hit import Hit

if TYPE_CHECKING:
    from index.attribution import quotations
    from index.builder import build, load
    from index.passage_index import PassageIndex

__all__ = [
    "Document",
    "Hit",
    "Kind",
    "OnRecordError",
    "Passage",
    "PassageIndex",
    "Place",
    "Quotation",
    "Span",
    "Turn",
    "build",
    "load",
    "quotations",
]

# Imported when they are first used: the nouns above cost milliseconds, these pull in stores and parsers.
_LAZY = {
    "build": "index.builder",
    "load": "index.builder",
    "quotations": "index.attribution",
    "PassageIndex": "index.passage_index",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    if name not in _LAZY:
        message = f"module 'index' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
