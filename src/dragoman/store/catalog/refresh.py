"""Bringing the catalog up to date: only what changed is assembled again.

Kinds are taken in the order in which they refer to one another: names first,
then what the names take part in. Each batch is one transaction of the caller, so
a case stays usable while a large one is being filed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, delete, func, insert, literal, select, text

from dragoman.model.assembly import assemble_entity
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.directory import make_card
from dragoman.model.entity import Event, Statement
from dragoman.store.canonical import BATCH, canonicals_of
from dragoman.store.catalog.entries import (
    ENTITY_FIELDS,
    EVENT_FIELDS,
    Entry,
    document_entry,
    entity_entry,
    event_entry,
    narrative_entry,
    statement_entry,
)
from dragoman.store.catalog.gather import (
    Thing,
    assemble,
    blank_cards,
    encode_card,
    load_clusters,
    make_directory,
)
from dragoman.store.catalog.portrait import Portrait, make_portrait
from dragoman.store.catalog.tables import (
    ENTRIES,
    PORTRAITS,
    POSTINGS,
    STALE,
)
from dragoman.store.codec import decode_document, encode
from dragoman.store.fulltext import fold
from dragoman.store.tables import CANONICAL, CLAIMS, DOCUMENTS

KINDS = ("document", "entity", "event", "statement", "narrative")
# Clusters that are assembled at once.
STEP = 1_000
# Members of clusters that are held in memory at once, as far as one cluster allows.
MAX_HELD = 4_000


@dataclass(frozen=True, slots=True)
class _Filed:
    """An entry with what is kept beside it for an entity."""

    entry: Entry
    card: bytes = b"{}"
    portrait: Portrait | None = None


def count_stale(connection: Connection) -> int:
    """Return how many things changed since the catalog was brought up to date."""
    return connection.execute(select(func.count()).select_from(STALE)).scalar_one()


def refresh_step(connection: Connection, size: int = STEP) -> int:
    """File some of what changed.

    Returns:
        How many notes of a change were worked off; 0 when nothing is left.
    """
    for kind in KINDS:
        rows = connection.execute(
            select(STALE.c.id, STALE.c.moved)
            .where(STALE.c.kind == kind)
            .order_by(STALE.c.id)
            .limit(size)
        ).all()
        if rows:
            _refresh(connection, kind, {row.id: bool(row.moved) for row in rows})
            return len(rows)
    return 0


def _refresh(connection: Connection, kind: str, changed: Mapping[str, bool]) -> None:
    connection.execute(
        delete(STALE).where(STALE.c.kind == kind, STALE.c.id.in_(list(changed)))
    )
    if kind == "document":
        _write(connection, list(changed), _file_documents(connection, list(changed)))
        return
    moved = [one for one, has_moved in changed.items() if has_moved]
    _note_dependents(connection, kind, moved)
    home = canonicals_of(connection, changed)
    roots = sorted({*home.values()})
    file = _file_entities if kind == "entity" else _file_things
    _write(connection, sorted(changed.keys() - set(roots)), [])
    for some in _split(connection, roots):
        clusters = load_clusters(connection, some)
        _write(connection, some, file(connection, clusters))


def _split(connection: Connection, roots: Sequence[str]) -> Iterator[list[str]]:
    """Cut clusters into groups that fit into memory together."""
    sizes = {
        row.canonical: row.members
        for row in connection.execute(
            select(CANONICAL.c.canonical, func.count().label("members"))
            .where(CANONICAL.c.canonical.in_(roots))
            .group_by(CANONICAL.c.canonical)
        )
    }
    group: list[str] = []
    held = 0
    for root in roots:
        group.append(root)
        held += sizes.get(root, 1)
        if held >= MAX_HELD:
            yield group
            group, held = [], 0
    if group:
        yield group


def _note_dependents(connection: Connection, kind: str, moved: Sequence[str]) -> None:
    """Note what refers to things that moved to another cluster."""
    fields = {"entity": ENTITY_FIELDS, "event": EVENT_FIELDS}.get(kind, ())
    for field in fields:
        numbers = (
            select(POSTINGS.c.n)
            .where(POSTINGS.c.field == field, POSTINGS.c.value.in_(moved))
            .distinct()
        )
        connection.execute(
            insert(STALE)
            .prefix_with("OR IGNORE")
            .from_select(
                ["kind", "id", "moved"],
                select(ENTRIES.c.kind, ENTRIES.c.id, literal(0, Integer)).where(
                    ENTRIES.c.n.in_(numbers)
                ),
            )
        )


def _file_documents(
    connection: Connection, identifiers: Sequence[str]
) -> Iterable[_Filed]:
    named: defaultdict[str, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(CLAIMS.c.document, CLAIMS.c.id).where(
            CLAIMS.c.document.in_(identifiers), CLAIMS.c.kind == "entity"
        )
    )
    for document, claim in rows:
        named[document].append(claim)
    home = canonicals_of(
        connection, (one for claims in named.values() for one in claims)
    )
    heads = connection.execute(
        select(DOCUMENTS.c.head).where(DOCUMENTS.c.id.in_(identifiers))
    )
    for row in heads:
        document = decode_document(row.head)
        yield _Filed(
            document_entry(document, [home[one] for one in named[document.id]])
        )


def _file_entities(
    connection: Connection, clusters: Mapping[str, Sequence[Claim]]
) -> Iterable[_Filed]:
    everything = [claim for claims in clusters.values() for claim in claims]
    directory = make_directory(connection, everything, blank_cards)
    for canonical, claims in clusters.items():
        entity = assemble_entity(canonical, claims, directory)
        if entity is not None:
            own = [claim for claim in claims if isinstance(claim, EntityClaim)]
            portrait = make_portrait(entity)
            entry = entity_entry(entity, portrait.own.documents)
            yield _Filed(entry, encode_card(make_card(own)), portrait)


def _file_things(
    connection: Connection, clusters: Mapping[str, Sequence[Claim]]
) -> Iterable[_Filed]:
    everything = [claim for claims in clusters.values() for claim in claims]
    directory = make_directory(connection, everything)
    for canonical, claims in clusters.items():
        thing = assemble(canonical, claims, directory)
        if thing is not None:
            yield _Filed(_entry_of(thing, directory.published))


def _entry_of(thing: Thing, published: Mapping[str, str | None]) -> Entry:
    if isinstance(thing, Event):
        return event_entry(thing)
    if isinstance(thing, Statement):
        dates = [published.get(report.document_id) for report in thing.reports]
        return statement_entry(thing, min(filter(None, dates), default=None))
    return narrative_entry(thing)


def _write(
    connection: Connection, identifiers: Sequence[str], filed: Iterable[_Filed]
) -> None:
    """Put entries in place of the old ones of the same things."""
    delta: Counter[tuple[str, str]] = Counter()
    numbers = _drop(connection, identifiers, delta)
    things = list(filed)
    fresh = (
        connection.execute(select(func.coalesce(func.max(ENTRIES.c.n), 0))).scalar_one()
        + 1
    )
    for thing in things:
        if thing.entry.id not in numbers:
            numbers[thing.entry.id] = fresh
            fresh += 1
    _insert(connection, things, numbers)
    for thing in things:
        delta.update(thing.entry.postings)
        delta[thing.entry.kind, ""] += 1
    _add_totals(connection, delta)


def _drop(
    connection: Connection,
    identifiers: Sequence[str],
    delta: Counter[tuple[str, str]],
) -> dict[str, int]:
    """Remove entries; return their numbers, so that they are given again."""
    numbers: dict[str, int] = {}
    for start in range(0, len(identifiers), BATCH):
        rows = connection.execute(
            select(ENTRIES.c.id, ENTRIES.c.n, ENTRIES.c.kind).where(
                ENTRIES.c.id.in_(identifiers[start : start + BATCH])
            )
        )
        for identifier, n, kind in rows:
            numbers[identifier] = n
            delta[kind, ""] -= 1
    old = list(numbers.values())
    for start in range(0, len(old), BATCH):
        part = old[start : start + BATCH]
        rows = connection.execute(
            select(POSTINGS.c.field, POSTINGS.c.value).where(POSTINGS.c.n.in_(part))
        )
        delta.subtract((row.field, row.value) for row in rows)
        connection.execute(delete(POSTINGS).where(POSTINGS.c.n.in_(part)))
        connection.execute(delete(PORTRAITS).where(PORTRAITS.c.n.in_(part)))
        connection.execute(delete(ENTRIES).where(ENTRIES.c.n.in_(part)))
    connection.execute(_FORGET_NAMES, [{"n": n} for n in old] or [{"n": -1}])
    return numbers


_FORGET_NAMES = text("DELETE FROM catalog_names WHERE rowid = :n")
_ADD_NAMES = text("INSERT INTO catalog_names(rowid, names) VALUES (:n, :names)")
_ADD_TOTALS = text(
    "INSERT INTO catalog_totals(field, value, things) VALUES (:field, :value, :more)"
    " ON CONFLICT(field, value) DO UPDATE SET things = things + excluded.things"
)
_NO_TOTALS = text(
    "DELETE FROM catalog_totals WHERE field = :field AND value = :value AND things <= 0"
)


def _insert(
    connection: Connection, things: Sequence[_Filed], numbers: Mapping[str, int]
) -> None:
    entries, postings, portraits, names = [], [], [], []
    for thing in things:
        entry = thing.entry
        n = numbers[entry.id]
        entries.append(
            {
                "n": n,
                "id": entry.id,
                "kind": entry.kind,
                "sort": entry.sort,
                "label": entry.label,
                "documents": entry.documents,
                "card": thing.card,
            }
        )
        postings += [
            {"field": field, "value": value, "sort": entry.sort, "n": n}
            for field, value in entry.postings
        ]
        if thing.portrait is not None:
            portraits.append({"n": n, "body": encode(thing.portrait)})
            spellings = {use.text for use in thing.portrait.entity.names}
            names.append({"n": n, "names": fold("\n".join(sorted(spellings)))})
    for table, rows in ((ENTRIES, entries), (POSTINGS, postings)):
        if rows:
            connection.execute(insert(table), rows)
    if portraits:
        connection.execute(insert(PORTRAITS), portraits)
        connection.execute(_ADD_NAMES, names)


def _add_totals(connection: Connection, delta: Counter[tuple[str, str]]) -> None:
    changes = [(*key, more) for key, more in sorted(delta.items()) if more]
    rows = [{"field": f, "value": v, "more": more} for f, v, more in changes]
    if rows:
        connection.execute(_ADD_TOTALS, rows)
    gone = [{"field": f, "value": v} for f, v, more in changes if more < 0]
    if gone:
        connection.execute(_NO_TOTALS, gone)
