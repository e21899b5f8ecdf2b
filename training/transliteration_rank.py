"""Fit the weights that rank readings of Arabic and Hebrew words, and measure them.

    python training/transliteration_rank.py DATA WORDS.jsonl LANGUAGE [--fit]

DATA is a folder with networks and lists that know nothing of the words held back
(``transliteration.py``); files that it has not are those of the package. Weights are
fitted on one half of the words held back and are measured on the other; without
``--fit`` those of the package are. The loss is that of choosing any right reading.
"""

import argparse
import json
import sys
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.text import transliteration, transliteration_net
from dragoman.text.transliteration import evidence, letters_of
from transliteration import fold, is_held_back

Floats = NDArray[np.float64]
Word = tuple[Floats, NDArray[np.bool_], bool]

STEPS, RATE, DECAY = 400, 0.1, 1e-3
# How often lists write a word so, and that they do: the words held back are in lists
# where these are rare and of one voice, most words that are read are not, so both count.
SURE, LEAST = [6, 7, 8], np.array([2.0, 1.5, 0.2])


def use(folder: Path) -> None:
    """Let files of a folder stand for those of the package."""
    shipped = transliteration_net.files("dragoman.data")

    class Data:
        def joinpath(self, name: str) -> Path:
            there = folder / name
            return there if there.exists() else Path(str(shipped.joinpath(name)))

    for module in (transliteration, transliteration_net):
        module.files = lambda _: Data()  # type: ignore[attr-defined]


def is_measured(text: str) -> bool:
    """Tell the half to measure on from the half to fit on, of words held back."""
    return zlib.crc32(text.encode()) % 10 == 5


def gather(path: Path, language: str, *, measured: bool) -> list[Word]:
    """Return evidence (readings, kinds), which are right, whether a list has the word."""
    words = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if not is_held_back(record["text"]):
            continue
        if is_measured(record["text"]) != measured:
            continue
        gold = {fold(form) for form in record["gold"]["latin_variants"]}
        rows = evidence(letters_of(record["text"]), language)
        forms = sorted(rows)
        kinds = len(transliteration.WEIGHTS[language])
        table = np.array([rows[form] for form in forms]).reshape(-1, kinds)
        right = np.array([form in gold for form in forms], bool)
        words.append((table, right, bool((table[:, 7] + table[:, 9]).any())))
    return words


def fit(words: list[Word]) -> Floats:
    """Return weights by Adam on the whole of the words."""
    words = [word for word in words if word[1].any()]
    longest = max(len(table) for table, _, _ in words)
    kinds = words[0][0].shape[1]
    rows = np.zeros((len(words), longest, kinds))
    there, right = np.zeros((2, len(words), longest), bool)
    for at, (table, good, _) in enumerate(words):
        rows[at, : len(table)] = table
        there[at, : len(table)] = True
        right[at, : len(table)] = good
    scale = rows[there].std(0) + 1e-6
    rows = (rows - rows[there].mean(0)) / scale * there[:, :, None]
    weights, first, second = np.zeros((3, kinds))
    for step in range(1, STEPS + 1):
        scores = np.where(there, rows @ weights, -1e9)
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        wanted = chances * right
        wanted /= wanted.sum(1, keepdims=True) + 1e-12
        slope = ((chances - wanted)[:, :, None] * rows).sum((0, 1)) / len(words)
        slope += DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        size = RATE * (1 - step / STEPS) + 0.002
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
        weights = weights - size * move
        weights[SURE] = np.maximum(weights[SURE], LEAST * scale[SURE])
    return weights / scale


def measure(words: list[Word], weights: Floats) -> str:
    """Return how often the first is right, one of five, and whether any could be."""
    ranks = []
    for table, right, _ in words:
        order = np.argsort(-(table @ weights), kind="stable")
        ranks.append((right[order[:1]].any(), right[order[:5]].any(), right.any()))
    first, five, ever = np.mean(ranks, axis=0)
    return f"{len(words)} first {first:.3f}, in five {five:.3f}, at all {ever:.3f}"


def main(arguments: list[str]) -> int:
    """Fit and measure one language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("words", type=Path)
    parser.add_argument("language", choices=["ar", "he"])
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args(arguments)
    use(options.data)
    weights = np.array(transliteration.WEIGHTS[options.language])
    if options.fit:
        tuned = gather(options.words, options.language, measured=False)
        parts = [
            fit(tuned[:at] + tuned[at + 240 :]) for at in range(0, len(tuned), 240)
        ]
        for number, part in enumerate(parts):
            at = 240 * number
            print("left out:", measure(tuned[at : at + 240], part))
        weights = fit(tuned)
        print(" ".join(f"{weight:.2f}" for weight in weights))
    words = gather(options.words, options.language, measured=True)
    print("measured:", measure(words, weights))
    print("in no list:", measure([word for word in words if not word[2]], weights))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
