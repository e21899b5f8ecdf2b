"""Graphs of the reading model, opened to run on one thread."""

from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import TypeAlias

import onnxruntime  # type: ignore[import-untyped]  # ships without type hints

Session: TypeAlias = onnxruntime.InferenceSession


def open_session(file: Traversable, *, written_out: bool = False) -> Session:
    """Open a graph; threads of its own would get into the way of several workers.

    Args:
        file: The graph.
        written_out: Whether it is already as it should run. It is then taken as it
            stands, which loads faster; the runtime would also join the norms with
            the sums before them, and that form is slower.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = (
        onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        if written_out
        else onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    )
    with as_file(file) as path:
        return Session(str(path), options, providers=["CPUExecutionProvider"])
