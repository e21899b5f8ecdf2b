"""A smaller encoder that gives the same states: all heads stay as they are.

    python thin.py SHIPPED TARGET RAW TEXTS ... [--minutes 60] [--keep-out FILE ...]

``SHIPPED`` is a whole model. In the new encoder later pieces of words come to rest
after fewer layers, and the attention heads and inner neurons that matter least to the
states are left out (``thin_cut.py``). Then all layers learn together to give what the
shipped graph gives for root and words, by a distance that tells what the heads make of
it (``thin_metric.py``), and by what trees (``thin_trees.py``) and small heads
(``thin_heads.py``) tell. Inner neurons come to be bent sharply at zero on the way, which
costs nothing in eight bits (``graph.py``). So that names lose nothing, those of
``RAW``, which people marked (``gather.py``), are learned as well (``thin_names.py``).
``TEXTS`` are files with a paragraph a line, each with a weight after a colon if it is
not 1.
"""

import argparse
import copy
import dataclasses
import json
import logging
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.encoder.pieces import PieceVocabulary
from export import export
from graph import save_graph
from name_heads import NameNet, score
from network import Reader
from runs import begin
from shipped import load_shipped, read_labels, start_build
from thin_cut import cut, plan, weigh, with_rest
from thin_heads import SmallHeads
from thin_metric import metric
from thin_names import Marked, MarkedWindows
from thin_trees import changed_heads, tree_losses
from thin_windows import MIDDLE, Batch, Windows

# Layers that all pieces go through; share of the price of heads and neurons that stays.
FULL = 1
KEEP = 0.6
PASSES = 60
WORDS = 1800
RATE, BETAS = 4e-4, (0.9, 0.99)
WARM_UP = 100
# Until when inner neurons come to be bent sharply.
SHARP = 0.2
# What trees and tags weigh beside the states; names and mentions, in every second step.
SHARES = {"arcs": 0.5, "relations": 0.5, "tags": 0.25, "starts": 0.15}
NAMES, MENTIONS = 0.6, 0.3
# How long and how much the states of the middle help.
HELPED, HELP = 0.3, 0.1
# From when on every so many steps marked names are learned, and what they weigh.
MARKED_FROM, MARKED_EVERY, MARKED = 0.1, 6, 0.12
AVERAGE = 0.996
# The table of pieces is averaged after so many steps.
SELDOM = 8
HELD_OUT = 400
_SAMPLE = 60_000
_CHECKED = 20
log = logging.getLogger("thin")


class Distance:
    """How far the student's states are from those that ship, and what heads tell."""

    def __init__(
        self, shipped: Reader, heads: SmallHeads, root: Tensor, windows: Windows
    ) -> None:
        self.root = root
        self.heads = heads
        self._shipped = shipped.eval().requires_grad_(requires_grad=False)
        middle = windows.middle[:_SAMPLE].astype(np.float32)
        self._middle = torch.from_numpy(middle.var(0))

    def of_states(self, states: Tensor, batch: Batch) -> Tensor:
        """Return the distance of each row."""
        return (((states.float()[batch.inside] - batch.end) @ self.root) ** 2).sum(-1)

    def of_middle(self, states: Tensor, batch: Batch) -> Tensor:
        """Return the mean distance of the states of the middle."""
        apart = states.float()[batch.inside] - batch.middle
        return (apart**2 / self._middle).mean()

    def of_trees(self, states: Tensor, batch: Batch) -> Tensor:
        """Return what trees and tags differ, weighed."""
        inside = batch.inside[:, 1:]
        with torch.autocast("cpu", torch.bfloat16):
            losses = tree_losses(self._shipped, batch.told(), states, inside)
        return torch.stack([share * losses[one] for one, share in SHARES.items()]).sum()

    def of_heads(self, states: Tensor, batch: Batch) -> Tensor:
        """Return what names and mentions differ, weighed."""
        with torch.autocast("cpu", torch.bfloat16):
            names = self.heads.names_apart(states, batch)
            return NAMES * names + MENTIONS * self.heads.mentions_apart(states, batch)

    def of_marked(self, states: Tensor, batch: Marked) -> Tensor:
        """Return the mean distance of the words of marked windows."""
        apart = states[batch.inside] - batch.told[batch.inside]
        return ((apart @ self.root) ** 2).sum(-1).mean()

    def changed(self, states: Tensor, batch: Batch) -> Tensor:
        """Return which words have another best head."""
        inside = batch.inside[:, 1:]
        return changed_heads(self._shipped, batch.told(), states, inside)[inside]


