"""The tables of the catalog and what keeps a note of changes.

The catalog has its own version: a case with another one (or none) gets a new
catalog, and everything in the case counts as changed. Triggers note what changes,
whoever writes; ``refresh`` takes it from there. Nothing here is truth.
"""

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    select,
    text,
)

from dragoman.store.tables import INFO

VERSION = "6"
_NAME = "catalog"

METADATA = MetaData()

# One row a thing a reader can open. ``sort`` is what its lists are ordered by: the
# first day of events and statements (its month or year where no more is told), the
# publication date of documents ('' where there is none), the number of documents,
# padded, of narratives, and of entities that and how often they are named.
ENTRIES = Table(
    "catalog_entries",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("card", LargeBinary, nullable=False),
    Index("catalog_entries_sort", "kind", "sort", "n"),
)

# The assembled entities, with a few citations for each value.
PORTRAITS = Table(
    "catalog_portraits",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Under which values a thing is found. ``field`` is kind and property, such as
# ``event.place``; ``sort`` is that of the entry, so each list is a range.
POSTINGS = Table(
    "catalog_postings",
    METADATA,
    Column("field", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("sort", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Index("catalog_postings_n", "n"),
    sqlite_with_rowid=False,
)

# How many things stand under a value.
TOTALS = Table(
    "catalog_totals",
    METADATA,
    Column("field", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("things", Integer, nullable=False),
    Index("catalog_totals_things", "field", "things"),
    sqlite_with_rowid=False,
)

# What changed since the catalog was brought up to date. ``moved``: its claims went
# to another cluster, so whatever refers to it has to be filed again.
STALE = Table(
    "catalog_stale",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("moved", Integer, nullable=False),
    sqlite_with_rowid=False,
)

_NAMES = "catalog_names"

# Roles and epithets are told on the page of their holder, incidents on that of their
# document.
_CLAIM_KIND = (
    "CASE {row}.kind WHEN 'role' THEN 'entity' WHEN 'epithet' THEN 'entity'"
    " WHEN 'incident' THEN 'document' ELSE {row}.kind END"
)
_KIND_OF = "coalesce((SELECT kind FROM claims WHERE id = {row}.id), 'entity')"
_NOTE = (
    "INSERT INTO catalog_stale(kind, id, moved) VALUES ({kind}, {id}, {moved})"
    " ON CONFLICT(kind, id) DO UPDATE SET moved = max(moved, excluded.moved);"
)


def _note(kind: str, identifier: str, *, moved: bool = False) -> str:
    return _NOTE.format(kind=kind, id=identifier, moved=int(moved))


def _triggers() -> dict[str, str]:
    """Return the triggers by name."""
    new, old = _KIND_OF.format(row="NEW"), _KIND_OF.format(row="OLD")
    told = {row: _CLAIM_KIND.format(row=row) for row in ("NEW", "OLD")}
    return {
        "document_added AFTER INSERT ON documents": _note("'document'", "NEW.id"),
        "document_completed AFTER UPDATE OF published ON documents": (
            _note("'document'", "NEW.id")
        ),
        "claim_added AFTER INSERT ON claims": (
            _note(told["NEW"], "NEW.subject") + _note("'document'", "NEW.document")
        ),
        "claim_dropped AFTER DELETE ON claims": (
            _note(told["OLD"], "OLD.subject") + _note("'document'", "OLD.document")
        ),
        "claim_amended AFTER INSERT ON amendments": (
            "INSERT INTO catalog_stale(kind, id, moved)"  # noqa: S608  # own words
            f" SELECT {_CLAIM_KIND.format(row='c')},"
            " coalesce(k.canonical, c.subject), 1"
            " FROM claims c LEFT JOIN canonical k ON k.id = c.subject"
            " WHERE c.id = NEW.target"
            " ON CONFLICT(kind, id) DO UPDATE SET moved = 1;"
        ),
        "cluster_joined AFTER INSERT ON canonical": (
            _note(new, "NEW.id", moved=True) + _note(new, "NEW.canonical")
        ),
        "cluster_moved AFTER UPDATE ON canonical": (
            _note(new, "OLD.canonical", moved=True) + _note(new, "NEW.canonical")
        ),
        "cluster_left AFTER DELETE ON canonical": (
            _note(old, "OLD.canonical", moved=True) + _note(old, "OLD.id")
        ),
    }


def prepare_catalog(connection: Connection) -> bool:
    """Make the catalog if it is missing or of another version.

    Returns:
        Whether it was made anew; everything is noted as changed then.
    """
    found = connection.execute(select(INFO.c.value).where(INFO.c.name == _NAME))
    if found.scalar() == VERSION and has_catalog(connection):
        return False
    drop_catalog(connection)
    METADATA.create_all(connection)
    connection.execute(
        text(
            f"CREATE VIRTUAL TABLE {_NAMES} USING fts5(names, prefix='2 3',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
    )
    for head, body in _triggers().items():
        connection.exec_driver_sql(f"CREATE TRIGGER catalog_{head} BEGIN {body} END")
    _note_everything(connection)
    connection.execute(
        text("INSERT OR REPLACE INTO case_info VALUES (:name, :value)"),
        {"name": _NAME, "value": VERSION},
    )
    return True


def has_catalog(connection: Connection) -> bool:
    """Tell whether the tables of the catalog are there."""
    return STALE.name in inspect(connection).get_table_names()


def drop_catalog(connection: Connection) -> None:
    """Remove the catalog; the case itself stays whole."""
    for head in _triggers():
        name = head.partition(" ")[0]
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS catalog_{name}")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {_NAMES}")
    METADATA.drop_all(connection)
    connection.execute(
        text("DELETE FROM case_info WHERE name = :name"), {"name": _NAME}
    )


def _note_everything(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO catalog_stale(kind, id, moved)"
            " SELECT 'document', id, 0 FROM documents"
        )
    )
    kind = _CLAIM_KIND.format(row="c")
    connection.execute(
        text(
            "INSERT OR IGNORE INTO catalog_stale(kind, id, moved)"  # noqa: S608  # own words
            f" SELECT {kind}, coalesce(k.canonical, c.subject), 0"
            " FROM claims c LEFT JOIN canonical k ON k.id = c.subject"
        )
    )
