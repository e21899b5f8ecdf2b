"""Windows of plain text with what the shipped graph says of them, for ``thin.py``."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import Tensor

from dragoman.annotate.encoder.case import running_case
from dragoman.annotate.encoder.model import WINDOW_PIECES
from dragoman.annotate.encoder.name_clues import Clues
from dragoman.annotate.encoder.pieces import PieceVocabulary
from dragoman.annotate.encoder.words import split_words, without_footnotes

# The layer whose states help at the beginning.
MIDDLE = 2
_CASES = (("lower", 0.08), ("title", 0.03), ("upper", 0.02))
_LONGEST = 150
# Windows that are drawn, sorted by length and cut into batches at a time.
_CHUNK = 900


@dataclass
class Batch:
    """Windows filled up to one length.

    Attributes:
        pieces: ``(windows, pieces)``.
        mask: Which of them are real.
        rows: Places of root and first pieces, ``(windows, 1 + words)``.
        inside: Which of these are real.
        middle: The shipped states of all real rows after ``MIDDLE``, ``(rows, hidden)``.
        end: Those after the last layer.
        clues: What letters and tables tell, ``(windows, words, size)``.
    """

    pieces: Tensor
    mask: Tensor
    rows: Tensor
    inside: Tensor
    middle: Tensor
    end: Tensor
    clues: Tensor

    def told(self) -> Tensor:
        """Return the shipped states at the end, ``(windows, 1 + words, hidden)``."""
        told = torch.zeros(*self.rows.shape, self.end.shape[1])
        told[self.inside] = self.end
        return told


class Windows:
    """Windows of all texts in pieces, with the shipped states of root and words.

    Attributes:
        pieces: Numbers of pieces, window by window.
        firsts: Places of the words' first pieces.
        weights: How often each is drawn beside the others.
        middle: Shipped states after ``MIDDLE``, ``(rows, hidden)``.
        end: Those at the end.
        size: Width of the clues of a word.
    """

    def __init__(
        self,
        texts: Sequence[tuple[str, float]],
        vocabulary: PieceVocabulary,
        chance: random.Random,
    ) -> None:
        """Cut texts into windows.

        Args:
            texts: Paragraphs, each with its weight.
            vocabulary: Pieces.
            chance: Draws the order and which windows are put into another case.
        """
        self.pieces: list[NDArray[np.int64]] = []
        self.firsts: list[NDArray[np.int64]] = []
        # Clues of the words' letters and tables, eight to a byte.
        self._clues: list[NDArray[np.uint8]] = []
        weights: list[float] = []
        clues = Clues()
        self.size = clues.size
        parts = [part for one in texts for part in _parts(*one)]
        chance.shuffle(parts)
        for words, glued, weight in parts:
            shown = _cased(words, chance)
            told = np.packbits(clues.of(shown) > 0, axis=1)
            pieces = vocabulary.pieces_of(shown, glued)
            done = 0
            for numbers, firsts in _windows(pieces, vocabulary):
                self.pieces.append(np.array(numbers))
                self.firsts.append(np.array(firsts))
                self._clues.append(told[done : done + len(firsts)])
                weights.append(weight)
                done += len(firsts)
        self.weights = np.array(weights)
        self._starts = np.cumsum([0, *(1 + len(firsts) for firsts in self.firsts)])
        self.middle = self.end = np.zeros((0, 0), np.float16)

    def __len__(self) -> int:
        return len(self.pieces)

    def be_told(self, folder: Path, work: Path) -> None:
        """Have the shipped graph read all windows; its states are kept in ``work``."""
        session, outputs, hidden = _open(folder)
        shape = int(self._starts[-1]), hidden
        self.middle, self.end = (
            np.lib.format.open_memmap(work / name, "w+", np.float16, shape)
            for name in ("middle.npy", "end.npy")
        )
        for number, (pieces, firsts) in enumerate(
            zip(self.pieces, self.firsts, strict=True)
        ):
            middle, end = session.run(outputs, {"pieces": pieces, "firsts": firsts})
            own = slice(*self._starts[number : number + 2])
            self.middle[own] = (
                middle[[0, *firsts]] if len(middle) > len(end) else middle
            )
            self.end[own] = end

    def batch(self, numbers: Sequence[int]) -> Batch:
        """Return some windows side by side."""
        count = len(numbers)
        length = max(len(self.pieces[one]) for one in numbers)
        width = 1 + max(len(self.firsts[one]) for one in numbers)
        pieces = np.zeros((count, length), np.int64)
        rows = np.zeros((count, width), np.int64)
        mask, inside = np.zeros((count, length), bool), np.zeros((count, width), bool)
        clues = np.zeros((count, width - 1, self.size), np.float32)
        for row, one in enumerate(numbers):
            own, firsts = self.pieces[one], self.firsts[one]
            pieces[row, : len(own)] = own
            mask[row, : len(own)] = True
            rows[row, 1 : 1 + len(firsts)] = firsts
            inside[row, : 1 + len(firsts)] = True
            bits = np.unpackbits(self._clues[one], axis=1)
            clues[row, : len(firsts)] = bits[:, : self.size]
        states = (
            np.concatenate([kind[slice(*self._starts[i : i + 2])] for i in numbers])
            for kind in (self.middle, self.end)
        )
        parts = (
            pieces,
            mask,
            rows,
            inside,
            *(one.astype(np.float32) for one in states),
            clues,
        )
        return Batch(*(torch.from_numpy(part) for part in parts))

    def batches(
        self, words: int, held_out: int, chance: random.Random
    ) -> Iterator[Batch]:
        """Yield batches of windows of like length without end, drawn by weight.

        Args:
            words: Most words of a batch.
            held_out: So many windows, the first ones, are never drawn.
            chance: Draws.
        """
        shares = self.weights[held_out:] / self.weights[held_out:].sum()
        size = min(_CHUNK, len(shares))
        draw = np.random.default_rng(chance.randrange(1 << 30))
        while True:
            drawn = held_out + draw.choice(len(shares), size, replace=False, p=shares)
            groups: list[list[int]] = [[]]
            count = 0
            for one in self.by_length(drawn.tolist()):
                if groups[-1] and count + len(self.firsts[one]) > words:
                    groups.append([])
                    count = 0
                groups[-1].append(one)
                count += len(self.firsts[one])
            chance.shuffle(groups)
            yield from map(self.batch, groups)

    def by_length(self, numbers: Sequence[int]) -> list[int]:
        """Return windows sorted by their length."""
        return sorted(numbers, key=lambda one: len(self.pieces[one]))


def _parts(text: str, weight: float) -> Iterator[tuple[list[str], list[bool], float]]:
    text = without_footnotes(text)
    spans = split_words(text)
    words = [text[start:end] for start, end in spans]
    glued = [
        place > 0 and spans[place - 1][1] == start
        for place, (start, _) in enumerate(spans)
    ]
    for low in range(0, len(words), _LONGEST):
        high = low + _LONGEST
        yield words[low:high], glued[low:high], weight


def _cased(words: list[str], chance: random.Random) -> list[str]:
    """Return words as the model is shown them, some windows in another case."""
    draw = chance.random()
    for kind, share in _CASES:
        if draw < share:
            words = [
                word[:1].upper() + word[1:]
                if kind == "title"
                else getattr(word, kind)()
                for word in words
            ]
            break
        draw -= share
    return running_case(words)


def _windows(
    pieces: Sequence[tuple[int, ...]], vocabulary: PieceVocabulary
) -> Iterator[tuple[list[int], list[int]]]:
    place = 0
    while place < len(pieces):
        numbers, firsts = [vocabulary.bos], []
        while place < len(pieces) and len(numbers) + len(pieces[place]) < WINDOW_PIECES:
            firsts.append(len(numbers))
            numbers.extend(pieces[place])
            place += 1
        yield [*numbers, vocabulary.eos], firsts


def _open(folder: Path) -> tuple[onnxruntime.InferenceSession, list[str], int]:
    """Return the shipped graph, its states after two layers and their size."""
    model = onnx.load(str(folder / "encoder.onnx"))
    norms = [f"layers.{MIDDLE}.last_norm.weight"]
    norms.append(
        max(
            name
            for node in model.graph.node
            for name in node.input
            if name.endswith(".last_norm.weight")
        )
    )
    outputs = [
        next(node.output[0] for node in model.graph.node if norm in node.input)
        for norm in norms
    ]
    hidden = next(
        one.dims[0] for one in model.graph.initializer if one.name == norms[0]
    )
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = (
        onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    )
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    return session, outputs, hidden
