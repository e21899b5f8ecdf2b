"""The shipped weights, spread from eight bits back into the network.

So that a run can go on from what ships, without the checkpoint that it was made of.
What eight bits lost stays lost: about half a point of names.
"""

import dataclasses
import json
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from graph import LAYER_PARTS, ROOT_HEADS, TOLD_HEADS, WORD_HEADS, merged
from network import ARC_SIZE, RELATION_SIZE, Reader, Shape
from scales import Scale

_HEAD_SIZE = 32
_EPSILON = 1e-12


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
    state = {**_encoder_state(folder, shape), **_relation_state(folder)}
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


def read_scales(folder: Path) -> dict[str, Scale]:
    """Return how the shipped graph puts into eight bits what its products are fed."""
    return _Graph(folder / "encoder.onnx").scales()


def start_build(folder: Path, build: Path, labels: dict[str, list[str]]) -> Shape:
    """Put the shipped vocabulary beside a run and return the network's sizes."""
    shutil.copy(folder / "pieces.json", build / "pieces.json")
    weights = _Graph(folder / "encoder.onnx")
    pieces, hidden = weights.shape("words.weight")
    counts = {name: len(values) for name, values in labels.items()}
    fields = {field.name for field in dataclasses.fields(Shape)}
    return Shape(
        vocabulary=pieces,
        positions=weights.shape("positions.weight")[0],
        hidden=hidden,
        head=_HEAD_SIZE,
        sizes=weights.sizes(),
        full=weights.full(),
        sharp=weights.sharp(),
        epsilon=_EPSILON,
        **{name: count for name, count in counts.items() if name in fields},
    )


class _Graph:
    """Constants of a graph by name (``graph``), spread to single precision."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self._constants = {
            one.name: numpy_helper.to_array(one) for one in graph.initializer
        }
        self._kinds = Counter(node.op_type for node in graph.node)

    def shape(self, name: str) -> tuple[int, ...]:
        return self._constants[name].shape

    def plain(self, name: str) -> Tensor:
        """Return a constant as it stands."""
        return torch.from_numpy(self._constants[name].copy())

    def words(self) -> Tensor:
        values = self._constants["words.weight"].astype(np.float32)
        zero = self._constants["words.weight.zero"].astype(np.float32)
        return torch.from_numpy((values - zero) * self._constants["words.weight.scale"])

    def product(self, name: str, fed: str = "") -> tuple[Tensor, Tensor]:
        """Return weight ``(outputs, inputs)`` and bias of an eight-bit product.

        Args:
            name: Its name.
            fed: The name of what it is fed, if that is another.
        """
        weight = self._constants[f"{name}.weight"].astype(np.float32)
        weight = weight * self._constants[f"{name}.weight.scale"]
        shrink = self._constants.get(f"{fed or name}.weight.shrink")
        if shrink is not None:
            weight = weight * shrink[:, None]
        return torch.from_numpy(weight.T.copy()), self.plain(f"{name}.bias")

    def scales(self) -> dict[str, Scale]:
        """Return how what each product is fed is put into eight bits."""
        found = {}
        for step in [name for name in self._constants if name.endswith(".step")]:
            name = step.removesuffix(".step")
            shrink = self._constants.get(
                f"{name}.weight.shrink", np.ones(1, np.float32)
            )
            zero = self._constants[f"{name}.zero"]
            found[name] = Scale(shrink, self._constants[step], zero)
        return found

    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Return the attention heads and inner neurons of each layer."""
        parts = [name.split(".") for name in self._constants]
        return tuple(
            (
                self.shape(f"layers.{number}.out.weight")[0] // _HEAD_SIZE,
                self.shape(f"layers.{number}.up.bias")[0],
            )
            for number in sorted(int(p[1]) for p in parts if p[2:] == ["out", "bias"])
        )

    def full(self) -> int:
        """Return how many layers are worked out for all pieces."""
        rests = [name for name in self._constants if ".rest." in name]
        return int(rests[0].split(".")[1]) if rests else len(self.sizes())

    def sharp(self) -> bool:
        """Return whether inner neurons are bent sharply: no operation does it then."""
        return self._kinds["Gelu"] < len(self.sizes())

    def norms(self) -> list[str]:
        return [
            name
            for name in self._constants
            if name.rpartition(".")[0].endswith("norm")
            and name.endswith((".weight", ".bias"))
        ]


def _encoder_state(folder: Path, shape: Shape) -> dict[str, Tensor]:
    graph = _Graph(folder / "encoder.onnx")
    state = {name: graph.plain(name) for name in graph.norms()}
    state["words.weight"] = graph.words()
    state["positions.weight"] = graph.plain("positions.weight")
    for number in range(len(shape.sizes)):
        for part in LAYER_PARTS:
            name = f"layers.{number}.{part}"
            state[f"{name}.weight"], state[f"{name}.bias"] = graph.product(name)
    if shape.resting:
        weight, bias = graph.product(merged(shape.resting))
        wide = [2 * heads * shape.head for heads, _ in shape.sizes[shape.full :]]
        for name, rows, values in zip(
            shape.resting, weight.split(wide), bias.split(wide), strict=True
        ):
            state[f"{name}.weight"], state[f"{name}.bias"] = rows, values
    sizes = dict.fromkeys(("arc_dependent", "arc_head"), ARC_SIZE)
    sizes |= dict.fromkeys(("relation_dependent", "relation_head"), RELATION_SIZE)
    sizes |= {
        name: getattr(shape, name) for name in ("names", "upos", "xpos", "lemmas")
    }
    sizes["starts"] = 1
    for heads, fed in (
        (WORD_HEADS[:1], WORD_HEADS),
        (TOLD_HEADS, WORD_HEADS),
        (ROOT_HEADS[:1], ROOT_HEADS),
        (ROOT_HEADS[1:], ROOT_HEADS),
    ):
        weight, bias = graph.product(merged(heads), merged(fed))
        parts = [sizes[head] for head in heads]
        for head, rows, values in zip(
            heads, weight.split(parts), bias.split(parts), strict=True
        ):
            state[f"{head}.weight"] = rows
            if head != "relation_head":  # it has no bias
                state[f"{head}.bias"] = values
    for name in ("arc.weight", "arc_prior.weight"):
        state[name] = graph.plain(name).T.contiguous()
    return state


def _relation_state(folder: Path) -> dict[str, Tensor]:
    graph = _Graph(folder / "relations.onnx")
    return {name: graph.plain(name) for name in ("relation.weight", "relation.bias")}
