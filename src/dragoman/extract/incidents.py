"""Records of incidents: what an analyst notes of each kind that a document tells.

One record a kind, with the parts that the reading model found over the whole document
(``Annotations.incident_parts``). A wording counts once, however often it stands there;
of wordings that lie within each other the likeliest is kept.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.annotation import (
    Annotations,
    IncidentKind,
    IncidentPart,
    IncidentRole,
)
from dragoman.text.wording import wording

# Log odds from which a kind is told and a part believed: the best micro F1 on a quarter
# of the MUC-4 training documents by what was learned from the others.
_KINDS = {
    "attack": -0.75,
    "bombing": -1.5,
    "kidnapping": -1.5,
    "arson": -1.75,
    "robbery": -1.0,
}
_ROLES = {
    IncidentRole.PERPETRATOR: -1.2,
    IncidentRole.ORGANIZATION: -0.95,
    IncidentRole.TARGET: -1.2,
    IncidentRole.VICTIM: -1.2,
    IncidentRole.WEAPON: -1.7,
}
# Log odds from which a part belongs to further kinds than the likeliest.
_SHARED = -1.0


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
    parts: defaultdict[int, list[IncidentPart]] = defaultdict(list)
    for role, least in _ROLES.items():
        for part in _distinct(annotations.incident_parts, role, least, text):
            most = max(part.kinds[row] for row in told)
            for row in told:
                if part.kinds[row] >= min(most, _SHARED):
                    parts[row].append(part)
    records = [_record(kinds[row], parts[row]) for row in told]
    return sorted(records, key=lambda record: -record.score)


def _record(kind: IncidentKind, parts: Sequence[IncidentPart]) -> IncidentRecord:
    return IncidentRecord(kind.kind, kind.score, tuple(parts))


def _distinct(
    parts: Sequence[IncidentPart], role: IncidentRole, least: float, text: str
) -> list[IncidentPart]:
    """Return the likeliest place of each wording with a role."""
    groups: defaultdict[str, list[IncidentPart]] = defaultdict(list)
    for part in parts:
        if part.role is role and part.score > least:
            groups[wording(text[part.start : part.end].split())].append(part)
    taken: list[IncidentPart] = []
    kept: list[IncidentPart] = []
    for group in sorted(groups.values(), key=lambda group: -group[0].score):
        best = max(group, key=lambda part: part.here)
        if not any(one.start < best.end and best.start < one.end for one in taken):
            kept.append(best)
            taken.extend(group)
    return kept
