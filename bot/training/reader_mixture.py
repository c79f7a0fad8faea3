"""Everything that a reader learns from, mixed: real questions, the same among other sentences, made and bent ones."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from bot.training.reader_paragraphs import Neighbours, among_others, is_specific, without_answer
from bot.training.reader_rows import Example, example_of, rows
from bot.training.reader_texts import over_claims, over_documents
from bot.training.reader_twists import names, twist

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spacy.language import Language  # noqa: TID251 - types of what the caller hands in

PARAGRAPHS: Final = ("squad2_half", "nq_oracle", "qed", "realtimeqa")
_SENTENCES: Final = ("qamr", "qasrl")
_FACTS: Final = ("fever", "climate", "covidfact", "nltk_rte", "glue_rte", "check_covid", "scifact", "politihop")
_DOCUMENT_LETTERS: Final = 2500
_ARTICLES: Final = 500
_BODIES: Final = 350
_SHORT: Final = 70  # words: shorter evidence is put among others


def made(data: Path, language: Language, chance: random.Random) -> Iterator[Example]:
    """All made questions, in the order of their sources; takes some minutes."""
    claims = rows(data / "claims" / "train.jsonl.gz")
    factual = [row for row in claims if row["set"].startswith(_FACTS)]
    yield from over_claims(factual, language, chance)
    evidence = sorted({row["evidence"] for row in factual if row["set"].startswith("fever")})
    yield from _over_short(chance.sample(evidence, min(len(evidence), 4000)), language, chance)
    contexts = sorted(
        {row["context"] for row in rows(data / "qa" / "train.jsonl.gz") if row["set"].startswith(PARAGRAPHS)}
    )
    yield from over_documents([text[:_DOCUMENT_LETTERS] for text in contexts], language, chance, "context")
    articles = [row["text"][:_DOCUMENT_LETTERS] for row in rows(data / "quotes" / "polnear.train.jsonl.gz")]
    yield from over_documents(chance.sample(articles, min(len(articles), _ARTICLES)), language, chance, "article")
    bodies = sorted({row["evidence"][:_DOCUMENT_LETTERS] for row in claims if row["set"].startswith("fnc1")})
    yield from over_documents(chance.sample(bodies, min(len(bodies), _BODIES)), language, chance, "body")


def _over_short(texts: list[str], language: Language, chance: random.Random) -> Iterator[Example]:
    for example in over_documents(texts, language, chance, "evidence"):
        if example.source == "evidence.plain":
            yield example


def kept_made(file: Path, data: Path, load: Callable[[], Language], chance: random.Random) -> list[Example]:
    """The made questions from the file where there is one, otherwise made now and kept there."""
    if not file.exists():
        lines = [json.dumps(asdict(example)) for example in made(data, load(), chance)]
        file.write_text("\n".join(lines), encoding="utf-8")
    found = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")]
    return [Example(row["question"], row["text"], tuple(map(tuple, row["places"])), row["source"]) for row in found]


class Mixture:
    """The parts, from which rounds of examples are drawn."""

    def __init__(self, data: Path, made_examples: list[Example], chance: random.Random) -> None:
        """Read the real questions and rank the sentences that stand in for paragraphs."""
        real = [example_of(row) for row in rows(data / "qa" / "train.jsonl.gz")]
        real = [example for example in real if example.places or example.source == "squad2_half"]
        self._chance = chance
        self._paragraphs = [example for example in real if example.source in PARAGRAPHS]
        self._sentences = [example for example in real if example.source in _SENTENCES]
        self._made = made_examples
        self._strangers = sorted({name for example in self._paragraphs for name in names(example.question)})
        self._between_paragraphs = Neighbours([example.text for example in self._paragraphs])
        short = [example.text for example in made_examples if len(example.text.split()) <= _SHORT]
        self._between_sentences = Neighbours([example.text for example in self._sentences] + short)

    def paragraphs(self, bent: float = 0.25, cut: float = 0.12, elsewhere: float = 0.1) -> Iterator[Example]:
        """Real questions about paragraphs, once each, and some of them made unanswerable."""
        for example in self._paragraphs:
            yield self._among_when_short(example, self._between_paragraphs)
            if example.places:
                yield from self._unanswerable(example, bent, cut)
            if self._chance.random() < elsewhere:
                other = self._chance.choice(self._between_paragraphs.of(example.text, self._chance))
                if not any(example.text[a:b].lower() in other.lower() for a, b in example.places):
                    yield replace(example, text=other, places=(), source=f"{example.source}.elsewhere")

    def sentences(self, share: float) -> Iterator[Example]:
        """A share of the questions about single sentences, as they are."""
        for example in self._sentences:
            if self._chance.random() < share:
                yield example

    def gathered(self, share: float, absent: float = 0.3) -> Iterator[Example]:
        """A share of the questions about sentences that are specific enough, asked of paragraphs."""
        for example in self._sentences:
            if self._chance.random() < share and is_specific(example.question, example.text):
                here = self._chance.random() >= absent
                whole = among_others(example, self._between_sentences, self._chance, with_gold=True)
                yield whole if here else self._silent(example, whole)

    def made(self, limits: dict[str, int]) -> Iterator[Example]:
        """At most so many made questions of each source, short texts among others."""
        left = dict(limits)
        for example in self._chance.sample(self._made, len(self._made)):
            if left.get(example.source, 0) > 0:
                left[example.source] -= 1
                yield self._among_when_short(example, self._between_sentences)
                if example.places:
                    yield from self._unanswerable(example, 0.1, 0.03)

    def _among_when_short(self, example: Example, neighbours: Neighbours) -> Example:
        if len(example.text.split()) <= _SHORT and self._chance.random() < 0.7:
            whole = among_others(example, neighbours, self._chance, with_gold=True)
            return whole if example.places else replace(whole, source=example.source)
        return example

    def _silent(self, example: Example, whole: Example) -> Example:
        bent = twist(example.question, whole.text, self._strangers, self._chance)
        if bent is not None and self._chance.random() < 0.5:
            return replace(whole, question=bent, places=(), source=f"{example.source}.bent")
        return among_others(example, self._between_sentences, self._chance, with_gold=False)

    def _unanswerable(self, example: Example, bent: float, cut: float) -> Iterator[Example]:
        if self._chance.random() < bent:
            question = twist(example.question, example.text, self._strangers, self._chance)
            if question is not None:
                yield replace(example, question=question, places=(), source=f"{example.source}.bent")
        if self._chance.random() < cut:
            less = without_answer(example)
            if less is not None:
                yield less
