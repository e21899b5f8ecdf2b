"""The tables of a case, its version and the way from older versions.

``case_info`` names the version; ``MIGRATIONS[n]`` leads from version ``n`` to
``n + 1``. A new table or column goes both into the tables below and into a new
migration, and ``VERSION`` follows from their number.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    text,
)

from dragoman.errors import StoreError
from dragoman.store.naming import index_all_names

METADATA = MetaData()

INFO = Table(
    "case_info",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# ``extracted`` and ``resolved`` name the producers that did it, NULL before.
DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),
    Column("published", Text),
    Column("head", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("extracted", Text),
    Column("resolved", Text),
    Index("documents_extracted", "extracted"),
    Index("documents_resolved", "resolved"),
)

ORIGINALS = Table(
    "originals",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("claims_document", "document", "ordinal"),
    Index("claims_kind", "kind", "id"),
    Index("claims_subject", "subject", "kind"),
)

EDGES = Table(
    "edges",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("score", Float),
    Column("judge", Text, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Column("made", Text, nullable=False),
    Index("edges_pair", "left", "right"),
    Index("edges_right", "right"),
    Index("edges_judgement", "judgement", "score"),
)

# The journal of what people decided: append-only, see ``model.decision``.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("analyst", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Text),
    Index("decisions_left", "left", "right"),
    Index("decisions_right", "right"),
)

# What people corrected or graded: append-only, see ``model.amendment``.
AMENDMENTS = Table(
    "amendments",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("target", Text, nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("analyst", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Text),
    Index("amendments_made", "made"),
)

# Claims that are gone since their document was read anew, and what took their place.
MOVED = Table(
    "moved",
    METADATA,
    Column("old", Text, primary_key=True),
    Column("heir", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# A read model of the edges: can be dropped and rebuilt.
CANONICAL = Table(
    "canonical",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("canonical", Text, nullable=False, index=True),
)

# What users' lists know beforehand, and under which folded names.
KNOWN = Table(
    "known",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("pack", Text, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)
KNOWN_NAMES = Table(
    "known_names",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("known", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Versions of the edited dossier, each whole; see ``model.edition``.
EDITIONS = Table(
    "editions",
    METADATA,
    Column("version", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# ``width`` is the number of keys of the claim.
KEYS = Table(
    "keys",
    METADATA,
    Column("resolver", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("width", Integer, nullable=False),
    Index("keys_claim", "claim"),
    sqlite_with_rowid=False,
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("origin", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("producer", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("document", Text),
)

# Contentless: the words are indexed in folded form (see ``fulltext``), the text
# itself stands in ``documents`` and ``claims``.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE document_words USING fts5(title, body, content='',"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE statement_words USING fts5(body, content='',"
    " tokenize='unicode61 remove_diacritics 2')",
)

# Of each claim the words by which it names somebody (see ``naming``).
NAME_WORDS = (
    "CREATE VIRTUAL TABLE name_words USING fts5(body, content='',"
    " tokenize='unicode61 remove_diacritics 2')"
)

Migration = Callable[[Connection], None]


def _create(connection: Connection) -> None:
    METADATA.create_all(connection)
    for statement in FULL_TEXT:
        connection.execute(text(statement))


def _add_decisions(connection: Connection) -> None:
    DECISIONS.create(connection, checkfirst=True)
    connection.execute(
        text("CREATE INDEX IF NOT EXISTS edges_judgement ON edges (judgement, score)")
    )


def _add_knowledge(connection: Connection) -> None:
    for table in (KNOWN, KNOWN_NAMES):
        table.create(connection, checkfirst=True)


def _add_amendments(connection: Connection) -> None:
    AMENDMENTS.create(connection, checkfirst=True)


def _add_editions(connection: Connection) -> None:
    EDITIONS.create(connection, checkfirst=True)


def _add_heirs(connection: Connection) -> None:
    MOVED.create(connection, checkfirst=True)


def _index_documents(connection: Connection) -> None:
    for stage in ("extracted", "resolved"):
        connection.execute(
            text(f"CREATE INDEX IF NOT EXISTS documents_{stage} ON documents ({stage})")
        )


def _index_names(connection: Connection) -> None:
    connection.execute(text("DROP TABLE IF EXISTS name_words"))
    connection.execute(text(NAME_WORDS))
    index_all_names(connection)


MIGRATIONS: Sequence[Migration] = (
    _create,
    _add_decisions,
    _add_knowledge,
    _add_amendments,
    _add_editions,
    _add_heirs,
    _index_documents,
    _index_names,
)


def bring_up(connection: Connection, migrations: Sequence[Migration]) -> None:
    """Create the tables of a new case, or lead an older one to this version.

    Raises:
        StoreError: The file is not a case, or is one of a newer version.
    """
    version = find_version(connection)
    if version > len(migrations):
        raise StoreError(
            f"the case has version {version}, this dragoman knows up to "
            f"{len(migrations)}: update dragoman"
        )
    for step in migrations[version:]:
        step(connection)
    if version < len(migrations):
        connection.execute(
            text("INSERT OR REPLACE INTO case_info VALUES ('version', :version)"),
            {"version": str(len(migrations))},
        )


def find_version(connection: Connection) -> int:
    """Return the version of the case, 0 for an empty file.

    Raises:
        StoreError: The database was made by another program.
    """
    present = inspect(connection).get_table_names()
    if not present:
        return 0
    if INFO.name not in present:
        raise StoreError("the file is a database, but not a case of dragoman")
    found = connection.execute(
        text("SELECT value FROM case_info WHERE name = 'version'")
    ).scalar()
    if found is None or not str(found).isdigit():
        raise StoreError(f"the case names no version, but {found!r}")
    return int(found)
