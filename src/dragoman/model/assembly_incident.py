"""From records of incidents to the incidents of a case.

Records of several documents are one incident where an event that tells it is one.
Who parts the events, parts the incidents. A document that tells two incidents apart
keeps them apart, whatever others say.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.assembly import find_sharpest, gather_reports
from dragoman.model.claim import IncidentClaim, IncidentParty
from dragoman.model.directory import Directory, key_of
from dragoman.model.entity import Incident
from dragoman.model.span import Citation


def assemble_incidents(
    claims: Iterable[IncidentClaim], directory: Directory
) -> Iterator[Incident]:
    """Yield the incidents of a case in the order of their first records.

    Args:
        claims: All records, in a fixed order.
        directory: Look-ups of the case.
    """
    groups: list[list[IncidentClaim]] = []
    group_of: dict[str, int] = {}
    for claim in claims:
        events = [directory.canonical(event) for event in claim.events]
        known = Counter(group_of[event] for event in events if event in group_of)
        fitting = [
            number
            for number, _ in known.most_common()
            if all(one.document_id != claim.document_id for one in groups[number])
        ]
        # All that is known of it belongs to another incident of its own document.
        if known and not fitting and not claim.parts:
            continue
        number = fitting[0] if fitting else len(groups)
        if not fitting:
            groups.append([])
        groups[number].append(claim)
        for event in events:
            group_of.setdefault(event, number)
    events_of: list[list[str]] = [[] for _ in groups]
    for event, number in group_of.items():
        events_of[number].append(event)
    for group, events in zip(groups, events_of, strict=True):
        yield _assemble(group, events, directory)


def _assemble(
    claims: Sequence[IncidentClaim], events: Sequence[str], directory: Directory
) -> Incident:
    clearest = max(claims, key=lambda claim: claim.odds)
    placed = [claim for claim in claims if claim.place_name is not None]
    return Incident(
        id=claims[0].id,
        kind=clearest.kind,
        odds=clearest.odds,
        parts=_unite_parts(claims, directory),
        events=tuple(events),
        place=directory.entity(placed[0].place) if placed else None,
        place_name=placed[0].place_name if placed else None,
        time=find_sharpest([claim.time for claim in claims]),
        reports=gather_reports(claims),
        citations=_lead(clearest, claims),
    )


def _unite_parts(
    claims: Iterable[IncidentClaim], directory: Directory
) -> tuple[IncidentParty, ...]:
    found: dict[tuple[str, str | None, str], IncidentParty] = {}
    for claim in claims:
        for one in claim.parts:
            party = directory.party(one.party)
            found.setdefault((one.part, *key_of(party)), replace(one, party=party))
    return tuple(found.values())


def _lead(
    clearest: IncidentClaim, claims: Iterable[IncidentClaim]
) -> tuple[Citation, ...]:
    every = (citation for claim in claims for citation in claim.citations)
    return tuple(dict.fromkeys((*clearest.citations, *every)))
