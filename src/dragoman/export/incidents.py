"""Attacks as an analyst's incident records: tab-separated, one row an event.

Who, by what, against whom, how many, and how sure: the columns are described in
``docs/reference/incidents.md``. What is planned, demanded or hypothetical is no
incident; what is denied is one that somebody denies, and says so.
"""

from collections.abc import Mapping
from typing import BinaryIO

from dragoman.analyze.actor_codes import find_alpha3, find_country
from dragoman.analyze.origins import count_origins
from dragoman.export.checked import CheckedView
from dragoman.export.rows import Cell, name_party, write_line
from dragoman.model.claim import Modality, Participant
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event
from dragoman.model.view import View

COLUMNS = (
    "event_id",
    "kind",
    "event_date",
    "placename",
    "place_country",
    "perpetrators",
    "organizations",
    "recipients",
    "weapons",
    "killed",
    "wounded",
    "abducted",
    "confidence",
    "attribution",
    "reports",
    "origins",
    "disagreements",
    "publisher",
    "publication_date",
    "document",
    "start",
    "end",
    "quote",
)
_KINDS = {
    "explosives": "bombing",
    "suicide-attack": "bombing",
    "abduct": "kidnapping",
}
_EXPLOSIVE = ("bomb", "dynamite", "explosive", "grenade", "mine")
_HAPPENED = frozenset({Modality.ASSERTED, Modality.ASSESSED, Modality.DENIED})


class IncidentExporter:
    """Tab-separated incident records."""

    name = "incidents"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write a header line and a line for each attack, as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        checked = CheckedView(view)
        documents = {document.id: document for document in checked.documents()}
        entities = {entity.id: entity for entity in checked.entities()}
        stream.write(write_line(COLUMNS))
        for event in checked.events():
            if event.type == "ASSAULT" and event.modality in _HAPPENED:
                stream.write(write_line(_row(event, documents, entities)))


def _row(
    event: Event,
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
) -> tuple[Cell, ...]:
    sides: dict[str, list[str]] = {
        "perpetrator": [],
        "organization": [],
        "recipient": [],
        "weapon": [],
    }
    for one in event.participants:
        sides[_side(one, entities)].append(name_party(one.party, entities))
    place = entities.get(event.place or "")
    country = find_country(event.place_name or "")
    if place is not None and place.country:
        country = find_alpha3(place.country) or country
    first = event.citations[0]
    document = documents[first.span.document_id]
    return (
        event.id,
        _kind(event, sides["weapon"]),
        None if event.time is None else event.time.value,
        event.place_name,
        country,
        *(";".join(names) for names in sides.values()),
        *(_count(event, kind) for kind in ("killed", "wounded", "abducted")),
        _confidence(event),
        ";".join(party.name for party in event.attribution),
        len(event.reports),
        count_origins(event.reports),
        ";".join(one.property for one in event.disagreements),
        document.source.name,
        document.published,
        document.id,
        first.span.start,
        first.span.end,
        first.quote,
    )


def _kind(event: Event, weapons: list[str]) -> str:
    """Return ``bombing``, ``kidnapping`` or ``attack``."""
    if event.mode in _KINDS:
        return _KINDS[event.mode]
    words = " ".join(weapons).lower()
    return "bombing" if any(word in words for word in _EXPLOSIVE) else "attack"


def _side(one: Participant, entities: Mapping[str, Entity]) -> str:
    """Return the column of a participant; bodies and individuals stand apart."""
    if one.part != "actor":
        return "weapon" if one.part == "weapon" else "recipient"
    entity = entities.get(one.party.entity or "")
    body = entity is not None and entity.schema != "Person"
    return "organization" if body else "perpetrator"


def _count(event: Event, kind: str) -> str:
    """Return the first number of a kind with its bounds: ``12``, ``12+``, ``10-15``."""
    for one in event.quantities:
        if one.kind == kind:
            if one.high is None:
                return f"{one.low:g}+"
            return (
                f"{one.low:g}" if one.low == one.high else f"{one.low:g}-{one.high:g}"
            )
    return ""


def _confidence(event: Event) -> str:
    """Tell how the sources put who did it."""
    if event.modality is not Modality.ASSERTED:
        return "denied" if event.modality is Modality.DENIED else "suspected"
    doers = {one.party for one in event.participants if one.part == "actor"}
    if not doers:
        return "unknown"
    if doers & set(event.attribution):
        return "claimed"
    return "alleged" if event.attribution else "reported"
