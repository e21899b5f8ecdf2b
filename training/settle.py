"""What eight bits ask for, put into the weights: no result changes but by rounding.

A product in eight bits is fed the better, the nearer to zero its inputs lie and the
more alike their channels are. Both costs nothing where it can be done in what comes
before: what a norm or attention gives is centred in its bias, and what is taken off
is put back in the biases of all that is fed it; values of attention and inner neurons
that are bent sharply at zero are scaled in the weights that give them.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from scales import Range, Scale, scale_of

Floats = NDArray[np.float32]


def settle(
    weights: Mapping[str, Floats], ranges: Mapping[str, Range], *, sharp: bool
) -> tuple[dict[str, Floats], dict[str, Scale]]:
    """Return other weights of the same network, and how its products are fed.

    Args:
        weights: Parameters of the network by name.
        ranges: What each product is fed.
        sharp: Whether inner neurons are bent sharply.
    """
    settled, spans = dict(weights), dict(ranges)
    layers = len({name.split(".")[1] for name in weights if name.startswith("layers.")})
    rest = next((name for name in ranges if ".rest" in name), "")
    resting = rest.split("+") if rest else []
    norm = "norm"
    for number in range(layers):
        name = f"layers.{number}"
        fed = [f"{name}.mix"]
        if resting and resting[0].startswith(f"{name}."):
            fed.append(rest)
        _centre(settled, spans, norm, fed, f"{name}.out")
        _centre_values(settled, spans, name)
        _centre(settled, spans, f"{name}.norm", [f"{name}.up"], f"{name}.down")
        norm = f"{name}.last_norm"
    scales = {name: scale_of(span) for name, span in spans.items()}
    for number in range(layers):
        name = f"layers.{number}"
        shrink = _take(settled, scales, f"{name}.out")
        for rows in _values(settled, name):
            rows *= shrink if rows.ndim == 1 else shrink[:, None]
        if sharp:
            shrink = _take(settled, scales, f"{name}.down")
            for kind, factor in (("weight", shrink[:, None]), ("bias", shrink)):
                settled[f"{name}.up.{kind}"] = settled[f"{name}.up.{kind}"] * factor
    return settled, scales


def _centre(
    weights: dict[str, Floats],
    spans: dict[str, Range],
    norm: str,
    fed: list[str],
    added: str,
) -> None:
    """Centre what a norm gives.

    Args:
        weights: Parameters, changed.
        spans: What products are fed, changed.
        norm: Name of the norm.
        fed: Products that are fed it.
        added: The product whose result is added to it.
    """
    low = np.minimum.reduce([spans[name].low for name in fed])
    high = np.maximum.reduce([spans[name].high for name in fed])
    middle = ((low + high) / 2).astype(np.float32)
    weights[f"{norm}.bias"] = weights[f"{norm}.bias"] - middle
    weights[f"{added}.bias"] = weights[f"{added}.bias"] + middle
    for joined in fed:
        span = spans[joined]
        spans[joined] = Range(span.low - middle, span.high - middle)
        for name in joined.split("+"):
            lost = weights[f"{name}.weight"] @ middle
            weights[f"{name}.bias"] = weights[f"{name}.bias"] + lost


def _centre_values(
    weights: dict[str, Floats], spans: dict[str, Range], name: str
) -> None:
    """Centre what attention gives: a mean of values, whatever it attends to."""
    span = spans[f"{name}.out"]
    middle = ((span.low + span.high) / 2).astype(np.float32)
    spans[f"{name}.out"] = Range(span.low - middle, span.high - middle)
    for rows in _values(weights, name):
        if rows.ndim == 1:
            rows -= middle
    lost = weights[f"{name}.out.weight"] @ middle
    weights[f"{name}.out.bias"] = weights[f"{name}.out.bias"] + lost


def _values(weights: dict[str, Floats], name: str) -> list[Floats]:
    """Return what gives the values of a layer, rows of weights and biases to change."""
    width = weights[f"{name}.out.weight"].shape[1]
    found = []
    for part in ("mix", "rest"):
        for kind in ("weight", "bias"):
            key = f"{name}.{part}.{kind}"
            if key in weights:
                weights[key] = weights[key].copy()
                found.append(weights[key][-width:])
    return found


def _take(weights: dict[str, Floats], scales: dict[str, Scale], name: str) -> Floats:
    """Take what the inputs of a product are scaled by out of it; return that."""
    shrink = scales[name].shrink
    scales[name] = scales[name]._replace(shrink=np.ones_like(shrink))
    weights[f"{name}.weight"] = weights[f"{name}.weight"] / shrink
    return shrink
