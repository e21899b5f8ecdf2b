"""The canonical map as a table: which claims are one, under which identifier."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Row, select

from dragoman.model.judgement import Edge, Judgement
from dragoman.store.connect import fetch, find_kept
from dragoman.store.tables import CANONICAL

# SQLite takes at most 32,766 values in one statement.
BATCH = 5_000
SET_CANONICAL = """
    INSERT OR REPLACE INTO canonical (id, canonical) VALUES (?, ?)
"""
_CANONICALS = """
    SELECT id, canonical FROM canonical
    WHERE id IN (SELECT value FROM json_each(:asked))
"""


def read_edge(row: Row[tuple[object, ...]]) -> Edge:
    """Return the edge of a row of ``edges``."""
    return make_edge(
        row.left, row.right, row.judgement, row.score, row.judge, row.reasons
    )


def make_edge(
    left: str,
    right: str,
    judgement: str,
    score: float | None,
    judge: str,
    reasons: bytes,
) -> Edge:
    """Return the edge of the columns of ``edges``."""
    read = msgspec.json.decode(reasons, type=tuple[str, ...])
    return Edge(left, right, Judgement(judgement), score, judge, read)


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
    asked = set(identifiers)
    kept = find_kept(connection)
    if kept is None:
        return _look_up(connection, asked)
    homes = kept.homes
    found = homes.find(asked)
    if len(found) < len(asked):
        missing = _look_up(connection, asked - found.keys())
        homes.keep(missing)
        found.update(missing)
    return found


def _look_up(connection: Connection, asked: Iterable[str]) -> dict[str, str]:
    found = {identifier: identifier for identifier in asked}
    found.update(fetch(connection, _CANONICALS, found))
    return found
