"""Question + text → the shortest span of the text that answers, or None."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from bot.windows import Window, WindowMaker
from index.weights import open_onnx, pinned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

LONGEST_ANSWER: Final = 30  # tokens
_NEVER: Final = -1e9


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of the text, in code points, and how likely it is that it answers."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The best span of one window: its place, and the two figures that its score is made of."""

    start: int
    end: int
    margin: float  # logit of the span less the logit of "no answer here"
    sureness: float  # log-probability of this span among all spans of the window


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted logistic that maps the figures of a span to the probability that it answers."""

    margin: float
    sureness: float
    bias: float
    threshold: float

    def probability(self, found: Found) -> float:
        """Between 0 and 1, comparable over texts."""
        logit = self.margin * found.margin + self.sureness * found.sureness + self.bias
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, logit))))


def best_span(
    starts: NDArray[np.float32], ends: NDArray[np.float32], window: Window, inside_word: NDArray[np.bool_]
) -> Found:
    """The best span of whole words; position 0 of both rows holds the logit of "no answer"."""
    part = slice(window.first, window.stop)
    inside = inside_word[window.tokens[part]]
    breaks_after = np.append(inside[1:], False)
    begin = np.where(inside, _NEVER, starts[part]).astype(np.float64)
    finish = np.where(breaks_after, _NEVER, ends[part]).astype(np.float64)
    spans = begin[:, None] + finish[None, :]
    spans = np.where(np.tri(len(begin), k=-1, dtype=bool), _NEVER, spans)
    spans = np.where(np.tri(len(begin), k=LONGEST_ANSWER - 1, dtype=bool), spans, _NEVER)
    first, last = divmod(int(spans.argmax()), len(begin))
    best = float(spans[first, last])
    total = best + math.log(float(np.exp(spans - best).sum()))
    return Found(window.offsets[first][0], window.offsets[last][1], best - float(starts[0] + ends[0]), best - total)


class SpanReader(Protocol):
    """Finds the shortest span of a text that answers a question."""

    def read_all(self, pairs: Sequence[tuple[str, str]]) -> list[Reading | None]:
        """Return the best span of each text, however unlikely; None only for a text without words."""


class Reader:
    """Reads texts for answers; made once, used by many threads."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Load the network, the tokenizer and the calibration of the folder."""
        self._session = open_onnx(folder / "model.onnx", threads)
        self._maker = WindowMaker(folder / "tokenizer.json")
        self._calibration = Calibration(**json.loads((folder / "calibration.json").read_text(encoding="utf-8")))

    @property
    def threshold(self) -> float:
        """The score below which silence is better."""
        return self._calibration.threshold

    def read(self, question: str, text: str, *, threshold: float | None = None) -> Reading | None:
        """The answer inside the text, or None when its score is below the threshold."""
        reading = self.read_all([(question, text)])[0]
        least = self.threshold if threshold is None else threshold
        return reading if reading is not None and reading.score >= least else None

    def read_all(self, pairs: Sequence[tuple[str, str]]) -> list[Reading | None]:
        """The best span of each text, however unlikely; None only for a text without words."""
        found = self.find_all(pairs)
        return [self._scored(spot) if spot else None for spot in found]

    def _scored(self, found: Found) -> Reading:
        return Reading(found.start, found.end, self._calibration.probability(found))

    def find_all(self, pairs: Sequence[tuple[str, str]]) -> list[Found | None]:
        """The best span of each text with its raw figures."""
        best: list[Found | None] = [None] * len(pairs)
        for number, spot in self._spots(pairs):
            held = best[number]
            if held is None or spot.margin > held.margin:
                best[number] = spot
        return best

    def _spots(self, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[int, Found]]:
        for number, (question, text) in enumerate(pairs):
            for window in self._maker.windows(question, text):
                yield number, self._best_span(window)

    def _best_span(self, window: Window) -> Found:
        # One window at a time: the 8-bit weights scale activations over all that they are fed at once, so windows read
        # together would change each other's scores; and together they are no faster.
        tokens, kinds = window.tokens[None], window.kinds[None]
        feed = {"tokens": tokens, "mask": np.ones_like(tokens), "kinds": kinds}
        logits = self._session.run(["logits"], feed)[0][0]
        return best_span(logits[:, 0], logits[:, 1], window, self._maker.inside_word)


FOLDER = Path(__file__).parent.parent / "models" / "reader"
DIGESTS = {
    "calibration.json": "f46431a2821d6e0009e436c6d5087510c4cc2b7ab39cdbbfb786c1cd7749ae3b",
    "model.onnx": "acf5503287d0c54c44c10c83e5ab02eff79ca90b6b09ce62e8a18c3694ec9e6b",
    "tokenizer.json": "e41e67a7440ad33d591ef6a3e99dc071201b0f516ca4958cea3b5619e89281e9",
}


class TrainedReader:
    """The reader that ships with this package, loaded when it is first needed, its digests checked."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    @cached_property
    def reader(self) -> Reader:
        """The loaded reader."""
        return Reader(pinned(FOLDER, DIGESTS), self._threads)

    def read_all(self, pairs: Sequence[tuple[str, str]]) -> list[Reading | None]:
        """Return the best span of each text, however unlikely; None only for a text without words."""
        return self.reader.read_all(pairs)
