"""Which of those who play a part in incidents of a kind belong to the same one.

A small network tells of each pair how likely both are of one incident
(``incidents.pairs``); those of whom every pair is likely enough make up an incident.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.incidents.pairs import SUFFERING, PairFigures
from dragoman.model.incident import IncidentPart, IncidentRole

Floats = NDArray[np.float32]

# Log odds from which two are of one incident: where F1 is best on the MUC-4 training
# documents, each quarter by what was learned from the others.
_TOGETHER = 0.0


def set_apart(
    kind: int,
    found: Sequence[tuple[IncidentPart, Sequence[IncidentPart]]],
    figures: PairFigures,
) -> list[list[IncidentPart]]:
    """Return the parts of each incident, the likeliest part first.

    Whoever suffered without a name sets nobody apart and is put where he fits best.

    Args:
        kind: Number of the kind of incident.
        found: Who plays a part, as ``find_parts`` returns it.
        figures: Of the document.
    """
    parts = [part for part, _ in found]
    leading = [
        row for row, part in enumerate(parts) if part.role is not IncidentRole.UNNAMED
    ]
    if len(leading) < 2:
        return [parts]
    odds = _weigh_pairs(len(parts), figures.gather(kind, found))
    # Parts come by their odds: the first of a group is its likeliest.
    groups = sorted(_group(odds, leading), key=min)
    suffering = {row for row in leading if parts[row].role in SUFFERING}
    groups = _join_doers(groups, suffering, odds)
    for row in sorted(set(range(len(parts))) - set(leading)):
        max(groups, key=lambda group: odds[row, group].mean()).append(row)
    return [[parts[row] for row in sorted(group)] for group in groups]


def _weigh_pairs(count: int, figures: Floats) -> Floats:
    """Return log odds that two are of one incident, ``(count, count)``."""
    weights, bias, out, calm = _load_weights()
    told = np.maximum(figures @ weights + bias, 0) @ out + calm
    odds = np.zeros((count, count), np.float32)
    for (one, two), value in zip(combinations(range(count), 2), told, strict=True):
        odds[one, two] = odds[two, one] = value
    return odds


def _group(odds: Floats, rows: Sequence[int]) -> list[list[int]]:
    """Join the likeliest groups as long as all pairs across are likely enough."""
    groups = {number: [row] for number, row in enumerate(rows)}
    # How likely the least likely pair across two groups is; it is kept up, as to look
    # at all pairs for each join takes minutes on a long list of attacks.
    likely = odds[np.ix_(rows, rows)]
    np.fill_diagonal(likely, -np.inf)
    while len(groups) > 1:
        one, two = map(int, np.unravel_index(likely.argmax(), likely.shape))
        if likely[one, two] < _TOGETHER:
            break
        groups[one] += groups.pop(two)
        likely[one] = likely[:, one] = np.minimum(likely[one], likely[two])
        likely[two] = likely[:, two] = -np.inf
    return [*groups.values()]


def _join_doers(
    groups: Sequence[list[int]], suffering: AbstractSet[int], odds: Floats
) -> list[list[int]]:
    """Put groups without anybody who suffered to others, but for the likeliest group.

    A second incident is told by whom it befell: of those told by culprits or weapons
    alone, one in four was one on the MUC-4 training documents.
    """
    kept = [groups[0], *(one for one in groups[1:] if not suffering.isdisjoint(one))]
    rest = [one for one in groups[1:] if suffering.isdisjoint(one)]
    for one in sorted(rest, key=len):
        best = max(kept, key=lambda group: odds[np.ix_(one, group)].mean())
        best.extend(one)
    return sorted(kept, key=min)


@cache
def _load_weights() -> tuple[Floats, Floats, Floats, Floats]:
    file = files("dragoman.data").joinpath("model", "incident_pairs.npz")
    with file.open("rb") as data, np.load(data) as arrays:
        return arrays["in"], arrays["bias"], arrays["out"], arrays["calm"]
