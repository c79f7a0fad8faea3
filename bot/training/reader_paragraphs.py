"""Paragraphs made of a sentence and others like it, with and without the sentence that answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

from bot.training.reader_rows import words

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from bot.training.reader_rows import Example

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")  # noqa: RUF001 - marks of real texts
_NEIGHBOURS: Final = 16
_ROWS: Final = 512
_FEWEST_WORDS: Final = 50
_MOST_WORDS: Final = 150
_VAGUE: Final = frozenset(words("someone something somewhere somebody do does did what who when where why how which"))
_PLACEHOLDERS: Final = frozenset(words("someone something somewhere somebody"))


class Neighbours:
    """For each text of a collection the others that are most like it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Weigh the words of all texts and rank, which takes seconds for thousands of texts."""
        self._texts = list(dict.fromkeys(texts))
        self._places = {text: place for place, text in enumerate(self._texts)}
        weights = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2).fit_transform(self._texts)
        ranked = []
        for start in range(0, len(self._texts), _ROWS):
            likeness = (weights[start : start + _ROWS] @ weights.T).toarray()
            ranked.append(np.argpartition(-likeness, _NEIGHBOURS, axis=1)[:, : _NEIGHBOURS + 1])
        self._ranked = np.concatenate(ranked)

    def of(self, text: str, chance: random.Random) -> list[str]:
        """The texts most like this one, without it, shuffled."""
        place = self._places[text]
        others = [self._texts[other] for other in self._ranked[place] if other != place]
        chance.shuffle(others)
        return others


def is_specific(question: str, sentence: str) -> bool:
    """Whether the question tells enough to be asked of a whole paragraph."""
    asked = set(words(question))
    return not asked & _PLACEHOLDERS and len((asked - _VAGUE) & set(words(sentence))) >= 2


def among_others(example: Example, neighbours: Neighbours, chance: random.Random, *, with_gold: bool) -> Example:
    """The example's text at a random place among others, or only the others: then nothing answers."""
    answers = [example.text[start:end].lower() for start, end in example.places]
    wanted = chance.randint(_FEWEST_WORDS, _MOST_WORDS) - (len(example.text.split()) if with_gold else 0)
    before: list[str] = []
    after: list[str] = []
    for other in neighbours.of(example.text, chance):
        if wanted <= 0:
            break
        if len(other.split()) <= _MOST_WORDS and not any(answer in other.lower() for answer in answers):
            chance.choice((before, after)).append(other.strip())
            wanted -= len(other.split())
    if not with_gold:
        return replace(example, text=" ".join(before + after), places=(), source=f"{example.source}.absent")
    head = " ".join([*before, ""])
    places = tuple((start + len(head), end + len(head)) for start, end in example.places)
    return replace(
        example, text=" ".join([head + example.text, *after]), places=places, source=f"{example.source}.among"
    )


def without_answer(example: Example) -> Example | None:
    """The paragraph less every sentence that holds an answer; None when too little would be left."""
    answers = [example.text[start:end].lower() for start, end in example.places]
    sentences = _SENTENCE_END.split(example.text)
    kept = [sentence for sentence in sentences if not any(answer in sentence.lower() for answer in answers)]
    if len(kept) < 2 or len(" ".join(kept).split()) < _FEWEST_WORDS // 2:
        return None
    return replace(example, text=" ".join(kept), places=(), source=f"{example.source}.cut")
