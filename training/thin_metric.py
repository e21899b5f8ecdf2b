"""How far apart two states are, by what the heads make of them.

All heads begin with a product of a state. The distance of two states is the mean of how
far apart the results of these are, each by its own spread, and the states themselves,
channel by channel; that of a state from the mean of all is one on average.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from graph import ROOT_HEADS, WORD_HEADS
from network import Reader

Floats = NDArray[np.float32]

# What is not in this list weighs 0.5.
_SHARES = {"mentions": 0.4, "cues": 0.2, "links": 0.8, "names": 0.7}
_SHARE = 0.5
_PRODUCTS = frozenset({"MatMulIntegerToFloat", "MatMul"})
# What moves states about and leaves their channels in order.
_MOVES = frozenset({"Unsqueeze", "QuantizeLinear", "Pad", "Slice", "Concat", "Reshape"})


def metric(folder: Path, reader: Reader, states: Floats) -> Tensor:
    """Return what a difference of states is multiplied by, ``(hidden, hidden)``.

    The squared length of the result is the distance.

    Args:
        folder: Model that ships, with all of its heads.
        reader: Its encoder.
        states: States at the end, ``(rows, hidden)``.
    """
    known = states.astype(np.float64)
    spread = np.cov(known.T)
    total = _SHARE * np.diag(1 / np.diag(spread)) / len(spread)
    for name, rows in _head_rows(folder, reader).items():
        size = np.einsum("ij,jk,ik->i", rows, spread, rows)
        scaled = rows[size > 0] / np.sqrt(size[size > 0])[:, None]
        total += _SHARES.get(name, _SHARE) * scaled.T @ scaled / len(scaled)
    total /= np.trace(total @ spread)
    values, vectors = np.linalg.eigh(total)
    root = (vectors * np.sqrt(values.clip(min=0))) @ vectors.T
    return torch.from_numpy(root.astype(np.float32))


def _head_rows(folder: Path, reader: Reader) -> dict[str, Floats]:
    """Return what each head multiplies a state by, ``(results, hidden)``."""
    hidden = reader.shape.hidden
    found = {
        str(number): np.concatenate(
            [getattr(reader, head).weight.detach().numpy() for head in heads]
        )
        for number, heads in enumerate((WORD_HEADS, ROOT_HEADS))
    }
    for name in ("names", "mentions", "incidents"):
        found[name] = _first_products(folder / f"{name}.onnx", hidden)
    links = _constants(onnx.load(str(folder / "links.onnx")))["mention.weight.half"]
    found["links"] = _blocks(links.T, hidden)
    cues = _constants(onnx.load(str(folder / "cues.onnx")))
    found["cues"] = np.concatenate(
        [
            _blocks(weight.T, hidden)
            for name, weight in cues.items()
            if name.endswith(".layers.1.weight")
        ]
    )
    return found


def _first_products(path: Path, hidden: int) -> Floats:
    """Return what a graph with the input ``states`` multiplies these by."""
    model = onnx.load(str(path))
    constants = _constants(model)
    moved, rows = {"states"}, []
    for node in model.graph.node:
        if not moved & set(node.input):
            continue
        if node.op_type in _MOVES:
            moved.update(node.output)
        elif node.op_type in _PRODUCTS and node.input[0] in moved:
            weight = constants[node.input[1]] * constants.get(
                f"{node.input[1]}.scale", np.ones(1, np.float32)
            )
            rows.append(_blocks(weight, hidden))
    return np.concatenate(rows)


def _blocks(weight: Floats, hidden: int) -> Floats:
    """Return the rows of a weight ``(inputs, outputs)`` over each state by itself."""
    return np.concatenate(
        [
            weight[low : low + hidden].T
            for low in range(0, len(weight) - hidden + 1, hidden)
        ]
    )


def _constants(model: onnx.ModelProto) -> dict[str, Floats]:
    return {
        one.name: numpy_helper.to_array(one).astype(np.float32)
        for one in model.graph.initializer
    }
