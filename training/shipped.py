"""The shipped weights, spread from eight bits back into the network.

So that a run can go on from what ships, without the checkpoint that it was made of.
What eight bits lost stays lost: about half a point of names.
"""

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from network import Reader, Shape

_ATTENTION_HEADS = 12
_EPSILON = 1e-12
# The layers' products are quantised, those of the heads are not.
_LAYER_PARTS = ("mix", "out", "up", "down")
_HEADS = (
    "names",
    "upos",
    "xpos",
    "lemmas",
    "starts",
    "arc_dependent",
    "arc_head",
    "arc",
    "arc_prior",
    "relation_dependent",
    "relation_head",
)


def load_shipped(folder: Path, labels: dict[str, list[str]], shape: Shape) -> Reader:
    """Return the network with the weights of ``folder``; fresh heads stay fresh.

    Args:
        folder: Where ``encoder.onnx`` and ``relations.onnx`` are.
        labels: Labels of the run; those of the shipped heads have to be the same.
        shape: Sizes of the network that is made.

    Raises:
        ValueError: The shipped labels differ.
    """
    shipped = read_labels(folder)
    differing = [name for name in shipped if labels[name] != shipped[name]]
    if differing:
        raise ValueError(f"labels of {folder} differ: {', '.join(differing)}")
    reader = Reader(shape)
    state = {**_encoder_state(folder), **_relation_state(folder)}
    known = reader.state_dict()
    unknown = sorted(set(state) - set(known))
    if unknown:
        raise ValueError(f"weights that fit nowhere: {unknown}")
    reader.load_state_dict({**known, **state})
    return reader


def read_labels(folder: Path) -> dict[str, list[str]]:
    """Return the labels of the heads that ship."""
    found: dict[str, list[str]] = json.loads(
        (folder / "labels.json").read_text(encoding="utf-8")
    )
    return found


def start_build(folder: Path, build: Path, labels: dict[str, list[str]]) -> Shape:
    """Put the shipped vocabulary beside a run and return the network's sizes."""
    shutil.copy(folder / "pieces.json", build / "pieces.json")
    weights = _Graph(folder / "encoder.onnx")
    pieces, hidden = weights.shape("reader.words.weight_quantized")
    counts = {name: len(values) for name, values in labels.items()}
    fields = {field.name for field in dataclasses.fields(Shape)}
    return Shape(
        vocabulary=pieces,
        positions=weights.shape("reader.positions.weight")[0],
        hidden=hidden,
        heads=_ATTENTION_HEADS,
        inner=weights.shape("reader.layers.0.up.bias")[0],
        layers=len({n for n in weights.products if n.endswith("/up")}),
        epsilon=_EPSILON,
        **{name: count for name, count in counts.items() if name in fields},
    )


class _Graph:
    """Constants of a graph, and which of them each product multiplies by."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self._constants = {one.name: one for one in graph.initializer}
        self.products: dict[str, str] = {}
        for node in graph.node:
            if node.op_type in {"MatMul", "MatMulInteger"}:
                name = node.name.removesuffix("/MatMul_quant").removesuffix("/MatMul")
                if node.input[1] in self._constants:
                    self.products[name] = node.input[1]

    def shape(self, name: str) -> tuple[int, ...]:
        return tuple(self._constants[name].dims)

    def plain(self, name: str) -> Tensor:
        """Return a constant as it stands."""
        return torch.from_numpy(numpy_helper.to_array(self._constants[name]).copy())

    def spread(self, name: str) -> Tensor:
        """Return an eight-bit constant in single precision."""
        stem = name.removesuffix("_quantized")
        values = numpy_helper.to_array(self._constants[name]).astype(np.float32)
        zero = numpy_helper.to_array(self._constants[f"{stem}_zero_point"])
        scale = numpy_helper.to_array(self._constants[f"{stem}_scale"])
        return torch.from_numpy((values - zero.astype(np.float32)) * scale)

    def product(self, name: str) -> Tensor:
        """Return the weight of a linear layer, ``(outputs, inputs)``."""
        constant = self.products[name]
        spread = constant.endswith("_quantized")
        weight = self.spread(constant) if spread else self.plain(constant)
        return weight.T.contiguous()

    @property
    def names(self) -> list[str]:
        return list(self._constants)


def _encoder_state(folder: Path) -> dict[str, Tensor]:
    graph = _Graph(folder / "encoder.onnx")
    state = {
        name.removeprefix("reader."): graph.plain(name)
        for name in graph.names
        if name.startswith("reader.") and "words.weight" not in name
    }
    state["words.weight"] = graph.spread("reader.words.weight_quantized")
    layers = len({name for name in graph.products if name.endswith("/up")})
    for number in range(layers):
        for part in _LAYER_PARTS:
            weight = graph.product(f"/layers.{number}/{part}")
            state[f"layers.{number}.{part}.weight"] = weight
    for head in _HEADS:
        state[f"{head}.weight"] = graph.product(f"/{head}")
    return state


def _relation_state(folder: Path) -> dict[str, Tensor]:
    graph = _Graph(folder / "relations.onnx")
    return {name: graph.plain(name) for name in ("relation.weight", "relation.bias")}
