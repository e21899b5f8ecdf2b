"""What all pages share: the case, its catalog kept up to date, and settings."""

import logging
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Annotated

from fastapi import Depends, Request

from dragoman.errors import StoreError
from dragoman.store.case import Case, create_case, open_case
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.writer import SqliteWriter
from dragoman.web.settings import WebSettings

_LOG = logging.getLogger(__name__)

# Each of a few connections keeps that much of the case in memory.
_CACHE_KIB = 16_384
# How often the desk looks whether another program has changed the case.
_PAUSE_S = 2.0


class Desk:
    """The case as the workbench works on it.

    Attributes:
        settings: What the workbench was started with.
        left: Changes that the catalog has not taken in yet, 0 when up to date.
    """

    def __init__(self, settings: WebSettings) -> None:
        # Says in one line what is wrong, before anything is made.
        open_case(settings.case).close()
        self.settings = settings
        self.left = 0
        self._case: Case = create_case(settings.case, cache_kib=_CACHE_KIB)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._watcher: threading.Thread | None = None

    def close(self) -> None:
        """Stop watching and close the case."""
        self._closing.set()
        if self._watcher is not None:
            self._watcher.join()
        self._case.close()

    def refresh(self) -> Iterator[int]:
        """Bring the catalog up to date; yields how many changes are left."""
        with self._lock:
            for left in self._case.refresh_catalog():
                self.left = left
                yield left
                if self._closing.is_set():
                    return

    def catch_up(self) -> None:
        """Bring the catalog up to date after a decision, before the page is shown."""
        for _ in self.refresh():
            pass

    def watch(self) -> None:
        """Take in what other programs add to the case, from now on."""
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _watch(self) -> None:
        while not self._closing.wait(_PAUSE_S):
            try:
                self.catch_up()
            except StoreError as error:
                # Another program is writing for long: the next look takes it in.
                _LOG.info("catalog: %s", error)

    def browsing(self) -> AbstractContextManager[Catalog]:
        """Open one consistent state of the case."""
        return self._case.browsing()

    def writing(self) -> AbstractContextManager[SqliteWriter]:
        """Open one transaction that changes the case."""
        return self._case.writing()

    def original(self, digest: str) -> bytes:
        """Return the bytes that a document was read from."""
        return self._case.original(digest)


def get_desk(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


def get_catalog(desk: Annotated[Desk, Depends(get_desk)]) -> Iterator[Catalog]:
    """Open one consistent state of the case for a request."""
    with desk.browsing() as catalog:
        yield catalog


DeskDep = Annotated[Desk, Depends(get_desk)]
CatalogDep = Annotated[Catalog, Depends(get_catalog)]
