"""The weights of small networks, read back from the graphs that ship.

So that a head can be gone on with, without the checkpoint that it was made of. They
are kept in half precision or in eight bits (``eight_bits``), which is all that is lost.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

_HALF = ".half"


def read_weights(path: Path, net: nn.Module, products: tuple[str, ...]) -> None:
    """Fill a network with the weights of its graph.

    Args:
        path: The graph.
        net: The network that it was exported from.
        products: Layers whose weights the graph has turned over and named anew, in
            the order in which it multiplies with them.

    Raises:
        RuntimeError: A weight is missing or has another shape.
    """
    graph = onnx.load(str(path)).graph
    arrays = {
        constant.name.removesuffix(_HALF).removeprefix("net."): torch.from_numpy(
            numpy_helper.to_array(constant).astype("float32")
        )
        for constant in graph.initializer
    }
    own = net.state_dict()
    turned = []
    for node in _nodes(graph):
        if node.op_type in {"MatMul", "MatMulIntegerToFloat"}:
            name = node.input[1].removeprefix("net.")
            if name in arrays and name not in own:
                turned.append(name)
        if node.op_type == "MatMulIntegerToFloat":
            arrays[name] = _spread(graph, arrays, node)
            if name in own:
                arrays[name] = _shape(arrays[name], own[name].shape)
    for layer, name in zip(products, turned, strict=True):
        arrays[f"{layer}.weight"] = arrays[name].T.contiguous()
    net.load_state_dict({name: arrays[name] for name in own if name in arrays})


def _nodes(graph: onnx.GraphProto) -> Iterator[onnx.NodeProto]:
    """Yield the nodes of a graph and of what it repeats (``stretches``), in order."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                yield from _nodes(attribute.g)


def _spread(
    graph: onnx.GraphProto, arrays: Mapping[str, Tensor], node: onnx.NodeProto
) -> Tensor:
    """Return the weight of a product in eight bits as it was, ``(inputs, outputs)``."""
    name = node.input[1].removeprefix("net.")
    weight = arrays[name] * arrays[f"{name}.scale"]
    made_by = {out: one for one in graph.node for out in one.output}
    while node.op_type != "QuantizeLinear":
        node = made_by[node.input[0]]
    shrunk = made_by.get(node.input[0])
    if shrunk is not None and shrunk.input[-1].endswith(".shrink"):
        shrink = arrays[shrunk.input[1]]
        weight *= shrink.repeat(len(weight) // len(shrink))[:, None]
    return weight


def _shape(weight: Tensor, shape: torch.Size) -> Tensor:
    """Turn a weight over; a convolution has its neighbours last."""
    if len(shape) == 2:
        return weight.T.contiguous()
    return weight.reshape(shape[2], shape[1], shape[0]).permute(2, 1, 0).contiguous()
