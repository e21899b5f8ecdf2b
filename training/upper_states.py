"""The upper layers run on what the shipped graph gives below them; trees held to its own.

What is below stays as it ships, eight bits and all. What is above is trained in the
plain network and put back into the graph by ``export.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn
from torch.nn import functional

from network import Layer, Reader

TREE_HEADS = (
    "upos", "xpos", "lemmas", "starts", "arc_dependent", "arc_head", "arc",
    "arc_prior", "relation_dependent", "relation_head", "relation",
)  # fmt: skip
# What each kind of difference weighs beside the losses that are learned.
SHARES = {"arcs": 2.0, "relations": 1.5, "tags": 0.7, "starts": 0.5, "states": 0.3}
_TAGS = ("upos", "xpos", "lemmas")
_NEVER = -1e4


@dataclass
class Read:
    """A batch as the shipped graph reads it; windows are filled up to one length.

    Attributes:
        low: States of the pieces under the upper layers, ``(windows, pieces, hidden)``.
        mask: Which pieces are real.
        rows: Places of the root and of the words' first pieces.
        told: The shipped states of these, ``(windows, 1 + words, hidden)``.
        inside: Which words are real, ``(windows, words)``.
    """

    low: Tensor
    mask: Tensor
    rows: Tensor
    told: Tensor
    inside: Tensor


class Below:
    """The shipped graph, with what it gives under the upper layers."""

    def __init__(self, folder: Path, upper: int) -> None:
        model = onnx.load(str(folder / "encoder.onnx"))
        layers = {
            one.name.split(".")[1]
            for one in model.graph.initializer
            if one.name.startswith("layers.")
        }
        self._outputs = [
            next(
                node.output[0]
                for node in model.graph.node
                if f"layers.{number}.last_norm.weight" in node.input
            )
            for number in (len(layers) - upper - 1, len(layers) - 1)
        ]
        model.graph.output.extend(
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            for name in self._outputs
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = (
            onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        )
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def read(self, windows: Sequence[tuple[list[int], list[int]]]) -> Read:
        """Read windows: numbers of their pieces, places of the words' first ones."""
        found = [
            self._session.run(
                self._outputs,
                {
                    "pieces": np.array(pieces, np.int64),
                    "firsts": np.array(firsts, np.int64),
                },
            )
            for pieces, firsts in windows
        ]
        count, hidden = len(found), found[0][0].shape[1]
        length = max(len(low) for low, _ in found)
        width = max(len(firsts) for _, firsts in windows)
        low = np.zeros((count, length, hidden), np.float32)
        told = np.zeros((count, 1 + width, hidden), np.float32)
        mask = np.zeros((count, length), bool)
        rows = np.zeros((count, 1 + width), np.int64)
        inside = np.zeros((count, width), bool)
        for number, (pair, (_, firsts)) in enumerate(zip(found, windows, strict=True)):
            low[number, : len(pair[0])] = pair[0]
            mask[number, : len(pair[0])] = True
            told[number, : len(pair[1])] = pair[1]
            rows[number, 1 : 1 + len(firsts)] = firsts
            inside[number, : len(firsts)] = True
        parts = (low, mask, rows, told, inside)
        return Read(*(torch.from_numpy(part) for part in parts))


def read_above(layers: Sequence[Layer], read: Read) -> Tensor:
    """Return the states of root and words, ``(windows, 1 + words, hidden)``.

    As in the graph that runs, the last layer is worked out for these alone.
    """
    states, attend = read.low, read.mask[:, None, None, :]
    *first, last = layers
    for layer in first:
        states = layer(states, attend)
    count, length, hidden = states.shape
    size = hidden // last.heads
    mixed = last.mix(states).view(count, length, 3, last.heads, size)
    query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
    places = read.rows[:, None, :, None].expand(-1, last.heads, -1, size)
    weights = (query.gather(2, places) * size**-0.5) @ key.transpose(-1, -2)
    weights = weights.masked_fill(~attend, _NEVER)
    context = weights.softmax(-1).to(value.dtype) @ value
    context = context.transpose(1, 2).reshape(count, read.rows.shape[1], hidden)
    own = states.gather(1, read.rows[:, :, None].expand(-1, -1, hidden))
    states = last.norm(own + last.out(context))
    return last.last_norm(states + last.down(functional.gelu(last.up(states))))


