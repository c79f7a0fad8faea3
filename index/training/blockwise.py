"""Matrices as 8-bit integers with a scale for every few weights, multiplied row by row.

Dynamic quantisation has one scale for all activations of a matrix product; where a few of them are far larger than the
rest, the rest is lost. onnxruntime's MatMulNBits scales each row's activations by themselves, in blocks too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import onnx
from onnx import helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

BLOCK: Final = 32
_DOMAIN: Final = "com.microsoft"
MIDDLE: Final = 128  # what stands for zero in unsigned bytes
_INTEGER_PRODUCT: Final = 4  # the accuracy level at which activations are turned into bytes too


def quantise_blockwise(source: Path, target: Path, names: Sequence[str]) -> int:
    """Turn the 32-bit matrix products whose names hold one of ``names`` into blockwise ones; returns how many."""
    model = onnx.load(str(source))
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    chosen = [node for node in model.graph.node if _is_chosen(node, weights, names)]
    for node in chosen:
        matrix = numpy_helper.to_array(weights[node.input[1]]).astype(np.float32)
        _replace(model.graph, node, matrix)
    _drop_unused(model.graph, {node.input[1] for node in chosen})
    if all(opset.domain != _DOMAIN for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    onnx.save(model, str(target))
    return len(chosen)


def blocks(matrix: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The matrix (inputs by outputs) as bytes in blocks along the inputs, and the scale of each block."""
    inputs, outputs = matrix.shape
    parts = matrix.T.reshape(outputs, inputs // BLOCK, BLOCK)
    scales = np.maximum(np.abs(parts).max(axis=-1) / (MIDDLE - 1), np.finfo(np.float32).tiny)
    integers = np.rint(parts / scales[..., None]) + MIDDLE
    return integers.astype(np.uint8), scales.astype(np.float32)


def _is_chosen(node: onnx.NodeProto, weights: dict[str, onnx.TensorProto], names: Sequence[str]) -> bool:
    return node.op_type == "MatMul" and node.input[1] in weights and any(name in node.name for name in names)


def _replace(graph: onnx.GraphProto, node: onnx.NodeProto, matrix: NDArray[np.float32]) -> None:
    integers, scales = blocks(matrix)
    parts = f"{node.name}_blocks", f"{node.name}_scales"
    graph.initializer.append(numpy_helper.from_array(integers, parts[0]))
    graph.initializer.append(numpy_helper.from_array(scales.reshape(-1), parts[1]))
    product = helper.make_node(
        "MatMulNBits",
        [node.input[0], *parts],
        list(node.output),
        name=f"{node.name}_blockwise",
        domain=_DOMAIN,
        K=matrix.shape[0],
        N=matrix.shape[1],
        bits=8,
        block_size=BLOCK,
        accuracy_level=_INTEGER_PRODUCT,
    )
    place = list(graph.node).index(node)
    graph.node.remove(node)
    graph.node.insert(place, product)


def _drop_unused(graph: onnx.GraphProto, names: set[str]) -> None:
    used = {name for node in graph.node for name in node.input}
    for tensor in [tensor for tensor in graph.initializer if tensor.name in names - used]:
        graph.initializer.remove(tensor)
