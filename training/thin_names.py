"""Windows with names that people marked, for ``thin.py``."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from dragoman.annotate.encoder.pieces import PieceVocabulary
from name_heads import GO_ON
from name_rows import read_names
from name_windows import IGNORED, Window, make_windows

# How often corpora are drawn that mark less well than those names are gone on with.
_ELSE = 0.3
_WEIGHTS = {"wikigold": 0.8, "redocred": 0.6}
# Windows that are drawn, sorted by length and cut into batches at a time.
_CHUNK = 3000


@dataclass
class Marked:
    """Windows filled up to one length, with labels; no row of ``told`` is the root.

    Attributes:
        pieces: ``(windows, pieces)``.
        mask: Which of them are real.
        rows: Places of root and first pieces, ``(windows, 1 + words)``.
        inside: Which words are real, ``(windows, words)``.
        told: Their shipped states.
        clues: What letters and tables tell of them.
        labels: Their labels.
        types: Their finer types.
    """

    pieces: Tensor
    mask: Tensor
    rows: Tensor
    inside: Tensor
    told: Tensor
    clues: Tensor
    labels: Tensor
    types: Tensor


class MarkedWindows:
    """Those of all corpora but tweets, read by what ships."""

    def __init__(
        self, folder: Path, raw: Path, keep_out: list[Path], chance: random.Random
    ) -> None:
        rows = [row for row in read_names(raw, keep_out) if not row.tweet]
        weights = {row.source: _ELSE for row in rows} | GO_ON | _WEIGHTS
        table = Path(__file__).with_name("names.tsv")
        self._windows = make_windows(rows, folder, table, chance, weights)
        text = (folder / "pieces.json").read_text(encoding="utf-8")
        self._vocabulary = PieceVocabulary(text)

    def batches(self, words: int, chance: random.Random) -> Iterator[Marked]:
        """Yield batches of windows of like length without end, drawn by weight."""
        weights = [window.weight for window in self._windows]
        while True:
            drawn = chance.choices(self._windows, weights, k=_CHUNK)
            groups: list[list[Window]] = [[]]
            count = 0
            for one in sorted(drawn, key=lambda window: len(window.words)):
                if groups[-1] and count + len(one.words) > words:
                    groups.append([])
                    count = 0
                groups[-1].append(one)
                count += len(one.words)
            chance.shuffle(groups)
            yield from map(self._batch, groups)

    def _batch(self, windows: list[Window]) -> Marked:
        read = [
            self._vocabulary.encode(zip(one.words, one.glued, strict=True))
            for one in windows
        ]
        count, width = len(windows), max(len(firsts) for _, firsts in read)
        length = max(len(pieces) for pieces, _ in read)
        states, clues = windows[0].states.shape[1], windows[0].clues.shape[1]
        pieces = np.zeros((count, length), np.int64)
        mask, inside = np.zeros((count, length), bool), np.zeros((count, width), bool)
        rows = np.zeros((count, 1 + width), np.int64)
        told = np.zeros((count, width, states), np.float32)
        known = np.zeros((count, width, clues), np.float32)
        labels = np.full((count, width), IGNORED, np.int64)
        types = labels.copy()
        for row, (one, (numbers, firsts)) in enumerate(zip(windows, read, strict=True)):
            own = row, slice(len(firsts))
            pieces[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = True
            rows[row, 1 : 1 + len(firsts)] = firsts
            inside[own], told[own], known[own] = True, one.states, one.clues
            labels[own], types[own] = one.labels, one.types
        parts = pieces, mask, rows, inside, told, known, labels, types
        return Marked(*map(torch.from_numpy, parts))
