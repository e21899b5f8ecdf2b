"""The journal of corrections and grades."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, insert, select

from dragoman.model.amendment import Amendment, amend, list_amendments
from dragoman.model.claim import Claim
from dragoman.store.canonical import BATCH
from dragoman.store.tables import AMENDMENTS

_INSERT = insert(AMENDMENTS).prefix_with("OR IGNORE")


def add_amendment(connection: Connection, entry: Amendment) -> None:
    """Write an entry; one that is there already is not written twice."""
    connection.execute(
        _INSERT,
        {
            "id": entry.id,
            "target": entry.target,
            "field": entry.field,
            "value": entry.value,
            "analyst": entry.analyst,
            "made": entry.made,
            "note": entry.note,
            "undoes": entry.undoes,
        },
    )


def newest_amendments(
    connection: Connection, limit: int, offset: int = 0
) -> list[Amendment]:
    """Return entries of the journal, newest first."""
    rows = connection.execute(
        select(AMENDMENTS)
        .order_by(AMENDMENTS.c.made.desc(), AMENDMENTS.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [_read(row) for row in rows]


def amendments_on(
    connection: Connection, targets: Iterable[str]
) -> dict[str, list[Amendment]]:
    """Return all entries on some targets, oldest first, where there are any."""
    asked = sorted(set(targets))
    found: defaultdict[str, list[Amendment]] = defaultdict(list)
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(AMENDMENTS).where(
                AMENDMENTS.c.target.in_(asked[start : start + BATCH])
            )
        )
        for row in rows:
            found[row.target].append(_read(row))
    return {
        target: sorted(entries, key=lambda one: one.age)
        for target, entries in found.items()
    }


def find_amendment(connection: Connection, identifier: str) -> Amendment | None:
    """Return an entry, ``None`` if there is none of this name."""
    row = connection.execute(
        select(AMENDMENTS).where(AMENDMENTS.c.id == identifier)
    ).first()
    return None if row is None else _read(row)


def all_amendments(connection: Connection) -> dict[str, list[Amendment]]:
    """Return all entries by target, oldest first."""
    targets = connection.execute(select(AMENDMENTS.c.target).distinct()).scalars()
    return amendments_on(connection, targets)


def apply_amendments(
    claims: Iterable[Claim], entries: Mapping[str, Sequence[Amendment]]
) -> Iterator[Claim]:
    """Yield claims as people corrected them, without those that they struck."""
    for claim in claims:
        own = entries.get(claim.id)
        amended = claim if own is None else amend(claim, list_amendments(own))
        if amended is not None:
            yield amended


def _read(row: Row[tuple[object, ...]]) -> Amendment:
    return Amendment(
        row.id,
        row.target,
        row.field,
        row.value,
        row.analyst,
        row.made,
        row.note,
        row.undoes,
    )
