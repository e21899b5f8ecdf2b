"""ZIP files that are the same byte for byte for the same content."""

from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The least date of the format; the time of the export is nothing to be kept.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def write_member(archive: ZipFile, name: str, content: bytes) -> None:
    """Add a file to an archive, without a date of its own."""
    info = ZipInfo(name, _DATE)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = _MODE
    archive.writestr(info, content)
