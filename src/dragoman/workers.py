"""Documents to claims, in this process or in several, always in the same order.

Reading a document for claims depends on nothing but the document, so any number
of processes gives the same result. A document that a plugin cannot take, or that
takes its process down, becomes a failure of this document alone.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, MutableSequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import Synchronized
from threading import Thread

from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.model.garbage import NEVER, RARELY, few_collections
from dragoman.model.pulse import Hear, hear_nothing, heard_by
from dragoman.plugins import load_annotators, load_extractors, sign
from dragoman.protocols import Annotator, Extractor
from dragoman.settings import Settings

LANGUAGES = frozenset({"en"})

# Documents on their way to each process, so that none waits for work.
AHEAD = 3

# What steps take of the time of a long document, in parts; any other one takes 1.
_COSTS = {"encoder": 80, "names": 10, "statements": 8, "events": 4, "narratives": 2}
# How often to look how far the processes are.
_LOOK_S = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a document.

    Attributes:
        document: Which one.
        claims: In order of extraction, each identifier once.
        failure: Why there are no claims, ``None`` if all went well.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    failure: Failure | None = None


@lru_cache(maxsize=1)
def load_steps() -> tuple[tuple[Annotator, ...], tuple[Extractor, ...]]:
    """Return the annotators and extractors of a run, in its order; loaded once.

    Raises:
        PluginError: The plugins do not fit together.
    """
    with few_collections(NEVER):
        annotators = load_annotators()
        return tuple(annotators), tuple(load_extractors(annotators))


def signature() -> str:
    """Return the names and versions of all steps, in their order.

    Raises:
        PluginError: The plugins do not fit together.
    """
    annotators, extractors = load_steps()
    return f"{sign(annotators)} {sign(extractors)}".strip()


def read_documents(
    documents: Iterable[Document], settings: Settings, hear: Hear = hear_nothing
) -> Iterator[Reading]:
    """Read documents for claims; the results come in the order of the documents.

    Args:
        documents: Taken from as needed, never all at once.
        settings: How many processes share the work, how long a text may be.
        hear: Called now and then with how many documents are done that were not
            yielded yet, those under way with the share of them that is done.
    """
    if settings.workers == 1:
        with few_collections():
            for document in documents:
                yield read_document(document, settings, hear)
    else:
        yield from _Pool(settings).read(documents, hear)


class _Course:
    """How far one document is on its way through the steps."""

    def __init__(self, steps: Iterable[str], hear: Hear) -> None:
        self._costs = {name: _COSTS.get(name, 1) for name in steps}
        self._total = sum(self._costs.values())
        self._hear = hear
        self._done = 0
        self._cost = 0
        self._told = 0.0

    def begin(self, step: str) -> None:
        self._done += self._cost
        self._cost = self._costs[step]
        self.take(0.0)

    def take(self, share: float) -> None:
        """Tell the share of the document; a step may begin again, we do not."""
        reached = (self._done + self._cost * share) / self._total
        self._told = max(self._told, reached)
        self._hear(self._told)


def read_document(
    document: Document, settings: Settings, hear: Hear = hear_nothing
) -> Reading:
    """Annotate one document and extract its claims."""
    reason = find_obstacle(document, settings.max_chars)
    if reason is not None:
        failure = Failure(document.origin, "annotate", "language", reason, document.id)
        return Reading(document, failure=failure)
    annotators, extractors = load_steps()
    names = [*(one.name for one in annotators), *(one.name for one in extractors)]
    course = _Course(names, hear)
    stage = producer = "annotate"
    try:
        with heard_by(course.take):
            annotations = Annotations(document.id)
            for annotator in annotators:
                producer = annotator.name
                course.begin(producer)
                annotations = annotator.annotate(document, annotations)
            stage = "extract"
            claims: dict[str, Claim] = {}
            for extractor in extractors:
                producer = extractor.name
                course.begin(producer)
                found = extractor.extract(document, annotations, tuple(claims.values()))
                claims |= {claim.id: claim for claim in found}
    # The per-document boundary: whatever a plugin raises costs this document only.
    except Exception as error:  # noqa: BLE001
        reason = describe(error)
        failure = Failure(document.origin, stage, producer, reason, document.id)
        return Reading(document, failure=failure)
    return Reading(document, tuple(claims.values()))


def find_obstacle(document: Document, max_chars: int) -> str | None:
    """Return why a document is not read for claims, ``None`` if it is read."""
    kept = "; stored and searchable"
    if len(document.text) > max_chars:
        return (
            f"unread: {len(document.text):,} characters, "
            f"more than {max_chars:,} are not read for claims{kept}"
        )
    if document.lang is not None and document.lang not in LANGUAGES:
        return f"unread: no model for language {document.lang}{kept}"
    if document.lang is None and not _is_mostly_latin(document.text):
        return f"unread: no model for this script, language not known{kept}"
    return None


def _is_mostly_latin(text: str) -> bool:
    letters = [c for c in islice(text, 20_000) if c.isalpha()]
    # U+024F ends Latin Extended-B.
    return 2 * sum(c <= "\u024f" for c in letters) >= len(letters)


def describe(error: BaseException) -> str:
    """Return an error of a plugin in one line."""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


# How much of its document each process of a pool has done, and its own place there.
_shares: MutableSequence[float] = [0.0]
_place = 0


def _start_worker(shares: MutableSequence[float], started: "Synchronized[int]") -> None:
    global _shares, _place
    _shares = shares
    with started.get_lock():
        _place = started.value % len(shares)
        started.value += 1
    # Ctrl-C goes to the whole group; the parent alone decides what stops.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    load_steps()
    gc.freeze()
    gc.set_threshold(*RARELY)


def _end_with(sentinel: int) -> None:
    """End this process when its parent is gone, killed perhaps, not told to stop."""
    wait([sentinel])
    os._exit(1)


def _read_in_worker(document: Document, settings: Settings) -> Reading:
    try:
        return read_document(document, settings, _note_share)
    finally:
        _note_share(0.0)


def _note_share(share: float) -> None:
    _shares[_place] = share


class _Pool:
    """Processes with a bounded queue; a dead one is replaced."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._executor = self._make(settings.workers)

    def _make(self, workers: int) -> ProcessPoolExecutor:
        context = get_context("spawn")
        self._shares = context.RawArray("d", workers)
        return ProcessPoolExecutor(
            workers,
            mp_context=context,
            initializer=_start_worker,
            initargs=(self._shares, context.Value("i", 0)),
        )

    def read(self, documents: Iterable[Document], hear: Hear) -> Iterator[Reading]:
        source = iter(documents)
        waiting: deque[tuple[Document, Future[Reading]]] = deque()
        reached = 0.0
        try:
            while True:
                for document in islice(source, self._room(waiting)):
                    waiting.append((document, self._submit(document)))
                if not waiting:
                    return
                document, future = waiting.popleft()
                while not wait_for([future], _LOOK_S).done:
                    ready = sum(other.done() for _, other in waiting)
                    reached = max(reached, ready + sum(self._shares))
                    hear(reached)
                try:
                    reading = future.result()
                except BrokenProcessPool:
                    # Whose fault it was is not known: read this one by itself.
                    reading = self._read_alone(document)
                    self._restart(waiting)
                # A process that has just ended a document tells of none.
                reached = max(reached - 1, 0.0)
                yield reading
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _room(self, waiting: deque[tuple[Document, Future[Reading]]]) -> int:
        return self._settings.workers * AHEAD - len(waiting)

    def _submit(self, document: Document) -> Future[Reading]:
        try:
            return self._executor.submit(_read_in_worker, document, self._settings)
        except BrokenProcessPool as error:
            broken: Future[Reading] = Future()
            broken.set_exception(error)
            return broken

    def _read_alone(self, document: Document) -> Reading:
        with self._make(1) as executor:
            try:
                return executor.submit(
                    _read_in_worker, document, self._settings
                ).result()
            except BrokenProcessPool:
                reason = "the process that read this document died"
                failure = Failure(
                    document.origin, "extract", "workers", reason, document.id
                )
                return Reading(document, failure=failure)

    def _restart(self, waiting: deque[tuple[Document, Future[Reading]]]) -> None:
        """Put what was under way into a new pool, what is done already aside."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._make(self._settings.workers)
        for n, (document, future) in enumerate(waiting):
            done = future.done() and not future.cancelled()
            if not done or future.exception() is not None:
                waiting[n] = (document, self._submit(document))
