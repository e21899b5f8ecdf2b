"""What all pages share: the case, its catalog kept up to date, and settings."""

import logging
import math
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Annotated

from fastapi import Depends, Request

from dragoman.analyze.places import Placed
from dragoman.errors import StoreError
from dragoman.model.decision import list_standing
from dragoman.store.case import Case, create_case, open_case
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.review import Question
from dragoman.store.writer import SqliteWriter
from dragoman.web.settings import WebSettings

_LOG = logging.getLogger(__name__)

# Each of a few connections keeps that much of the case in memory.
_CACHE_KIB = 16_384
# How often the desk looks whether another program has changed the case.
_PAUSE_S = 2.0
# How long the queue of the review is kept, and how long it is at most.
_QUEUE_S = 120.0
# How long a page waits for the catalog after a decision.
_PAGE_S = 1.5
MAX_QUESTIONS = 500


class Desk:
    """The case as the workbench works on it.

    Attributes:
        settings: What the workbench was started with.
        left: Changes that the catalog has not taken in yet, 0 when up to date.
        placed: Where entities were found on the map, by identifier and content.
    """

    def __init__(self, settings: WebSettings) -> None:
        # Says in one line what is wrong, before anything is made.
        open_case(settings.case).close()
        self.settings = settings
        self.left = 0
        self.placed: dict[tuple[str, int], Placed | None] = {}
        self._case: Case = create_case(settings.case, cache_kib=_CACHE_KIB)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._watcher: threading.Thread | None = None
        self._queue: tuple[float, list[Question]] | None = None

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

    def catch_up(self, max_s: float = _PAGE_S) -> None:
        """Bring the catalog up to date, before the page after a decision is shown.

        A decision that moves thousands of claims is not waited for: the page says
        how many changes are left, and the watcher takes them in.
        """
        begun = time.monotonic()
        for _ in self.refresh():
            if time.monotonic() - begun > max_s:
                break

    def watch(self) -> None:
        """Take in what other programs add to the case, from now on."""
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _watch(self) -> None:
        while not self._closing.wait(_PAUSE_S):
            try:
                self.catch_up(max_s=math.inf)
            except StoreError as error:
                # Another program is writing for long: the next look takes it in.
                _LOG.info("catalog: %s", error)

    def questions(self, catalog: Catalog) -> list[Question]:
        """Return the open questions on who is who, those that change most first.

        Weighing them takes longer than a page may: the queue is made once in a
        while, and what was decided meanwhile is left out of it.
        """
        if self._queue is None or time.monotonic() - self._queue[0] > _QUEUE_S:
            self._queue = (time.monotonic(), catalog.view.questions(MAX_QUESTIONS))
        waiting = self._queue[1]
        ends = [one for q in waiting for one in (q.edge.left, q.edge.right)]
        standing = list_standing(catalog.view.decisions_on(ends))
        decided = {(one.left, one.right) for one in standing}
        return [q for q in waiting if (q.edge.left, q.edge.right) not in decided]

    def forget_questions(self) -> None:
        """Have the queue made anew when it is asked for next."""
        self._queue = None

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
