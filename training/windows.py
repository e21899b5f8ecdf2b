"""Training sentences to windows of running text, windows to batches."""

import dataclasses
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dragoman.annotate.encoder.pieces import PieceVocabulary
from swaps import NamePool

IGNORED = -100
# Capitals take many more pieces than other letters.
MAX_PIECES = 400
_PARAGRAPH_BREAK = 0.7
_SINGLE = 0.3
_CASES = (("title", 0.08), ("upper", 0.09), ("lower", 0.08))
_WORD_LOSS = 0.04
# Words of a window of a document whose mentions are linked, windows of a batch.
_DOCUMENT_WORDS = 170
_FIELDS = {"mentions": "mention_types"}


@dataclass
class Sentence:
    """One training sentence in numbers; ``-100`` where a layer has no label."""

    document: str | None
    paragraph: bool
    words: list[str]
    glued: list[bool]
    heads: list[int]
    labels: dict[str, list[int]]
    mentions: list[tuple[int, int, int, str]] | None = None


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
    mentions = row["mentions"]
    # Types are learned only from a corpus that marks every mention.
    types = ["O"] * len(row["words"]) if mentions is not None else None
    for head, _, _, kind, _ in mentions or ():
        if types is not None:
            types[head] = kind or ""
    if types and row["upos"] is None:
        types = None
    row = {**row, "mention_types": types}
    return Sentence(
        document=row["document"],
        paragraph=row["paragraph"],
        words=row["words"],
        glued=row["glued"],
        heads=row["heads"] or nothing,
        labels={
            layer: [table.get(value, IGNORED) for value in values]
            if (values := row[_FIELDS.get(layer, layer)])
            else nothing
            for layer, table in numbers.items()
        },
        mentions=None
        if mentions is None
        else [(head, start, end, chain) for head, start, end, _, chain in mentions],
    )


def swap_names(
    sentence: Sentence, pool: NamePool, labels: list[str], chance: random.Random
) -> Sentence:
    """Put other names into a sentence; of as many words if it has a tree.

    Documents whose mentions are linked keep their names.
    """
    if sentence.mentions is not None or not any(
        label > 0 for label in sentence.labels["names"]
    ):
        return sentence
    parsed = sentence.document is not None
    names = [labels[n] if n != IGNORED else "" for n in sentence.labels["names"]]
    words, glued, names = pool.swap(
        sentence.words, sentence.glued, names, chance, same_length=parsed
    )
    numbers = [labels.index(name) if name else IGNORED for name in names]
    if parsed:
        layers = {**sentence.labels, "names": numbers}
        return dataclasses.replace(sentence, words=words, glued=glued, labels=layers)
    nothing = [IGNORED] * len(words)
    layers = dict.fromkeys(sentence.labels, nothing)
    layers["names"] = numbers
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
            or (
                sentence.paragraph
                and sentence.mentions is None
                and chance.random() < _PARAGRAPH_BREAK
            )
        )
        if fresh:
            if current:
                windows.append(current)
            current, size = [], 0
            if sentence.mentions is not None:
                limit = _DOCUMENT_WORDS
            else:
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
    mentions: Tensor | None
    chains: Tensor | None


@dataclass
class _Item:
    pieces: list[int]
    firsts: list[int]
    sentence: list[int]
    heads: list[int]
    starts: list[int]
    labels: dict[str, list[int]]
    mentions: list[tuple[int, int, int, str]]


def _item(
    window: list[Sentence], vocabulary: PieceVocabulary, chance: random.Random | None
) -> _Item:
    words: list[str] = []
    glued: list[bool] = []
    number: list[int] = []
    heads: list[int] = []
    starts: list[int] = []
    labels: dict[str, list[int]] = {layer: [] for layer in window[0].labels}
    mentions: list[tuple[int, int, int, str]] = []
    parsed = window[0].labels["upos"][0] != IGNORED
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
        mentions.extend(
            (head + offset, start + offset, end - 1 + offset, chain)
            for head, start, end, chain in sentence.mentions or ()
        )
    if chance:
        words = _change_case(words, chance)
    starts = [IGNORED, *starts[1:]] if parsed else [IGNORED] * len(words)
    pieces, firsts = vocabulary.encode(zip(words, glued, strict=True))
    if chance:
        for place in range(1, len(pieces) - 1):
            if chance.random() < _WORD_LOSS:
                pieces[place] = vocabulary.unknown
    return _Item(pieces, firsts, number, heads, starts, labels, mentions)


def make_batches(
    windows: list[list[Sentence]],
    vocabulary: PieceVocabulary,
    chance: random.Random,
    size: int,
) -> Iterator[Batch]:
    """Yield the windows of an epoch in batches of like length and mixed order.

    Windows of a document whose mentions are linked stay together, in their order.
    """
    items = []
    documents: dict[str, list[_Item]] = {}
    for window in windows:
        item = _item(window, vocabulary, chance)
        if len(item.pieces) > MAX_PIECES:
            continue
        if window[0].mentions is not None:
            documents.setdefault(str(window[0].document), []).append(item)
        else:
            items.append(item)
    items.sort(key=lambda item: len(item.pieces) + chance.random() * 8)
    groups: list[list[_Item]] = [[]]
    for item in items:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.pieces) > size:
            groups.append([])
        groups[-1].append(item)
    for document in documents.values():
        while document:
            longest = max(len(item.pieces) for item in document[:6])
            count = max(1, size * 5 // 4 // longest)
            groups.append(document[:count])
            document = document[count:]
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
    mentions, chains = _mentions(group)
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
        mentions=torch.tensor(mentions) if mentions else None,
        chains=torch.tensor(chains) if mentions else None,
    )


def _mentions(group: list[_Item]) -> tuple[list[list[int]], list[int]]:
    """Return row, head, first and last word of all mentions, and their chains."""
    found = []
    numbers: dict[str, int] = {}
    chains = []
    for row, item in enumerate(group):
        for head, start, last, chain in sorted(item.mentions, key=lambda m: m[1:3]):
            found.append([row, head, start, last])
            chains.append(numbers.setdefault(chain, len(numbers)))
    return found, chains
