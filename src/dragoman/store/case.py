"""A case: a folder whose ``case.db`` is the only truth."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, func, or_, select, text

from dragoman.errors import StoreError
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.refresh import count_stale, refresh_step
from dragoman.store.catalog.tables import prepare_catalog
from dragoman.store.connect import open_engine, transaction
from dragoman.store.tables import (
    DOCUMENTS,
    MIGRATIONS,
    ORIGINALS,
    bring_up,
    find_version,
)
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter

FILE = "case.db"

# The marks that there are, each once: a look for each of them, none for each document.
_MARKS = """
    WITH RECURSIVE marks(mark) AS (
        SELECT min({stage}) FROM documents
        UNION ALL
        SELECT (SELECT min({stage}) FROM documents WHERE {stage} > mark)
        FROM marks WHERE mark IS NOT NULL
    )
    SELECT mark FROM marks WHERE mark IS NOT NULL
"""


class Case:
    """Access to one case.

    Attributes:
        folder: Where it lies.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._where = str(folder / FILE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; the case cannot be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[SqliteView]:
        """Open one consistent state of the case."""
        with transaction(self._engine, self._where, write=False) as connection:
            yield SqliteView(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        """Open one transaction: everything in it is stored, or nothing."""
        with transaction(self._engine, self._where, write=True) as connection:
            yield SqliteWriter(connection)

    @contextmanager
    def browsing(self) -> Iterator[Catalog]:
        """Open one consistent state of the case, to be read page by page.

        The catalog must have been prepared (``refresh_catalog``).
        """
        with transaction(self._engine, self._where, write=False) as connection:
            yield Catalog(connection)

    def refresh_catalog(self) -> Iterator[int]:
        """Bring the catalog up to date, one transaction per step.

        Yields:
            How many changes are left, before the first step and after each one.
        """
        with transaction(self._engine, self._where, write=True) as connection:
            prepare_catalog(connection)
        while True:
            with transaction(self._engine, self._where, write=False) as connection:
                left = count_stale(connection)
            yield left
            if not left:
                return
            with transaction(self._engine, self._where, write=True) as connection:
                refresh_step(connection)

    def pending(self, stage: str, *producers: str) -> list[str]:
        """Return the documents that a stage has not seen with these producers.

        Args:
            stage: ``extracted`` or ``resolved``; only extracted documents can be
                resolved.
            producers: Names and versions of the plugins of the stage; several, if
                it has steps and a later one counts as well.

        Returns:
            Identifiers in order.
        """
        done = DOCUMENTS.c[stage]
        marks = text(_MARKS.format(stage=done.name))
        with transaction(self._engine, self._where, write=False) as connection:
            others = set(connection.execute(marks).scalars()) - set(producers)
            query = select(DOCUMENTS.c.id).where(or_(done.is_(None), done.in_(others)))
            if stage == "resolved":
                query = query.where(DOCUMENTS.c.extracted.is_not(None))
            return list(connection.execute(query.order_by(DOCUMENTS.c.id)).scalars())

    def outdated(self, producers: str) -> tuple[int, int]:
        """Return how much was read for claims by other producers than these.

        Returns:
            Documents, and the characters of their texts.
        """
        query = select(func.count(), func.sum(func.length(DOCUMENTS.c.body))).where(
            DOCUMENTS.c.extracted != producers
        )
        with transaction(self._engine, self._where, write=False) as connection:
            documents, characters = connection.execute(query).one()
        return documents, characters or 0

    def original(self, digest: str) -> bytes:
        """Return the bytes that a document was read from.

        Raises:
            StoreError: There are no bytes of this digest.
        """
        with transaction(self._engine, self._where, write=False) as connection:
            packed = connection.execute(
                select(ORIGINALS.c.packed).where(ORIGINALS.c.digest == digest)
            ).scalar()
        if packed is None:
            raise StoreError(f"there is no original {digest} in the case")
        return zlib.decompress(packed)


def create_case(folder: Path, *, cache_kib: int = 65_536) -> Case:
    """Open a case for writing; make it if it is not there.

    Args:
        folder: Where it lies.
        cache_kib: Memory that each connection may keep pages in.

    Raises:
        StoreError: The folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreError(f"{folder}: is a file, a case is a folder") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{folder}: cannot be a case: {reason}") from error
    engine = open_engine(folder / FILE, read_only=False, cache_kib=cache_kib)
    return _bring_up(folder, engine, write=True)


def open_case(folder: Path) -> Case:
    """Open a case for reading.

    Raises:
        StoreError: There is no case in the folder.
    """
    if not (folder / FILE).is_file():
        raise StoreError(f"{folder}: is not a case (no {FILE} in it)")
    engine = open_engine(folder / FILE, read_only=True)
    return _bring_up(folder, engine, write=False)


def change_case(folder: Path) -> Case:
    """Open a case for reading and writing; unlike ``create_case`` it must be there.

    Raises:
        StoreError: There is no case in the folder.
    """
    open_case(folder).close()
    return create_case(folder)


def _bring_up(folder: Path, engine: Engine, *, write: bool) -> Case:
    where = str(folder / FILE)
    try:
        with transaction(engine, where, write=write) as connection:
            older = not write and find_version(connection) < len(MIGRATIONS)
            if not older:
                bring_up(connection, MIGRATIONS)
        if older:
            _lead_on(folder, engine)
    except StoreError:
        engine.dispose()
        raise
    return Case(folder, engine)


def _lead_on(folder: Path, engine: Engine) -> None:
    """Lead a case that was to be read only to this version.

    The lock is taken at the start, as another program may be at the same.
    """
    try:
        with transaction(engine, str(folder / FILE), write=True) as connection:
            bring_up(connection, MIGRATIONS)
    except StoreError as error:
        if "readonly" not in str(error.__cause__):
            raise
        raise StoreError(
            f"{folder}: a case of an older version, which must be written to be read: "
            "copy the folder to where you may write"
        ) from error
