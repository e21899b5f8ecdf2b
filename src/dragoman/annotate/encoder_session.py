"""Graphs of the reading model, opened to run on one thread."""

from importlib.resources import as_file
from importlib.resources.abc import Traversable

import onnxruntime  # type: ignore[import-untyped]  # ships without type hints


def open_session(file: Traversable) -> onnxruntime.InferenceSession:
    """Open a graph; threads of its own would get into the way of several workers."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    with as_file(file) as path:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
