"""From a trained network over windows to the files that are shipped: 8-bit weights and the tokenizer."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import torch

from bot.training.base import LAYERS
from index.training.blockwise import quantise_blockwise
from index.training.export import export_float, quantise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_INPUTS: Final = ("tokens", "mask", "kinds")
UNEVEN: Final = tuple(f"layer.{layer}/output/dense" for layer in range(LAYERS))
"""Products with a few very large activations: shrunk more finely they are a little truer, and half as fast."""


def export(
    network: torch.nn.Module, work: Path, output: Path, *, heads: Sequence[str], finely: Sequence[str] = ()
) -> None:
    """Write the weights with 8 bits to the output, and with 32 bits to `work`.

    The network has one output, "logits", whose first axis are the rows, and whose second axis are the tokens where it
    has three. Its parts named in `heads` keep their 32 bits; the products named in `finely` are shrunk in blocks.
    """
    example = {name: torch.ones(2, 16, dtype=torch.long) for name in _INPUTS}
    network.eval()
    with torch.inference_mode():
        rank = network(**example).dim()
    both = {0: "rows", 1: "tokens"}
    axes = {**dict.fromkeys(_INPUTS, both), "logits": both if rank > 2 else {0: "rows"}}
    export_float(network, example, axes, ["logits"], work / "model.onnx")
    _shrink(work / "model.onnx", output / "model.onnx", [f"/{head}/" for head in heads], finely)


def _shrink(source: Path, target: Path, kept: Sequence[str], finely: Sequence[str]) -> None:
    half, whole = source.with_suffix(".half"), source.with_suffix(".small")
    quantise(source, half, exclude=[*kept, *finely])
    quantise_blockwise(half, whole, finely)
    shutil.move(whole, target)
    half.unlink()
