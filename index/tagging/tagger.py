"""Who said what: a small transformer that marks cues, and for each cue its source and its content.

One pass over the text finds the cues; a light head then reads the surroundings of each cue.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from index.tagging.candidates import Surroundings, only_text, surroundings
from index.tagging.content import Attribution, Candidate, settled
from index.tagging.decoding import CUE_THRESHOLD, Cue, best_labels, find_cues
from index.tagging.signatures import signed
from index.tagging.windows import Tokens, Window, pad, tokenize, windows
from index.weights import open_onnx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Array = NDArray[np.float32]
    Encode = Callable[[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], tuple[Array, Array]]
    Mark = Callable[[Array, Array, Array], Array]
    Found = tuple[Window, Cue, Array]

Item = TypeVar("Item")
Result = TypeVar("Result")
_CUES = 8


@dataclass(frozen=True, slots=True)
class Network:
    """The model's halves: text → cue probabilities and states; states around a cue → label log probabilities."""

    encode: "Encode"
    mark: "Mark"
    threads: int = 1


class QuoteTagger:
    """Finds attributions; `model.onnx`, `head.onnx` and `tokenizer.json` lie in one folder."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Load the model; nothing is downloaded."""
        self._tokenizer = load_tokenizer(folder)
        self._network = load_network(folder, threads)

    def attributions(self, text: str, threshold: float = CUE_THRESHOLD) -> list[Attribution]:
        """Return who says what, sorted by cue; offsets count code points of `text`."""
        return attributions(text, tokenize(text, self._tokenizer), self._network, threshold)


def load_tokenizer(folder: Path) -> "Tokenizer":
    """Load the vocabulary, without limits of length."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_network(folder: Path, threads: int) -> Network:
    """Open both halves with onnxruntime."""
    # One thread for each run, and several runs at a time: threads that share a run spend their time waiting.
    encoder, head = open_onnx(folder / "model.onnx", threads=1), open_onnx(folder / "head.onnx", threads=1)

    def encode(
        numbers: "NDArray[np.int64]", features: "NDArray[np.int64]", mask: "NDArray[np.int64]"
    ) -> "tuple[Array, Array]":
        cues, states = encoder.run(None, {"input_ids": numbers, "features": features, "attention_mask": mask})
        return cues, states

    def mark(states: "Array", mask: "Array", is_cue: "Array") -> "Array":
        labels: Array = head.run(None, {"states": states, "mask": mask, "is_cue": is_cue})[0]
        return labels

    return Network(encode, mark, threads)


def attributions(text: str, tokens: Tokens, network: Network, threshold: float = CUE_THRESHOLD) -> list[Attribution]:
    """Return the attributions in a text that has been tokenized."""
    found: list[Candidate] = signed(text, tokens.marking)
    batches = _batches(_cues(tokens, network, threshold), _CUES)
    for batch, scores in zip(batches, _parallel(partial(_marked, network), batches, network.threads), strict=True):
        for (window, cue, _), labels, row in zip(batch, best_labels(scores), scores, strict=True):
            around = Surroundings(text, tokens, window.start + cue.first)
            candidate = around.candidate(cue, labels, row)
            found += [candidate] if candidate else []
    return settled(text, found)


def _cues(tokens: Tokens, network: Network, threshold: float) -> "Iterator[Found]":
    def encoded(window: Window) -> "tuple[Array, Array]":
        probabilities, states = network.encode(*pad(tokens, [window]))
        return probabilities[0, 1:-1], states[0, 1:-1]

    cut = windows(tokens)
    for window, (probabilities, states) in zip(cut, _parallel(encoded, cut, network.threads), strict=True):
        for cue in find_cues(probabilities, threshold):
            if window.first <= window.start + cue.first < window.last:
                yield window, cue, states


def _marked(network: Network, batch: "list[Found]") -> "Array":
    cut = [surroundings(states, cue) for _, cue, states in batch]
    states, mask, is_cue = (np.stack(arrays) for arrays in zip(*cut, strict=True))
    return only_text(network.mark(states, mask, is_cue), mask)


def _parallel(function: "Callable[[Item], Result]", items: list[Item], threads: int) -> "Iterable[Result]":
    if threads < 2 or len(items) < 2:  # noqa: PLR2004
        return map(function, items)
    with ThreadPoolExecutor(threads) as pool:
        return pool.map(function, items)


def _batches(items: "Iterable[Item]", size: int) -> list[list[Item]]:
    kept = list(items)
    return [kept[start : start + size] for start in range(0, len(kept), size)]
