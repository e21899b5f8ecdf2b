"""A network whose weights are settled for eight bits gives what it gave."""

import numpy as np
from numpy.typing import NDArray
from scales import Range, scale_of
from settle import settle

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

_HIDDEN, _HEADS, _SIZE, _INNER = 12, 2, 3, 8
_WIDTH = _HEADS * _SIZE
_REST = "layers.1.rest"


def test_nothing_changes_but_what_products_are_fed() -> None:
    chance = np.random.default_rng(3)
    weights, pieces = _network(chance), chance.normal(size=(9, _HIDDEN))
    fed: dict[str, Floats] = {}
    before = _run(weights, pieces.astype(np.float32), fed)
    ranges = {name: Range(rows.min(0), rows.max(0)) for name, rows in fed.items()}
    settled, scales = settle(weights, ranges, sharp=True)
    after_fed: dict[str, Floats] = {}
    after = _run(settled, pieces.astype(np.float32), after_fed)
    np.testing.assert_allclose(after, before, atol=1e-4)
    for number in range(2):
        # Inner neurons and values of attention are scaled by what gives them.
        assert scales[f"layers.{number}.down"].zero == 0
        for kind in ("out", "down"):
            assert (scales[f"layers.{number}.{kind}"].shrink == 1).all()
    large = scale_of(ranges["layers.1.up"]).shrink
    assert large.min() < 1
    rows = after_fed["layers.1.up"]
    np.testing.assert_allclose(rows.min(0), -rows.max(0), atol=1e-4)


def _network(chance: np.random.Generator) -> Weights:
    found: Weights = {}

    def product(name: str, outputs: int, inputs: int) -> None:
        found[f"{name}.weight"] = chance.normal(size=(outputs, inputs)) * 0.2
        found[f"{name}.bias"] = chance.normal(size=outputs)

    norms = ["norm"]
    for number in range(2):
        name = f"layers.{number}"
        product(f"{name}.mix", 3 * _WIDTH, _HIDDEN)
        product(f"{name}.out", _HIDDEN, _WIDTH)
        product(f"{name}.up", _INNER, _HIDDEN)
        product(f"{name}.down", _HIDDEN, _INNER)
        norms += [f"{name}.norm", f"{name}.last_norm"]
    product(_REST, 2 * _WIDTH, _HIDDEN)
    for name in norms:
        found[f"{name}.weight"] = chance.uniform(0.5, 1.5, _HIDDEN)
        found[f"{name}.bias"] = chance.normal(size=_HIDDEN)
        found[f"{name}.bias"][3] = 9.0  # a channel far from zero
    return {name: values.astype(np.float32) for name, values in found.items()}


def _run(weights: Weights, pieces: Floats, fed: dict[str, Floats]) -> Floats:
    """Read pieces; the last four come to rest after the first layer."""

    def multiply(states: Floats, name: str) -> Floats:
        fed[name] = states
        return states @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(states: Floats, name: str) -> Floats:
        apart = states - states.mean(1, keepdims=True)
        apart = apart / apart.std(1, keepdims=True)
        return apart * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def cut(mixed: Floats, parts: int) -> list[Floats]:
        rows = mixed.reshape(len(mixed), parts, _HEADS, _SIZE)
        return list(rows.transpose(1, 2, 0, 3))

    states, still = norm(pieces, "norm"), None
    for number in range(2):
        name = f"layers.{number}"
        if number == 1:
            states, still = states[:5], states[5:]
        query, key, value = cut(multiply(states, f"{name}.mix"), 3)
        if still is not None:
            seen = cut(multiply(still, _REST), 2)
            key = np.concatenate([key, seen[0]], 1)
            value = np.concatenate([value, seen[1]], 1)
        scores = query @ key.transpose(0, 2, 1) * _SIZE**-0.5
        scores = np.exp(scores - scores.max(2, keepdims=True))
        context = scores / scores.sum(2, keepdims=True) @ value
        context = context.transpose(1, 0, 2).reshape(len(states), _WIDTH)
        states = norm(states + multiply(context, f"{name}.out"), f"{name}.norm")
        inner = np.maximum(multiply(states, f"{name}.up"), 0)
        states = norm(states + multiply(inner, f"{name}.down"), f"{name}.last_norm")
    return states
