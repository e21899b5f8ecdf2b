"""Tables for spreadsheets: a ZIP file of CSV files.

One row a value, so that nothing is packed into a cell; ``citations.csv`` leads
from every row's identifier to the passages. Cells that a spreadsheet would run
as a formula get an apostrophe in front.
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.export.archive import Members
from dragoman.export.checked import CheckedView
from dragoman.model.claim import Party, Time
from dragoman.model.span import Citation
from dragoman.model.view import View
from dragoman.text.direction import steady

Row = tuple[str | float | None, ...]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

HEADERS: dict[str, Row] = {
    "documents": ("id", "title", "source", "url", "lang", "published", "digest"),
    "entities": ("id", "schema", "types", "name", "country"),
    "names": ("entity", "text", "lang", "times"),
    "roles": (
        "entity",
        "title",
        "organization",
        "organization_name",
        "status",
        "time",
        "first_cited",
        "last_cited",
    ),
    "events": (
        "id",
        "type",
        "mode",
        "modality",
        "time",
        "place",
        "place_name",
        "topics",
        "reports",
        "disagreements",
    ),
    "numbers": ("event", "kind", "low", "high", "unit", "text"),
    "parties": ("id", "part", "entity", "name"),
    "statements": ("id", "act", "manner", "content", "condition", "time", "event"),
    "narratives": ("id", "form", "label"),
    "citations": ("id", "document", "start", "end", "quote"),
}


class TablesExporter:
    """A ZIP file of CSV tables."""

    name = "csv"
    version = "2"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write all tables, in UTF-8 with the mark that spreadsheets need.

        Raises:
            SpanError: A citation does not verify.
        """
        with Members(f"{table}.csv" for table in HEADERS) as members:
            for table, header in HEADERS.items():
                members[f"{table}.csv"].write(BOM_UTF8 + _write_row(header))
            for table, row in _list_rows(CheckedView(view)):
                # Cited words stay to the letter; all else must not turn its line.
                told = row if table == "citations" else _steady_row(row)
                members[f"{table}.csv"].write(_write_row(told))
            members.write(stream)


def _write_row(row: Row) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([escape(cell) for cell in row])
    return text.getvalue().encode()


def _steady_row(row: Row) -> Row:
    """Return a row without marks of direction."""
    return tuple(steady(cell) if isinstance(cell, str) else cell for cell in row)


def escape(cell: str | float | None) -> str | float:
    """Return a cell that no spreadsheet takes for a formula.

    >>> escape("=SUM(A1)"), escape(-3), escape(None)
    ("'=SUM(A1)", -3, '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _list_rows(checked: CheckedView) -> Iterator[tuple[str, Row]]:
    for document in checked.documents():
        source = document.source
        row: Row = (document.id, document.title, source.name, source.url)
        dates = (document.lang, document.published, document.digest)
        yield "documents", row + dates
    yield from _entity_rows(checked)
    yield from _event_rows(checked)
    yield from _statement_rows(checked)
    for narrative in checked.narratives():
        yield "narratives", (narrative.id, narrative.form, narrative.label)
        origin = () if narrative.origin is None else (narrative.origin,)
        yield from _parties(narrative.id, "carrier", narrative.carriers)
        yield from _parties(narrative.id, "origin", origin)
        yield from _citations(narrative.id, narrative.citations)


def _entity_rows(checked: CheckedView) -> Iterator[tuple[str, Row]]:
    for entity in checked.entities():
        types = " ".join(entity.types)
        yield (
            "entities",
            (entity.id, entity.schema, types, entity.name, entity.country),
        )
        for use in entity.names:
            yield "names", (entity.id, use.text, use.lang, len(use.citations))
        for role in entity.roles:
            body = (role.organization, role.organization_name, role.status)
            dates = (_value(role.time), role.first_cited, role.last_cited)
            yield "roles", (entity.id, role.title, *body, *dates)
        yield from _citations(entity.id, entity.citations)


def _event_rows(checked: CheckedView) -> Iterator[tuple[str, Row]]:
    for event in checked.events():
        what = (event.id, event.type, event.mode, event.modality.value)
        where = (_value(event.time), event.place, event.place_name)
        differing = "; ".join(one.property for one in event.disagreements)
        about = ("; ".join(event.topics), len(event.reports), differing)
        yield "events", (*what, *where, *about)
        for number in event.quantities:
            bounds = (_whole(number.low), _whole(number.high), number.unit, number.text)
            yield "numbers", (event.id, number.kind, *bounds)
        for one in event.participants:
            yield from _parties(event.id, one.part, (one.party,))
        yield from _parties(event.id, "attribution", event.attribution)
        yield from _citations(event.id, event.citations)


def _statement_rows(checked: CheckedView) -> Iterator[tuple[str, Row]]:
    for one in checked.statements():
        said = (one.id, one.act, one.manner.value, one.content, one.condition)
        yield "statements", (*said, _value(one.time), one.event)
        yield from _parties(one.id, "speaker", one.speakers)
        yield from _parties(one.id, "via", one.via)
        yield from _parties(one.id, "addressee", one.addressees)
        outlet = () if one.outlet is None else (one.outlet,)
        yield from _parties(one.id, "outlet", outlet)
        yield from _citations(one.id, one.citations)


def _parties(
    owner: str, part: str, parties: Iterable[Party]
) -> Iterator[tuple[str, Row]]:
    for party in parties:
        yield "parties", (owner, part, party.entity, party.name)


def _citations(owner: str, citations: Iterable[Citation]) -> Iterator[tuple[str, Row]]:
    for one in citations:
        span = one.span
        yield "citations", (owner, span.document_id, span.start, span.end, one.quote)


def _whole(number: float | None) -> float | None:
    """Return 12 for 12.0: counts of people are whole."""
    return int(number) if number is not None and number == int(number) else number


def _value(time: Time | None) -> str | None:
    return None if time is None else time.value
