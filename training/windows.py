"""Training sentences to windows of running text, windows to batches."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from dragoman.annotate.encoder_pieces import PieceVocabulary
from torch import Tensor

from swaps import NamePool

IGNORED = -100
MAX_PIECES = 240
_PARAGRAPH_BREAK = 0.7
_SINGLE = 0.3
_CASES = (("title", 0.05), ("upper", 0.05), ("lower", 0.05))
_WORD_LOSS = 0.04


@dataclass
class Sentence:
    """One training sentence in numbers; ``-100`` where a layer has no label."""

    document: str | None
    paragraph: bool
    words: list[str]
    glued: list[bool]
    heads: list[int]
    labels: dict[str, list[int]]


def read_sentences(build: Path) -> tuple[list[Sentence], dict[str, list[str]]]:
    """Read what ``prepare.py`` wrote."""
    labels = json.loads((build / "labels.json").read_text(encoding="utf-8"))
    numbers = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
    found = []
    with (build / "train.jsonl").open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            found.append(_sentence(row, numbers))
    return found, labels


def _sentence(row: dict[str, Any], numbers: dict[str, dict[str, int]]) -> Sentence:
    nothing = [IGNORED] * len(row["words"])
    return Sentence(
        document=row["document"],
        paragraph=row["paragraph"],
        words=row["words"],
        glued=row["glued"],
        heads=row["heads"] or nothing,
        labels={
            layer: [table.get(value, IGNORED) for value in row[layer]]
            if row[layer]
            else nothing
            for layer, table in numbers.items()
        },
    )


def swap_names(
    sentence: Sentence, pool: NamePool, labels: list[str], chance: random.Random
) -> Sentence:
    """Put other names into a sentence that has no tree to keep to."""
    if sentence.document is not None or IGNORED in sentence.labels["names"]:
        return sentence
    names = [labels[number] for number in sentence.labels["names"]]
    words, glued, names = pool.swap(sentence.words, sentence.glued, names, chance)
    nothing = [IGNORED] * len(words)
    layers = dict.fromkeys(sentence.labels, nothing)
    layers["names"] = [labels.index(name) for name in names]
    return Sentence(None, sentence.paragraph, words, glued, nothing, layers)


def make_windows(
    sentences: list[Sentence], chance: random.Random
) -> list[list[Sentence]]:
    """Group neighbouring sentences of a document, otherwise take single ones."""
    windows: list[list[Sentence]] = []
    current: list[Sentence] = []
    size = 0
    limit = 0
    for sentence in sentences:
        length = len(sentence.words)
        fresh = (
            not current
            or sentence.document is None
            or sentence.document != current[-1].document
            or size + length > limit
            or (sentence.paragraph and chance.random() < _PARAGRAPH_BREAK)
        )
        if fresh:
            if current:
                windows.append(current)
            current, size = [], 0
            limit = 0 if chance.random() < _SINGLE else chance.randint(30, 140)
        current.append(sentence)
        size += length
    windows.append(current)
    return windows


def _change_case(words: list[str], chance: random.Random) -> list[str]:
    draw = chance.random()
    for kind, share in _CASES:
        if draw < share:
            if kind == "title":
                return [w[:1].upper() + w[1:] for w in words]
            return [getattr(w, kind)() for w in words]
        draw -= share
    return words


@dataclass
class Batch:
    """Tensors of several windows, padded."""

    pieces: Tensor
    mask: Tensor
    firsts: Tensor
    arc_mask: Tensor
    heads: Tensor
    starts: Tensor
    labels: dict[str, Tensor]


@dataclass
class _Item:
    pieces: list[int]
    firsts: list[int]
    sentence: list[int]
    heads: list[int]
    starts: list[int]
    labels: dict[str, list[int]]


def _item(
    window: list[Sentence], vocabulary: PieceVocabulary, chance: random.Random | None
) -> _Item:
    words: list[str] = []
    glued: list[bool] = []
    number: list[int] = []
    heads: list[int] = []
    starts: list[int] = []
    labels: dict[str, list[int]] = {layer: [] for layer in window[0].labels}
    parsed = window[0].document is not None
    for place, sentence in enumerate(window):
        offset = len(words)
        words.extend(sentence.words)
        # A new sentence stands after a space even where the treebank glues it.
        glued.extend([False, *sentence.glued[1:]])
        number.extend([place] * len(sentence.words))
        heads.extend(h + offset if h > 0 else h for h in sentence.heads)
        starts.extend([1] + [0] * (len(sentence.words) - 1))
        for layer, values in labels.items():
            values.extend(sentence.labels[layer])
    if chance:
        words = _change_case(words, chance)
    starts = [IGNORED, *starts[1:]] if parsed else [IGNORED] * len(words)
    pieces, firsts = vocabulary.encode(zip(words, glued, strict=True))
    if chance:
        for place in range(1, len(pieces) - 1):
            if chance.random() < _WORD_LOSS:
                pieces[place] = vocabulary.unknown
    return _Item(pieces, firsts, number, heads, starts, labels)


def make_batches(
    windows: list[list[Sentence]],
    vocabulary: PieceVocabulary,
    chance: random.Random,
    size: int,
) -> Iterator[Batch]:
    """Yield the windows of an epoch in batches of like length and mixed order."""
    items = [_item(window, vocabulary, chance) for window in windows]
    items = [item for item in items if len(item.pieces) <= MAX_PIECES]
    items.sort(key=lambda item: len(item.pieces) + chance.random() * 8)
    groups: list[list[_Item]] = [[]]
    for item in items:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.pieces) > size:
            groups.append([])
        groups[-1].append(item)
    chance.shuffle(groups)
    for group in groups:
        yield _collate(group)


def _collate(group: list[_Item]) -> Batch:
    rows = len(group)
    length = max(len(item.pieces) for item in group)
    width = max(len(item.firsts) for item in group)
    pieces = np.ones((rows, length), np.int64)
    mask = np.zeros((rows, length), bool)
    firsts = np.zeros((rows, width), np.int64)
    heads = np.full((rows, width), IGNORED, np.int64)
    starts = np.full((rows, width), IGNORED, np.int64)
    sentence = np.full((rows, width), -1, np.int64)
    layers = {k: np.full((rows, width), IGNORED, np.int64) for k in group[0].labels}
    for row, item in enumerate(group):
        n = len(item.firsts)
        pieces[row, : len(item.pieces)] = item.pieces
        mask[row, : len(item.pieces)] = True
        firsts[row, :n] = item.firsts
        heads[row, :n] = item.heads
        starts[row, :n] = item.starts
        sentence[row, :n] = item.sentence
        for layer, values in item.labels.items():
            layers[layer][row, :n] = values
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    same &= ~np.eye(width, dtype=bool)
    arc_mask = np.concatenate([np.ones((rows, width, 1), bool), same], 2)
    return Batch(
        pieces=torch.from_numpy(pieces),
        mask=torch.from_numpy(mask),
        firsts=torch.from_numpy(firsts),
        arc_mask=torch.from_numpy(arc_mask),
        heads=torch.from_numpy(heads),
        starts=torch.from_numpy(starts),
        labels={k: torch.from_numpy(v) for k, v in layers.items()},
    )
