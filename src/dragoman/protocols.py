"""The plugin points on one page.

Each group of entry points holds classes that satisfy one protocol; a class is
called without arguments to make the plugin. ``requires`` and ``provides`` name
parts of ``Annotations`` (for annotators) or kinds of claim (for extractors);
the pipeline checks the order before a run starts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from typing import BinaryIO, Protocol, runtime_checkable

from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.model.judgement import Edge
from dragoman.model.view import View


class _Points(Protocol):
    """All entry points; their class has another name in every version of Python."""

    def select(self, *, group: str) -> EntryPoints: ...


@cache
def _all_points() -> _Points:
    # The files of every installed package are gone through, for each group anew.
    return entry_points()


def installed(group: str) -> EntryPoints:
    """Return the entry points of a group (``dragoman.readers``) that are installed."""
    return _all_points().select(group=group)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What a caller says about the sources.

    Attributes:
        date: Publication date (``YYYY-MM-DD``) of documents that carry none.
        source: Outlet of documents that name none.
        title: Title of documents that have none.
        retrieved: ISO 8601 UTC time to note as time of retrieval.
    """

    date: str | None
    source: str | None
    title: str | None
    retrieved: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a container: a member, a message, an entry.

    Attributes:
        name: Of the piece within the container; joined to the origin by ``!``.
        data: Its own original bytes.
        media_type: ``None`` where the bytes are to tell.
        document: The piece already read; ``None`` to have its bytes read.
        settings: Fallbacks in place of the container's, ``None`` for the same.
    """

    name: str
    data: bytes
    media_type: str | None = None
    document: Document | None = None
    settings: ReadSettings | None = None


@runtime_checkable
class Reader(Protocol):
    """Bytes to documents (group ``dragoman.readers``)."""

    name: str
    version: str
    media_types: frozenset[str]

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Read every document in the bytes; a bad part becomes a ``Failure``.

        A container yields its pieces as ``Part``; the caller has them read.

        Raises:
            ReadError: Nothing can be read.
        """
        ...


@runtime_checkable
class Annotator(Protocol):
    """Document to annotations (group ``dragoman.annotators``)."""

    name: str
    version: str
    requires: frozenset[str]
    provides: frozenset[str]

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Return the annotations with this annotator's parts filled in."""
        ...


@runtime_checkable
class Extractor(Protocol):
    """Annotations to claims (group ``dragoman.extractors``)."""

    name: str
    version: str
    requires: frozenset[str]
    provides: frozenset[str]

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[Claim]:
        """Yield claims; ``claims`` are those of the extractors that ran before.

        One of these, yielded again with more to it, stands in the place of the old one.
        """
        ...


@runtime_checkable
class Resolver(Protocol):
    """Claims to edges (group ``dragoman.resolvers``).

    The pipeline resolves one document after the other: it files the claims of the
    document under their keys, fetches what earlier documents filed under the same
    keys, and hands both to ``judge``. So a new document costs what it brings.
    """

    name: str
    version: str

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return blocking keys; none for claims that are not its business."""
        ...

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the claims of one document against known ones and one another."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """View to a file (group ``dragoman.exporters``)."""

    name: str
    version: str

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write the whole view as UTF-8."""
        ...
