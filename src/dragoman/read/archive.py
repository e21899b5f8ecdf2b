"""Containers that only pack: gzip and zip, unpacked within bounds."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.limits import (
    MAX_MEMBER_BYTES,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MIN_BOMB_BYTES,
    say_size,
)
from dragoman.read.xmlguard import refuse_entities

_CHUNK_BYTES = 1 << 20
_ENCRYPTED_FLAG = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)


class GzipReader:
    """Unpacks ``application/gzip``."""

    name = "gzip"
    version = "1"
    media_types = frozenset({"application/gzip"})

    def read(
        self,
        data: bytes,
        origin: str,
        settings: ReadSettings,  # noqa: ARG002 protocol
    ) -> Iterator[Document | Part | Failure]:
        """Yield what is packed as one part, named without ``.gz``."""
        name = PurePosixPath(origin.rpartition("!")[2]).name
        yield Part(name.removesuffix(".gz") or "content", gunzip(data))


class ZipReader:
    """Unpacks ``application/zip``."""

    name = "zip"
    version = "1"
    media_types = frozenset({"application/zip"})

    def read(
        self,
        data: bytes,
        origin: str,
        settings: ReadSettings,  # noqa: ARG002 protocol
    ) -> Iterator[Document | Part | Failure]:
        """Yield the members as parts, sorted by name."""
        with open_zip(data) as archive:
            members = sorted(archive.infolist(), key=lambda info: info.filename)
            for info in members:
                path = PurePosixPath(info.filename.replace("\\", "/"))
                if info.is_dir() or _is_clutter(path):
                    continue
                try:
                    _refuse_escape(path)
                    yield Part(info.filename, read_member(archive, info))
                except ReadError as error:
                    yield Failure(
                        f"{origin}!{info.filename}", "read", self.name, str(error)
                    )


def gunzip(data: bytes) -> bytes:
    """Unpack gzip, also of several streams one behind the other.

    Raises:
        ReadError: The data are truncated, damaged, or unpack to too much.
    """
    chunks: list[bytes] = []
    size = 0
    rest = data
    while rest:
        unpacker = zlib.decompressobj(wbits=31)
        while not unpacker.eof:
            try:
                chunk = unpacker.decompress(rest, _CHUNK_BYTES)
            except zlib.error as error:
                raise ReadError(f"damaged gzip: {error}") from error
            rest = unpacker.unconsumed_tail
            if not chunk and not rest and not unpacker.eof:
                raise ReadError("truncated gzip: the data end before the stream does")
            size += len(chunk)
            check_ratio(len(data), size)
            chunks.append(chunk)
        # Zeros pad some streams; anything else that is no gzip is left aside.
        rest = unpacker.unused_data.lstrip(b"\x00")
        if not rest.startswith(b"\x1f\x8b"):
            break
    return b"".join(chunks)


def check_ratio(packed: int, unpacked: int) -> None:
    """Refuse what unpacks to more than any document does.

    Raises:
        ReadError: It is too large, or packed tighter than text can be.
    """
    if unpacked > MAX_MEMBER_BYTES:
        raise ReadError(
            f"unpacks to more than {say_size(MAX_MEMBER_BYTES)}, the most that is read"
        )
    if unpacked > MIN_BOMB_BYTES and unpacked > packed * MAX_RATIO:
        raise ReadError(
            f"a decompression bomb: unpacks to more than {MAX_RATIO} times its size"
        )


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a zip and check what it claims to hold.

    Raises:
        ReadError: It is damaged, or claims more members or bytes than are read.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise ReadError(f"damaged zip: {error}") from error
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise ReadError(f"{len(infos):,} members: at most {MAX_MEMBERS:,} are read")
    claimed = sum(info.file_size for info in infos)
    if claimed > MAX_UNPACKED_BYTES:
        raise ReadError(
            f"a zip bomb or too large: unpacks to {say_size(claimed)}, "
            f"at most {say_size(MAX_UNPACKED_BYTES)} are read"
        )
    return archive


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack one member, not trusting the size that it claims.

    Raises:
        ReadError: It is encrypted, damaged, or unpacks to too much.
    """
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise ReadError("encrypted: a password is needed")
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                size += len(chunk)
                check_ratio(info.compress_size, size)
                chunks.append(chunk)
    except (*_BROKEN, RuntimeError) as error:
        raise ReadError(f"damaged zip member: {error}") from error
    return b"".join(chunks)


def find_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Unpack a member by name, ``None`` if there is none.

    Raises:
        ReadError: It is encrypted, damaged, or unpacks to too much.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    return read_member(archive, info)


def check_office_zip(data: bytes) -> None:
    """Check the members of an office file before a library unpacks them.

    Raises:
        ReadError: The zip is damaged or a bomb, or its XML declares entities.
    """
    with open_zip(data) as archive:
        for info in archive.infolist():
            if info.filename.endswith((".xml", ".rels", ".rdf", ".opf", ".ncx")):
                refuse_entities(read_member(archive, info))


def _is_clutter(path: PurePosixPath) -> bool:
    return "__MACOSX" in path.parts or path.name.startswith(".")


def _refuse_escape(path: PurePosixPath) -> None:
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise ReadError("a member name that leads out of the archive: not read")
