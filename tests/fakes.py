"""Stand-ins of the same shape as the real parts: small, exact, and without any weights."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.finding.reading import Reading
from bot.weighing.judging import Weighing, weighing
from index.document import Document, Span
from index.embedding import Vectors
from index.extraction import Attribution
from index.lexical import content_words

ARTICLE = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))


class WordEmbedder:
    """A text's vector counts its content words, each hashed to one of 64 dimensions."""

    digest = "words-64"
    dimension = 64
    limit = 64

    def __init__(self, argument: str = "") -> None:
        self.embedded: list[str] = []
        del argument

    def lengths(self, texts: Sequence[str]) -> list[int]:
        return [len(re.findall(r"\w+|[^\w\s]", text)) for text in texts]

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.01
            for word in content_words(text):
                row[int.from_bytes(hashlib.sha256(word.encode()).digest()[:2], "big") % 64] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


class OverlapReranker:
    """Scores a text by the share of the question's content words in it, from -5 to 5."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        asked = set(content_words(question))
        return [10 * len(asked & set(content_words(text))) / max(1, len(asked)) - 5 for text in texts]


class NumberReader:
    """Reads the first number as the answer, surely where the text shares words with the question."""

    def read_parts(self, question: str, text: str, parts: Sequence[Span]) -> list[Reading | None]:
        read = [(part, self.read(question, text[part.start : part.end])) for part in parts]
        return [one and replace(one, start=part.start + one.start, end=part.start + one.end) for part, one in read]

    def read(self, question: str, text: str) -> Reading | None:
        number = re.search(r"\d+", text)
        shared = set(content_words(question)) & set(content_words(text))
        return Reading(number.start(), number.end(), 0.9 if shared else 0.01) if number else None


class ColonExtractor:
    """Reads `NAME said: words` and `NAME denied: words` lines; a time may stand before the colon."""

    digest = "colon"

    def __init__(self, argument: str = "") -> None:
        del argument

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attribution]:
        del sentences
        found = re.finditer(
            r"^(?P<name>[\w ]+?) (?P<cue>said|denied|dismissed|asked)[\w ]*: (?P<words>.+)$",
            document.text,
            re.MULTILINE,
        )
        return [
            Attribution((Span(*one.span("words")),), Span(*one.span("name")), Span(*one.span("cue"))) for one in found
        ]


class WordJudge:
    """Supports a claim whose content words are all in the evidence; refutes it where only one of them has a "not"."""

    digest = "words"

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        return [self._weigh(claim, evidence) for claim, evidence in pairs]

    def _weigh(self, claim: str, evidence: str) -> Weighing:
        wanted, present = (set(content_words(text)) - {"not"} for text in (claim, evidence))
        if not wanted <= present:
            return weighing((0.05, 0.05, 0.9))
        negated = ("not" in evidence.split()) != ("not" in claim.split())
        return weighing((0.01, 0.95, 0.04) if negated else (0.95, 0.01, 0.04))
