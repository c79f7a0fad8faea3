"""From small weights back to a network: the parameters of an ONNX file with 8-bit integers, as 32-bit arrays.

What `index.training.export` and `index.training.blockwise` write, and what packages carry, can so be the start of
another training. The rounding to 8 bits stays in the numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import numpy_helper

from index.training.blockwise import MIDDLE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[np.float32]]

_WHOLE = (".weight", ".bias")
"""How the names of parameters end that are not shrunk: those of one dimension."""


def restored(file: Path, part: str = "") -> Arrays:
    """Return the parameters of a network, or of one part of it without the part's own name, by their PyTorch names.

    Matrices have PyTorch's shape, outputs by inputs.
    """
    graph = onnx.load(str(file)).graph
    kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found: Arrays = {name: array for name, array in kept.items() if array.ndim == 1 and name.endswith(_WHOLE)}
    for node in graph.node:
        if node.op_type in {"Gather", "DequantizeLinear"} and node.input[0].endswith("embeddings.weight_quantized"):
            name = node.input[0].removesuffix("_quantized")
            found[name] = _scaled(kept, name)
        elif node.op_type == "MatMulInteger":
            found[_name(node)] = np.ascontiguousarray(_scaled(kept, node.input[1].removesuffix("_quantized")).T)
        elif node.op_type == "MatMulNBits":
            found[_name(node)] = _unblocked(kept[node.input[1]], kept[node.input[2]])
        elif node.op_type == "MatMul" and node.input[1] in kept:
            found[_name(node)] = np.ascontiguousarray(kept[node.input[1]].T)
    start = f"{part}." if part else ""
    return {name.removeprefix(start): array for name, array in found.items() if name.startswith(start)}


def _name(node: onnx.NodeProto) -> str:
    *places, _ = node.name.strip("/").split("/")
    return ".".join([*places, "weight"])


def _scaled(kept: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    integers, zero = (kept[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return (integers - zero) * kept[f"{name}_scale"].astype(np.float32)


def _unblocked(integers: NDArray[np.generic], scales: NDArray[np.generic]) -> NDArray[np.float32]:
    outputs, blocks, _ = integers.shape
    parts = (integers.astype(np.float32) - MIDDLE) * scales.astype(np.float32).reshape(outputs, blocks, 1)
    return parts.reshape(outputs, -1)
