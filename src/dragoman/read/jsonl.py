"""JSON lines: one document an object, keys text, title, url, published, source.

``date`` stands for ``published`` where that is missing. Of an exchange file the
documents are read; its other lines are what was once read from them.
"""

import logging
from collections.abc import Iterator

import msgspec

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.decode import decode, normalize_lines
from dragoman.read.draft import Draft, finish
from dragoman.read.plain import read_plain
from dragoman.read.published import clean_published
from dragoman.read.sniff import JSON_RECORD, JSONL
from dragoman.text.printable import keep_on_line

_MAX_SHOWN = 60
_LOG = logging.getLogger(__name__)
_DERIVED = frozenset({"entity", "event", "statement", "narrative"})
_TEXT_KEYS = ("title", "url", "published", "date", "source", "author", "lang")


class JsonLinesReader:
    """Reads JSON lines, single JSON objects and arrays of them."""

    name = "jsonl"
    version = "1"
    media_types = frozenset({JSONL, JSON_RECORD})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield a part for each line, or the document of a single record."""
        whole = data.strip()
        if whole.startswith(b"["):
            yield from _split_array(whole)
        elif b"\n" not in whole or _is_object(whole):
            yield from _read_record(data, origin, settings)
        else:
            yield from _split_lines(data)


def _split_array(data: bytes) -> Iterator[Part]:
    try:
        records = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReadError(f"broken JSON array: {error}") from error
    for number, record in enumerate(records, start=1):
        yield Part(f"item {number}", bytes(record), JSON_RECORD)


def _split_lines(data: bytes) -> Iterator[Part]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        data = decode(data).encode()
    start = number = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        line = data[start:end].strip()
        start = end + 1
        if line:
            yield Part(f"line {number}", line, JSON_RECORD)


def _is_object(data: bytes) -> bool:
    """Tell whether the bytes are one object that was written over several lines."""
    try:
        return isinstance(msgspec.json.decode(data), dict)
    except (msgspec.DecodeError, RecursionError):
        return False


def _is_derived(record: dict[str, object]) -> bool:
    """Tell whether a line of an exchange file is no document, but told by others."""
    kind = record.get("kind")
    return isinstance(kind, str) and kind in _DERIVED


def _read_record(
    data: bytes, origin: str, settings: ReadSettings
) -> Iterator[Document]:
    try:
        record = msgspec.json.decode(decode(data))
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReadError(f"broken JSON: {error}") from error
    if isinstance(record, dict) and "text" not in record and _is_derived(record):
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadError('no document: a JSON object with a string "text" is needed')
    if not record["text"].strip():
        raise ReadError('an empty "text": nothing to read')
    source = record.get("source")
    told = {**source, **record} if isinstance(source, dict) else record
    said = {key: _read_name(told.get(key)) for key in _TEXT_KEYS}
    draft = _read_titled(normalize_lines(record["text"]), said["title"])
    draft.title = said["title"] or draft.title
    draft.url = said["url"] or draft.url
    draft.author = said["author"] or draft.author
    draft.source = said["source"] or draft.source
    draft.lang = said["lang"]
    day = said["published"] or said["date"]
    if day and clean_published(day, settings.retrieved) is None:
        place, shown = keep_on_line(origin), keep_on_line(day[:_MAX_SHOWN])
        _LOG.warning("%s: %r is no possible date; it is left out", place, shown)
        day = None
    draft.published = day or draft.published
    yield finish(draft, data, origin, "application/json", settings)


def _read_titled(text: str, title: str | None) -> Draft:
    """Make a draft of a text with its headline before it, as pages have it.

    What is no part of the text could not be cited.
    """
    line = " ".join(title.split()) if title else ""
    draft = read_plain(text, title)
    titled = any(block.kind is BlockKind.TITLE for block in draft.blocks)
    opening = " ".join(text.split())[: len(line) + 1]
    headed = opening.startswith(line) and not opening[len(line) :].isalnum()
    if not line or titled or headed:
        return draft
    return read_plain(f"{line}\n\n{text}", line)


def _read_name(value: object) -> str | None:
    """Take a string, or the ``name`` of an object, as an exchange file writes it."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
