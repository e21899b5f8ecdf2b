"""The canonical map as a table, kept up to date edge by edge.

It always equals ``Linker`` over all edges (a test holds it to that); only the
clusters that an edge touches are written, so a judgement costs what it moves.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select

from dragoman.model.judgement import Edge, Judgement
from dragoman.model.linker import Linker
from dragoman.store.codec import encode
from dragoman.store.tables import CANONICAL, EDGES

# SQLite takes at most 32,766 values in one statement.
BATCH = 5_000


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


def find_latest(connection: Connection, left: str, right: str) -> Edge | None:
    """Return the edge that holds for a pair, ``None`` if nobody has judged it."""
    row = connection.execute(
        select(EDGES)
        .where(EDGES.c.left == left, EDGES.c.right == right)
        .order_by(EDGES.c.n.desc())
        .limit(1)
    ).first()
    return None if row is None else read_edge(row)


def append_edge(connection: Connection, edge: Edge) -> bool:
    """Add a judgement and bring the canonical map up to date.

    What a person judged, no resolver judges again; a judgement that already
    holds is not repeated.

    Returns:
        Whether the edge was added.
    """
    latest = find_latest(connection, edge.left, edge.right)
    automatic = edge.judge.startswith("auto:")
    if latest is not None:
        if automatic and not latest.judge.startswith("auto:"):
            return False
        if (latest.judgement, latest.judge) == (edge.judgement, edge.judge):
            return False
    connection.execute(
        insert(EDGES).values(
            left=edge.left,
            right=edge.right,
            judgement=edge.judgement.value,
            score=edge.score,
            judge=edge.judge,
            reasons=encode(edge.reasons),
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
    )
    held = latest is not None and latest.judgement is Judgement.POSITIVE
    holds = edge.judgement is Judgement.POSITIVE
    if holds and not held:
        _join(connection, edge)
    elif held and not holds:
        members = members_of(connection, canonical_of(connection, edge.left))
        _rebuild(connection, members)
    return True


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


def find_apart(
    connection: Connection, canonicals: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the pairs of clusters that a judgement that holds keeps apart."""
    asked = sorted(set(canonicals))
    pairs: set[tuple[str, str]] = set()
    for start in range(0, len(asked), BATCH):
        part = asked[start : start + BATCH]
        members = select(CANONICAL.c.id).where(CANONICAL.c.canonical.in_(part))
        for side in (EDGES.c.left, EDGES.c.right):
            rows = connection.execute(
                select(EDGES.c.left, EDGES.c.right)
                .where(EDGES.c.judgement == Judgement.NEGATIVE.value)
                .where(side.in_(part) | side.in_(members))
                .distinct()
            )
            pairs.update((row.left, row.right) for row in rows)
    holding = [pair for pair in sorted(pairs) if _holds_apart(connection, *pair)]
    canonical = canonicals_of(connection, (one for pair in holding for one in pair))
    found = set()
    for left, right in holding:
        one, other = sorted((canonical[left], canonical[right]))
        found.add((one, other))
    return sorted(found)


def _holds_apart(connection: Connection, left: str, right: str) -> bool:
    latest = find_latest(connection, left, right)
    return latest is not None and latest.judgement is Judgement.NEGATIVE


def _join(connection: Connection, edge: Edge) -> None:
    one = canonical_of(connection, edge.left)
    other = canonical_of(connection, edge.right)
    if one == other:
        return
    least, moving = sorted((one, other))
    _write(connection, dict.fromkeys((least, *members_of(connection, moving)), least))


def _rebuild(connection: Connection, members: tuple[str, ...]) -> None:
    """Take a cluster apart and join what still holds together."""
    linker = Linker(_edges_among(connection, members))
    for start in range(0, len(members), BATCH):
        part = members[start : start + BATCH]
        connection.execute(delete(CANONICAL).where(CANONICAL.c.id.in_(part)))
    _write(connection, linker.as_mapping())


def _edges_among(connection: Connection, members: tuple[str, ...]) -> Iterator[Edge]:
    inside = set(members)
    for start in range(0, len(members), BATCH):
        part = members[start : start + BATCH]
        rows = connection.execute(
            select(EDGES).where(EDGES.c.left.in_(part)).order_by(EDGES.c.n)
        )
        yield from (read_edge(row) for row in rows if row.right in inside)


def _write(connection: Connection, moved: Mapping[str, str]) -> None:
    if moved:
        connection.execute(
            insert(CANONICAL).prefix_with("OR REPLACE"),
            [{"id": one, "canonical": to} for one, to in sorted(moved.items())],
        )
