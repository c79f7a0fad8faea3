"""The people that a document names."""

import re
from collections.abc import Iterator

from index.document import Document, Span
from index.parsing import parsed_sentences
from index.people import Mention, People, bare_name
from index.speech_verbs import is_speech

_SUBJECTS = {"nsubj", "nsubjpass"}


def people_in(document: Document, sentences: tuple[Span, ...]) -> People:
    """Return the people that the sentences of a document name."""
    return People(document.text, _mentions(document, sentences))


def _mentions(document: Document, sentences: tuple[Span, ...]) -> Iterator[Mention]:
    for sentence, parsed in zip(sentences, parsed_sentences(document, sentences), strict=True):
        for entity in parsed.ents:
            name = _without_verb(bare_name(entity.text))
            if entity.label_ == "PERSON" and re.search(r"[^\W\d_]{2}", name):
                start = sentence.start + entity.start_char
                subject = entity.root.dep_ in _SUBJECTS
                yield Mention(Span(start, start + len(entity.text)), name, subject)


def _without_verb(name: str) -> str:
    """Return a name without the capitalised verb that a headline puts behind it.

    >>> _without_verb("Obama Says"), _without_verb("Ann Lee")
    ('Obama', 'Ann Lee')
    """
    *first, last = name.split() or [name]
    return " ".join(first) if first and is_speech(last) else name
