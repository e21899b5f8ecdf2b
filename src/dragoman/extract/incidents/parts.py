"""Who plays a part in the incidents of a kind, whichever of them it is."""

import re
from collections import defaultdict
from collections.abc import Sequence

from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentPart, IncidentRole
from dragoman.text.wording import wording

# Log odds from which a part is believed: about half of the F1 that is reached, below
# which a guess costs more than it wins.
PLAYED = -1.2
# What stands between a name and its short form, and how many characters at most.
_IN_BRACKETS = re.compile(r"\s*[(\[]\s*")
_NEAR = 3


def find_parts(
    annotations: Annotations, kind: int, text: str, least: float = PLAYED
) -> list[tuple[IncidentPart, list[IncidentPart]]]:
    """Return who plays a part in an incident of a kind, the likeliest first.

    Each wording plays one part; its likeliest place comes first, then all of them.

    Args:
        annotations: Of the document.
        kind: Its number among ``Annotations.incident_kinds``.
        text: Of the document.
        least: Log odds below which nobody is asked for.
    """
    groups: defaultdict[tuple[IncidentRole, str], list[IncidentPart]]
    groups = defaultdict(list)
    for part in annotations.incident_parts:
        if part.kinds[kind] > least:
            key = wording(text[part.start : part.end].split())
            groups[part.role, key].append(part)
    taken: defaultdict[IncidentRole, list[IncidentPart]] = defaultdict(list)
    kept: dict[str, tuple[IncidentPart, list[IncidentPart]]] = {}
    for (role, key), group in sorted(
        groups.items(), key=lambda one: -one[1][0].kinds[kind]
    ):
        best = max(group, key=lambda part: part.here)
        beside = taken[role]
        within = any(one.start < best.end and best.start < one.end for one in beside)
        if not within and key not in kept and not _is_short_for(group, beside, text):
            kept[key] = best, group
            beside.extend(group)
    return list(kept.values())


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
