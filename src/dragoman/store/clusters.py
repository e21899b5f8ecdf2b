"""The canonical map as a table, kept up to date edge by edge.

It always equals ``Linker`` over all edges (a test holds it to that); only the
clusters that an edge touches are written, so a judgement costs what it moves.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Connection,
    Row,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    tuple_,
    union,
    update,
)

from dragoman.model.judgement import Edge, Judgement
from dragoman.model.linker import Linker
from dragoman.store.codec import encode
from dragoman.store.tables import CANONICAL, EDGES

# SQLite takes at most 32,766 values in one statement.
BATCH = 5_000


_INSERT = insert(EDGES)
_SET = insert(CANONICAL).prefix_with("OR REPLACE")
_MOVE = (
    update(CANONICAL)
    .where(CANONICAL.c.canonical == bindparam("moving"))
    .values(canonical=bindparam("least"))
)


def _select_apart() -> CompoundSelect[Any]:
    """Return the query for pairs of clusters with a negative judgement that holds."""
    newer, one, other = EDGES.alias(), CANONICAL.alias(), CANONICAL.alias()
    asked: BindParameter[str] = bindparam("asked", expanding=True)
    members = select(CANONICAL.c.id).where(CANONICAL.c.canonical.in_(asked))
    overruled = exists().where(
        newer.c.left == EDGES.c.left,
        newer.c.right == EDGES.c.right,
        newer.c.n > EDGES.c.n,
    )
    sides = [
        select(
            func.coalesce(one.c.canonical, EDGES.c.left),
            func.coalesce(other.c.canonical, EDGES.c.right),
        )
        .join_from(EDGES, one, one.c.id == EDGES.c.left, isouter=True)
        .join(other, other.c.id == EDGES.c.right, isouter=True)
        .where(EDGES.c.judgement == Judgement.NEGATIVE.value, ~overruled)
        .where(side.in_(asked) | side.in_(members))
        for side in (EDGES.c.left, EDGES.c.right)
    ]
    return union(*sides)


_APART = _select_apart()


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


def append_edges(connection: Connection, edges: Iterable[Edge]) -> int:
    """Add judgements and bring the canonical map up to date.

    What a person judged, no resolver judges again; a judgement that already
    holds is not repeated.

    Returns:
        How many were added.
    """
    new = list(edges)
    if not new:
        return 0
    latest = _find_latest(connection, new)
    changes = _Changes(connection, new)
    added = 0
    for edge in new:
        before = latest.get((edge.left, edge.right))
        if before is not None and not _changes(edge, before):
            continue
        latest[edge.left, edge.right] = edge
        added += 1
        held = before is not None and before.judgement is Judgement.POSITIVE
        changes.add(edge, held=held)
    changes.write()
    return added


class _Changes:
    """What a batch of edges changes, gathered so that few statements write it."""

    def __init__(self, connection: Connection, edges: Sequence[Edge]) -> None:
        self._connection = connection
        self._ends = [one for edge in edges for one in (edge.left, edge.right)]
        self._home = canonicals_of(connection, self._ends)
        self._moved: dict[str, str] = {}
        self._rows: list[dict[str, object]] = []

    def add(self, edge: Edge, *, held: bool) -> None:
        """Take a new edge, ``held`` if its pair was judged the same before."""
        self._rows.append(_edge_row(edge))
        holds = edge.judgement is Judgement.POSITIVE
        if holds and not held:
            one, other = self._root(edge.left), self._root(edge.right)
            if one != other:
                self._moved[max(one, other)] = min(one, other)
        elif held and not holds:
            self.write()
            _take_apart(self._connection, self._home[edge.left])
            self._home = canonicals_of(self._connection, self._ends)

    def _root(self, identifier: str) -> str:
        return self._root_of(self._home[identifier])

    def write(self) -> None:
        """Write what was gathered so far."""
        if self._rows:
            self._connection.execute(_INSERT, self._rows)
            self._rows = []
        if not self._moved:
            return
        homes = {root: self._root_of(root) for root in self._moved}
        moves = [{"moving": root, "least": to} for root, to in homes.items()]
        rows = [{"id": root, "canonical": to} for root, to in homes.items()]
        rows.extend({"id": to, "canonical": to} for to in sorted(set(homes.values())))
        self._connection.execute(_MOVE, moves)
        self._connection.execute(_SET, rows)
        self._home = {one: self._root(one) for one in self._home}
        self._moved = {}

    def _root_of(self, root: str) -> str:
        while root in self._moved:
            root = self._moved[root]
        return root


def _changes(edge: Edge, before: Edge) -> bool:
    by_person = not before.judge.startswith("auto:")
    if by_person and edge.judge.startswith("auto:"):
        return False
    return (before.judgement, before.judge) != (edge.judgement, edge.judge)


def _edge_row(edge: Edge) -> dict[str, object]:
    return {
        "left": edge.left,
        "right": edge.right,
        "judgement": edge.judgement.value,
        "score": edge.score,
        "judge": edge.judge,
        "reasons": encode(edge.reasons),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _find_latest(
    connection: Connection, edges: Sequence[Edge]
) -> dict[tuple[str, str], Edge]:
    """Return the edges that hold for the pairs of some edges."""
    pairs = sorted({(edge.left, edge.right) for edge in edges})
    found: dict[tuple[str, str], Edge] = {}
    for start in range(0, len(pairs), BATCH):
        part = pairs[start : start + BATCH]
        rows = connection.execute(
            select(EDGES)
            .where(tuple_(EDGES.c.left, EDGES.c.right).in_(part))
            .order_by(EDGES.c.n)
        )
        found.update(((row.left, row.right), read_edge(row)) for row in rows)
    return found


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
        for row in connection.execute(_APART, {"asked": part}):
            pairs.add((min(row), max(row)))
    return sorted(pairs)


def _take_apart(connection: Connection, root: str) -> None:
    """Take a cluster apart and join what still holds together."""
    members = members_of(connection, root)
    linker = Linker(_edges_among(connection, members))
    connection.execute(delete(CANONICAL).where(CANONICAL.c.canonical == root))
    rows = [{"id": one, "canonical": to} for one, to in linker.as_mapping().items()]
    if rows:
        connection.execute(_SET, rows)


def _edges_among(connection: Connection, members: tuple[str, ...]) -> Iterator[Edge]:
    inside = set(members)
    for start in range(0, len(members), BATCH):
        part = members[start : start + BATCH]
        rows = connection.execute(
            select(EDGES).where(EDGES.c.left.in_(part)).order_by(EDGES.c.n)
        )
        yield from (read_edge(row) for row in rows if row.right in inside)
