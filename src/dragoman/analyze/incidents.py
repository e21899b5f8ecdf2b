"""Incidents of violence as an analyst notes them: one entry for each of them.

Two readings are brought together. Records (``model.assembly_incident``) hold parts that
were learned over whole documents; events hold what the grammar of a clause tells, with
dates, places and numbers. A record keeps its parts; from its events come whoever is
named, and whoever is described where the record leaves a part open. An attack that no
record has is an incident by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.data.tables import demonyms
from dragoman.model.claim import Modality, Participant, Party, Time
from dragoman.model.descriptions import head_word
from dragoman.model.directory import unite
from dragoman.model.entity import Entity, Event, Incident, Report
from dragoman.model.span import Citation
from dragoman.model.syntax import ARTICLES
from dragoman.schema.force import kind_of_attack
from dragoman.schema.loader import load_events
from dragoman.text.dates_lexicon import NUMBERS

PERPETRATOR, ORGANIZATION, WEAPON = "perpetrator", "organization", "weapon"
TARGET, VICTIM, UNNAMED = "target", "victim", "unnamed victim"
PARTS = (PERPETRATOR, ORGANIZATION, TARGET, VICTIM, UNNAMED, WEAPON)
_HAPPENED = frozenset({Modality.ASSERTED, Modality.ASSESSED, Modality.DENIED})
# Parts that stand for one another: whoever suffered is told by either.
_SIDES = ((PERPETRATOR,), (ORGANIZATION,), (TARGET, VICTIM, UNNAMED), (WEAPON,))
_SIDE_OF = {part: side for side in _SIDES for part in side}

Entities = Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that a case tells of one incident.

    Attributes:
        id: Of the first record, or of the event if there is no record.
        kind: ``attack``, ``bombing``, ``kidnapping``, ``arson`` or ``robbery``.
        odds: Log odds that a document tells it at length, ``None`` without a record.
        parties: By part, in the order of ``PARTS``; each one once.
        events: That tell it, the one of most reports first.
        place: Entity of the place, ``None`` if not said or not named.
        place_name: Its name as text.
        time: When.
        reports: What each document tells.
        citations: First the passage that tells it best.
    """

    id: str
    kind: str
    odds: float | None
    parties: Mapping[str, tuple[Party, ...]]
    events: tuple[Event, ...]
    place: str | None
    place_name: str | None
    time: Time | None
    reports: tuple[Report, ...]
    citations: tuple[Citation, ...]


def tell_incidents(
    incidents: Iterable[Incident], events: Iterable[Event], entities: Entities
) -> Iterator[Account]:
    """Yield the incidents of a case, those with a record first.

    Attacks that are planned, threatened, demanded or hypothetical are none. A record
    that rests on events is left out when people struck all of them or said that they
    did not happen.

    Args:
        incidents: Assembled records.
        events: All events of the case.
        entities: By canonical identifier.
    """
    attacks = {
        event.id: event
        for event in events
        if event.type == "ASSAULT" and event.modality in _HAPPENED
    }
    told: set[str] = set()
    for incident in incidents:
        own = [attacks[event] for event in incident.events if event in attacks]
        told.update(incident.events)
        if own or not incident.events:
            yield _combine(incident, own, entities)
    for identifier, event in attacks.items():
        if identifier not in told:
            yield _of_event(event, entities)


def _combine(
    incident: Incident, events: Sequence[Event], entities: Entities
) -> Account:
    events = sorted(events, key=lambda event: -len(event.reports))
    placed = next((event for event in events if event.place_name is not None), incident)
    timed = next((event for event in events if event.time is not None), incident)
    parts = [(one.part, one.party) for one in incident.parts]
    passages = [*incident.citations, *(c for one in events for c in one.citations)]
    return Account(
        id=incident.id,
        kind=incident.kind,
        odds=incident.odds,
        parties=_fill(parts, events, entities),
        events=tuple(events),
        place=placed.place,
        place_name=placed.place_name,
        time=timed.time,
        reports=_unite_reports([incident.reports, *(one.reports for one in events)]),
        citations=tuple(dict.fromkeys(passages)),
    )


def _of_event(event: Event, entities: Entities) -> Account:
    return Account(
        id=event.id,
        kind=kind_of_attack(event.mode, event.participants),
        odds=None,
        parties=_fill((), (event,), entities),
        events=(event,),
        place=event.place,
        place_name=event.place_name,
        time=event.time,
        reports=event.reports,
        citations=event.citations,
    )


def _fill(
    parts: Sequence[tuple[str, Party]], events: Iterable[Event], entities: Entities
) -> dict[str, tuple[Party, ...]]:
    """Return everybody by part: those of a record, then those of its events."""
    filled: dict[str, list[Party]] = {part: [] for part in PARTS}
    told = {_SIDE_OF[part] for part, _ in parts}
    known = [party for _, party in parts]
    for part, party in parts:
        _add(filled[part], party)
    for event in events:
        for one in event.participants:
            part, named = _part_of(one, entities), one.party.entity is not None
            wanted = named or _SIDE_OF[part] not in told
            if part == TARGET and _is_within(one, event.participants):
                continue
            if wanted and not any(_is_same(one.party, other) for other in known):
                _add(filled[part], one.party)
    return {part: tuple(parties) for part, parties in filled.items()}


def _is_within(one: Participant, others: Iterable[Participant]) -> bool:
    """Tell whether what was hit tells whose it is: "seven United Nations guards"."""
    words = _words(one.party)
    return any(
        other.part == one.part
        and other.party.entity is None
        and words < _words(other.party)
        for other in others
    )


def _is_same(one: Party, other: Party) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return _words(one) == _words(other)


def _add(parties: list[Party], party: Party) -> None:
    """Add a party unless it is there, by name or as part of a longer description."""
    if party in parties:
        return
    words = _words(party)
    if party.entity is None and any(words <= _words(other) for other in parties):
        return
    if any(p.entity is None and words < _words(p) for p in parties):
        return  # "the Red Cross convoy": what was hit tells whose it is
    shorter = [p for p in parties if p.entity is None and _words(p) < words]
    for other in shorter:
        parties.remove(other)
    parties.append(party)


def _words(party: Party) -> frozenset[str]:
    return frozenset(party.name.casefold().split()) - ARTICLES


def _part_of(one: Participant, entities: Entities) -> str:
    """Return the part of whoever takes part in an attack."""
    entity = entities.get(one.party.entity or "")
    if one.part == WEAPON:
        return WEAPON
    if one.part == "actor":
        body = entity is not None and entity.schema != "Person"
        return ORGANIZATION if body else PERPETRATOR
    if entity is not None:
        return VICTIM if entity.schema == "Person" else TARGET
    return UNNAMED if _is_of_people(one.party.name) else TARGET


def _is_of_people(description: str) -> bool:
    """Tell whether people are described, or counted: "five others", "another 30"."""
    head = head_word(description)
    if _is_count(head):
        counted = description.casefold().partition(" of ")[2]
        if not counted:  # "Flight 17" counts nobody
            return all(map(_is_count, description.casefold().replace(",", "").split()))
        head = head_word(counted)
    return head in {*load_events().words["people"], "other"} or head in demonyms()


def _is_count(word: str) -> bool:
    return word.isdigit() or word in NUMBERS or word in load_events().words["counts"]


def _unite_reports(groups: Iterable[Sequence[Report]]) -> tuple[Report, ...]:
    cited: dict[str, list[Citation]] = {}
    for reports in groups:
        for report in reports:
            cited.setdefault(report.document_id, []).extend(report.citations)
    return tuple(Report(one, unite(found)) for one, found in sorted(cited.items()))
