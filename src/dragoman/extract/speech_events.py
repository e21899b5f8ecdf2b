"""Statements that are themselves acts against or towards somebody, as events.

To threaten, to accuse, to demand and to reject are events of the PLOVER ontology,
carried out by words. Nothing else becomes an event by being said: what is threatened
or reported stays in the statement.
"""

from collections.abc import Sequence

from dragoman.model.claim import (
    EventClaim,
    Modality,
    Participant,
    Party,
    StatementClaim,
)
from dragoman.model.ids import hash_id

_TYPES = {
    "threaten": "THREATEN",
    "accuse": "ACCUSE",
    "condemn": "ACCUSE",
    "demand": "REQUEST",
    "request": "REQUEST",
    "reject": "REJECT",
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
