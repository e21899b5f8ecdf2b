"""Who takes part in events with whom, and where to draw them."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.model.claim import Modality
from dragoman.model.entity import Event

# Events that are said to have happened; a planned meeting links nobody yet.
_HELD = frozenset({Modality.ASSERTED})


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the network.

    Attributes:
        id: Canonical identifier.
        weight: Events that it shares with others.
        x: Position from 0 (left) to 1.
        y: Position from 0 (top) to 1.
    """

    id: str
    weight: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities and the events in which both take part."""

    left: str
    right: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, heaviest first, and ties between them."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def make_network(events: Iterable[Event], *, max_nodes: int = 40) -> Network:
    """Link entities that take part in the same events.

    Args:
        events: Events; only asserted ones count.
        max_nodes: The heaviest so many entities are kept.

    Returns:
        Positions come from a force-directed layout without chance, so the same
        events give the same drawing.
    """
    shared: dict[tuple[str, str], list[str]] = {}
    for event in events:
        if event.modality not in _HELD:
            continue
        present = sorted(
            {p.party.entity for p in event.participants if p.party.entity is not None}
        )
        for pair in combinations(present, 2):
            shared.setdefault(pair, []).append(event.id)
    weight: Counter[str] = Counter()
    for pair, ids in shared.items():
        for one in pair:
            weight[one] += len(ids)
    kept = sorted(weight, key=lambda one: (-weight[one], one))[:max_nodes]
    inside = set(kept)
    ties = tuple(
        Tie(left, right, tuple(ids))
        for (left, right), ids in sorted(shared.items())
        if left in inside and right in inside
    )
    places = _lay_out(kept, [(tie.left, tie.right) for tie in ties])
    return Network(tuple(Node(one, weight[one], *places[one]) for one in kept), ties)


def _lay_out(
    ids: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Lay out by forces, from a circle, with a fixed number of steps.

    Source:
        T. Fruchterman and E. Reingold, "Graph drawing by force-directed
        placement", 1991.
    """
    count = len(ids)
    if count == 0:
        return {}
    xs = [math.cos(2 * math.pi * n / count) for n in range(count)]
    ys = [math.sin(2 * math.pi * n / count) for n in range(count)]
    number = {one: n for n, one in enumerate(ids)}
    ends = [(number[left], number[right]) for left, right in pairs]
    best = 1.6 / math.sqrt(count)
    steps = 120
    for step in range(steps):
        heat = 0.12 * (1 - step / steps)
        dx, dy = _forces(xs, ys, ends, best)
        for n in range(count):
            length = math.hypot(dx[n], dy[n]) or 1.0
            xs[n] += dx[n] / length * min(length, heat)
            ys[n] += dy[n] / length * min(length, heat)
    return {one: (_scale(xs, n), _scale(ys, n)) for n, one in enumerate(ids)}


def _forces(
    xs: list[float], ys: list[float], ends: list[tuple[int, int]], best: float
) -> tuple[list[float], list[float]]:
    # A weak pull to the middle keeps separate groups on the page.
    dx, dy = _push_apart(np.array((xs, ys)), best).tolist()
    for one, other in ends:
        ax, ay = xs[one] - xs[other], ys[one] - ys[other]
        pull = math.hypot(ax, ay) / best * 0.35
        dx[one] -= ax * pull
        dy[one] -= ay * pull
        dx[other] += ax * pull
        dy[other] += ay * pull
    return dx, dy


def _push_apart(places: NDArray[np.float64], best: float) -> NDArray[np.float64]:
    """Return the pull to the middle and the pushes of all others, added in their order.

    Args:
        places: Horizontal and vertical, of shape ``(2, n)``.
        best: The distance that is strived for.
    """
    # By axis, the other one, and the one that is pushed.
    apart = places[:, np.newaxis, :] - places[:, :, np.newaxis]
    squares = np.maximum((apart * apart).sum(axis=0), 1e-4)
    pushes = apart * (best * best / squares)
    return np.concatenate((-0.25 * places[:, np.newaxis], pushes), axis=1).cumsum(1)[
        :, -1
    ]


def _scale(values: list[float], at: int) -> float:
    low, high = min(values), max(values)
    return 0.5 if high - low < 1e-9 else round((values[at] - low) / (high - low), 4)
