"""ZIP files that are the same byte for byte for the same content."""

from collections.abc import Iterable
from contextlib import ExitStack
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The least date of the format; the time of the export is nothing to be kept.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


# What a member holds before it goes to a temporary file.
_IN_MEMORY = 4_000_000


class Members:
    """The members of an archive while they are written, several at a time."""

    def __init__(self, names: Iterable[str]) -> None:
        self._stack = ExitStack()
        self._open: dict[str, IO[bytes]] = {
            name: self._stack.enter_context(SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - closed with the stack
            for name in names
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def __getitem__(self, name: str) -> IO[bytes]:
        return self._open[name]

    def write(self, stream: BinaryIO) -> None:
        """Write the archive, its members in the order in which they were named."""
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, member in self._open.items():
                info = ZipInfo(name, _DATE)
                info.compress_type = ZIP_DEFLATED
                info.external_attr = _MODE
                info.file_size = member.tell()
                member.seek(0)
                with archive.open(info, "w") as packed:
                    copyfileobj(member, packed)
