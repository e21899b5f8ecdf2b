"""Records of incidents: what an analyst notes of each kind that a document tells.

One record a kind, or two where those who suffered stand far apart in the text, with the
parts that the reading model found over the whole document
(``Annotations.incident_parts``). A wording counts once, however often it stands there,
and plays one part; of wordings that lie within each other the likeliest is kept.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.annotation import (
    Annotations,
    IncidentKind,
    IncidentPart,
    IncidentRole,
)
from dragoman.text.wording import wording

# Log odds from which a kind is told: the best micro F1 on the MUC-4 training documents,
# each quarter by what was learned from the others.
_KINDS = {
    "attack": -1.0,
    "bombing": -1.5,
    "kidnapping": -1.5,
    "arson": -1.75,
    "robbery": -1.0,
}
# Log odds from which a part is believed: about half of the F1 that is reached, below
# which a guess costs more than it wins.
_PLAYED = -1.2
# So many who suffered, so many sentences apart, are of two incidents: where F1 is best
# on the same documents.
_SUFFERING = frozenset({IncidentRole.TARGET, IncidentRole.VICTIM})
_SEVERAL = 3
_FAR = 4
# What stands between a name and its short form, and how many characters at most.
_IN_BRACKETS = re.compile(r"\s*[(\[]\s*")
_NEAR = 3


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """An incident of one kind.

    Attributes:
        kind: As in ``IncidentKind``.
        score: Log odds that the document tells it.
        parts: The likeliest place of each wording, the likeliest wording first.
    """

    kind: str
    score: float
    parts: tuple[IncidentPart, ...]


def read_incidents(annotations: Annotations, text: str) -> list[IncidentRecord]:
    """Return the incidents that a document tells, the likeliest kind first.

    Args:
        annotations: Of the document.
        text: Of the document.
    """
    kinds = annotations.incident_kinds
    told = [row for row, one in enumerate(kinds) if one.score > _KINDS[one.kind]]
    if not told:
        return []
    records = [
        _record(kinds[row], group)
        for row in told
        for group in _set_apart(_find_parts(annotations, row, text))
    ]
    return sorted(records, key=lambda record: -record.score)


def _find_parts(annotations: Annotations, kind: int, text: str) -> list[IncidentPart]:
    """Return who plays a part in an incident of a kind, the likeliest first.

    Each wording plays one part, at its likeliest place.
    """
    groups: defaultdict[tuple[IncidentRole, str], list[IncidentPart]]
    groups = defaultdict(list)
    for part in annotations.incident_parts:
        if part.kinds[kind] > _PLAYED:
            key = wording(text[part.start : part.end].split())
            groups[part.role, key].append(part)
    taken: defaultdict[IncidentRole, list[IncidentPart]] = defaultdict(list)
    kept: dict[str, IncidentPart] = {}
    for (role, key), group in sorted(
        groups.items(), key=lambda one: -one[1][0].kinds[kind]
    ):
        best = max(group, key=lambda part: part.here)
        beside = taken[role]
        within = any(one.start < best.end and best.start < one.end for one in beside)
        if not within and key not in kept and not _is_short_for(group, beside, text):
            kept[key] = best
            beside.extend(group)
    return list(kept.values())


def _record(kind: IncidentKind, parts: Sequence[IncidentPart]) -> IncidentRecord:
    return IncidentRecord(kind.kind, kind.score, tuple(parts))


def _set_apart(parts: Sequence[IncidentPart]) -> list[Sequence[IncidentPart]]:
    """Return the parts of one incident, or of two that are told far from each other.

    Whoever suffered belongs to one of them; who did it, and by what, to both.
    """
    suffered = sorted(part.sentence for part in parts if part.role in _SUFFERING)
    gap, low = max(
        ((high - low, low) for low, high in pairwise(suffered)), default=(0, 0)
    )
    if len(suffered) < _SEVERAL or gap < _FAR:
        return [parts]
    first = [p for p in parts if p.role not in _SUFFERING or p.sentence <= low]
    second = [p for p in parts if p.role not in _SUFFERING or p.sentence > low]
    return [first, second]


def _is_short_for(
    group: Sequence[IncidentPart], taken: Sequence[IncidentPart], text: str
) -> bool:
    """Tell whether one of two wordings explains the other: "the Front (FMLN)"."""
    return any(
        _IN_BRACKETS.fullmatch(
            text, min(one.end, other.end), max(one.start, other.start)
        )
        for one in group
        for other in taken
        if abs(one.start - other.end) <= _NEAR or abs(other.start - one.end) <= _NEAR
    )
