"""Incidents of violence as an analyst's records: tab-separated, one row an incident.

Who, by what, against whom, how many, and how sure: the columns are described in
``docs/reference/incidents.md``. What is planned, demanded or hypothetical is no
incident; what is denied is one that somebody denies, and says so.
"""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import BinaryIO

from dragoman.analyze.actor_codes import find_alpha3, find_country
from dragoman.analyze.incidents import (
    ORGANIZATION,
    PARTS,
    PERPETRATOR,
    Account,
    tell_incidents,
)
from dragoman.analyze.origins import count_origins
from dragoman.export.checked import CheckedView
from dragoman.export.rows import Cell, list_heads, list_names, name_party, write_line
from dragoman.model.claim import Modality
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.span import Citation
from dragoman.model.view import View

COLUMNS = (
    "incident_id",
    "kind",
    "odds",
    "event_ids",
    "event_date",
    "placename",
    "place_country",
    "perpetrators",
    "organizations",
    "targets",
    "victims",
    "unnamed_victims",
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
    "passages",
)


class IncidentExporter:
    """Tab-separated incident records."""

    name = "incidents"
    version = "2"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write a header line and a line for each incident, as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        checked = CheckedView(view)
        documents, entities = list_heads(checked), list_names(checked)
        stream.write(write_line(COLUMNS))
        accounts = tell_incidents(checked.incidents(), checked.events(), entities)
        rows = [
            (account.citations[0].span, write_line(_row(account, documents, entities)))
            for account in accounts
        ]
        rows.sort(key=itemgetter(0))
        stream.writelines(line for _, line in rows)


def _row(
    account: Account,
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
) -> tuple[Cell, ...]:
    place = entities.get(account.place or "")
    country = find_country(account.place_name or "")
    if place is not None and place.country:
        country = find_alpha3(place.country) or country
    first = account.citations[0]
    document = documents[first.span.document_id]
    return (
        account.id,
        account.kind,
        account.odds,
        _join(event.id for event in account.events),
        None if account.time is None else account.time.value,
        account.place_name,
        country,
        *(
            _join(name_party(party, entities) for party in account.parties[part])
            for part in PARTS
        ),
        *(_count(account, kind) for kind in ("killed", "wounded", "abducted")),
        _confidence(account),
        _join(party.name for event in account.events for party in event.attribution),
        len(account.reports),
        count_origins(account.reports),
        _join(one.property for event in account.events for one in event.disagreements),
        document.source.name,
        document.published,
        document.id,
        first.span.start,
        first.span.end,
        first.quote,
        _join(map(_address, account.citations)),
    )


def _join(values: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(values))


def _address(citation: Citation) -> str:
    span = citation.span
    return f"{span.document_id}:{span.start}-{span.end}"


def _count(account: Account, kind: str) -> str:
    """Return the highest number of a kind with its bounds: ``12``, ``12+``, ``10-15``.

    Events of one incident count the same dead, some of them only a part.
    """
    numbers = [
        one for event in account.events for one in event.quantities if one.kind == kind
    ]
    if not numbers:
        return ""
    most = max(numbers, key=lambda one: one.low)
    if most.high is None:
        return f"{most.low:.15g}+"
    if most.low == most.high:
        return f"{most.low:.15g}"
    return f"{most.low:.15g}-{most.high:.15g}"


def _confidence(account: Account) -> str:
    """Tell how the sources put who did it."""
    if not account.events:
        return "learned"
    modalities = {event.modality for event in account.events}
    if Modality.ASSERTED not in modalities:
        return "suspected" if Modality.ASSESSED in modalities else "denied"
    doers = {*account.parties[PERPETRATOR], *account.parties[ORGANIZATION]}
    if not doers:
        return "unknown"
    vouching = {party for event in account.events for party in event.attribution}
    if doers & vouching:
        return "claimed"
    return "alleged" if vouching else "reported"
