"""Train the reading model; can be stopped and taken up again at any time.

    python train.py BUILD (--steps N | --minutes M) [--seed S] [--start FOLDER]

With ``--start`` the run goes on from the weights that ship, else from the base.
With ``--steps`` it is the same every time (one thread); with ``--minutes`` the
learning rate follows the clock, and the log says how many steps that were.
"""

import argparse
import dataclasses
import json
import logging
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from base import load_base
from dragoman.annotate.encoder.pieces import PieceVocabulary
from network import Reader, Shape, new_reader
from shipped import load_shipped, read_labels, start_build
from swaps import NamePool
from windows import (
    IGNORED,
    Batch,
    Sentence,
    make_batches,
    make_windows,
    read_sentences,
    swap_names,
)

WEIGHTS = {
    "names": 1.0,
    "arcs": 1.0,
    "deprels": 1.0,
    "upos": 0.4,
    "xpos": 0.6,
    "lemmas": 0.4,
    "starts": 0.4,
    "mentions": 0.5,
    "spans": 0.3,
    "links": 0.3,
}
# From the base; a run that goes on from what ships takes smaller steps with what
# was trained before.
ENCODER_RATE = 2.5e-4
HEAD_RATE = 1e-3
GOING_ON = 0.5
FRESH_HEADS = ("mentions.", "span_", "link")
# The weights that are kept are averages over about the last two hundred steps.
AVERAGING = 0.995
# Share of the documents with chains and nothing else that an epoch does without.
_SPARED = 0.65
WARM_UP = 0.03
BATCH_PIECES = 1024
DECAY = 0.01
log = logging.getLogger("train")


@dataclass
class Run:
    """What a run has to know, and what it has done so far."""

    build: Path
    seed: int
    steps: int | None
    minutes: float | None
    start: Path | None = None
    step: int = 0
    spent: float = 0.0
    epoch: int = 0
    losses: dict[str, float] = field(default_factory=dict)

    @property
    def progress(self) -> float:
        """Share of the run that is done."""
        if self.steps:
            return self.step / self.steps
        return self.spent / (60 * (self.minutes or 1))


