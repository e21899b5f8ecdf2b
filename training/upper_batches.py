"""What the upper layers learn from: windows with names, and documents with chains."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from dragoman.annotate import encoder_model
from dragoman.annotate.encoder import DocumentReader
from dragoman.annotate.encoder_draft import ReadWord
from dragoman.annotate.encoder_pieces import PieceVocabulary
from dragoman.annotate.mentions import Floats, MentionFinder
from dragoman.model.syntax import Sentence
from link_documents import Gold, learn_from, read_gum, read_novels, read_own
from links import FOLDS, Prepared
from mention_net import Taught, teach
from name_windows import IGNORED, Window
from upper_states import Below, Read

# Words of a step; of a piece of a document, one that is wholly marked and another.
SIZE = 1000
_WHOLE, _PART = 1300, 900
# Windows that are sorted by length at a time.
_CHUNK = 1200
_MAX_PIECES = 460
# In every second window so many pieces are hidden.
_HIDDEN = 0.05

Cut = tuple[list[int], list[int]]
# A window, its first word that counts and the one after the last.
Framed = tuple[Cut, tuple[int, int]]


@dataclass
class NameBatch:
    """Windows with names: what is read, clues, labels and finer types."""

    read: Read
    clues: Tensor
    labels: Tensor
    types: Tensor


@dataclass
class Chains:
    """A document or a part of one, by the windows that the pipeline reads it in.

    Attributes:
        windows: Pieces and places of first pieces.
        own: First word of each window that counts, and the one after the last.
        prepared: Mentions, pairs and which of them are the same.
        words: Head, first and last word of each mention, ``(mentions, 3)``.
        flags: What else the scorer of antecedents sees of each.
        taught: Mentions as they are marked, if all are.
    """

    windows: list[Cut]
    own: list[tuple[int, int]]
    prepared: Prepared
    words: Tensor
    flags: Tensor
    taught: Taught | None


def name_batches(
    windows: list[Window],
    below: Below,
    vocabulary: PieceVocabulary,
    chance: random.Random,
) -> Iterator[NameBatch]:
    """Yield batches of windows of like length without end, drawn by their weights."""
    while True:
        drawn: list[Window] = []
        for window in windows:
            whole, rest = divmod(window.weight, 1.0)
            drawn.extend([window] * (int(whole) + (chance.random() < rest)))
        chance.shuffle(drawn)
        for low in range(0, len(drawn), _CHUNK):
            groups: list[list[Window]] = [[]]
            size = 0
            for window in sorted(drawn[low : low + _CHUNK], key=_length):
                if groups[-1] and size + _length(window) > SIZE:
                    groups.append([])
                    size = 0
                groups[-1].append(window)
                size += _length(window)
            chance.shuffle(groups)
            for group in groups:
                yield _collate(group, below, vocabulary, chance)


def _length(window: Window) -> int:
    return len(window.words)


def _collate(
    group: list[Window],
    below: Below,
    vocabulary: PieceVocabulary,
    chance: random.Random,
) -> NameBatch:
    cuts = [_cut(window, vocabulary, chance) for window in group]
    shape = len(group), max(len(firsts) for _, firsts in cuts)
    clues = np.zeros((*shape, group[0].clues.shape[1]), np.float32)
    labels = np.full(shape, IGNORED, np.int64)
    types = np.full(shape, IGNORED, np.int64)
    for number, (window, (_, firsts)) in enumerate(zip(group, cuts, strict=True)):
        count = len(firsts)
        clues[number, :count] = window.clues[:count]
        labels[number, :count] = window.labels[:count]
        types[number, :count] = window.types[:count]
    parts = (torch.from_numpy(part) for part in (clues, labels, types))
    return NameBatch(below.read(cuts), *parts)


def _cut(window: Window, vocabulary: PieceVocabulary, chance: random.Random) -> Cut:
    pieces, firsts = vocabulary.encode(zip(window.words, window.glued, strict=True))
    pieces, firsts = [*pieces], [*firsts]
    if len(pieces) > _MAX_PIECES:
        count = sum(first < _MAX_PIECES - 1 for first in firsts) - 1
        pieces, firsts = [*pieces[: firsts[count]], pieces[-1]], firsts[:count]
    if chance.random() < 1 / 2:
        for place in range(1, len(pieces) - 1):
            if chance.random() < _HIDDEN:
                pieces[place] = vocabulary.unknown
    return pieces, firsts


class _Recorder(encoder_model.ReadingModel):
    """Remembers the windows in which it reads."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.windows: list[Framed] = []
        self._last: Cut = ([], [])

    def _run(self, pieces: list[tuple[int, ...]]) -> encoder_model._Window:
        numbers, firsts = [self._pieces.bos], []
        for group in pieces:
            firsts.append(len(numbers))
            numbers.extend(group)
        self._last = [*numbers, self._pieces.eos], firsts
        return super()._run(pieces)

    def _sentences(
        self,
        window: encoder_model._Window,
        words: list[str],
        first: int,
        bounds: list[int],
    ) -> Iterator[tuple[int, list[ReadWord], Floats]]:
        own = bounds[0] - first, bounds[-1] - first
        self.windows.append((self._last, own))
        return super()._sentences(window, words, first, bounds)


