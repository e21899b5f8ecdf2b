"""Tellings of one death: nobody dies twice, so what one tells of it holds for all.

"Ruiz was shot dead in Lima on Monday ... The killing of Ruiz shocked the country": the
second telling has the day and the place of the first.
"""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.extract.events.draft import Draft
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality
from dragoman.text.dates_clock import DATE_FROM_CONTEXT

_LETHAL = frozenset(
    {"kill", "murder", "assassinate", "execute", "behead", "slay", "lynch", "die"}
    | {"killing", "assassination", "execution", "slaying", "death", "gun", "shoot"}
)


def share_deaths(drafts: Sequence[Draft], annotations: Annotations) -> None:
    """Give each telling of a death the day and place that the others agree on."""
    deaths: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.type != "ASSAULT" or draft.modality is not Modality.ASSERTED:
            continue
        dead = _dead(draft, annotations)
        if dead is not None and draft.lemma in _LETHAL:
            deaths[dead].append(draft)
    for tellings in deaths.values():
        times = {
            one.time.value: one.time
            for one in tellings
            if one.time is not None and one.time.precision == "day"
        }
        places = {one.place for one in tellings if one.place is not None}
        for one in tellings:
            if one.time is None and len(times) == 1:
                (time,) = times.values()
                one.time = time.inferred_by(DATE_FROM_CONTEXT)
            if one.place is None and len(places) == 1:
                (one.place,) = places


def _dead(draft: Draft, annotations: Annotations) -> str | None:
    """Return the only person with a name whom a deed killed."""
    hit = [one.party.entity for one in draft.participants if one.part == "recipient"]
    if len(hit) != 1 or hit[0] is None:
        return None
    chain = annotations.chain_by_id[hit[0]]
    return chain.id if chain.schema is Schema.PERSON else None
