"""Fit the weights of the comparison of names, and show that they are calibrated.

    python training/name_weights.py ITEMS PAIRS.jsonl NEAR.tsv OUT.tsv

ITEMS lists name items (``name, name => identifier``), PAIRS are judged pairs of an
open set (``gold`` with name1, name2, is_match, schema), NEAR near names of persons
with what they are (``near_names.tsv``). Logistic regression with a ridge; made pairs
weigh one each, judged ones more. The near pairs say, beside the judged ones, how often
one person is meant where only a slip would explain what differs. What is printed comes
from five folds by name, so no pair is scored by what saw it.
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
from dragoman.text.name_score import (
    LIKELY,
    Comparison,
    compare_person_names,
    weights_of,
)
from dragoman.text.organization_features import describe_organizations
from dragoman.text.person_names import split_person
from name_pairs import Maker, Pair, read_items
from organization_pairs import BodyMaker

Array = np.ndarray[Any, np.dtype[np.float64]]
MADE = {"person": 12_000, "organization": 6_000}
WEIGHT = {"person": 6.0, "organization": 8.0}
# Where the curve of doubts is told, by what the weights say.
MOST = 0.97
KNOTS = (LIKELY, 0.6, 0.7, 0.76, 0.82, 0.88, 0.94, 1.0)
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
    """Print precision, recall and F1 at a half, and how often each degree holds."""
    yes = guess >= 0.5
    right = float((yes & (gold > 0)).sum())
    precision, recall = right / max(1, yes.sum()), right / max(1, gold.sum())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{title}: n {len(gold)} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    edges = [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01]
    for low, high in itertools.pairwise(edges):
        inside = (guess >= low) & (guess < high)
        if inside.any():
            print(
                f"  said {low:.2f}-{min(high, 1):.2f} (mean {guess[inside].mean():.3f}):"
                f" held {gold[inside].mean():.3f} of {inside.sum()}"
            )


def is_doubt(one: str, other: str) -> bool:
    """Tell whether only a slip of the pen would explain what two names differ in."""
    found = compare_person_names(one, other)
    return found.doubtful and found.probability >= LIKELY


def fit_doubts(odds: Array, gold: Array) -> float:
    """Return by what to scale the log odds of doubts above those of ``LIKELY``.

    How many of two names a letter apart are one person's depends on the case. The
    scale stands between what fits the pairs as they were made and what fits as many
    different persons as equal ones.
    """
    least = np.log(LIKELY / (1 - LIKELY))
    half = np.where(gold > 0, 0.5 / gold.sum(), 0.5 / (1 - gold).sum())

    def loss(scale: float) -> float:
        guess = 1 / (1 + np.exp(-least - scale * (odds - least)))
        each = -np.log(np.where(gold > 0, guess, 1 - guess))
        return float(each.mean() + (half * each).sum())

    return float(min(np.arange(0.05, 1.05, 0.05), key=loss))


def fit_curve(said: Array, held: Array, weight: Array) -> Array:
    """Return rising values at the knots, no lower than ``LIKELY``, of least log loss."""

    def loss(steps: Array) -> float:
        curve = LIKELY + np.minimum(np.cumsum(steps), MOST - LIKELY)
        guess = np.interp(said, KNOTS, curve)
        likely = np.where(held > 0, guess, 1 - guess)
        bend = np.diff(np.diff(curve) / np.diff(KNOTS))
        return float(-(weight * np.log(likely)).sum() + 0.05 * (bend**2).sum())

    start = np.diff(KNOTS, prepend=LIKELY)
    found = minimize(loss, start, method="L-BFGS-B", bounds=[(0, 0.6)] * len(KNOTS))
    return LIKELY + np.minimum(np.cumsum(found.x), MOST - LIKELY)


def train_curve(judged: list[Pair], near: list[Pair]) -> Array:
    """Fit how often doubts hold on judged and near pairs, each set of equal weight.

    What is said comes from the weights that ship.
    """
    rows = []
    for number, pairs in enumerate((judged, near)):
        for one, other, same in pairs:
            if is_doubt(one, other):
                fold = zlib.crc32(min(one, other).lower().split()[0].encode()) % FOLDS
                said = chance_of(compare_person_names(one, other))
                rows.append((number, said, float(same), fold))
    table = np.array(rows)
    which, said, held, fold = table.T
    weight = np.where(which > 0, 0.5 / which.sum(), 0.5 / (1 - which).sum()) * len(rows)
    guess = np.zeros(len(rows))
    for each in range(FOLDS):
        kept = fold != each
        curve = fit_curve(said[kept], held[kept], weight[kept])
        guess[~kept] = np.interp(said[~kept], KNOTS, curve)
    for number, name in enumerate(("judged", "near")):
        some = which == number
        report(f"doubts, {name}", held[some], guess[some])
    return fit_curve(said, held, weight)


def chance_of(found: Comparison) -> float:
    """Return what the weights that ship say of a doubt, before the curve."""
    weights = weights_of("person")
    least = np.log(LIKELY / (1 - LIKELY))
    above = weights["bias"] + sum(found.found.values()) - least
    return float(1 / (1 + np.exp(-least - weights["doubt_scale"] * above)))


def train(
    kind: str, made: list[Pair], judged: list[Pair], near: list[Pair]
) -> list[tuple[str, float]]:
    """Fit the weights of one kind of names, print what they are worth."""
    pairs = (*made, *judged)
    rows = [describe(kind, one, other) for one, other, _ in pairs]
    names = sorted({name for row in rows for name in row})
    table = tabulate(rows, names)
    gold = np.array([float(same) for *_, same in pairs])
    weight = np.repeat([1.0, WEIGHT[kind]], [len(made), len(judged)])
    fold = np.array(
        [n % FOLDS for n in range(len(made))]
        + [
            zlib.crc32(min(a, b).lower().split()[0].encode()) % FOLDS
            for a, b, _ in judged
        ]
    )
    guess = np.zeros(len(gold))
    for each in range(FOLDS):
        held = fold == each
        vector = fit(table[~held], gold[~held], weight[~held])
        guess[held] = 1 / (1 + np.exp(-table[held] @ vector))
    report(f"{kind}, made", gold[: len(made)], guess[: len(made)])
    report(f"{kind}, judged", gold[len(made) :], guess[len(made) :])
    vector = fit(table, gold, weight)
    if kind == "person":
        doubts = np.array([is_doubt(one, other) for one, other, _ in made])
        odds = (table[: len(made)] @ vector)[doubts]
        scale = fit_doubts(odds, gold[: len(made)][doubts])
        names, vector = [*names, "doubt_scale"], np.insert(vector, -1, scale)
        curve = train_curve(judged, near)
        names += [f"doubt_said_{said:.2f}" for said in KNOTS]
        vector = np.insert(vector, -1, curve)
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
