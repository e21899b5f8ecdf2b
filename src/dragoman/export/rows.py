"""Rows of tab-separated exports."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from dragoman.export.checked import CheckedView
from dragoman.export.tables import escape
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.text.direction import steady

Cell = str | int | float | None


def write_line(cells: tuple[Cell, ...]) -> bytes:
    """Return a line in UTF-8, with quotation marks round what would break it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([escape(cell) for cell in cells])
    return text.getvalue().encode("utf-8")


def name_party(party: Party, entities: Mapping[str, Entity]) -> str:
    """Return the name of the entity that a party is, or else the party's own words.

    Marks of direction are left out: cut between two of them it would turn the line.
    """
    entity = entities.get(party.entity or "")
    return steady(party.name if entity is None else entity.name)


def list_heads(checked: CheckedView) -> dict[str, Document]:
    """Return all documents without their texts, by identifier."""
    documents = checked.documents()
    return {one.id: replace(one, text="", blocks=()) for one in documents}


def list_names(checked: CheckedView) -> dict[str, Entity]:
    """Return all entities without what is cited for them, by identifier."""
    return {entity.id: _strip(entity) for entity in checked.entities()}


def _strip(entity: Entity) -> Entity:
    return replace(
        entity,
        names=tuple(replace(use, citations=()) for use in entity.names),
        epithets=(),
        roles=tuple(replace(role, citations=()) for role in entity.roles),
        citations=(),
    )
