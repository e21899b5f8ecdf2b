"""WARC: the pages of a crawl, each with its address and time of retrieval."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

# warcio ships no types.
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.limits import MAX_MEMBER_BYTES, say_size
from dragoman.read.sniff import READABLE, sniff

_KINDS = frozenset({"response", "resource", "conversion"})


class WarcReader:
    """Reads ``application/warc``."""

    name = "warc"
    version = "1"
    media_types = frozenset({"application/warc"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield what was served under each address as a part."""
        found = False
        try:
            for record in ArchiveIterator(BytesIO(data)):
                if record.rec_type in _KINDS and _is_served(record):
                    part = _read_record(record, settings)
                    if part is not None:
                        found = True
                        yield part
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            yield Failure(origin, "read", self.name, f"a damaged WARC: {error}")
            return
        if not found:
            raise ReadError("a WARC without a record that can be read")


def _is_served(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    return headers is None or str(headers.get_statuscode() or "200").startswith("2")


def _read_record(record: ArcWarcRecord, settings: ReadSettings) -> Part | None:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or "record"
    stream = record.content_stream()
    data = stream.read(MAX_MEMBER_BYTES + 1)
    if len(data) > MAX_MEMBER_BYTES:
        raise ValueError(f"a record of more than {say_size(MAX_MEMBER_BYTES)}")
    declared = _find_declared(record)
    media_type = sniff(data, url, declared)
    if not data.strip() or media_type not in READABLE:
        return None
    # Scripts and styles are text by content; only the server knows better.
    if media_type == "text/plain" and declared not in {None, "text/plain"}:
        return None
    retrieved = headers.get_header("WARC-Date") or settings.retrieved
    return Part(url, data, media_type, settings=replace(settings, retrieved=retrieved))


def _find_declared(record: ArcWarcRecord) -> str | None:
    headers = record.http_headers
    value = (
        headers.get_header("Content-Type")
        if headers is not None
        else record.rec_headers.get_header("Content-Type")
    )
    return value.split(";")[0].strip().lower() if value else None
