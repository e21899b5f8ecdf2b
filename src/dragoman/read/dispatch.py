"""Inputs as a user names them to documents: files, folders, globs, addresses, ``-``.

Everything is read lazily and in a fixed order. What cannot be read becomes a
``Failure`` with one line that says why; nothing raises but a faulty plugin.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeAlias

from dragoman.errors import PluginError, ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, Reader, ReadSettings
from dragoman.read.files import find_files, is_address, load_file
from dragoman.read.limits import MAX_DEPTH, MAX_UNPACKED_BYTES, say_size
from dragoman.read.registry import ReaderRegistry, get_registry
from dragoman.read.sniff import JSON_RECORD, OFFICE, OLE, RTF, TAR, sniff

Outcome: TypeAlias = tuple[Document, bytes] | Failure


@dataclass(slots=True)
class _Budget:
    """How much may still come out of the containers of one input."""

    left: int = MAX_UNPACKED_BYTES


def read_inputs(inputs: Sequence[str], settings: ReadSettings) -> Iterator[Outcome]:
    """Read every document that the inputs name, one after the other.

    Args:
        inputs: Files, folders, globs, http(s) addresses; ``-`` for JSON lines on
            standard input.
        settings: Fallbacks for what documents do not say.

    Yields:
        Document and its original bytes, or what was lost and why.

    Raises:
        PluginError: A reader is registered twice or cannot be loaded.
    """
    dispatcher = _Dispatcher(get_registry(), settings)
    for given in inputs:
        yield from dispatcher.read_input(given)


class _Dispatcher:
    def __init__(self, registry: ReaderRegistry, settings: ReadSettings) -> None:
        self._registry = registry
        self._settings = settings

    def read_input(self, given: str) -> Iterator[Outcome]:
        if given == "-":
            yield from self._read_stream(sys.stdin.buffer)
        elif is_address(given):
            yield from self._read_address(given)
        else:
            yield from self._read_files(given)

    def _read_stream(self, stream: BinaryIO) -> Iterator[Outcome]:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                part = Part(f"line {number}", line.rstrip(b"\r\n"), JSON_RECORD)
                yield from self._read_part(part, "-", self._settings, 0, _Budget())

    def _read_address(self, url: str) -> Iterator[Outcome]:
        # Only for addresses: the client takes longer to load than all the readers.
        from dragoman.read.fetch import fetch  # noqa: PLC0415

        try:
            fetched = fetch(url)
        except ReadError as error:
            yield _fail(url, "fetch", str(error))
            return
        media_type = sniff(fetched.data, fetched.url, fetched.media_type)
        for found in self._read_bytes(fetched.data, media_type, url, self._settings):
            yield found if isinstance(found, Failure) else _with_address(found, url)

    def _read_files(self, given: str) -> Iterator[Outcome]:
        try:
            for path in find_files(given):
                yield from self._read_file(path)
        except ReadError as error:
            yield _fail(given, "file", str(error))

    def _read_file(self, path: Path) -> Iterator[Outcome]:
        origin = str(path)
        try:
            data = load_file(path)
        except ReadError as error:
            yield _fail(origin, "file", str(error))
        else:
            media_type = sniff(data, path.name)
            yield from self._read_bytes(data, media_type, origin, self._settings)

    def _read_bytes(
        self,
        data: bytes,
        media_type: str,
        origin: str,
        settings: ReadSettings,
        depth: int = 0,
        budget: _Budget | None = None,
    ) -> Iterator[Outcome]:
        reader = self._registry.find_reader(media_type)
        if not data.strip():
            yield _fail(origin, "file", "an empty file: nothing to read")
        elif reader is None:
            yield _fail(origin, "file", _say_unknown(media_type))
        else:
            budget = budget or _Budget()
            for found in _read_safely(reader, data, origin, settings):
                if isinstance(found, Document):
                    yield found, data
                elif isinstance(found, Failure):
                    yield found
                else:
                    yield from self._read_part(found, origin, settings, depth, budget)

    def _read_part(
        self,
        part: Part,
        origin: str,
        settings: ReadSettings,
        depth: int,
        budget: _Budget,
    ) -> Iterator[Outcome]:
        inner = f"{origin}!{part.name}" if part.name else origin
        budget.left -= len(part.data)
        if part.document is not None:
            yield part.document, part.data
        elif budget.left < 0:
            yield _fail(
                inner,
                "file",
                f"not read: more than {say_size(MAX_UNPACKED_BYTES)} came out of it",
            )
        elif depth >= MAX_DEPTH:
            yield _fail(inner, "file", f"packed more than {MAX_DEPTH} times: not read")
        else:
            media_type = part.media_type or sniff(part.data, part.name)
            yield from self._read_bytes(
                part.data,
                media_type,
                inner,
                part.settings or settings,
                depth + 1,
                budget,
            )


# What is not read, and what can be done about it.
_UNREAD = {
    "application/octet-stream": "binary, not text: no format that is read",
    OLE: (
        "an Office file that is encrypted or older than 2007, or a message of Outlook: "
        "not read; save it as .docx or .eml"
    ),
    OFFICE: "a spreadsheet or slides: not read; save it as PDF, or its text as .txt",
    RTF: "rich text (RTF): not read; save it as .docx or .odt",
    TAR: "a tar archive: not read; unpack it, or pack it as .zip",
    "application/x-7z-compressed": "a 7z archive: not read; unpack it first",
    "application/vnd.rar": "a RAR archive: not read; unpack it first",
}


def _with_address(found: tuple[Document, bytes], url: str) -> tuple[Document, bytes]:
    document, data = found
    if document.source.url is None and document.origin == url:
        document = replace(document, source=replace(document.source, url=url))
    return document, data


def _read_safely(
    reader: Reader, data: bytes, origin: str, settings: ReadSettings
) -> Iterator[Document | Part | Failure]:
    """Run a reader; whatever it raises is the failure of this one source."""
    try:
        yield from reader.read(data, origin, settings)
    except ReadError as error:
        yield _fail(origin, reader.name, str(error))
    except PluginError:
        raise
    # The per-document boundary: one bad file never stops a run.
    except Exception as error:  # noqa: BLE001 parsers of foreign formats raise anything
        kind = type(error).__name__
        yield _fail(
            origin, reader.name, f"cannot be read as {reader.name}: {kind}: {error}"
        )


def _say_unknown(media_type: str) -> str:
    kind = media_type.partition("/")[0]
    if kind == "image":
        return f"a picture ({media_type}): no text to read"
    if kind in {"audio", "video"}:
        return f"sound or film ({media_type}): no text to read"
    return _UNREAD.get(media_type, f"{media_type}: no reader for this format")


def _fail(origin: str, producer: str, message: str) -> Failure:
    return Failure(origin, "read", producer, " ".join(message.split()))
