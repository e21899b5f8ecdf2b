"""Statements that are themselves acts against or towards somebody, as events.

To threaten, to accuse, to demand and to reject are events of the PLOVER ontology,
carried out by words. Nothing else becomes an event by being said: what is threatened
or reported stays in the statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model.claim import (
    Claim,
    EventClaim,
    Modality,
    Participant,
    Party,
    StatementClaim,
)
from dragoman.model.ids import hash_id
from dragoman.model.span import Shelves

_TYPES = {
    "threaten": "THREATEN",
    "accuse": "ACCUSE",
    "condemn": "ACCUSE",
    "demand": "REQUEST",
    "request": "REQUEST",
    "reject": "REJECT",
}
# What else events that were found by their verbs or nouns may be, put in words.
PUT_AS = _TYPES | {
    "warn": "THREATEN",
    "direct": "REQUEST",
    "agree": "AGREE",
    "pledge": "AGREE",
    "praise": "SUPPORT",
    "thank": "SUPPORT",
}


def make_speech_event(
    statement: StatementClaim, targets: Sequence[Party]
) -> EventClaim | None:
    """Make the event that a statement is, ``None`` if it is none.

    Both sides must be entities, and nobody may stand on both; words passed on by
    a relay make no event.

    Args:
        statement: What was said.
        targets: Against whom or to whom it was said.
    """
    kind = _TYPES.get(statement.act)
    actors = [party for party in statement.speakers if party.entity is not None]
    recipients = [party for party in targets if party.entity is not None]
    if kind is None or statement.via or not actors or not recipients:
        return None
    if {party.entity for party in actors} & {party.entity for party in recipients}:
        return None
    participants = (
        *(Participant(party, "actor") for party in actors),
        *(Participant(party, "recipient") for party in recipients),
    )
    return EventClaim(
        id=hash_id("v", "speech", statement.id, kind),
        document_id=statement.document_id,
        type=kind,
        mode=None,
        participants=participants,
        place=None,
        place_name=None,
        time=statement.time,
        topics=(),
        quantities=(),
        modality=Modality.ASSERTED,
        attribution=(),
        citations=statement.citations,
        producer=statement.producer,
    )


def link_statements(
    claims: Sequence[Claim], events: Sequence[EventClaim]
) -> Iterator[StatementClaim]:
    """Yield statements that are one of the events, with that event.

    The words that say who speaks and how lie in the passage that tells the event, the
    act is of its type, and a speaker carries it out.

    Args:
        claims: Claims of a document, statements among them.
        events: Events of the same document.
    """
    shelves: Shelves[EventClaim] = Shelves()
    for event in events:
        told = event.citations[0].span
        shelves.put(told.start, told.end, event)
    for claim in claims:
        if not isinstance(claim, StatementClaim) or claim.event is not None:
            continue
        near = shelves.near(claim.citations[-1].span.start)
        act = next((one for one in near if _is_act(claim, one)), None)
        if act is not None:
            yield replace(claim, event=act.id)


def _is_act(statement: StatementClaim, event: EventClaim) -> bool:
    cue, told = statement.citations[-1].span, event.citations[0].span
    speakers = {party.entity or party.name for party in statement.speakers}
    return (
        event.type == PUT_AS.get(statement.act)
        and told.start <= cue.start
        and cue.end <= told.end
        and any(
            participant.part == "actor"
            and (participant.party.entity or participant.party.name) in speakers
            for participant in event.participants
        )
    )
