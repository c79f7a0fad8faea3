"""From a trained network to small weights: ONNX with 8-bit integers, embeddings too, and the digests of a folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MODEL_FILE: Final = "model.onnx"
DIGEST_FILE: Final = "SHA256SUMS"
_OPSET: Final = 17
_QUANTISED: Final = ["MatMul", "Gather", "Gemm", "Attention"]

Axes = dict[str, dict[int, str]]


def export_float(
    model: torch.nn.Module,
    example_inputs: Mapping[str, torch.Tensor],
    dynamic_axes: Axes,
    output_names: Sequence[str],
    file: Path,
) -> None:
    """Write the network as it is (32-bit) to the file, all at once or not at all."""
    model.eval()
    with _whole(file) as unfinished, torch.inference_mode():
        torch.onnx.export(
            model,
            tuple(example_inputs.values()),
            str(unfinished),
            input_names=list(example_inputs),
            output_names=list(output_names),
            dynamic_axes=dynamic_axes,
            opset_version=_OPSET,
            do_constant_folding=True,
            dynamo=False,
        )


def export_int8(
    model: torch.nn.Module,
    example_inputs: Mapping[str, torch.Tensor],
    dynamic_axes: Axes,
    output_names: Sequence[str],
    folder: Path,
    *,
    exclude: Sequence[str] = (),
) -> Path:
    """Write ``model.onnx`` with 8-bit weights to the folder; nodes named with a word of ``exclude`` stay 32-bit."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / MODEL_FILE
    with tempfile.TemporaryDirectory(dir=folder) as workshop:
        whole = Path(workshop) / "float.onnx"
        export_float(model, example_inputs, dynamic_axes, output_names, whole)
        with _whole(target) as unfinished:
            quantise(whole, unfinished, exclude)
    return target


def quantise(source: Path, target: Path, exclude: Sequence[str] = ()) -> None:
    """Turn the weights of an ONNX file into 8-bit integers, one scale for each column."""
    nodes = [node.name for node in onnx.load(str(source), load_external_data=False).graph.node]
    kept = [name for name in nodes if any(word in name for word in exclude)]
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=_QUANTISED,
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[*kept, *(f"{name}_MatMul" for name in kept)],  # a Gemm is first made a MatMul of that name
        extra_options={"MatMulConstBOnly": True},
    )


def write_digest(folder: Path) -> dict[str, str]:
    """Write the SHA-256 of every file of the folder to SHA256SUMS (``sha256sum -c`` reads it), and return them."""
    names = sorted(file.name for file in folder.iterdir() if file.is_file() and file.name != DIGEST_FILE)
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    with _whole(folder / DIGEST_FILE) as unfinished:
        unfinished.write_text("".join(f"{digest}  {name}\n" for name, digest in digests.items()), encoding="utf-8")
    return digests


class _whole:  # noqa: N801
    """A temporary name beside a file, which takes the file's place when the work in the block has succeeded."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._unfinished = file.with_name(f".{file.name}.{os.getpid()}")

    def __enter__(self) -> Path:
        return self._unfinished

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._unfinished.replace(self._file)
        self._unfinished.unlink(missing_ok=True)
