"""How the trainings of heads begin and go on."""

import logging
import random

import torch
from torch import nn


def begin(seed: int) -> random.Random:
    """Log with the time, use one thread, and return the source of chance of a run."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    return random.Random(seed)


@torch.no_grad()
def follow(average: nn.Module, net: nn.Module, share: float) -> None:
    """Move weights towards those of another network, of which they keep a share."""
    for mean, weight in zip(average.parameters(), net.parameters(), strict=True):
        mean.mul_(share).add_(weight, alpha=1 - share)
