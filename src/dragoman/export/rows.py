"""Rows of tab-separated exports."""

import csv
import io
from collections.abc import Mapping

from dragoman.export.tables import escape
from dragoman.model.claim import Party
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
