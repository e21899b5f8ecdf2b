"""Go on training the upper layers of the model that ships, its trees held.

    python upper.py SHIPPED RAW TARGET (--steps N | --minutes M) [--keep-out FILE ...]

Names, mentions and antecedents are learned together with the layers under them, from
what ``name_heads.py`` and ``links.py`` learn from; texts of other kinds without labels
are held alone. ``SHIPPED`` is a whole model, whose heads the run starts from and whose
trees, tags and states it stays near to; in ``TARGET`` its graphs of names, mentions and
links, of relations, and the encoder are written anew. The heads that are told of in no
loss (cues, incidents) read nearly the same states as before.
"""

import argparse
import copy
import json
import logging
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

import links
import name_heads
from dragoman.annotate.encoder_pieces import PieceVocabulary
from dragoman.annotate.names_clues import Clues
from export import export, export_relations
from mention_net import MentionNet, Taught, mention_loss
from mention_rows import read_litbank
from name_heads import NameNet
from name_rows import read_names
from name_windows import IGNORED, Window, make_windows
from network import Reader
from runs import begin
from shipped import load_shipped, read_labels, start_build
from upper_batches import Chains, NameBatch, draw_chains, name_batches, read_chains
from upper_states import SHARES, Below, Held, Read, read_above, tree_heads

UPPER = 2
# Share of the steps that read a document with chains.
CHAINED = 0.25
# Words that are held alone, beside those with names.
UNLABELLED = 0.08
LAYER_RATE, TREE_RATE = 1.5e-4, 1e-4
NAME_RATE, CHAIN_RATE = 1e-3, 5e-4
LINK_SHARE = 0.7
AVERAGE = 0.998
WARM_UP = 0.04
# Steps a warm-up takes for granted.
_USUAL_STEPS = 3000
_SPREAD_BATCHES = 12
log = logging.getLogger("upper")


@dataclass
class Nets:
    """All that is trained."""

    reader: Reader
    names: NameNet
    found: MentionNet
    links: links.LinkNet

    def groups(self) -> list[dict[str, object]]:
        """Return the parameters by rate and decay."""
        layers = [*self.reader.layers[-UPPER:].parameters()]
        chained = [*self.found.parameters(), *self.links.parameters()]
        parts = (
            ([one for one in layers if one.ndim > 1], LAYER_RATE, 0.01),
            ([one for one in layers if one.ndim == 1], LAYER_RATE, 0.0),
            (tree_heads(self.reader), TREE_RATE, 0.0),
            ([*self.names.parameters()], NAME_RATE, name_heads.DECAY),
            (chained, CHAIN_RATE, links.DECAY),
        )
        return [
            {"params": weights, "lr": rate, "peak": rate, "weight_decay": decay}
            for weights, rate, decay in parts
        ]


