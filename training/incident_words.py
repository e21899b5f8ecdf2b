"""The table of words that tells of what kind of incident a document tells."""

import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from dragoman.annotate.incidents.words import LENGTH

LEAST = 4  # documents with a feature
RATE = 0.02
STEPS = 60
DECAY = 1e-3


class WordTable:
    """Ratios and weights of features, ``(features, kinds)``, and a bias a kind."""

    def __init__(self, documents: Sequence[set[str]], kinds: np.ndarray) -> None:
        counts = Counter(feature for one in documents for feature in one)
        self.features = sorted(f for f, count in counts.items() if count >= LEAST)
        self._rows = {feature: row for row, feature in enumerate(self.features)}
        present = self._presence(documents)
        shape = (len(self.features), kinds.shape[1])
        self.ratios = np.zeros(shape, np.float32)
        self.weights = np.zeros(shape, np.float32)
        self.biases = np.zeros(kinds.shape[1], np.float32)
        for kind in range(kinds.shape[1]):
            self._fit(present, kinds[:, kind], kind)

    def score(self, documents: Sequence[set[str]]) -> np.ndarray:
        """Return log odds, ``(documents, kinds)``."""
        present = self._presence(documents)
        columns = [
            _scaled(present, self.ratios[:, kind]) @ self.weights[:, kind]
            for kind in range(self.ratios.shape[1])
        ]
        return np.stack(columns, 1) + self.biases

    def write(self, path: Path, kinds: Sequence[str]) -> None:
        """Write the table as the pipeline reads it."""
        lines = ["\t".join(kinds), "\t".join(f"{bias:.3f}" for bias in self.biases)]
        pairs = np.stack([self.ratios, self.weights], 2).reshape(len(self.features), -1)
        for feature, row in zip(self.features, pairs, strict=True):
            lines.append("\t".join([feature, *(f"{value:.2f}" for value in row)]))
        # No time stamp, so that the same table is the same file.
        data = ("\n".join(lines) + "\n").encode("utf-8")
        path.write_bytes(gzip.compress(data, mtime=0))

    def _presence(self, documents: Sequence[set[str]]) -> np.ndarray:
        present = np.zeros((len(documents), len(self.features)), np.float32)
        for row, one in enumerate(documents):
            known = [self._rows[feature] for feature in one if feature in self._rows]
            present[row, known] = 1
        return present

    def _fit(self, present: np.ndarray, told: np.ndarray, kind: int) -> None:
        yes, no = present[told > 0].sum(0) + 1, present[told == 0].sum(0) + 1
        self.ratios[:, kind] = np.log((yes / yes.sum()) / (no / no.sum()))
        inputs = torch.from_numpy(_scaled(present, self.ratios[:, kind]))
        target = torch.from_numpy(told)
        layer = torch.nn.Linear(len(self.features), 1)
        torch.nn.init.zeros_(layer.weight)
        optimiser = torch.optim.Adam(layer.parameters(), lr=RATE)
        for _ in range(STEPS):
            loss = functional.binary_cross_entropy_with_logits(
                layer(inputs)[:, 0], target
            )
            loss = loss + DECAY * (layer.weight**2).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        self.weights[:, kind] = layer.weight.detach().numpy()[0]
        self.biases[kind] = layer.bias.item()


def _scaled(present: np.ndarray, ratios: np.ndarray) -> np.ndarray:
    valued = present * ratios
    return valued * (LENGTH / np.maximum(np.linalg.norm(valued, axis=1), 1e-6))[:, None]
