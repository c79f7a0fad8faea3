"""Attributions by rule: verbs of saying, their subjects, and their clauses or the quotation marks beside them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from index.document import Document, Span
from index.extraction import Attribution
from index.parsing import MODEL, VERSION, parsed_sentences
from index.quotation_marks import quoted
from index.speech_verbs import SPEECH_VERBS, lemmas

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_CLAUSES = {"ccomp", "parataxis"}
_TRANSITIVE = {"accuse", "deny", "dismiss", "reject", "condemn", "criticize", "criticise", "call", "describe", "praise"}


class CueRules:
    """Finds verbs of saying: the subject speaks; the clause, object or neighbouring quotation is what was said."""

    def __init__(self, argument: str = "") -> None:
        del argument

    @cached_property
    def digest(self) -> str:
        """The name of the rules and the version of their parser."""
        return f"rules-1:{MODEL}-{VERSION}"

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attribution]:
        """Return the attributions in a document's body, sentence by sentence."""
        marked = quoted(document.text[: document.body.end])
        return [
            found
            for sentence, parsed in zip(sentences, parsed_sentences(document, tuple(sentences)), strict=True)
            for found in _in_sentence(parsed, sentence, [mark for mark in marked if mark.overlaps(sentence)])
        ]


def speaker_of(document: Document, sentences: tuple[Span, ...], cue: Span) -> Span | None:
    """Return the subject of the first verb in a cue, with all that belongs to it; None if the verb has none."""
    for sentence, within in _cue_tokens(document, sentences, cue):
        found = next((_source(token) for token in within if token.pos_ in {"VERB", "AUX"}), None)
        return _moved(found, sentence) if found else None
    return None


def has_plain_object(document: Document, sentences: tuple[Span, ...], cue: Span) -> bool:
    """Say whether a verb in a cue has a thing for its object, and no clause."""
    tokens = [token for _, within in _cue_tokens(document, sentences, cue) for token in within]
    parts = {child.dep_ for token in tokens if token.pos_ == "VERB" for child in token.children}
    return "dobj" in parts and not parts & _CLAUSES


def _cue_tokens(document: Document, sentences: tuple[Span, ...], cue: Span) -> "Iterator[tuple[Span, Sequence[Token]]]":
    """Yield each sentence that a cue reaches into, with the words of the cue there."""
    for sentence, parsed in zip(sentences, parsed_sentences(document, sentences), strict=True):
        if sentence.overlaps(cue):
            start, end = max(0, cue.start - sentence.start), min(len(sentence), cue.end - sentence.start)
            yield sentence, list(parsed.char_span(start, end, alignment_mode="expand") or ())


def noun_phrase(document: Document, sentences: tuple[Span, ...], words: Span) -> Span:
    """Return the words, widened to the noun phrases and names that they are part of."""
    for sentence, parsed in zip(sentences, parsed_sentences(document, sentences), strict=True):
        if sentence.contains(words):
            phrases = [
                _moved((phrase.start_char, phrase.end_char), sentence) for phrase in (*parsed.noun_chunks, *parsed.ents)
            ]
            touched = [words, *(phrase for phrase in phrases if phrase.overlaps(words))]
            return Span(min(one.start for one in touched), max(one.end for one in touched))
    return words


def _in_sentence(parsed: "Doc", sentence: Span, marked: Sequence[Span]) -> Iterator[Attribution]:
    taken: list[Span] = []
    for token in parsed:
        if token.pos_ != "VERB" or token.dep_ == "amod" or not lemmas(token.lower_) & SPEECH_VERBS:
            continue
        cue = _moved(_cue(token), sentence)
        if any(cue.overlaps(mark) for mark in marked):
            continue
        content = _content(token, sentence, marked, cue)
        if content and not any(span.overlaps(piece) for span in taken for piece in content):
            taken += content
            source = _source(token)
            yield Attribution(tuple(content), _moved(source, sentence) if source else None, cue)


def _cue(verb: "Token") -> tuple[int, int]:
    """Return the verb with the adverbs and auxiliaries right beside it."""
    first = last = verb
    while first.i > 0 and first.nbor(-1).head == verb and first.nbor(-1).dep_ in {"aux", "advmod", "auxpass", "neg"}:
        first = first.nbor(-1)
    return first.idx, last.idx + len(last)


def _source(verb: "Token") -> tuple[int, int] | None:
    for governor in [verb, *verb.ancestors]:
        for child in governor.children:
            if child.dep_ in _SUBJECTS:
                return _subtree(child)
        if governor.dep_ not in {"conj", "advcl", "xcomp", "ccomp"} or governor.dep_ == "ccomp":
            return None
    return None


def _content(verb: "Token", sentence: Span, marked: Sequence[Span], cue: Span) -> list[Span]:
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES), None)
    if clause is None and lemmas(verb.lower_) & _TRANSITIVE:
        return _object(verb, sentence)
    spans = [_moved(_subtree(clause), sentence)] if clause is not None else []
    beside = [mark for mark in marked if not mark.overlaps(cue)]
    if beside and (not spans or any(mark.overlaps(span) for mark in beside for span in spans)):
        whole = [mark for mark in beside if not spans or any(mark.overlaps(span) for span in spans)]
        if not spans or all(any(span.overlaps(mark) for mark in whole) and _mostly(span, whole) for span in spans):
            return [Span(max(mark.start, sentence.start), min(mark.end, sentence.end)) for mark in whole]
    return [piece for span in spans for piece in _without(span, cue, _spoken_for(verb, sentence))]


def _mostly(span: Span, marked: Sequence[Span]) -> bool:
    inside = sum(max(0, min(span.end, mark.end) - max(span.start, mark.start)) for mark in marked)
    return inside > 0.9 * (len(span) - 3)


def _object(verb: "Token", sentence: Span) -> list[Span]:
    parts = [child for child in verb.children if child.i > verb.i and child.dep_ in {"dobj", "prep", "oprd", "pcomp"}]
    if not parts:
        return []
    ends = [_subtree(part) for part in parts]
    return [_moved((min(start for start, _ in ends), max(end for _, end in ends)), sentence)]


def _spoken_for(verb: "Token", sentence: Span) -> Span | None:
    source = _source(verb)
    return _moved(source, sentence) if source else None


def _without(span: Span, cue: Span, source: Span | None) -> Iterator[Span]:
    """Yield what of a span lies before and behind the cue with its speaker."""
    cut = cue if source is None else Span(min(cue.start, source.start), max(cue.end, source.end))
    if not span.overlaps(cut):
        yield span
        return
    if span.start < cut.start:
        yield Span(span.start, cut.start)
    if cut.end < span.end:
        yield Span(cut.end, span.end)


def _subtree(token: "Token") -> tuple[int, int]:
    first, last = token.left_edge, token.right_edge
    return first.idx, last.idx + len(last)


def _moved(span: tuple[int, int], sentence: Span) -> Span:
    return Span(sentence.start + span[0], sentence.start + span[1])
