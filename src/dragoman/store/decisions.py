"""The journal of what people decided, and what follows for the canonical map."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Row, delete, insert, or_, select

from dragoman.model.decision import Decision, list_standing
from dragoman.model.judgement import Edge, Judgement
from dragoman.model.linker import Linker
from dragoman.store.canonical import BATCH, SET_CANONICAL, canonicals_of, read_edge
from dragoman.store.connect import fetch, find_kept, send
from dragoman.store.heirs import forebears_of, heirs_of, record_heirs
from dragoman.store.tables import CANONICAL, DECISIONS, EDGES

_INSERT = insert(DECISIONS).prefix_with("OR IGNORE")


def add_decisions(connection: Connection, entries: Iterable[Decision]) -> int:
    """Write entries into the journal and work out the clusters around them.

    An entry that is there already is not written twice, so a journal can be imported
    again and again.

    Returns:
        How many were new.
    """
    added = 0
    touched: set[str] = set()
    for entry in entries:
        row = {
            "id": entry.id,
            "left": entry.left,
            "right": entry.right,
            "judgement": entry.judgement.value,
            "analyst": entry.analyst,
            "made": entry.made,
            "note": entry.note,
            "undoes": entry.undoes,
        }
        if connection.execute(_INSERT, row).rowcount:
            added += 1
            touched.update((entry.left, entry.right))
    rebuild(connection, touched | set(heirs_of(connection, touched).values()))
    return added


def list_decisions(connection: Connection) -> list[Decision]:
    """Return the whole journal, oldest entry first."""
    rows = connection.execute(select(DECISIONS))
    return sorted(map(_read, rows), key=lambda entry: entry.age)


def decisions_on(connection: Connection, claims: Iterable[str]) -> list[Decision]:
    """Return the entries on pairs with any of these claims, oldest first.

    Entries on claims that are gone stand for those that took their place.
    """
    wanted = set(claims)
    asked = sorted(wanted | forebears_of(connection, wanted))
    found: dict[str, Decision] = {}
    for start in range(0, len(asked), BATCH):
        part = asked[start : start + BATCH]
        rows = connection.execute(
            select(DECISIONS).where(
                or_(DECISIONS.c.left.in_(part), DECISIONS.c.right.in_(part))
            )
        )
        found.update((row.id, _read(row)) for row in rows)
    return _pass_on(connection, found.values())


def pass_on(connection: Connection, heirs: dict[str, str]) -> None:
    """Let decisions on claims that are gone hold for those in their place."""
    if not heirs:
        return
    record_heirs(connection, heirs)
    decided = {
        one
        for entry in decisions_on(connection, heirs.values())
        for one in (entry.left, entry.right)
    }
    if decided:
        rebuild(connection, {*heirs, *decided})


def current_decisions(connection: Connection) -> list[Decision]:
    """Return the whole journal on the claims of today, oldest entry first."""
    return _pass_on(connection, list_decisions(connection))


def _pass_on(connection: Connection, entries: Iterable[Decision]) -> list[Decision]:
    """Put heirs in the place of claims that are gone.

    An entry on two claims that one claim has replaced says nothing any more.
    """
    known = list(entries)
    heirs = heirs_of(connection, (c for one in known for c in (one.left, one.right)))
    moved = []
    for entry in known:
        sides = sorted(heirs.get(one, one) for one in (entry.left, entry.right))
        if sides[0] != sides[1]:
            moved.append(replace(entry, left=sides[0], right=sides[1]))
    return sorted(moved, key=lambda entry: entry.age)


def find_decision(connection: Connection, identifier: str) -> Decision | None:
    """Return an entry of the journal, ``None`` if there is none of this name."""
    row = connection.execute(
        select(DECISIONS).where(DECISIONS.c.id == identifier)
    ).first()
    return None if row is None else _read(row)


def _read(row: Row[tuple[object, ...]]) -> Decision:
    return Decision(
        row.id,
        row.left,
        row.right,
        Judgement(row.judgement),
        row.analyst,
        row.made,
        row.note,
        row.undoes,
    )


def decided_pairs(
    connection: Connection, edges: Sequence[Edge]
) -> frozenset[tuple[str, str]]:
    """Return those pairs of some edges on which a decision stands."""
    pairs = {(edge.left, edge.right) for edge in edges}
    if not fetch(connection, "SELECT 1 FROM decisions LIMIT 1"):
        return frozenset()
    found = decisions_on(connection, (one for pair in pairs for one in pair))
    standing = {(one.left, one.right) for one in list_standing(found)}
    return frozenset(standing & pairs)


_PAIRS = 'SELECT "left", "right" FROM decisions WHERE judgement = :judgement'


def _negatives(connection: Connection) -> list[Decision]:
    """Return the standing decisions that two claims are not one."""
    negative = Judgement.NEGATIVE.value
    claims = {
        one for row in fetch(connection, _PAIRS, judgement=negative) for one in row
    }
    if not claims:
        return []
    claims |= set(heirs_of(connection, claims).values())
    return [
        one
        for one in list_standing(decisions_on(connection, claims))
        if one.judgement is Judgement.NEGATIVE
    ]


def guarded_claims(connection: Connection) -> frozenset[str]:
    """Return the claims that people keep apart from another one."""
    return frozenset(
        one
        for decision in _negatives(connection)
        for one in (decision.left, decision.right)
    )


def kept_apart(
    connection: Connection, canonicals: Iterable[str]
) -> set[tuple[str, str]]:
    """Return the pairs of clusters that people keep apart.

    Args:
        connection: A transaction.
        canonicals: Clusters of which one of each pair must be.
    """
    negatives = _negatives(connection)
    if not negatives:
        return set()
    asked = set(canonicals)
    claims = [one for each in negatives for one in (each.left, each.right)]
    homes = canonicals_of(connection, claims)
    pairs = {
        (min(pair), max(pair))
        for each in negatives
        if len(pair := {homes[each.left], homes[each.right]}) > 1
    }
    return {pair for pair in pairs if asked & set(pair)}


def rebuild(connection: Connection, claims: Iterable[str]) -> None:
    """Work out the clusters of some claims anew, with all that hangs together."""
    members, edges, decisions = _gather(connection, claims)
    if not members:
        return
    if (kept := find_kept(connection)) is not None:
        kept.homes.forget()
    linker = Linker(edges, decisions)
    ordered = sorted(members)
    for start in range(0, len(ordered), BATCH):
        part = ordered[start : start + BATCH]
        connection.execute(delete(CANONICAL).where(CANONICAL.c.id.in_(part)))
    rows = list(linker.as_mapping().items())
    if rows:
        send(connection, SET_CANONICAL, rows)


def _gather(
    connection: Connection, claims: Iterable[str]
) -> tuple[set[str], list[Edge], list[Decision]]:
    """Follow merges, automatic ones and people's, from some claims to all others.

    Lines that people drew are followed too: what lies behind one may be joined to
    these claims once it is gone.
    """
    members: set[str] = set()
    edges: dict[tuple[str, str], tuple[int, Edge]] = {}
    decisions: dict[str, Decision] = {}
    waiting = set(claims)
    while waiting:
        members |= waiting
        asked = sorted(waiting)
        reached: set[str] = set()
        for start in range(0, len(asked), BATCH):
            part = asked[start : start + BATCH]
            for row in connection.execute(
                select(EDGES).where(
                    or_(EDGES.c.left.in_(part), EDGES.c.right.in_(part))
                )
            ):
                pair = (row.left, row.right)
                if pair not in edges or edges[pair][0] < row.n:
                    edges[pair] = (row.n, read_edge(row))
        for entry in decisions_on(connection, asked):
            decisions[entry.id] = entry
            reached.update((entry.left, entry.right))
        reached.update(
            one
            for _, edge in edges.values()
            if edge.judgement is Judgement.POSITIVE
            for one in (edge.left, edge.right)
        )
        waiting = reached - members
    return members, [edge for _, edge in edges.values()], list(decisions.values())
