"""Models as int8 ONNX: a tokenizer and a session, their files' digests checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.weights import open_onnx, pinned

_AT_ONCE = 16


class PairModel:
    """Reads pairs of texts with a BERT-like cross-encoder; each pair is cut to `limit` tokens."""

    def __init__(self, folder: Path, digests: dict[str, str], *, limit: int, threads: int) -> None:
        from tokenizers import Tokenizer

        pinned(folder, digests)
        self._session = open_onnx(folder / "model.onnx", threads)
        self._inputs = {one.name for one in self._session.get_inputs()}
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(limit, strategy="only_second")
        self._tokenizer.enable_padding()

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Return the model's first output, a row for each pair; the pairs are read sorted by length."""
        order = sorted(range(len(pairs)), key=lambda number: len(pairs[number][1]))
        rows: list[NDArray[np.float32]] = [np.empty(0, np.float32)] * len(pairs)
        for start in range(0, len(order), _AT_ONCE):
            numbers = order[start : start + _AT_ONCE]
            for number, row in zip(numbers, self._run([pairs[number] for number in numbers]), strict=True):
                rows[number] = row
        return np.stack(rows) if rows else np.empty((0, 1), np.float32)

    def _run(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch(list(pairs))
        feed = {
            "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], np.int64),
            "token_type_ids": np.array([encoding.type_ids for encoding in encodings], np.int64),
        }
        (first, *_) = self._session.run(None, {name: feed[name] for name in self._inputs})
        return np.asarray(first, np.float32)
