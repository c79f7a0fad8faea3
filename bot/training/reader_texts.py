"""Made questions: over documents, over single sentences, and over claims whose evidence holds the answer."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.training.reader_questions import Asked, questions
from bot.training.reader_rows import Example, Place, answer_places, occurrences, words

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from spacy.language import Language  # noqa: TID251 - types of what the caller hands in
    from spacy.tokens import Doc, Span  # noqa: TID251 - types of what the caller hands in

    from bot.training.reader_rows import Row

_FEWEST_WORDS: Final = 50
_MOST_WORDS: Final = 150
_EACH_PARAGRAPH: Final = 5
_BATCH: Final = 64
_REFUTED: Final = frozenset({"fever_dev.dev", "fever_symmetric.dev", "climate_fever.pairs"})


def over_documents(texts: Iterable[str], language: Language, chance: random.Random, source: str) -> Iterator[Example]:
    """Questions about paragraphs of the documents: plain, from elsewhere about the same thing, and unanswerable."""
    for document in language.pipe(texts, batch_size=_BATCH):
        asked = list(questions(document, chance))
        sentences = list(document.sents)
        for first, stop in _paragraphs(sentences, chance):
            span = document[sentences[first].start : sentences[stop - 1].end]
            yield from _about_paragraph(document, span, asked, chance, source)


def _paragraphs(sentences: list[Span], chance: random.Random) -> Iterator[tuple[int, int]]:
    first, length, wanted = 0, 0, chance.randint(_FEWEST_WORDS, _MOST_WORDS)
    for number, sentence in enumerate(sentences):
        length += len(sentence)
        if length >= wanted:
            yield first, number + 1
            first, length, wanted = number + 1, 0, chance.randint(_FEWEST_WORDS, _MOST_WORDS)
    if length >= _FEWEST_WORDS // 2:
        yield first, len(sentences)


def _about_paragraph(
    document: Doc, span: Span, asked: list[Asked], chance: random.Random, source: str
) -> Iterator[Example]:
    text, begin = span.text, span.start_char
    inside = [one for one in asked if begin <= one.start and one.end <= span.end_char]
    outside = [one for one in asked if not (begin <= one.start and one.end <= span.end_char)]
    chance.shuffle(inside)
    inside.sort(key=lambda one: not one.named or chance.random() < 0.2)
    for one in inside[:_EACH_PARAGRAPH]:
        yield Example(one.question, text, ((one.start - begin, one.end - begin),), f"{source}.plain")
    chance.shuffle(outside)
    again = 0
    silent = 0
    for one in outside:
        answer = document.text[one.start : one.end]
        places = tuple(occurrences(answer, text)) if one.named else ()
        if places and again < _EACH_PARAGRAPH and _shares_words(one.question, text, places):
            again += 1
            yield Example(one.question, text, places, f"{source}.again")
        elif answer.lower() not in text.lower() and silent < 2:
            silent += 1
            yield Example(one.question, text, (), f"{source}.silent")


def _shares_words(question: str, text: str, places: tuple[Place, ...]) -> bool:
    asked = {word for word in words(question) if len(word) > 3}
    near: set[str] = set()
    for start, end in places:
        near.update(words(text[max(0, start - 150) : start]) + words(text[end : end + 150]))
    return len(asked & near) >= 2


def over_claims(claims: list[Row], language: Language, chance: random.Random) -> Iterator[Example]:
    """Questions made from claims whose answers stand in the evidence; refuted claims make unanswerable ones."""
    kept = [row for row in claims if row["label"] == "supported" or row["set"] in _REFUTED]
    by_evidence: dict[str, set[str]] = defaultdict(set)
    parsed = language.pipe([row["claim"] for row in kept], batch_size=_BATCH)
    for row, document in zip(kept, parsed, strict=True):
        for one in questions(document, chance):
            answer = document.text[one.start : one.end]
            places = answer_places(one.question, row["evidence"], [answer])
            places = tuple(place for place in places if place in set(occurrences(answer, row["evidence"])))
            right = row["label"] == "supported"
            if not places or one.question in by_evidence[row["evidence"]] or (not right and not one.named):
                continue
            by_evidence[row["evidence"]].add(one.question)
            yield Example(one.question, row["evidence"], places if right else (), "claim" if right else "claim.refuted")
