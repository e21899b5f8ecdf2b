"""Automatic judgements, and the canonical map kept up to date edge by edge.

The map always equals ``Linker`` over all edges and decisions (a test holds it to that);
only the clusters that an edge touches are written, so a judgement costs what it moves.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from dragoman.model.judgement import Edge, Judgement
from dragoman.store.canonical import SET_CANONICAL, canonicals_of, make_edge
from dragoman.store.codec import encode
from dragoman.store.connect import fetch, find_kept, send
from dragoman.store.decisions import (
    decided_pairs,
    guarded_claims,
    kept_apart,
    rebuild,
)

# What the names of judges begin with that are no people.
AUTOMATIC = "auto:"

_INSERT = """
    INSERT INTO edges ("left", "right", judgement, score, judge, reasons, made)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = "UPDATE canonical SET canonical = ?2 WHERE canonical = ?1"


# Pairs of clusters with a negative judgement that no later one overrules.
_APART = """
    WITH asked(id) AS (SELECT value FROM json_each(:asked)),
    members(id) AS (
        SELECT id FROM asked UNION ALL
        SELECT id FROM canonical WHERE canonical IN (SELECT id FROM asked)
    ),
    found(one, other, n) AS (
        SELECT "left", "right", n FROM edges
        WHERE "left" IN (SELECT id FROM members) AND judgement = :judgement
        UNION
        SELECT "left", "right", n FROM edges
        WHERE "right" IN (SELECT id FROM members) AND judgement = :judgement
    )
    SELECT coalesce(mine.canonical, one), coalesce(theirs.canonical, other)
    FROM found
    LEFT JOIN canonical AS mine ON mine.id = one
    LEFT JOIN canonical AS theirs ON theirs.id = other
    WHERE NOT EXISTS (
        SELECT 1 FROM edges AS newer
        WHERE newer."left" = one AND newer."right" = other AND newer.n > found.n
    )
"""
_LATEST = """
    SELECT "left", "right", judgement, score, judge, reasons
    FROM json_each(:asked) AS pair CROSS JOIN edges
    ON "left" = json_extract(pair.value, '$[0]')
    AND "right" = json_extract(pair.value, '$[1]')
    ORDER BY n
"""


def append_edges(connection: Connection, edges: Iterable[Edge]) -> int:
    """Add automatic judgements and bring the canonical map up to date.

    A judgement that already holds is not repeated. On pairs that people have judged
    an edge is kept, but changes nothing.

    Returns:
        How many were added.

    Raises:
        ValueError: A judge is no resolver; people decide through ``decisions``.
    """
    new = list(edges)
    for edge in new:
        if not edge.judge.startswith(AUTOMATIC):
            raise ValueError(f"judge {edge.judge!r}: edges are made by {AUTOMATIC}NAME")
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
    """What a batch of automatic edges changes, gathered for few statements.

    A cluster without a claim that people keep apart from another is a whole: to join
    two such clusters is to move one. Where people drew a line, the claims around it
    are worked out anew (``decisions.rebuild``).
    """

    def __init__(self, connection: Connection, edges: Sequence[Edge]) -> None:
        self._connection = connection
        self._ends = [one for edge in edges for one in (edge.left, edge.right)]
        self._decided = decided_pairs(connection, edges)
        self._guarded = guarded_claims(connection)
        self._made = datetime.now(UTC).isoformat(timespec="seconds")
        self._read_homes()

    def _read_homes(self) -> None:
        self._home = canonicals_of(self._connection, self._ends)
        homes = canonicals_of(self._connection, self._guarded)
        self._guarded_homes = set(homes.values())
        self._moved: dict[str, str] = {}
        self._rows: list[tuple[object, ...]] = []

    def add(self, edge: Edge, *, held: bool) -> None:
        """Take a new edge, ``held`` if its pair was judged the same before."""
        self._rows.append(
            (
                edge.left,
                edge.right,
                edge.judgement.value,
                edge.score,
                edge.judge,
                encode(edge.reasons),
                self._made,
            )
        )
        holds = edge.judgement is Judgement.POSITIVE
        if (edge.left, edge.right) in self._decided or holds == held:
            return
        one, other = self._root(edge.left), self._root(edge.right)
        if not holds or {one, other} & self._guarded_homes:
            self.write()
            rebuild(self._connection, (edge.left, edge.right))
            self._read_homes()
        elif one != other:
            self._moved[max(one, other)] = min(one, other)

    def _root(self, identifier: str) -> str:
        return self._root_of(self._home[identifier])

    def write(self) -> None:
        """Write what was gathered so far."""
        if self._rows:
            send(self._connection, _INSERT, self._rows)
            self._rows = []
        if not self._moved:
            return
        homes = {root: self._root_of(root) for root in self._moved}
        rows = list(homes.items())
        send(self._connection, _MOVE, rows)
        rows.extend((to, to) for to in sorted(set(homes.values())))
        send(self._connection, SET_CANONICAL, rows)
        if (kept := find_kept(self._connection)) is not None:
            kept.homes.move(homes)
        self._home = {one: self._root(one) for one in self._home}
        self._moved = {}

    def _root_of(self, root: str) -> str:
        while root in self._moved:
            root = self._moved[root]
        return root


def _changes(edge: Edge, before: Edge) -> bool:
    return (before.judgement, before.judge) != (edge.judgement, edge.judge)


def _find_latest(
    connection: Connection, edges: Sequence[Edge]
) -> dict[tuple[str, str], Edge]:
    """Return the edges that hold for the pairs of some edges."""
    pairs = sorted({(edge.left, edge.right) for edge in edges})
    rows = fetch(connection, _LATEST, pairs)
    return {(row[0], row[1]): make_edge(*row) for row in rows}


def find_apart(
    connection: Connection, canonicals: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the pairs of clusters that a judgement that holds keeps apart."""
    asked = sorted(set(canonicals))
    pairs = kept_apart(connection, asked)
    rows = fetch(connection, _APART, asked, judgement=Judgement.NEGATIVE.value)
    pairs.update((min(row), max(row)) for row in rows)
    return sorted(pairs)
