"""Fit the weights that rank readings of Arabic and Hebrew words, and measure them.

    python training/transliteration_rank.py DATA ARABIC.jsonl HEBREW.jsonl
        [--fit OUT.npz] [--all]

DATA is a folder with networks and lists that know nothing of the words held back
(``transliteration.py``); files that it has not are those of the package. Weights are
fitted on one half of the words held back and measured on the other; without ``--fit``
those of the package are measured. ``--all`` fits what ships on both halves, after
folds have told what that is worth. The loss is that of choosing any right reading.
"""

import argparse
import json
import sys
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from dragoman.text import transliteration, transliteration_net, transliteration_rank
from dragoman.text.transliteration import evidence, letters_of
from dragoman.text.transliteration_rank import Floats, Ranker, complete
from transliteration import fold, is_held_back

STEPS, RATE, DECAY, DROP = 150, 0.03, 1e-3, 0.1
INNER, FOLDS, SEED = 12, 4, 0
# How often lists write a word so, and that they do: the words held back are in lists
# where these are rare and of one voice, most words that are read are not, so both count.
SURE, LEAST = [6, 7, 8], (4.0, 1.5, 1.2)


class Word(NamedTuple):
    """Evidence for the readings of a word, which are right, whether a list has it."""

    language: str
    table: Floats
    right: NDArray[np.bool_]
    listed: bool


def use(folder: Path) -> None:
    """Let files of a folder stand for those of the package."""
    shipped = transliteration_net.files("dragoman.data")

    class Data:
        def joinpath(self, name: str) -> Path:
            there = folder / name
            return there if there.exists() else Path(str(shipped.joinpath(name)))

    for module in (transliteration, transliteration_net, transliteration_rank):
        module.files = lambda _: Data()  # type: ignore[attr-defined]


def is_measured(text: str) -> bool:
    """Tell the half to measure on from the half to fit on, of words held back."""
    return zlib.crc32(text.encode()) % 10 == 5


def gather(path: Path, language: str) -> tuple[list[Word], list[Word]]:
    """Return the words held back, those to fit on and those to measure on."""
    halves: tuple[list[Word], list[Word]] = [], []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        if not is_held_back(text):
            continue
        gold = {fold(form) for form in record["gold"]["latin_variants"]}
        letters = letters_of(text)
        rows = evidence(letters, language)
        forms = sorted(rows)
        if not forms:
            table = np.zeros((0, 20), np.float32)
        else:
            table = np.array([rows[form] for form in forms], np.float32)
            table = complete(table, len(letters), hebrew=language == "he")
        right = np.array([form in gold for form in forms], bool)
        listed = bool((table[:, 7] + table[:, 9]).any())
        halves[is_measured(text)].append(Word(language, table, right, listed))
    return halves


def fit(words: list[Word]) -> Ranker:
    """Return weights by Adam on the whole of the words."""
    torch.manual_seed(SEED)
    words = [word for word in words if word.right.any()]
    every = np.concatenate([word.table for word in words])
    mean, scale = every.mean(0), every.std(0) + 1e-6
    longest, kinds = max(len(word.table) for word in words), every.shape[1]
    rows = np.zeros((len(words), longest, kinds), np.float32)
    there, right = np.zeros((2, len(words), longest), bool)
    for at, word in enumerate(words):
        rows[at, : len(word.table)] = (word.table - mean) / scale
        there[at, : len(word.table)] = True
        right[at, : len(word.table)] = word.right
    given = torch.tensor(rows)
    away, wrong = torch.tensor(~there), torch.tensor(~right)
    plain = nn.Parameter(torch.zeros(kinds))
    inner, outer = nn.Linear(kinds, INNER), nn.Parameter(0.1 * torch.randn(INNER))
    weights = [plain, inner.weight, inner.bias, outer]
    least = torch.tensor(LEAST) * torch.tensor(scale[SURE])
    optimizer = torch.optim.Adam(weights, RATE)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / STEPS) + 1e-4
        hidden = nn.functional.dropout(torch.tanh(inner(given)), DROP)
        scores = (given @ plain + hidden @ outer).masked_fill(away, -1e9)
        chances = scores.log_softmax(1).masked_fill(wrong, -1e9).logsumexp(1)
        loss = DECAY * sum((each**2).sum() for each in weights) - chances.mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            plain[SURE] = torch.maximum(plain[SURE], least)
    found = (plain, inner.weight.T, inner.bias, outer)
    return Ranker(mean, scale, *(each.detach().numpy() for each in found))


def rank(words: list[Word], ranker: Ranker) -> list[tuple[bool, bool, bool]]:
    """Return of each word whether the first, one of five, any reading is right."""
    found = []
    for word in words:
        order = np.argsort(-ranker.scores(word.table), kind="stable")
        right = word.right[order]
        found.append((bool(right[:1].any()), bool(right[:5].any()), bool(right.any())))
    return found


def report(title: str, words: list[Word], ranks: list[tuple[bool, bool, bool]]) -> None:
    """Print shares by language, of all words and of those that no list has."""
    for language in ("ar", "he"):
        for told, which in (("", (True, False)), (" in no list", (False,))):
            some = [
                each
                for word, each in zip(words, ranks, strict=True)
                if word.language == language and word.listed in which
            ]
            first, five, ever = np.mean(some, axis=0)
            print(
                f"{title} {language}{told}: {len(some)} first {first:.3f}, "
                f"in five {five:.3f}, at all {ever:.3f}",
                flush=True,
            )


def fit_in_folds(words: list[Word]) -> list[tuple[bool, bool, bool]]:
    """Rank each word by weights that have not seen it."""
    ranks: list[tuple[bool, bool, bool]] = [(False, False, False)] * len(words)
    for number in range(FOLDS):
        ranker = fit([word for at, word in enumerate(words) if at % FOLDS != number])
        ranks[number::FOLDS] = rank(words[number::FOLDS], ranker)
    return ranks


def main(arguments: list[str]) -> int:
    """Fit and measure."""
    parser = argparse.ArgumentParser()
    for name in ("data", "arabic", "hebrew"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--fit", type=Path, metavar="OUT")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    use(options.data)
    arabic, hebrew = gather(options.arabic, "ar"), gather(options.hebrew, "he")
    tuned, measured = [*arabic[0], *hebrew[0]], [*arabic[1], *hebrew[1]]
    if not options.fit:
        shipped = transliteration_rank.load_ranker()
        report("measured", measured, rank(measured, shipped))
        return 0
    report("left out of fit", tuned, fit_in_folds(tuned))
    ranker = fit(tuned)
    report("measured", measured, rank(measured, ranker))
    if options.all:
        words = [*tuned, *measured]
        report("both halves, left out", words, fit_in_folds(words))
        ranker = fit(words)
    np.savez_compressed(options.fit, **asdict(ranker))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
