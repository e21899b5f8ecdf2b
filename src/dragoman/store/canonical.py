"""The canonical map as a table: which claims are one, under which identifier."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Row, insert, select

from dragoman.model.judgement import Edge, Judgement
from dragoman.store.tables import CANONICAL

# SQLite takes at most 32,766 values in one statement.
BATCH = 5_000
SET_CANONICAL = insert(CANONICAL).prefix_with("OR REPLACE")


def read_edge(row: Row[tuple[object, ...]]) -> Edge:
    """Return the edge of a row of ``edges``."""
    return Edge(
        row.left,
        row.right,
        Judgement(row.judgement),
        row.score,
        row.judge,
        msgspec.json.decode(row.reasons, type=tuple[str, ...]),
    )


def canonical_of(connection: Connection, identifier: str) -> str:
    """Return the canonical identifier, the identifier itself if it is alone."""
    found = connection.execute(
        select(CANONICAL.c.canonical).where(CANONICAL.c.id == identifier)
    ).scalar()
    return identifier if found is None else found


def members_of(connection: Connection, canonical: str) -> tuple[str, ...]:
    """Return all identifiers of a cluster in order."""
    found = connection.execute(
        select(CANONICAL.c.id)
        .where(CANONICAL.c.canonical == canonical)
        .order_by(CANONICAL.c.id)
    ).scalars()
    return tuple(found) or (canonical,)


def canonicals_of(connection: Connection, identifiers: Iterable[str]) -> dict[str, str]:
    """Return the canonical identifiers of many claims."""
    asked = sorted(set(identifiers))
    found = {identifier: identifier for identifier in asked}
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(CANONICAL).where(CANONICAL.c.id.in_(asked[start : start + BATCH]))
        )
        found.update((row.id, row.canonical) for row in rows)
    return found
