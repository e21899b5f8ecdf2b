"""The weights of small networks, read back from the graphs that ship.

So that a head can be gone on with, without the checkpoint that it was made of. They
are kept in half precision, which is all that is lost.
"""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

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
    turned = [
        name
        for node in graph.node
        if node.op_type == "MatMul"
        for name in node.input
        if name in arrays
    ]
    for layer, name in zip(products, turned, strict=True):
        arrays[f"{layer}.weight"] = arrays[name].T.contiguous()
    own = net.state_dict()
    net.load_state_dict({name: arrays[name] for name in own if name in arrays})
