"""Train the reading model; can be stopped and taken up again at any time.

    python train.py BUILD (--steps N | --minutes M) [--seed S]

With ``--steps`` the run is the same every time (one thread); with ``--minutes``
the learning rate follows the clock, and the log says how many steps that were.
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
from dragoman.annotate.encoder_pieces import PieceVocabulary
from torch import Tensor
from torch.nn import functional

from base import load_base
from network import Reader, Shape, new_reader
from swaps import NamePool
from windows import (
    IGNORED,
    Batch,
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
}
ENCODER_RATE = 2.5e-4
HEAD_RATE = 1e-3
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
    parser.add_argument("--save-every", type=float, default=300.0)
    arguments = parser.parse_args()
    if bool(arguments.steps) == bool(arguments.minutes):
        parser.error("either --steps or --minutes")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    run = Run(arguments.build, arguments.seed, arguments.steps, arguments.minutes)
    train(run, arguments.save_every)


def train(run: Run, save_every: float) -> None:
    """Train to the end, saving now and then."""
    sentences, labels = read_sentences(run.build)
    base, specification = load_base()
    (run.build / "pieces.json").write_text(specification, encoding="utf-8")
    vocabulary = PieceVocabulary(specification)
    pool = NamePool(Path(__file__).with_name("names.tsv"))
    reader = new_reader(base, {layer: len(values) for layer, values in labels.items()})
    reader.words.weight.requires_grad_(False)
    optimiser = _optimiser(reader)
    _take_up(run, reader, optimiser)
    reader.train()
    saved = time.monotonic()
    done = False
    while not done:
        chance = random.Random(run.seed * 1000 + run.epoch)
        fresh = [swap_names(s, pool, labels["names"], chance) for s in sentences]
        windows = make_windows(fresh, chance)
        for batch in make_batches(windows, vocabulary, chance, BATCH_PIECES):
            began = time.monotonic()
            _step(run, reader, optimiser, batch)
            run.spent += time.monotonic() - began
            run.step += 1
            if run.step % 50 == 0:
                _report(run)
            if time.monotonic() - saved > save_every:
                _save(run, reader, optimiser)
                saved = time.monotonic()
            if run.progress >= 1:
                done = True
                break
        run.epoch += 1
    _save(run, reader, optimiser)
    log.info("done: %d steps, %.0f s", run.step, run.spent)


def _optimiser(reader: Reader) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in reader.named_parameters():
        if not weight.requires_grad:
            continue
        encoder = name.startswith(("layers.", "norm.", "positions."))
        rate = ENCODER_RATE if encoder else HEAD_RATE
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
    states = reader.encode(batch.pieces, batch.mask)
    index = batch.firsts[:, :, None].expand(-1, -1, states.shape[2])
    words = reader.drop(states.gather(1, index))
    root = reader.drop(states[:, :1])
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


def _save(run: Run, reader: Reader, optimiser: torch.optim.Optimizer) -> None:
    weights = {k: v for k, v in reader.state_dict().items() if k != "words.weight"}
    state: dict[str, Any] = {
        "shape": dataclasses.asdict(reader.shape),
        "weights": weights,
        "optimiser": optimiser.state_dict(),
        "run": {"step": run.step, "spent": run.spent, "epoch": run.epoch},
        "words": reader.words.weight.to(torch.float16),
    }
    fresh = run.build / "model.pt.new"
    torch.save(state, fresh)
    fresh.replace(run.build / "model.pt")
    log.info("saved after step %d: %s", run.step, json.dumps(state["run"]))


def _take_up(run: Run, reader: Reader, optimiser: torch.optim.Optimizer) -> None:
    path = run.build / "model.pt"
    if not path.exists():
        return
    state = torch.load(path, weights_only=True)
    reader.load_state_dict(state["weights"], strict=False)
    optimiser.load_state_dict(state["optimiser"])
    run.step = state["run"]["step"]
    run.spent = state["run"]["spent"]
    run.epoch = state["run"]["epoch"] + 1
    log.info("taken up after step %d", run.step)


def load_reader(path: Path) -> Reader:
    """Return a trained model, ready to be measured or exported."""
    state = torch.load(path, weights_only=True)
    reader = Reader(Shape(**state["shape"]))
    reader.load_state_dict({**state["weights"], "words.weight": state["words"].float()})
    return reader.eval()


if __name__ == "__main__":
    main()
