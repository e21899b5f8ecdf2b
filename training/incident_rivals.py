"""Learn to weigh who plays a part against all who may (``annotate.incidents_rivals``).

One hidden layer over figures that are told of documents *not* learned from.
"""

from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

HIDDEN = 32
# Nets that are averaged: side by side in one.
NETS = 4
EPOCHS = 12
BATCH = 256
RATE = 3e-3
DECAY = 1e-3


def learn_rivals(figures: np.ndarray, played: np.ndarray) -> dict[str, np.ndarray]:
    """Return the arrays that ``IncidentRivals`` reads.

    Args:
        figures: What speaks for each case, ``(cases, figures)``.
        played: Whether it is so, ``(cases,)``.
    """
    mean, spread = figures.mean(0), figures.std(0) + 1e-5
    rows = torch.from_numpy((figures - mean) / spread)
    nets = [_learn(rows, torch.from_numpy(played)) for _ in range(NETS)]
    weights = np.concatenate([_plain(net[0].weight).T for net in nets], 1)
    weights = weights / spread[:, None]
    bias = np.concatenate([_plain(net[0].bias) for net in nets]) - mean @ weights
    out = np.concatenate([_plain(net[3].weight)[0] for net in nets]) / NETS
    calm = np.mean([net[3].bias.item() for net in nets])
    found = {"in": weights, "bias": bias, "out": out, "calm": calm}
    return {name: np.asarray(one, np.float32) for name, one in found.items()}


def write_rivals(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write the file."""
    with path.open("wb") as out:
        np.savez_compressed(out, **arrays)


def _plain(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy()


def _learn(rows: torch.Tensor, played: torch.Tensor) -> nn.Sequential:
    net = nn.Sequential(
        nn.Linear(rows.shape[1], HIDDEN),
        nn.ReLU(),
        nn.Dropout(0.2),
        nn.Linear(HIDDEN, 1),
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for some in torch.randperm(len(rows)).split(BATCH):
            told = net(rows[some])[:, 0]
            loss = functional.binary_cross_entropy_with_logits(told, played[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return net.eval()
