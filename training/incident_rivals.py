"""Learn to weigh who plays a part against all who may (``annotate.incidents_rivals``).

One hidden layer over figures that are told of documents *not* learned from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dragoman.annotate.incidents.known import KnownWords, count_parts, write_known
from dragoman.annotate.incidents.rivals import (
    IncidentRivals,
    Story,
    find_cases,
    gather_figures,
)
from incident_net import ROLES

# Who plays which part in which kind of incident (wording, role, kind), and the numbers
# of these incidents.
Played = dict[tuple[int, int, int], set[int]]
# What is told of documents, and what is true of them.
Version = tuple[Sequence[Story], Sequence[Played]]

_KNOWN = "incident_known.tsv.gz"
_RIVALS = "incident_rivals.npz"

HIDDEN = 32
# Nets that are averaged: side by side in one.
NETS = 4
EPOCHS = 12
BATCH = 256
RATE = 3e-3
DECAY = 1e-3


@dataclass(frozen=True)
class Recipe:
    """How nets are learned of which the mean is taken."""

    hidden: int = HIDDEN
    nets: int = NETS
    epochs: int = EPOCHS
    decay: float = DECAY


@dataclass(frozen=True)
class Rivals:
    """What is learned: what words have done, and weights of the figures."""

    counts: dict[str, np.ndarray]
    arrays: dict[str, np.ndarray]

    @classmethod
    def learn(cls, versions: Sequence[Version]) -> "Rivals":
        """Learn from documents in several versions."""
        counts, figures, played = compare_rivals(versions)
        return cls(counts, learn_nets(figures, played))

    def write(self, target: Path) -> None:
        """Write both files."""
        (target / _KNOWN).write_bytes(write_known(self.counts))
        write_arrays(self.arrays, target / _RIVALS)


def tell_odds(versions: Sequence[Version], folds: int) -> list[list[np.ndarray]]:
    """Return by version and document what rivals say that did not learn from it."""
    odds: list[list[np.ndarray]] = [[np.empty(0)] * len(one) for one, _ in versions]
    for fold in range(folds):
        rest = [
            tuple(
                [one for row, one in enumerate(ones) if row % folds != fold]
                for ones in version
            )
            for version in versions
        ]
        with TemporaryDirectory() as name:
            Rivals.learn(rest).write(Path(name))
            rivals = IncidentRivals(Path(name) / _RIVALS, Path(name) / _KNOWN)
        for told, (stories, _) in zip(odds, versions, strict=True):
            for row in range(fold, len(stories), folds):
                told[row] = rivals.weigh(stories[row])
    return odds


def compare_rivals(
    versions: Sequence[Version],
) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Return what is known of words, what speaks for each part, and who plays one.

    What is known of words is counted in the first version of the documents, and told of
    each of them by all others.
    """
    cases = [[find_cases(story) for story in stories] for stories, _ in versions]
    played = [
        [
            [tuple(case) in one for case in found.tolist()]
            for one, found in zip(truth, of_version, strict=True)
        ]
        for (_, truth), of_version in zip(versions, cases, strict=True)
    ]
    each = [
        count_parts(story.keys, found, does, len(ROLES))
        for story, found, does in zip(versions[0][0], cases[0], played[0], strict=True)
    ]
    counts: dict[str, np.ndarray] = {}
    for one in each:
        for form, found in one.items():
            counts[form] = counts.get(form, 0) + found
    known = KnownWords(counts)
    figures = [
        gather_figures(story, known, own)
        for (stories, _), of_version in zip(versions, cases, strict=True)
        for story, found, own in zip(stories, of_version, each, strict=True)
        if len(found)
    ]
    does = np.concatenate([one for of_version in played for one in of_version])
    return counts, np.concatenate(figures), does.astype(np.float32)


def learn_nets(
    figures: np.ndarray, played: np.ndarray, recipe: Recipe | None = None
) -> dict[str, np.ndarray]:
    """Return the arrays that ``IncidentRivals`` reads.

    Args:
        figures: What speaks for each case, ``(cases, figures)``.
        played: Whether it is so, ``(cases,)``.
        recipe: How they are learned.
    """
    recipe = recipe or Recipe()
    mean, spread = figures.mean(0), figures.std(0) + 1e-5
    rows = torch.from_numpy((figures - mean) / spread)
    told = torch.from_numpy(played)
    nets = [_learn(rows, told, recipe) for _ in range(recipe.nets)]
    weights = np.concatenate([_plain(net[0].weight).T for net in nets], 1)
    weights = weights / spread[:, None]
    bias = np.concatenate([_plain(net[0].bias) for net in nets]) - mean @ weights
    out = np.concatenate([_plain(net[3].weight)[0] for net in nets]) / recipe.nets
    calm = np.mean([net[3].bias.item() for net in nets])
    found = {"in": weights, "bias": bias, "out": out, "calm": calm}
    return {name: np.asarray(one, np.float32) for name, one in found.items()}


def write_arrays(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write the file."""
    with path.open("wb") as out:
        np.savez_compressed(out, **arrays)


def _plain(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy()


def _learn(rows: torch.Tensor, played: torch.Tensor, recipe: Recipe) -> nn.Sequential:
    net = nn.Sequential(
        nn.Linear(rows.shape[1], recipe.hidden),
        nn.ReLU(),
        nn.Dropout(0.2),
        nn.Linear(recipe.hidden, 1),
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for _ in range(recipe.epochs):
        for some in torch.randperm(len(rows)).split(BATCH):
            told = net(rows[some])[:, 0]
            loss = functional.binary_cross_entropy_with_logits(told, played[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return net.eval()