def main() -> None:
    """Train the heads, then the upper layers with them; write the graphs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shipped", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if bool(arguments.steps) == bool(arguments.minutes):
        parser.error("either --steps or --minutes")
    chance = begin(arguments.seed)
    shutil.copytree(arguments.shipped, arguments.target, dirs_exist_ok=True)
    labels = read_labels(arguments.shipped)
    shape = start_build(arguments.shipped, arguments.target, labels)
    reader = load_shipped(arguments.shipped, labels, shape).eval()
    table = Path(__file__).with_name("names.tsv")
    rows = read_names(arguments.raw, arguments.keep_out)
    windows = make_windows(rows, arguments.shipped, table, chance)
    names = name_heads.train(windows, 2.0, chance).train()
    found, net, finders = links.learn(arguments.target, arguments.raw, (20, 12), chance)
    chains = read_chains(arguments.shipped, arguments.raw, finders)
    windows.extend(_unlabelled(arguments.raw, windows, chance))
    nets = Nets(reader, names, found.train(), net.train())
    pieces = (arguments.shipped / "pieces.json").read_text(encoding="utf-8")
    vocabulary = PieceVocabulary(pieces)
    below = Below(arguments.shipped, UPPER)
    batches = name_batches(windows, below, vocabulary, chance)
    clock = _clock(arguments.steps, arguments.minutes)
    train(nets, below, clock, (batches, draw_chains(chains, chance)), chance)
    export_all(nets, vocabulary, arguments.target)


def _clock(steps: int | None, minutes: float | None) -> Iterator[float]:
    """Yield how much of the run is done, step by step."""
    began, step = time.monotonic(), 0
    while True:
        spent = (time.monotonic() - began) / 60
        done = step / steps if steps else spent / (minutes or 1)
        if done >= 1:
            return
        yield done
        step += 1


def _unlabelled(
    raw: Path, windows: list[Window], chance: random.Random
) -> Iterator[Window]:
    """Yield windows of agency reports in lower case and of novels, to be held alone."""
    texts = [
        json.loads(line)["doctext"].split()
        for line in (raw / "muc4/train.json").read_text(encoding="utf-8").splitlines()
    ]
    sentences = [words for _, words, _ in read_litbank(raw / "litbank")]
    texts.extend(
        [word for one in sentences[low : low + 5] for word in one]
        for low in range(0, len(sentences), 20)
    )
    chance.shuffle(texts)
    clues = Clues()
    texts = [words[:130] for words in texts if words]
    labelled = sum(len(window.words) * window.weight for window in windows)
    weight = UNLABELLED * labelled / sum(map(len, texts))
    for words in texts:
        nothing = np.full(len(words), IGNORED)
        glued = [word in {",", ".", ";", ":", "!", "?"} for word in words]
        states = np.zeros((0, 0), np.float16)
        seen = clues.of(words).astype(np.int8)
        yield Window(words, glued, nothing, nothing, weight, states, seen)


def train(
    nets: Nets,
    below: Below,
    clock: Iterator[float],
    streams: tuple[Iterator[NameBatch], Iterator[Chains]],
    chance: random.Random,
) -> None:
    """Train all together; what is left are averages over the last steps."""
    batches, chains = streams
    first = [next(batches).read for _ in range(_SPREAD_BATCHES)]
    told = torch.cat([read.told[:, 1:][read.inside] for read in first])
    held = Held(copy.deepcopy(nets.reader), told.std(0).clamp(min=1e-3))
    optimiser = torch.optim.AdamW(nets.groups(), betas=(0.9, 0.98), fused=True)
    weights = [one for group in optimiser.param_groups for one in group["params"]]
    averages = [one.detach().clone() for one in weights]
    for step, done in enumerate(clock):
        scale = min(1.0, max(done, step / _USUAL_STEPS) / WARM_UP) * (1 - done)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * scale
        if chance.random() < CHAINED:
            loss = _of_chains(nets, held, below, next(chains))
        else:
            loss = _of_names(nets, held, next(batches))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 2.0)
        optimiser.step()
        share = min(AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for mean, weight in zip(averages, weights, strict=True):
                mean.lerp_(weight, 1 - share)
        if step % 100 == 0:
            log.info("step %d, %.0f %%, loss %.3f", step, 100 * done, loss.item())
    with torch.no_grad():
        for mean, weight in zip(averages, weights, strict=True):
            weight.copy_(mean)


def _above(nets: Nets, held: Held, read: Read) -> tuple[Tensor, Tensor]:
    """Return the states of root and words, and the loss of what is held."""
    with torch.autocast("cpu", torch.bfloat16):
        states = read_above(nets.reader.layers[-UPPER:], read)
        losses = held.losses(nets.reader, read, states)
    total = torch.stack([SHARES[kind] * loss for kind, loss in losses.items()]).sum()
    return states.float(), total


def _of_names(nets: Nets, held: Held, batch: NameBatch) -> Tensor:
    states, loss = _above(nets, held, batch.read)
    mask = batch.read.inside[:, :, None].float()
    with torch.autocast("cpu", torch.bfloat16):
        names, types = nets.names(states[:, 1:], batch.clues, mask)
    known = batch.labels, batch.types
    return loss + name_heads.score(names.float(), types.float(), *known, mask)


def _of_chains(nets: Nets, held: Held, below: Below, chains: Chains) -> Tensor:
    read = below.read(chains.windows)
    states, loss = _above(nets, held, read)
    words = torch.cat(
        [
            rows[1 + low : 1 + high]
            for rows, (low, high) in zip(states, chains.own, strict=True)
        ]
    )
    if chains.taught is not None:
        marked = Taught(words, chains.taught.types, chains.taught.mentions)
        loss = loss + mention_loss(nets.found, marked)
    prepared = copy.copy(chains.prepared)
    seen = [words[column] for column in chains.words.T]
    prepared.mentions = torch.cat([*seen, chains.flags], 1)
    return loss + LINK_SHARE * links.loss_of(nets.links, prepared)


def export_all(nets: Nets, vocabulary: PieceVocabulary, target: Path) -> None:
    """Write encoder, relations, names, mentions and links.

    What ships is in ``target`` already: what is below the upper layers stays as it is,
    to the last bit.
    """
    reader = nets.reader.eval()
    path = str(target / "encoder.onnx")
    lower = len(reader.layers) - UPPER
    onnx.save(_with_lower(export(reader, vocabulary), onnx.load(path), lower), path)
    root = read_labels(target)["deprels"].index("root")
    export_relations(reader, root, target / "relations.onnx")
    name_heads.export(nets.names.eval(), target)
    links.export_both(nets.found.eval(), nets.links.eval(), target)


def _with_lower(
    model: onnx.ModelProto, shipped: onnx.ModelProto, lower: int
) -> onnx.ModelProto:
    """Put the shipped constants under a layer into a graph.

    Raises:
        ValueError: The graphs differ in what constants they have there.
    """

    def below(name: str) -> bool:
        if name.startswith("layers."):
            return int(name.split(".")[1]) < lower
        return name.startswith(("words.", "positions.", "norm."))

    known = {one.name: one for one in shipped.graph.initializer if below(one.name)}
    fresh = list(model.graph.initializer)
    if {one.name for one in fresh if below(one.name)} != set(known):
        raise ValueError("the lower layers differ in more than their numbers")
    del model.graph.initializer[:]
    model.graph.initializer.extend(known.get(one.name, one) for one in fresh)
    return model


if __name__ == "__main__":
    main()