class Held:
    """Compares trees, tags and states with those that ship."""

    def __init__(self, shipped: Reader, spread: Tensor) -> None:
        self._shipped = shipped
        self._spread = spread

    def losses(self, reader: Reader, read: Read, states: Tensor) -> dict[str, Tensor]:
        """Return how far a reader is from what ships, by kind; none at first.

        Args:
            reader: The reader that is trained.
            read: What the shipped graph gave.
            states: Its states of root and words.
        """
        inside = read.inside
        with torch.no_grad():
            shipped = _tell(self._shipped, read.told)
            allowed = _within_sentences(shipped["starts"][..., 0] > 0, inside)
            before = shipped["arcs"].masked_fill(~allowed, _NEVER)
            heads = before.argmax(-1)
            named = _name(self._shipped, shipped, heads)
        own = _tell(reader, states)
        after = own["arcs"].masked_fill(~allowed, _NEVER)
        share = shipped["starts"].sigmoid()
        starts = functional.binary_cross_entropy_with_logits(
            own["starts"], share, reduction="none"
        ) - functional.binary_cross_entropy_with_logits(
            shipped["starts"], share, reduction="none"
        )
        moved = (states[:, 1:].float() - read.told[:, 1:]) / self._spread
        return {
            "arcs": _apart(before, after)[inside].mean(),
            "relations": _apart(named, _name(reader, own, heads))[inside].mean(),
            "tags": torch.stack(
                [_apart(shipped[tag], own[tag])[inside].mean() for tag in _TAGS]
            ).sum(),
            "starts": starts[inside].mean(),
            "states": (moved**2).mean(-1)[inside].mean(),
        }


def changed_heads(
    reader: Reader, told: Tensor, states: Tensor, inside: Tensor
) -> Tensor:
    """Return which words have another best head in their sentence.

    Args:
        reader: Heads that ship.
        told: The shipped states of root and words, ``(windows, 1 + words, hidden)``.
        states: Other states of the same.
        inside: Which words are real, ``(windows, words)``.
    """
    starts = reader.starts(told[:, 1:])[..., 0] > 0
    allowed = _within_sentences(starts, inside)
    before, after = (
        reader.arcs(one[:, :1], one[:, 1:]).masked_fill(~allowed, _NEVER).argmax(-1)
        for one in (told, states)
    )
    return before != after


def _tell(reader: Reader, states: Tensor) -> dict[str, Tensor]:
    root, words = states[:, :1], states[:, 1:]
    dependents, heads = reader.relation_parts(root, words)
    tags = {name: getattr(reader, name)(words).float() for name in (*_TAGS, "starts")}
    arcs = reader.arcs(root, words).float()
    return {**tags, "arcs": arcs, "dependents": dependents, "heads": heads}


def _name(reader: Reader, told: Mapping[str, Tensor], heads: Tensor) -> Tensor:
    parts = told["heads"]
    index = heads[:, :, None].expand(-1, -1, parts.shape[2])
    mixed = functional.gelu(told["dependents"] + parts.gather(1, index))
    return reader.relation(mixed).float()


def _within_sentences(starts: Tensor, inside: Tensor) -> Tensor:
    """Return which heads a word may have: the root and the words of its sentence."""
    number = (starts & inside).long().cumsum(1)
    same = (number[:, :, None] == number[:, None, :]) & inside[:, None, :]
    same &= ~torch.eye(inside.shape[1], dtype=torch.bool)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)


def _apart(before: Tensor, after: Tensor) -> Tensor:
    """Return how far probabilities are apart (Kullback and Leibler)."""
    known, fresh = before.log_softmax(-1), after.log_softmax(-1)
    return (known.exp() * (known - fresh)).sum(-1)


def tree_heads(reader: Reader) -> list[nn.Parameter]:
    """Return the parameters of the heads that are held."""
    return [one for name in TREE_HEADS for one in getattr(reader, name).parameters()]