def main() -> None:
    """Cut, train and write the encoder; everything else is copied."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shipped", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = begin(arguments.seed)
    shutil.copytree(arguments.shipped, arguments.target, dirs_exist_ok=True)
    labels = read_labels(arguments.shipped)
    shape = start_build(arguments.shipped, arguments.target, labels)
    shipped = load_shipped(arguments.shipped, labels, shape).eval()
    pieces = (arguments.shipped / "pieces.json").read_text(encoding="utf-8")
    vocabulary = PieceVocabulary(pieces)
    windows = Windows(read_texts(arguments.texts), vocabulary, chance)
    work = arguments.target.with_suffix(".states")
    work.mkdir(exist_ok=True)
    windows.be_told(arguments.shipped, work)
    root = metric(arguments.shipped, shipped, windows.end[:_SAMPLE])
    whole = with_rest(shipped, FULL, windows)
    importance = weigh(whole, root, windows, PASSES)
    sizes = plan(importance, whole.shape, KEEP)
    log.info("heads and neurons of the layers: %s", json.dumps(sizes))
    student = cut(whole, importance, sizes, windows)
    heads = SmallHeads(arguments.shipped, shape.hidden, windows.size)
    distance = Distance(shipped, heads, root, windows)
    marked = MarkedWindows(
        arguments.shipped, arguments.raw, arguments.keep_out, chance
    ).batches(WORDS, chance)
    train(student, distance, windows, marked, arguments.minutes, chance)
    save_graph(export(student, vocabulary), arguments.target / "encoder.onnx")


def read_texts(files: list[str]) -> list[tuple[str, float]]:
    """Return the paragraphs of files, each with the weight of its file."""
    found = []
    for file in files:
        name, _, weight = file.partition(":")
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        found.extend((line, float(weight or 1)) for line in lines if line.strip())
    return found


def train(
    student: Reader,
    distance: Distance,
    windows: Windows,
    marked: Iterator[Marked],
    minutes: float,
    chance: random.Random,
) -> None:
    """Train layers and pieces; what is left are averages over the steps."""
    student.words.sparse = True
    table = student.words.weight
    weights = [
        one
        for part in (student.positions, student.norm, student.layers)
        for one in part.parameters()
    ]
    names = copy.deepcopy(distance.heads.names).train().requires_grad_()
    optimisers = (
        torch.optim.AdamW(weights, betas=BETAS, weight_decay=0.0, fused=True),
        torch.optim.SparseAdam([table], betas=BETAS),
        torch.optim.AdamW(names.parameters(), betas=BETAS, fused=True),
    )
    averages = [one.detach().clone() for one in (*weights, table)]
    batches = windows.batches(WORDS, HELD_OUT, chance)
    began, step = time.monotonic(), 0
    while (done := (time.monotonic() - began) / 60 / minutes) < 1:
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / WARM_UP) * (1 - done)
            optimiser.zero_grad(set_to_none=True)
        for layer in student.layers:
            layer.sharp = max(layer.sharp, min(1.0, done / SHARP))
        if done > MARKED_FROM and step % MARKED_EVERY == MARKED_EVERY - 1:
            loss = _marked_loss(student, names, distance, next(marked))
        else:
            batch = next(batches)
            with torch.autocast("cpu", torch.bfloat16):
                middle, states = encode(student, batch)
            loss = distance.of_states(states, batch).mean()
            if done < HELPED:
                loss = loss + HELP * distance.of_middle(middle, batch)
            loss = loss + distance.of_trees(states.float(), batch)
            if step % 2:
                loss = loss + distance.of_heads(states.float(), batch)
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        for optimiser in optimisers:  # a weight without a gradient stays
            optimiser.step()
        share = min(AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for mean, weight in zip(averages, weights, strict=False):
                mean.lerp_(weight, 1 - share)
            if step % SELDOM == 0:  # large, and hardly moved by a step
                averages[-1].lerp_(table, 1 - share**SELDOM)
        step += 1
        if step % 100 == 0:
            log.info("step %d, %.0f %%, loss %.4f", step, 100 * done, loss.item())
        if step % 500 == 0:
            _exchange([*weights, table], averages)
            check(student, distance, windows)
            _exchange([*weights, table], averages)
    _exchange([*weights, table], averages)
    student.shape = dataclasses.replace(student.shape, sharp=True)
    check(student, distance, windows)


def _marked_loss(
    student: Reader, names: NameNet, distance: Distance, batch: Marked
) -> Tensor:
    """Return the loss of marked names, by a net that learns along with the states."""
    with torch.autocast("cpu", torch.bfloat16):
        states = student.encode(batch.pieces, batch.rows, batch.mask)
    words = states.float()[:, 1:]
    mask = batch.inside[..., None].float()
    told = names(words, batch.clues, mask)
    known = score(*told, batch.labels, batch.types, mask)
    return distance.of_marked(words, batch) + MARKED * known


@torch.no_grad()
def _exchange(weights: list[Tensor], averages: list[Tensor]) -> None:
    for weight, mean in zip(weights, averages, strict=True):
        kept = weight.clone()
        weight.copy_(mean)
        mean.copy_(kept)


def encode(student: Reader, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the states of root and words after ``MIDDLE`` and at the end."""
    states, rest, attend = student.below(batch.pieces, batch.rows, batch.mask)
    middle = states
    for number in range(student.shape.full, len(student.layers)):
        states = student.layers[number](states, attend, rest)
        if number == MIDDLE:
            middle = states
    return middle, states


def check(student: Reader, distance: Distance, windows: Windows) -> None:
    """Tell how near the states come on windows that were not learned from."""
    numbers = windows.by_length(range(HELD_OUT))
    near, apart, changed = [], [], []
    with torch.inference_mode():
        for low in range(0, HELD_OUT, _CHECKED):
            batch = windows.batch(numbers[low : low + _CHECKED])
            with torch.autocast("cpu", torch.bfloat16):
                _, states = encode(student, batch)
            own = states.float()[batch.inside]
            near.append(functional.cosine_similarity(own, batch.end))
            apart.append(distance.of_states(states, batch))
            changed.append(distance.changed(states.float(), batch).float())
    log.info(
        "held out: cosine %.5f, distance %.5f, other heads %.4f",
        *(float(torch.cat(one).mean()) for one in (near, apart, changed)),
    )


if __name__ == "__main__":
    main()