def main() -> None:
    """Train and write ``model.pt``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--save-every", type=float, default=300.0)
    arguments = parser.parse_args()
    if bool(arguments.steps) == bool(arguments.minutes):
        parser.error("either --steps or --minutes")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    run = Run(
        arguments.build,
        arguments.seed,
        arguments.steps,
        arguments.minutes,
        arguments.start,
    )
    train(run, arguments.save_every)


def train(run: Run, save_every: float) -> None:
    """Train to the end, saving now and then."""
    reader = _beginning(run)
    sentences, labels = read_sentences(run.build)
    vocabulary = PieceVocabulary(
        (run.build / "pieces.json").read_text(encoding="utf-8")
    )
    pool = NamePool(Path(__file__).with_name("names.tsv"))
    reader.words.weight.requires_grad_(False)
    optimiser = _optimiser(reader, going_on=run.start is not None)
    average = _Average(reader)
    _take_up(run, reader, optimiser, average)
    reader.train()
    saved = time.monotonic()
    done = False
    while not done:
        chance = random.Random(run.seed * 1000 + run.epoch)
        left_out = _left_out(sentences, chance)
        fresh = [
            swap_names(s, pool, labels["names"], chance)
            for s in sentences
            if s.document is None or s.document not in left_out
        ]
        windows = make_windows(fresh, chance)
        for batch in make_batches(windows, vocabulary, chance, BATCH_PIECES):
            began = time.monotonic()
            _step(run, reader, optimiser, batch)
            average.take_in(reader)
            run.spent += time.monotonic() - began
            run.step += 1
            if run.step % 50 == 0:
                _report(run)
            if time.monotonic() - saved > save_every:
                _save(run, reader, optimiser, average)
                saved = time.monotonic()
            if run.progress >= 1:
                done = True
                break
        run.epoch += 1
    _save(run, reader, optimiser, average)
    log.info("done: %d steps, %.0f s", run.step, run.spent)


def _beginning(run: Run) -> Reader:
    """Return the network to start from; put vocabulary and labels beside the run."""
    path = run.build / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    if run.start is None:
        base, specification = load_base()
        (run.build / "pieces.json").write_text(specification, encoding="utf-8")
        return new_reader(base, {layer: len(v) for layer, v in labels.items()})
    # The heads that ship keep their labels in their order.
    labels.update(read_labels(run.start))
    path.write_text(
        json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    shape = start_build(run.start, run.build, labels)
    return load_shipped(run.start, labels, shape)


def _left_out(sentences: list[Sentence], chance: random.Random) -> set[str]:
    """Draw documents that an epoch does without: most of those with chains alone."""
    bare = {
        s.document
        for s in sentences
        if s.document is not None and s.labels["upos"][0] == IGNORED
    }
    return set(chance.sample(sorted(bare), int(_SPARED * len(bare))))


class _Average:
    """Running average of all trained weights."""

    def __init__(self, reader: Reader) -> None:
        self._weights = {
            name: weight.detach().clone()
            for name, weight in reader.named_parameters()
            if weight.requires_grad
        }

    def take_in(self, reader: Reader) -> None:
        """Move towards the present weights."""
        with torch.no_grad():
            for name, weight in reader.named_parameters():
                if weight.requires_grad:
                    self._weights[name].lerp_(weight, 1 - AVERAGING)

    def state(self) -> dict[str, Tensor]:
        """Return the averages by name."""
        return self._weights

    def load(self, state: dict[str, Tensor]) -> None:
        """Take up averages that were saved."""
        for name, weight in state.items():
            self._weights[name].copy_(weight)


def _optimiser(reader: Reader, *, going_on: bool) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in reader.named_parameters():
        if not weight.requires_grad:
            continue
        encoder = name.startswith(("layers.", "norm.", "positions."))
        rate = ENCODER_RATE if encoder else HEAD_RATE
        if going_on and not name.startswith(FRESH_HEADS):
            rate *= GOING_ON
        decay = DECAY if weight.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": rate, "peak": rate, "weight_decay": decay}
            for (rate, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def _step(
    run: Run, reader: Reader, optimiser: torch.optim.Optimizer, batch: Batch
) -> None:
    scale = min(1.0, max(run.progress, run.step / 4000) / WARM_UP)
    scale *= max(0.0, 1 - run.progress)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * scale
    with torch.autocast("cpu", torch.bfloat16):
        losses = dict(compute_losses(reader, batch))
    total = sum(
        (WEIGHTS[name] * loss for name, loss in losses.items()), torch.zeros(())
    )
    optimiser.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimiser.step()
    for name, loss in losses.items():
        value = loss.item()
        if math.isfinite(value):
            run.losses[name] = 0.98 * run.losses.get(name, value) + 0.02 * value


def compute_losses(reader: Reader, batch: Batch) -> Iterator[tuple[str, Tensor]]:
    """Yield the mean loss of every layer that the batch has labels for."""
    rows = functional.pad(batch.firsts, (1, 0))
    states = reader.encode(batch.pieces, rows, batch.mask)
    root, words = reader.drop(states[:, :1]), reader.drop(states[:, 1:])
    for layer in ("names", "upos", "xpos", "lemmas"):
        labels = batch.labels[layer]
        known = labels != IGNORED
        if known.any():
            scores = getattr(reader, layer)(words[known]).float()
            yield layer, functional.cross_entropy(scores, labels[known])
    known = batch.starts != IGNORED
    if known.any():
        scores = reader.starts(words[known]).float()[:, 0]
        target = batch.starts[known].float()
        yield "starts", functional.binary_cross_entropy_with_logits(scores, target)
    yield from _mention_losses(reader, words, batch)
    known = batch.heads != IGNORED
    if not known.any():
        return
    heads = batch.heads.clamp(min=0)
    arcs = reader.arcs(root, words).float().masked_fill(~batch.arc_mask, -1e4)
    yield "arcs", functional.cross_entropy(arcs[known], heads[known])
    dependents, governors = reader.relation_parts(root, words)
    index = heads[:, :, None].expand(-1, -1, governors.shape[2])
    mixed = functional.gelu(dependents + governors.gather(1, index))
    named = known & (batch.labels["deprels"] != IGNORED)
    scores = reader.relation(reader.drop(mixed[named])).float()
    yield "deprels", functional.cross_entropy(scores, batch.labels["deprels"][named])


def _mention_losses(
    reader: Reader, words: Tensor, batch: Batch
) -> Iterator[tuple[str, Tensor]]:
    """Yield the losses of mentions, their extents and their antecedents."""
    labels = batch.labels["mentions"]
    known = labels != IGNORED
    if known.any():
        scores = reader.mentions(words[known]).float()
        yield "mentions", functional.cross_entropy(scores, labels[known])
    if batch.mentions is None or batch.chains is None:
        return
    row, head, start, last = batch.mentions.T
    heads = words[row, head]
    if known.any():
        yield "spans", _span_loss(reader, words, batch, batch.mentions)
    scores = reader.links(heads, words[row, start], words[row, last]).float()
    # A mention may have any earlier one of its chain before it, or none at all.
    count = len(scores)
    before = torch.ones(count, count, dtype=torch.bool).tril(-1)
    same = (batch.chains[:, None] == batch.chains[None]) & before
    nothing = torch.zeros(count, 1)
    scores = torch.cat([nothing, scores.masked_fill(~before, -1e4)], 1)
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    hit = scores.masked_fill(~right, -1e4).logsumexp(1)
    yield "links", (scores.logsumexp(1) - hit).mean()


def _span_loss(reader: Reader, words: Tensor, batch: Batch, mentions: Tensor) -> Tensor:
    """Return the loss of first and last words, looked for in the sentence alone."""
    row, head, start, last = mentions.T
    heads = words[row, head]
    losses = []
    width = words.shape[1]
    place = torch.arange(width)
    for number in row.unique():
        own = row == number
        starts, ends = reader.spans(words[number], heads[own])
        heads_here = head[own]
        inside = batch.arc_mask[number][heads_here][:, 1:]
        inside |= place[None] == heads_here[:, None]
        for scores, target, allowed in (
            (starts, start[own], inside & (place[None] <= heads_here[:, None])),
            (ends, last[own], inside & (place[None] >= heads_here[:, None])),
        ):
            scores = scores.float().masked_fill(~allowed, -1e4)
            losses.append(functional.cross_entropy(scores, target, reduction="sum"))
    return torch.stack(losses).sum() / (2 * len(row))


def _report(run: Run) -> None:
    losses = " ".join(f"{name} {value:.3f}" for name, value in run.losses.items())
    log.info(
        "step %d epoch %d %.1f%% %.0f s | %s",
        run.step,
        run.epoch,
        100 * run.progress,
        run.spent,
        losses,
    )


def _save(
    run: Run,
    reader: Reader,
    optimiser: torch.optim.Optimizer,
    average: _Average,
) -> None:
    weights = {k: v for k, v in reader.state_dict().items() if k != "words.weight"}
    state: dict[str, Any] = {
        "shape": dataclasses.asdict(reader.shape),
        "weights": weights,
        "average": average.state(),
        "optimiser": optimiser.state_dict(),
        "run": {"step": run.step, "spent": run.spent, "epoch": run.epoch},
        "words": reader.words.weight.to(torch.float16),
    }
    fresh = run.build / "model.pt.new"
    torch.save(state, fresh)
    fresh.replace(run.build / "model.pt")
    log.info("saved after step %d: %s", run.step, json.dumps(state["run"]))


def _take_up(
    run: Run,
    reader: Reader,
    optimiser: torch.optim.Optimizer,
    average: _Average,
) -> None:
    path = run.build / "model.pt"
    if not path.exists():
        return
    state = torch.load(path, weights_only=True)
    reader.load_state_dict(state["weights"], strict=False)
    optimiser.load_state_dict(state["optimiser"])
    average.load(state["average"])
    run.step = state["run"]["step"]
    run.spent = state["run"]["spent"]
    run.epoch = state["run"]["epoch"] + 1
    log.info("taken up after step %d", run.step)


def load_reader(path: Path) -> Reader:
    """Return the averaged model, ready to be measured or exported."""
    state = torch.load(path, weights_only=True)
    reader = Reader(Shape(**state["shape"]))
    weights = {**state["weights"], **state["average"]}
    reader.load_state_dict({**weights, "words.weight": state["words"].float()})
    return reader.eval()


if __name__ == "__main__":
    main()
