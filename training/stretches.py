"""Rows that come by the ten thousand, worked out in stretches that stay in the cache.

What a graph tells of each pair of mentions by itself is done for so many pairs at a
time; the results are the same to the last bit.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

STRETCH = 2000
_PART = "stretch."


def in_stretches(path: Path, rows: Mapping[str, int], result: str) -> None:
    """Rewrite a graph; its inputs and its output stay as they are.

    Args:
        path: The graph.
        rows: Inputs that are cut into stretches, all as long, each along an axis;
            along the first axis that of the first input.
        result: The output, one number a row.
    """
    model = onnx.load(str(path))
    graph = model.graph
    within, before, inside = set(rows), [], []
    for node in graph.node:
        if within.isdisjoint(node.input):
            before.append(node)
        else:
            within.update(node.output)
            inside.append(node)
    first = next(iter(rows))
    loop = helper.make_node(
        "Loop",
        [f"{_PART}count", f"{_PART}go", f"{_PART}nothing"],
        [result],
        body=_body(inside, rows, result),
    )
    del graph.node[:]
    graph.node.extend(
        [
            *before,
            helper.make_node("Shape", [first], [f"{_PART}rows"]),
            helper.make_node(
                "Squeeze", [f"{_PART}rows", f"{_PART}zero"], [f"{_PART}length"]
            ),
            helper.make_node(
                "Add", [f"{_PART}length", f"{_PART}rest"], [f"{_PART}rounded"]
            ),
            helper.make_node(
                "Div", [f"{_PART}rounded", f"{_PART}whole"], [f"{_PART}count"]
            ),
            loop,
        ]
    )
    graph.initializer.extend(
        numpy_helper.from_array(np.array(value, kind), f"{_PART}{name}")
        for name, value, kind in (
            ("zero", [0], np.int64),
            ("one", [1], np.int64),
            ("size", [STRETCH], np.int64),
            ("whole", STRETCH, np.int64),
            ("rest", STRETCH - 1, np.int64),
            ("go", True, np.bool_),
            ("nothing", [], np.float32),
        )
    )
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _body(
    nodes: list[onnx.NodeProto], rows: Mapping[str, int], result: str
) -> onnx.GraphProto:
    """Return what is done for one stretch; the results grow by it."""
    low, high = f"{_PART}low", f"{_PART}high"
    size, axes = f"{_PART}size", [f"{_PART}zero", f"{_PART}one"]
    body = [
        helper.make_node("Mul", [f"{_PART}number", size], [low]),
        helper.make_node("Add", [low, size], [high]),
        *(
            helper.make_node("Slice", [name, low, high, axes[axis]], [f"{_PART}{name}"])
            for name, axis in rows.items()
        ),
    ]
    for node in nodes:
        for place, name in enumerate(node.input):
            if name in rows:
                node.input[place] = f"{_PART}{name}"
        for place, name in enumerate(node.output):
            if name == result:
                node.output[place] = f"{_PART}{name}"
        body.append(node)
    before, after = f"{_PART}before", f"{_PART}after"
    body.append(
        helper.make_node("Concat", [before, f"{_PART}{result}"], [after], axis=0)
    )
    body.append(helper.make_node("Identity", [f"{_PART}on"], [f"{_PART}further"]))
    flag, kind = TensorProto.BOOL, TensorProto.FLOAT
    return helper.make_graph(
        body,
        "stretch",
        [
            helper.make_tensor_value_info(f"{_PART}number", TensorProto.INT64, []),
            helper.make_tensor_value_info(f"{_PART}on", flag, []),
            helper.make_tensor_value_info(before, kind, ["b"]),
        ],
        [
            helper.make_tensor_value_info(f"{_PART}further", flag, []),
            helper.make_tensor_value_info(after, kind, ["a"]),
        ],
    )
