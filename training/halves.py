"""Graphs of small networks with their weights in half precision.

They take half the room in the package; the runtime spreads them to single precision
while it loads, so that nothing is slower.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Values of a constant from which on it is worth it.
_LEAST = 256


def halve(path: Path) -> None:
    """Rewrite a graph in its place."""
    model = onnx.load(str(path))
    graph = model.graph
    spread = []
    for constant in list(graph.initializer):
        values = numpy_helper.to_array(constant)
        if values.dtype != np.float32 or values.size < _LEAST:
            continue
        half = f"{constant.name}.half"
        spread.append(
            helper.make_node("Cast", [half], [constant.name], to=TensorProto.FLOAT)
        )
        graph.initializer.remove(constant)
        graph.initializer.append(
            numpy_helper.from_array(values.astype(np.float16), half)
        )
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend([*spread, *nodes])
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
