"""The evidence of a set as texts: what they are called, and which of them say the same in the same words.

Sets cut their evidence out of longer texts, and several claims may be about one passage. So the words that decide a
claim often stand in more texts than the one that is given with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from index.document import text_digest

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORTEST = 6
"""Words of a sentence that is told from a phrase which may stand anywhere."""


def named(text: str) -> str:
    """Return the id of a text."""
    return text_digest(text)[:16]


def holders(texts: Iterable[str]) -> Mapping[str, AbstractSet[str]]:
    """Return the ids of the texts that hold all words of each text, in its order; of itself as well."""
    words = {named(text): _words(text) for text in texts}
    where: dict[str, set[str]] = defaultdict(set)
    for of, all_of_it in words.items():
        for word in all_of_it.split():
            where[word].add(of)
    # What holds a text has its rarest word: a set of many texts is not compared text by text.
    near = {of: min((where[word] for word in part.split()), key=len, default={of}) for of, part in words.items()}
    return {of: {other for other in near[of] if part in words[other]} for of, part in words.items()}


def akin(texts: Iterable[str]) -> Mapping[str, AbstractSet[str]]:
    """Return the ids of the texts that have a sentence in common with each text; of itself as well."""
    sentences = {named(text): set(_sentences(text)) for text in texts}
    where: dict[str, set[str]] = defaultdict(set)
    for of, each in sentences.items():
        for sentence in each:
            where[sentence].add(of)
    return {of: {of}.union(*(where[sentence] for sentence in each)) for of, each in sentences.items()}


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        if len(_WORD.findall(sentence)) >= _SHORTEST:
            yield _words(sentence)


def _words(text: str) -> str:
    """Return words in one form, with a space on both sides, so that whole words are found in each other."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
