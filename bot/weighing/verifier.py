"""Claim + evidence → how likely each verdict is: a small network and a comparison by rule, their signals combined."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.verdict import Verdict
from bot.weighing.comparing import compare
from bot.weighing.focusing import focused
from bot.weighing.judging import Weighing, weighing
from bot.weighing.relations import is_of_a_relation
from bot.weighing.ruling import cannot_support, ruling
from bot.windows import WindowMaker
from index.weights import open_onnx, pinned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.windows import Window

WINDOW_TOKENS: Final = 400
CLAIM_TOKENS: Final = 80

Figures = tuple[float, ...]
"""The network's margins of SUPPORTED and of REFUTED over neither, then the figures of the comparison."""

NOTHING: Final = (0.0, 0.0, 1.0)
"""How likely each verdict is where nothing is said."""


def answered(question: str, answer: str) -> str:
    """Return an answer behind its question, to be weighed as a claim is."""
    return f"{question} {answer}."


class Verifier:
    """Weighs claims against evidence; made once, used by many threads."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Load the network, the tokenizer and the fitted coefficients of the folder."""
        self._session = open_onnx(folder / "model.onnx", threads)
        self._maker = WindowMaker(folder / "tokenizer.json")
        self._folder = folder

    @cached_property
    def _coefficients(self) -> NDArray[np.float64]:
        fitted = json.loads((self._folder / "calibration.json").read_text(encoding="utf-8"))
        return np.array(fitted["coefficients"])

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        """Return a weighing for each pair of claim and evidence, in their order."""
        return [
            weighing(self._judged(*pair, figures) if figures else NOTHING)
            for pair, figures in zip(pairs, self.figures(pairs), strict=True)
        ]

    def figures(self, pairs: Sequence[tuple[str, str]]) -> list[Figures | None]:
        """Return for each pair what its weighing is made of; None where claim or evidence has no word."""
        return [self._figures(claim, focused(claim, evidence)) for claim, evidence in pairs]

    def _figures(self, claim: str, evidence: str) -> Figures | None:
        window = next(self._maker.windows(claim, evidence, WINDOW_TOKENS, CLAIM_TOKENS), None)
        if window is None or not claim.strip():
            return None
        supports, refutes, neither = self._logits(window).tolist()
        return (supports - neither, refutes - neither, *compare(claim, evidence).values())

    def _logits(self, window: Window) -> NDArray[np.float32]:
        # One window at a time: see the reader, whose weights are made the same way.
        tokens, kinds = window.tokens[None], window.kinds[None]
        feed = {"tokens": tokens, "mask": np.ones_like(tokens), "kinds": kinds}
        return np.asarray(self._session.run(["logits"], feed)[0][0], np.float32)

    def _judged(self, claim: str, evidence: str, figures: Figures) -> list[float]:
        """Return the probabilities; where a rule tells which side evidence is on, the other's are put to it."""
        supports, refutes, neither = self._probabilities(figures)
        near = focused(claim, evidence)
        if is_of_a_relation(claim, near):
            return list(NOTHING)
        ruled = ruling(claim, near)
        if ruled is Verdict.SUPPORTED:
            return [supports + refutes, 0.0, neither]
        if ruled is Verdict.REFUTED:
            return [0.0, supports + refutes, neither]
        against = 0.0 if ruled else refutes
        favour = 0.0 if cannot_support(claim, near) else supports
        return [favour, against, 1.0 - favour - against]

    def _probabilities(self, figures: Figures) -> list[float]:
        scores = self._coefficients @ np.array([*figures, 1.0])
        shares = np.exp(scores - scores.max())
        return [float(share) for share in shares / shares.sum()]


FOLDER = Path(__file__).parent.parent / "models" / "verifier"
DIGESTS = {
    "calibration.json": "651c344b8b93268e967e4ae2d47aca0b0fef1b7449cc26a9a697bc4647f807d1",
    "model.onnx": "47188743219b1fd3bc561c46b5e174088c67285f1e3d08dd2eaaf857327c54d1",
    "tokenizer.json": "e41e67a7440ad33d591ef6a3e99dc071201b0f516ca4958cea3b5619e89281e9",
}


class TrainedVerifier:
    """The verifier that ships with this package, loaded when it is first needed, its digests checked."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads

    @property
    def digest(self) -> str:
        """The SHA-256 of the network and of the coefficients."""
        return f"{DIGESTS['model.onnx']}-{DIGESTS['calibration.json']}"

    @cached_property
    def verifier(self) -> Verifier:
        """The loaded verifier."""
        return Verifier(pinned(FOLDER, DIGESTS), self._threads)

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        """Return a weighing for each pair of claim and evidence, in their order."""
        return self.verifier.weigh_all(pairs)
