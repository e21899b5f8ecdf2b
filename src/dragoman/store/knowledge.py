"""Users' lists in a case: put in, listed, taken out, looked up by name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from dragoman.data.starter import find_in_starter, name_key
from dragoman.model.knowledge import Known
from dragoman.store.canonical import BATCH
from dragoman.store.codec import encode
from dragoman.store.connect import fetch, find_kept
from dragoman.store.tables import KNOWN, KNOWN_NAMES

_DECODER = msgspec.json.Decoder(Known)


def put_knowledge(connection: Connection, entries: Sequence[Known]) -> int:
    """Store entries; one that is there is written anew.

    Returns:
        How many entries were given.
    """
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        rows = [{"id": e.id, "pack": e.pack, "body": encode(e)} for e in part]
        connection.execute(insert(KNOWN).prefix_with("OR REPLACE"), rows)
        names = [
            {"key": key, "known": entry.id}
            for entry in part
            for key in dict.fromkeys(map(name_key, entry.names))
        ]
        connection.execute(insert(KNOWN_NAMES).prefix_with("OR IGNORE"), names)
    _note_change(connection)
    return len(entries)


def drop_knowledge(connection: Connection, pack: str) -> int:
    """Take a list out of the case.

    Returns:
        How many entries it had.
    """
    _note_change(connection)
    inside = select(KNOWN.c.id).where(KNOWN.c.pack == pack)
    connection.execute(delete(KNOWN_NAMES).where(KNOWN_NAMES.c.known.in_(inside)))
    return connection.execute(delete(KNOWN).where(KNOWN.c.pack == pack)).rowcount


def count_knowledge(connection: Connection) -> dict[str, int]:
    """Return the lists of the case with the number of their entries, by name."""
    rows = connection.execute(
        select(KNOWN.c.pack, func.count()).group_by(KNOWN.c.pack).order_by(KNOWN.c.pack)
    )
    return {row.pack: row[1] for row in rows}


_BEARERS = """
    SELECT known_names.key, known.body
    FROM known_names JOIN known ON known.id = known_names.known
    WHERE known_names.key IN (SELECT value FROM json_each(:asked))
    ORDER BY known.id
"""


def find_known_things(
    connection: Connection, names: Iterable[str]
) -> dict[str, tuple[Known, ...]]:
    """Return what bears each of some names, the user's lists before the starter pack.

    Args:
        connection: A transaction.
        names: In any spelling; they are folded.

    Returns:
        By name as it was given; names that nothing bears are left out.
    """
    keys = {name: name_key(name) for name in names}
    found: defaultdict[str, list[Known]] = defaultdict(list)
    if _has_lists(connection):
        for key, body in fetch(connection, _BEARERS, sorted(set(keys.values()))):
            found[key].append(_DECODER.decode(body))
    things = {
        name: (*found.get(key, ()), *find_in_starter(name))
        for name, key in keys.items()
    }
    return {name: entries for name, entries in things.items() if entries}


def _has_lists(connection: Connection) -> bool:
    """Tell whether there is any list in the case; most have none."""
    kept = find_kept(connection)
    if kept is None:
        return True
    if kept.has_lists is None:
        kept.has_lists = bool(fetch(connection, "SELECT 1 FROM known LIMIT 1"))
    return kept.has_lists


def _note_change(connection: Connection) -> None:
    if (kept := find_kept(connection)) is not None:
        kept.has_lists = None
