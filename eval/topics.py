"""Topics to ask about: noun phrases of a text, drawn by a seed."""

import hashlib
import re
from collections.abc import Iterator

from index import Document, Span

LONGEST = 4
"""Words."""

_SHORTEST = 3
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_ADJECTIVES = {"JJ", "JJR", "JJS"}
_MEASURES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"}
_EMPTY = frozenset(
    ["thing", "things", "ways", "people", "person", "time", "something", "anything", "nothing", "everything"]
)
_MARK = re.compile(r"[\"\u201c\u201d\u2018]|''")


def noun_phrases(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the noun phrases of a document that can be asked about, without what stands before their adjectives."""
    from index.parsing import parsed_sentences
    from index.sentences import sentences

    split = tuple(sentences(document))
    for sentence, parsed in zip(split, parsed_sentences(document, split), strict=True):
        numbers = {token.i for entity in parsed.ents if entity.label_ in _MEASURES for token in entity}
        for chunk in parsed.noun_chunks:
            words = [token for token in chunk if token.tag_ in _NOUNS | _ADJECTIVES and token.i not in numbers]
            if words and words[-1].i == chunk[-1].i and words[-1].tag_ in _NOUNS:
                span = Span(sentence.start + words[0].idx, sentence.start + words[-1].idx + len(words[-1]))
                topic = document.text[span.start : span.end]
                if _is_topic(topic):
                    yield topic, span


def _is_topic(topic: str) -> bool:
    words = topic.casefold().split()
    plain = not _MARK.search(topic) and len(words[-1]) > _SHORTEST and words[-1] not in _EMPTY
    return plain and len(words) <= LONGEST


def drawn(seed: int, *parts: str) -> str:
    """Return a digest to draw by: the same on every machine, and in no order that means anything."""
    return hashlib.sha256("\0".join([str(seed), *parts]).encode()).hexdigest()


def occurs(words: str, text: str) -> bool:
    """Say whether a text holds words, whole and in their order, in any case.

    >>> occurs("arms trade", "the Arms  trade"), occurs("arm", "arms")
    (True, False)
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return re.search(rf"\b{pattern}\b", text, re.IGNORECASE) is not None
