"""Question + text → the shortest span of the text that answers, or None."""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self

import numpy as np

from bot.windows import Window, WindowMaker
from index import Span
from index.weights import open_onnx, pinned

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Spans:
    """What a network makes of all spans of whole words in a window.

    Attributes:
        window: the window.
        logits: of every span, by its first and its last token of the text; as good as none where there is no span.
        silence: the logit of "no answer here".
        total: the logarithm of the sum over all spans.
    """

    window: Window
    logits: NDArray[np.float64]
    silence: float
    total: float

    @classmethod
    def of(
        cls, starts: NDArray[np.float32], ends: NDArray[np.float32], window: Window, inside: NDArray[np.bool_]
    ) -> Self:
        """Add up the logits of starts and ends; position 0 of both holds silence, `inside` the pieces inside words."""
        part = slice(window.first, window.stop)
        continues = inside[window.tokens[part]]
        begin = np.where(continues, _NEVER, starts[part]).astype(np.float64)
        finish = np.where(np.append(continues[1:], False), _NEVER, ends[part]).astype(np.float64)
        spans = begin[:, None] + finish[None, :]
        spans = np.where(np.tri(len(begin), k=-1, dtype=bool), _NEVER, spans)
        spans = np.where(np.tri(len(begin), k=LONGEST_ANSWER - 1, dtype=bool), spans, _NEVER)
        best = spans.max()
        return cls(window, spans, float(starts[0] + ends[0]), float(best + np.log(np.exp(spans - best).sum())))

    def best(self, part: Span) -> Found | None:
        """Return the best span inside a part of the text; None where no whole word lies in it."""
        offsets = self.window.offsets
        first = bisect_left(offsets, part.start, key=lambda offset: offset[0])
        stop = bisect_right(offsets, part.end, key=lambda offset: offset[1])
        inside = self.logits[first:stop, first:stop]
        if not inside.size or inside.max() < _NEVER / 2:
            return None
        start, end = divmod(int(inside.argmax()), stop - first)
        logit = float(inside[start, end])
        place = offsets[first + start][0], offsets[first + end][1]
        return Found(*place, logit - self.silence, logit - self.total)


class SpanReader(Protocol):
    """Finds the shortest span of a text that answers a question."""

    def read_parts(self, question: str, text: str, parts: Sequence[Span]) -> list[Reading | None]:
        """Return the best span inside each part of a text, however unlikely; None for a part without words."""


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
        (reading,) = self.read_parts(question, text, [Span(0, len(text))]) if text else [None]
        least = self.threshold if threshold is None else threshold
        return reading if reading is not None and reading.score >= least else None

    def read_parts(self, question: str, text: str, parts: Sequence[Span]) -> list[Reading | None]:
        """The best span inside each part of a text, however unlikely; None for a part without words."""
        return [self._scored(found) for found in self.find(question, text, parts)]

    def _scored(self, found: Found | None) -> Reading | None:
        return Reading(found.start, found.end, self._calibration.probability(found)) if found else None

    def find(self, question: str, text: str, parts: Sequence[Span]) -> list[Found | None]:
        """The best span inside each part with its raw figures."""
        spans = [self._spans(window) for window in self._maker.windows(question, text)]
        found = ([best for one in spans if (best := one.best(part))] for part in parts)
        return [max(each, key=lambda one: one.margin, default=None) for each in found]

    def _spans(self, window: Window) -> Spans:
        # One window at a time: the 8-bit weights scale activations over all that they are fed at once, so windows read
        # together would change each other's scores; and together they are no faster.
        tokens, kinds = window.tokens[None], window.kinds[None]
        feed = {"tokens": tokens, "mask": np.ones_like(tokens), "kinds": kinds}
        logits = self._session.run(["logits"], feed)[0][0]
        return Spans.of(logits[:, 0], logits[:, 1], window, self._maker.inside_word)


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

    def read_parts(self, question: str, text: str, parts: Sequence[Span]) -> list[Reading | None]:
        """Return the best span inside each part of a text, however unlikely; None for a part without words."""
        return self.reader.read_parts(question, text, parts)
