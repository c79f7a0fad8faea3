"""A plain cue-verb rule: a verb of reporting, its subject, and the clause that it governs or the quotation near it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from eval.kinds.quotations.gold import Attribution, Source, source_of
from eval.reporting_verbs import REPORTING_VERBS
from index import Document, Kind, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]+[\"\u201d]|``.+?\'\'")


def plain_rule(document: Document) -> list[Attribution]:
    """Return the attributions that the rule finds; a pronoun is whoever was the last speaker with a name."""
    from index.parsing import parsed

    found, last = [], None
    for sentence in parsed(document.text).sents:
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(document.text, sentence.start_char)]
        beside = [mark for mark in quoted if mark.start < sentence.end_char]
        for verb, subject in _reports(sentence):
            content = _content(verb, beside)
            if content:
                source, name = source_of(document.text[subject.start : subject.end], document.text, None)
                last = name or last
                resolved = last if source is Source.PRONOUN else name
                kind = _kind(content, beside)
                found.append(Attribution((content,), kind, verb.text, subject, source, resolved))
                break
    return found


def _reports(sentence: "Sentence") -> Iterator[tuple["Token", Span]]:
    """Yield the verbs of reporting in a sentence that have subjects, with their subjects."""
    for verb in sentence:
        if verb.pos_ == "VERB" and verb.lemma_.casefold() in REPORTING_VERBS:
            for child in verb.children:
                if child.dep_ == "nsubj":
                    yield verb, _subtree(child)
                    break


def _content(verb: "Token", beside: list[Span]) -> Span | None:
    outside = [mark for mark in beside if not mark.start <= verb.idx < mark.end]
    clause = next((_subtree(child) for child in verb.children if child.dep_ in {"ccomp", "parataxis"}), None)
    if clause and not any(mark.contains(clause) for mark in outside):
        return clause
    return min(outside, key=lambda mark: abs(mark.start - verb.idx), default=None)


def _kind(content: Span, beside: list[Span]) -> Kind:
    if any(mark.contains(content) for mark in beside):
        return Kind.DIRECT
    return Kind.MIXED if any(mark.overlaps(content) for mark in beside) else Kind.INDIRECT


def _subtree(token: "Token") -> Span:
    first, last = token.left_edge, token.right_edge
    return Span(first.idx, last.idx + len(last))
