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
    turns = [2 * math.pi * n / count for n in range(count)]
    places = np.array(([*map(math.cos, turns)], [*map(math.sin, turns)]))
    number = {one: n for n, one in enumerate(ids)}
    tied = [(number[left], number[right]) for left, right in pairs]
    ends = np.array(tied, np.intp).reshape(-1, 2)
    best = 1.6 / math.sqrt(count)
    steps = 120
    for step in range(steps):
        heat = 0.12 * (1 - step / steps)
        moves = _push_apart(places, best)
        _pull_together(moves, places, ends, best)
        lengths = np.hypot(*moves)
        lengths[lengths == 0] = 1.0
        places += moves / lengths * np.minimum(lengths, heat)
    xs, ys = places.tolist()
    return {one: (_scale(xs, n), _scale(ys, n)) for n, one in enumerate(ids)}


def _pull_together(
    moves: NDArray[np.float64],
    places: NDArray[np.float64],
    ends: NDArray[np.intp],
    best: float,
) -> None:
    """Add the pulls of ties, one after the other, to moves of shape ``(2, n)``."""
    apart = places[:, ends[:, 0]] - places[:, ends[:, 1]]
    pulls = apart * (np.hypot(*apart) / best * 0.35)
    both = np.stack((-pulls, pulls), axis=2).reshape(2, -1)
    for axis in range(2):
        np.add.at(moves[axis], ends.ravel(), both[axis])


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
    # A weak pull to the middle keeps separate groups on the page.
    return np.concatenate((-0.25 * places[:, np.newaxis], pushes), axis=1).cumsum(1)[
        :, -1
    ]


def _scale(values: list[float], at: int) -> float:
    low, high = min(values), max(values)
    return 0.5 if high - low < 1e-9 else round((values[at] - low) / (high - low), 4)
