"""Fit the weights of the comparison of names, and show that they are calibrated.

    python training/name_weights.py ITEMS PAIRS.jsonl NEAR.tsv OUT.tsv

ITEMS lists name items (``name, name => identifier``), PAIRS are judged pairs of an
open set (``gold`` with name1, name2, is_match, schema), NEAR near names of persons
with what they are (``near_names.tsv``). Logistic regression with a ridge; made pairs
weigh one each, judged and near ones more. Then all weights are stretched and the bias
moved so that judged and near pairs that nothing was fitted on hold as often as said,
each of both sets of equal weight. What is printed comes from five folds by name, so no
pair is scored by what saw it.
"""

import itertools
import json
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from dragoman.text.name_features import describe_pair
from dragoman.text.name_score import LIKELY
from dragoman.text.organization_features import describe_organizations
from dragoman.text.person_names import split_person
from name_pairs import Maker, Pair, read_items
from organization_pairs import BodyMaker

Array = np.ndarray[Any, np.dtype[np.float64]]
MADE = {"person": 12_000, "organization": 6_000}
WEIGHT = {"person": 6.0, "organization": 8.0}
NEAR = 5.0
RIDGE = 0.5
SEED = 11
FOLDS = 5


def describe(kind: str, one: str, other: str) -> dict[str, float]:
    """Return the features of a pair, those of the run time."""
    if kind == "person":
        return dict(describe_pair(split_person(one), split_person(other)))
    return dict(describe_organizations(one, other))


def fit(table: Array, gold: Array, weight: Array) -> Array:
    """Return the weights of least penalised log loss; the last one is the bias."""
    ridge = np.full(table.shape[1], RIDGE)
    ridge[-1] = 0.0

    def loss(vector: Array) -> tuple[float, Array]:
        guess = 1 / (1 + np.exp(-table @ vector))
        likely = np.where(gold > 0, guess, 1 - guess)
        value = -(weight * np.log(likely + 1e-9)).sum() + (ridge * vector**2).sum() / 2
        return float(value), table.T @ (weight * (guess - gold)) + ridge * vector

    start = np.zeros(table.shape[1])
    return minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 900}
    ).x


def tabulate(rows: list[dict[str, float]], names: list[str]) -> Array:
    """Return features as a table with a last column of ones, shape (rows, names + 1)."""
    place = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for n, row in enumerate(rows):
        for name, value in row.items():
            table[n, place[name]] = value
    return table


def report(title: str, gold: Array, guess: Array) -> None:
    """Print precision, recall and F1 of matches, and how often each degree holds."""
    if not len(gold):
        return
    yes = guess >= LIKELY
    right = float((yes & (gold > 0)).sum())
    precision, recall = right / max(1, yes.sum()), right / max(1, gold.sum())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{title}: n {len(gold)} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    error = 0.0
    for low, high in itertools.pairwise([*np.arange(10) / 10, 1.01]):
        inside = (guess >= low) & (guess < high)
        if inside.any():
            off = abs(guess[inside].mean() - gold[inside].mean())
            error += off * inside.sum() / len(gold)
            print(
                f"  said {low:.2f}-{min(high, 1):.2f} (mean {guess[inside].mean():.3f}):"
                f" held {gold[inside].mean():.3f} of {inside.sum()}"
            )
    print(f"  expected calibration error {error:.3f}")


def fold_of(one: str, other: str) -> int:
    """Return the fold of a pair: one for all pairs whose names begin alike."""
    return zlib.crc32(min(one, other).lower().split()[0].encode()) % FOLDS


def stretch(odds: Array, gold: Array, weight: Array) -> Array:
    """Return by what to multiply log odds, and what to add, for least log loss."""

    def loss(line: Array) -> float:
        signed = np.where(gold > 0, 1, -1) * (line[0] * odds + line[1])
        return float((weight * np.logaddexp(0, -signed)).sum())

    found: Array = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return found


def train(
    kind: str, made: list[Pair], judged: list[Pair], near: list[Pair]
) -> list[tuple[str, float]]:
    """Fit the weights of one kind of names, print what they are worth."""
    pairs = (*made, *judged, *near)
    rows = [describe(kind, one, other) for one, other, _ in pairs]
    names = sorted({name for row in rows for name in row})
    table = tabulate(rows, names)
    gold = np.array([float(same) for *_, same in pairs])
    sets = np.repeat([0, 1, 2], [len(made), len(judged), len(near)])
    weight = np.array([1.0, WEIGHT[kind], NEAR])[sets]
    real = [fold_of(one, other) for one, other, _ in (*judged, *near)]
    fold = np.array([n % FOLDS for n in range(len(made))] + real)
    odds = np.zeros(len(gold))
    for each in range(FOLDS):
        held = fold == each
        odds[held] = table[held] @ fit(table[~held], gold[~held], weight[~held])
    share = np.where(
        sets > 0, 1 / np.maximum(1, np.bincount(sets, minlength=3))[sets], 0
    )
    guess = np.zeros(len(gold))
    for each in range(FOLDS):
        kept, held = fold != each, fold == each
        line = stretch(odds[kept], gold[kept], share[kept])
        guess[held] = 1 / (1 + np.exp(-line[0] * odds[held] - line[1]))
    for number, name in enumerate(("made", "judged", "near")):
        some = sets == number
        report(f"{kind}, {name}", gold[some], guess[some])
    report(f"{kind}, judged and near", gold[sets > 0], guess[sets > 0])
    line = stretch(odds, gold, share)
    vector = line[0] * fit(table, gold, weight)
    vector[-1] += line[1]
    return list(zip([*names, "bias"], (float(v) for v in vector), strict=True))


def read_near(path: Path) -> list[Pair]:
    """Read pairs: tradition, judgement, name and other name a line."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(one, other, judgement == "same") for _, judgement, one, other in rows]


def main(arguments: list[str]) -> int:
    """Fit both kinds and write the table."""
    items, pairs, near, out = map(Path, arguments)
    judged: dict[str, list[Pair]] = {"person": [], "organization": []}
    for line in pairs.read_text("utf-8").splitlines():
        gold = json.loads(line)["gold"]
        kind = "person" if gold["schema"] == "Person" else "organization"
        judged[kind].append((gold["name1"], gold["name2"], gold["is_match"]))
    maker = Maker(read_items(items), SEED)
    makers: dict[str, Maker | BodyMaker] = {
        "person": maker,
        "organization": BodyMaker(maker),
    }
    lines = ["# kind\tfeature\tweight in log odds; made by training/name_weights.py"]
    for kind, each in makers.items():
        close = read_near(near) if kind == "person" else []
        made = each.pairs(MADE[kind])
        for name, value in train(kind, made, judged[kind], close):
            lines.append(f"{kind}\t{name}\t{value:.3f}")
    out.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
