"""Opening ``case.db``: WAL, one writer, and every fault of the disk in one line."""

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from dragoman.errors import StoreError
from dragoman.store.kept import Kept

# The pool logs a rollback that is interrupted, with its traceback, and raises all the
# same; where nobody listens, that would go to the terminal.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

# How long a second program waits for the first one before it gives up.
BUSY_TIMEOUT_S = 5

_REASONS = (
    ("locked", "another program is writing to it"),
    ("disk is full", "the disk is full"),
    ("disk i/o error", "the disk is full or cannot be written"),
    ("readonly", "it cannot be written (read-only)"),
    ("unable to open", "it cannot be opened (missing folder or no permission)"),
)
# Then nobody can promise anything.
_BROKEN = (
    ("not a database", "it is not a database"),
    ("malformed", "it is damaged"),
)


def explain(error: BaseException, where: str) -> StoreError:
    """Return a ``StoreError`` that says in one line what the database reports."""
    reason = str(getattr(error, "orig", None) or error).splitlines()[0]
    lowered = reason.lower()
    for sign, words in _REASONS:
        if sign in lowered:
            return StoreError(f"{where}: {words}; nothing that was stored is lost")
    for sign, words in _BROKEN:
        if sign in lowered:
            return StoreError(
                f"{where}: {words}; put a copy in its place, or build the case anew"
            )
    return StoreError(f"{where}: {reason}")


def open_engine(path: Path, *, read_only: bool, cache_kib: int = 65_536) -> Engine:
    """Return an engine on a database file.

    A file in a folder that cannot be written is opened as immutable, because WAL
    would have to create files beside it.
    """
    mode = "rwc"
    if read_only:
        mode = "rw" if _is_writable(path) else _mode_without_writing(path)
    address = f"file:{quote(str(path))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_TIMEOUT_S, check_same_thread=False
        )
        connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    if not read_only:
        event.listen(engine, "connect", _use_wal)
    event.listen(engine, "begin", _begin)
    return engine


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)


def _mode_without_writing(path: Path) -> str:
    # An immutable database is read without its log; what a killed writer left
    # there would be overlooked.
    log = path.with_name(f"{path.name}-wal")
    return "ro" if log.exists() and log.stat().st_size else "ro&immutable=1"


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI border
    # Transactions are begun by hand (_begin): the driver's own begin comes too late
    # for data definition and would leave a half-made case behind.
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")


def _use_wal(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI border
    # Kept in the file. Readers go on while a writer works, and a killed writer
    # leaves nothing half done.
    connection.execute("PRAGMA journal_mode = WAL")
    # 16 MB of log before it is carried over, not 4: most documents write to the same
    # pages of the indices.
    connection.execute("PRAGMA wal_autocheckpoint = 4000")


def _begin(connection: Connection) -> None:
    how = connection.info.get(_HOW, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")


def fetch(
    connection: Connection,
    query: str,
    asked: Iterable[object] = (),
    **values: str | int,
) -> list[Any]:
    """Run one of the queries that resolving a document asks many times.

    They go to the driver as they stand: composing and caching them costs ten times
    what the database takes for them.

    Args:
        connection: A transaction.
        query: In SQL; ``(SELECT value FROM json_each(:asked))`` is the list.
        asked: The list, of any length.
        values: Other parameters by name.

    Returns:
        All rows, as tuples.
    """
    driver: Any = connection.connection.driver_connection
    parameters = {"asked": _listed(asked), **values}
    found: list[Any] = driver.execute(query, parameters).fetchall()
    return found


def stream(
    connection: Connection, query: str, asked: Iterable[object] = ()
) -> Iterator[Any]:
    """Run a query of many rows as it stands (``fetch``); they are read as needed."""
    driver: Any = connection.connection.driver_connection
    rows: Iterator[Any] = driver.execute(query, {"asked": _listed(asked)})
    return rows


def _listed(asked: Iterable[object]) -> str:
    return msgspec.json.encode(list(asked)).decode()


def send(
    connection: Connection,
    statement: str,
    values: Mapping[str, object] | Sequence[Sequence[object]],
) -> int:
    """Run one of the statements that every document needs, as it stands (``fetch``).

    Args:
        connection: A transaction.
        statement: In SQL.
        values: Its parameters by name; of several rows, for each of which it is run,
            in their order, which the driver takes in half the time.

    Returns:
        How many rows were changed.
    """
    driver: Any = connection.connection.driver_connection
    if isinstance(values, Mapping):
        changed: int = driver.execute(statement, values).rowcount
    else:
        changed = driver.executemany(statement, values).rowcount
    return changed


@contextmanager
def transaction(engine: Engine, where: str, *, write: bool) -> Iterator[Connection]:
    """Run one transaction; faults of the database become a ``StoreError``.

    A writer takes the lock at the start, not in the middle of its work.

    Raises:
        StoreError: The database cannot be read or written; nothing is changed.
    """
    try:
        with engine.connect() as connection:
            about = connection.info
            about[_HOW] = "IMMEDIATE" if write else "DEFERRED"
            kept = about.pop(_KEPT, None)
            with connection.begin():
                if write:
                    kept = _still_holding(connection, kept)
                    about[_IN_USE] = kept[1]
                try:
                    yield connection
                finally:
                    about.pop(_IN_USE, None)
            # Only now it is certain that what is kept is what is stored.
            about[_KEPT] = kept
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise explain(error, where) from error


# Where a connection keeps what was read: from one transaction to the next, with the
# version of the database, and during one that writes; and how one is to begin.
_KEPT, _IN_USE, _HOW = "kept", "kept and in use", "begin"


def _still_holding(
    connection: Connection, kept: tuple[int, Kept] | None
) -> tuple[int, Kept]:
    """Return what was read before, nothing if others have written since."""
    driver: Any = connection.connection.driver_connection
    version: int = driver.execute("PRAGMA data_version").fetchone()[0]
    return kept if kept and kept[0] == version else (version, Kept())


def find_kept(connection: Connection) -> Kept | None:
    """Return what is kept of the case, ``None`` if this transaction does not write."""
    kept: Kept | None = connection.info.get(_IN_USE)
    return kept
