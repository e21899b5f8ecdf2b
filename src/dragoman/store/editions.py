"""Versions of the edited dossier: written once, read back whole."""

import msgspec
from sqlalchemy import Connection, func, insert, select

from dragoman.errors import StoreError
from dragoman.model.edition import Edition
from dragoman.store.codec import encode
from dragoman.store.tables import EDITIONS

_DECODER = msgspec.json.Decoder(Edition)


def add_edition(connection: Connection, edition: Edition) -> bool:
    """Store a version, unless somebody stored one of that number before.

    Returns:
        Whether it was stored.
    """
    latest = connection.execute(select(func.max(EDITIONS.c.version))).scalar() or 0
    if edition.version != latest + 1:
        return False
    connection.execute(
        insert(EDITIONS).values(version=edition.version, body=encode(edition))
    )
    return True


def find_edition(connection: Connection, version: int | None = None) -> Edition | None:
    """Return a version, the latest if none is named; ``None`` if there is none.

    Raises:
        StoreError: The row holds something else.
    """
    query = select(EDITIONS.c.body).order_by(EDITIONS.c.version.desc()).limit(1)
    if version is not None:
        query = query.where(EDITIONS.c.version == version)
    body = connection.execute(query).scalar()
    if body is None:
        return None
    try:
        return _DECODER.decode(body)
    except msgspec.MsgspecError as error:
        raise StoreError(f"a version of the dossier cannot be read: {error}") from error


def list_editions(connection: Connection, limit: int) -> list[Edition]:
    """Return the latest versions, newest first."""
    rows = connection.execute(
        select(EDITIONS.c.body).order_by(EDITIONS.c.version.desc()).limit(limit)
    )
    return [_DECODER.decode(row.body) for row in rows]
