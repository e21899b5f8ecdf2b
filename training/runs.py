"""How the trainings of heads begin."""

import logging
import random

import torch


def begin(seed: int) -> random.Random:
    """Log with the time, use one thread, and return the source of chance of a run."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    return random.Random(seed)
