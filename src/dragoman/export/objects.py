"""The shapes of the exchange file: model objects as plain JSON values.

Keys stand in the order of the interface description, ``kind`` first. ``None``
means that the source does not say.
"""

from collections.abc import Iterable

from dragoman.analyze.places import Placed
from dragoman.model.claim import NameUse, Participant, Party, Quantity, Time
from dragoman.model.document import Document
from dragoman.model.entity import (
    Described,
    Disagreement,
    Entity,
    Epithet,
    Event,
    Narrative,
    Report,
    Role,
    Statement,
)
from dragoman.model.knowledge import Known
from dragoman.model.span import Citation

Shape = dict[str, object]


def document_object(document: Document) -> Shape:
    """Return a document with its whole text."""
    return {
        "kind": "document",
        "id": document.id,
        "title": document.title,
        "source": {
            "name": document.source.name,
            "url": document.source.url,
            "author": document.source.author,
        },
        "lang": document.lang,
        "published": document.published,
        "retrieved": document.retrieved,
        "digest": document.digest,
        "media_type": document.media_type,
        "text": document.text,
    }


def entity_object(
    entity: Entity, known: Known | None = None, placed: Placed | None = None
) -> Shape:
    """Return an entity with names, epithets and roles.

    Args:
        entity: What the case says.
        known: What a list knows of it.
        placed: Where it lies.
    """
    return {
        "kind": "entity",
        "id": entity.id,
        "schema": entity.schema,
        "types": list(entity.types),
        "name": entity.name,
        "names": [_name(use) for use in entity.names],
        "epithets": [_epithet(epithet) for epithet in entity.epithets],
        "roles": [_role(role) for role in entity.roles],
        "country": _country(entity, placed),
        "external": _external(known, placed),
        "coordinates": _coordinates(known, placed),
        "citations": citation_objects(entity.citations),
    }


def _country(entity: Entity, placed: Placed | None) -> str | None:
    """Return the state; where a city lies says more than the largest of its name."""
    if placed is not None and placed.sure and placed.location.kind == "city":
        return placed.location.country
    return entity.country


def _external(known: Known | None, placed: Placed | None) -> Shape:
    return {
        "wikidata": None if known is None else known.wikidata,
        "wiki": None if known is None else known.wiki,
        "geonames": None if placed is None else placed.location.geonames,
    }


def _coordinates(known: Known | None, placed: Placed | None) -> Shape | None:
    if known is not None and known.latitude is not None and known.longitude is not None:
        where = {"latitude": known.latitude, "longitude": known.longitude}
        return where | {"sure": True, "kind": "listed"}
    if placed is None:
        return None
    location = placed.location
    return {
        "latitude": location.latitude,
        "longitude": location.longitude,
        "sure": placed.sure,
        "kind": location.kind,
    }


def event_object(event: Event) -> Shape:
    """Return an event with all its reports."""
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "participants": [_participant(one) for one in event.participants],
        "place": event.place,
        "place_name": event.place_name,
        "time": _time(event.time),
        "topics": list(event.topics),
        "quantities": [_quantity(one) for one in event.quantities],
        "modality": event.modality.value,
        "attribution": [_party(party) for party in event.attribution],
        "reports": [_report(report) for report in event.reports],
        "disagreements": [_disagreement(one) for one in event.disagreements],
        "described": [_described(one) for one in event.described],
        "citations": citation_objects(event.citations),
    }


def statement_object(statement: Statement) -> Shape:
    """Return a statement with its relay chain."""
    return {
        "kind": "statement",
        "id": statement.id,
        "speakers": [_party(party) for party in statement.speakers],
        "via": [_party(party) for party in statement.via],
        "addressees": [_party(party) for party in statement.addressees],
        "manner": statement.manner.value,
        "act": statement.act,
        "content": statement.content,
        "condition": statement.condition,
        "topics": list(statement.topics),
        "time": _time(statement.time),
        "event": statement.event,
        "outlet": None if statement.outlet is None else _party(statement.outlet),
        "described": [_described(one) for one in statement.described],
        "against": list(statement.against),
        "citations": citation_objects(statement.citations),
    }


def narrative_object(narrative: Narrative) -> Shape:
    """Return a narrative with its carriers."""
    return {
        "kind": "narrative",
        "id": narrative.id,
        "label": narrative.label,
        "form": narrative.form,
        "carriers": [_party(party) for party in narrative.carriers],
        "origin": None if narrative.origin is None else _party(narrative.origin),
        "citations": citation_objects(narrative.citations),
    }


def citation_objects(citations: Iterable[Citation]) -> list[Shape]:
    """Return citations; offsets count code points of the document's text."""
    return [
        {
            "document": citation.span.document_id,
            "start": citation.span.start,
            "end": citation.span.end,
            "quote": citation.quote,
        }
        for citation in citations
    ]


def _name(use: NameUse) -> Shape:
    return {
        "text": use.text,
        "lang": use.lang,
        "citations": citation_objects(use.citations),
    }


def _epithet(epithet: Epithet) -> Shape:
    return {
        "text": epithet.text,
        "by": [_party(party) for party in epithet.by],
        "citations": citation_objects(epithet.citations),
    }


def _role(role: Role) -> Shape:
    return {
        "title": role.title,
        "organization": role.organization,
        "organization_name": role.organization_name,
        "status": role.status,
        "time": _time(role.time),
        "first_cited": role.first_cited,
        "last_cited": role.last_cited,
        "citations": citation_objects(role.citations),
    }


def _party(party: Party) -> Shape:
    return {"entity": party.entity, "name": party.name}


def _participant(participant: Participant) -> Shape:
    return {**_party(participant.party), "part": participant.part}


def _time(time: Time | None) -> Shape | None:
    if time is None:
        return None
    return {
        "value": time.value,
        "text": time.text,
        "precision": time.precision,
        "inferred": list(time.inferred),
    }


def _quantity(quantity: Quantity) -> Shape:
    return {
        "kind": quantity.kind,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "text": quantity.text,
    }


def _report(report: Report) -> Shape:
    return {
        "document": report.document_id,
        "citations": citation_objects(report.citations),
    }


def _described(described: Described) -> Shape:
    return {
        "words": described.words,
        "entity": described.entity,
        "name": described.name,
        "basis": described.basis,
        "citations": citation_objects(described.citations),
    }


def _disagreement(disagreement: Disagreement) -> Shape:
    return {
        "property": disagreement.property,
        "variants": [
            {"value": one.value, "citations": citation_objects(one.citations)}
            for one in disagreement.variants
        ],
    }
