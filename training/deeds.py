"""Learn what one side does to another, from sentences made of our own phrases.

    python deeds.py TARGET [--rounds N] [--seed S]

Makes sentences (``deed_sentences``), reads them with the parser that ships, and writes
``TARGET/deeds.npz``: a log-linear model over what ``dragoman.extract.events.senses.deeds`` observes.
Needs numpy only; half an hour on one core, nearly all of it parsing.
"""

import argparse
import logging
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deed_sentences import Told, read_phrases, tell
from dragoman.annotate.sentences import DocumentReader
from dragoman.extract.events.senses.deeds import observe
from dragoman.model.document import Block, BlockKind
from dragoman.model.syntax import Sentence
from link_documents import make_document

# Seen in fewer sentences, a feature tells more of a name than of a deed.
_LEAST_SEEN = 3
_EPOCHS = 20
_BATCH = 128
_RATE = 0.05
_DECAY = 1e-5
# Features left out at random, so that no single word decides.
_DROPPED = 0.2
_SMOOTHING = 0.02
log = logging.getLogger("deeds")


def read(told: Sequence[Told]) -> Iterable[tuple[Told, Sentence]]:
    """Yield each sentence with its parse, if both sides stand in one sentence."""
    reader = DocumentReader(files("dragoman.data").joinpath("model"))
    for number, one in enumerate(told):
        block = Block(BlockKind.PARAGRAPH, 0, len(one.text))
        document = make_document(f"d{number}", one.text, (block,))
        sentences, _ = reader.read_document(document)
        for tree in sentences:
            if all(tree.start <= s < tree.end for s in (one.source[0], one.target[0])):
                yield one, tree
        if number % 1000 == 0:
            log.info("read %d of %d", number, len(told))


def see(told: Told, tree: Sentence) -> set[str] | None:
    """Return what is seen of the marked pair of a sentence."""
    source, target = tree.head_of(*told.source), tree.head_of(*told.target)
    if source is None or target is None:
        return None
    return observe(tree, source, target)


def learn(
    rows: list[set[str]], labels: list[str], seed: int
) -> tuple[list[str], list[str], NDArray[np.float32], NDArray[np.float32]]:
    """Return features, kinds, weights ``(features, kinds)`` and bias ``(kinds,)``.

    Softmax regression by AdaGrad, one step size a feature, with features dropped.
    """
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= _LEAST_SEEN)
    place = {name: number for number, name in enumerate(names)}
    kinds = sorted(set(labels))
    truth = np.array([kinds.index(label) for label in labels])
    columns = [
        np.array(sorted(place[n] for n in row if n in place), np.int64) for row in rows
    ]
    chance = np.random.default_rng(seed)
    weights = np.zeros((len(names), len(kinds)), np.float32)
    steps = np.full((len(names), 1), 1e-8, np.float32)
    bias = np.zeros(len(kinds), np.float32)
    for epoch in range(_EPOCHS):
        order = chance.permutation(len(rows))
        rate = _RATE * (1 - epoch / _EPOCHS)
        total = 0.0
        for low in range(0, len(order) - _BATCH, _BATCH):
            batch = order[low : low + _BATCH]
            kept = [
                own[chance.random(len(own)) > _DROPPED]
                for own in (columns[one] for one in batch)
            ]
            scores = np.array([weights[own].sum(0) for own in kept]) + bias
            odds = np.exp(scores - scores.max(1, keepdims=True))
            odds /= odds.sum(1, keepdims=True)
            wanted = np.full_like(odds, _SMOOTHING / len(kinds))
            wanted[np.arange(_BATCH), truth[batch]] += 1 - _SMOOTHING
            total -= float(np.log(odds[np.arange(_BATCH), truth[batch]]).mean())
            slope = (odds - wanted) / _BATCH
            touched, inverse = np.unique(np.concatenate(kept), return_inverse=True)
            change = np.zeros((len(touched), len(kinds)), np.float32)
            np.add.at(change, inverse, np.repeat(slope, [len(k) for k in kept], 0))
            steps[touched] += (change**2).mean(1, keepdims=True)
            step = change / np.sqrt(steps[touched]) + _DECAY * weights[touched]
            weights[touched] -= rate * step
            bias -= rate * slope.sum(0)
        log.info("epoch %d loss %.4f", epoch, total / (len(order) // _BATCH))
    return names, kinds, weights, bias


def write(
    path: Path,
    names: list[str],
    kinds: list[str],
    weights: NDArray[np.float32],
    bias: NDArray[np.float32],
) -> None:
    """Write the model, its weights in eight bits."""
    scale = float(np.abs(weights).max()) / 127
    small = np.rint(weights / scale).astype(np.int8)
    told = small.any(1)
    chosen = [name for name, keep in zip(names, told, strict=True) if keep]
    np.savez_compressed(
        path,
        features=np.frombuffer("\n".join(chosen).encode(), np.uint8),
        kinds=np.frombuffer("\n".join(kinds).encode(), np.uint8),
        weights=small[told],
        scale=np.float32(scale),
        bias=bias,
    )
    log.info("%s: %d features, %d kinds", path, len(chosen), len(kinds))


def main() -> None:
    """Make, read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    chance = random.Random(arguments.seed)
    told = list(tell(read_phrases(), arguments.rounds, chance))
    rows: list[set[str]] = []
    labels: list[str] = []
    for one, tree in read(told):
        row = see(one, tree)
        if row is not None:
            rows.append(row)
            labels.append(one.kind)
    write(arguments.target / "deeds.npz", *learn(rows, labels, arguments.seed))


if __name__ == "__main__":
    main()