def read_chains(
    folder: Path, raw: Path, finders: Sequence[MentionFinder]
) -> dict[str, list[Chains]]:
    """Return documents with chains by corpus.

    Args:
        folder: Model that ships.
        raw: Corpora.
        finders: For each fold of the documents, one that has not seen them.
    """
    recorder = _Recorder(folder)
    reader = DocumentReader(folder, recorder)
    found: dict[str, list[Chains]] = {}
    for corpus, golds in (
        ("gum", read_gum(raw)),
        ("own", read_own()),
        ("novels", read_novels(raw)),
    ):
        found[corpus] = []
        for number, gold in enumerate(golds):
            recorder.windows = []
            sentences, states = reader.read_document(gold.document)
            finder = finders[number % FOLDS if gold.complete else 0]
            limit = _WHOLE if gold.complete else _PART
            for low, high, windows in _parts(sentences, recorder.windows, limit):
                own = sentences[low:high], states[low:high]
                chains = _chains(gold, own, windows, finder)
                if len(chains.prepared.later):
                    found[corpus].append(chains)
    return found


def _parts(
    sentences: list[Sentence], windows: list[Framed], limit: int
) -> Iterator[tuple[int, int, list[Framed]]]:
    """Yield stretches of windows of some words: first sentence, last, windows."""
    low = place = size = 0
    current: list[Framed] = []
    for window in windows:
        count = window[1][1] - window[1][0]
        if current and size + count > limit:
            yield low, place, current
            low, size, current = place, 0, []
        current.append(window)
        size += count
        while count > 0:
            count -= len(sentences[place])
            place += 1
    yield low, place, current


def _chains(
    gold: Gold,
    read: tuple[list[Sentence], list[Floats]],
    windows: list[Framed],
    finder: MentionFinder,
) -> Chains:
    learned = learn_from(gold, *read, finder)
    noted = learned.noted
    words = np.stack([noted.head, noted.start, noted.end - 1], 1)
    return Chains(
        [cut for cut, _ in windows],
        [own for _, own in windows],
        Prepared(learned),
        torch.from_numpy(words),
        torch.from_numpy(noted.flags),
        teach(gold, *read) if gold.complete else None,
    )


def draw_chains(
    chains: dict[str, list[Chains]], chance: random.Random
) -> Iterator[Chains]:
    """Yield documents without end: of the novels a third for each round of the rest."""
    while True:
        novels = chains["novels"]
        drawn = chains["gum"] * 3 + chains["own"]
        drawn += chance.sample(novels, len(novels) // 3)
        chance.shuffle(drawn)
        yield from drawn
