"""Coded dyads as tab-separated values, in the manner of the PLOVER data sets.

One row for each pair of actor and recipient. The columns are described in
``docs/reference/plover.md``. Only what the sources say took place is coded
(``analyze.event_codes``); the exchange file has the rest.
"""

import re
from typing import BinaryIO

from dragoman.analyze.actor_codes import find_alpha3, find_country
from dragoman.analyze.event_codes import Dyad, list_dyads
from dragoman.analyze.origins import count_origins
from dragoman.analyze.own_codes import OwnCodes
from dragoman.export.checked import CheckedView
from dragoman.export.rows import Cell, list_heads, list_names, name_party, write_line
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event
from dragoman.model.view import View

COLUMNS = (
    "event_id",
    "event_date",
    "event_type",
    "event_mode",
    "quad_code",
    "cameo",
    "contexts",
    "actor_id",
    "actor_name",
    "actor_country",
    "actor_sector",
    "actor_title",
    "recipient_id",
    "recipient_name",
    "recipient_country",
    "recipient_sector",
    "recipient_title",
    "placename",
    "place_country",
    "attribution",
    "reports",
    "origins",
    "disagreements",
    "publisher",
    "publication_date",
    "language",
    "document",
    "start",
    "end",
    "quote",
)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class PloverExporter:
    """Tab-separated dyads."""

    name = "plover"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write a header line and a line for each dyad, as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        checked = CheckedView(view)
        documents, entities = list_heads(checked), list_names(checked)
        stream.write(write_line(COLUMNS))
        own = OwnCodes(view.known)
        for event in checked.events():
            day = _day(event, documents)
            stream.writelines(
                write_line(_row(event, dyad, documents, entities))
                for dyad in list_dyads(event, entities.get, own, day)
            )


def _day(event: Event, documents: dict[str, Document]) -> str | None:
    """Return the day of an event, or else of its first report."""
    value = "" if event.time is None else event.time.value[:10]
    if _DAY.fullmatch(value):
        return value
    published = documents[event.citations[0].span.document_id].published
    return published[:10] if published else None


def _row(
    event: Event,
    dyad: Dyad,
    documents: dict[str, Document],
    entities: dict[str, Entity],
) -> tuple[Cell, ...]:
    first = event.citations[0]
    document = documents[first.span.document_id]
    return (
        event.id,
        None if event.time is None else event.time.value,
        dyad.type,
        dyad.mode,
        dyad.quad,
        dyad.cameo,
        ";".join(event.topics),
        *_party_cells(dyad.actor, entities),
        dyad.actor_code.country,
        dyad.actor_code.sector,
        _title(dyad.actor, entities),
        *_party_cells(dyad.recipient, entities),
        dyad.recipient_code.country,
        dyad.recipient_code.sector,
        _title(dyad.recipient, entities),
        event.place_name,
        _country_of(event, entities),
        ";".join(party.name for party in event.attribution),
        len(event.reports),
        count_origins(event.reports),
        ";".join(one.property for one in event.disagreements),
        document.source.name,
        document.published,
        document.lang,
        document.id,
        first.span.start,
        first.span.end,
        first.quote,
    )


def _party_cells(party: Party, entities: dict[str, Entity]) -> tuple[Cell, Cell]:
    return party.entity, name_party(party, entities)


def _title(party: Party, entities: dict[str, Entity]) -> Cell:
    entity = entities.get(party.entity or "")
    return None if entity is None or not entity.roles else entity.roles[-1].title


def _country_of(event: Event, entities: dict[str, Entity]) -> Cell:
    place = entities.get(event.place or "")
    if place is not None and place.country:
        return find_alpha3(place.country)
    return find_country(event.place_name or "")
