"""Files that a path, a folder or a glob names."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from dragoman.errors import ReadError
from dragoman.read.limits import MAX_FILE_BYTES, say_size

_CLUTTER = frozenset({"__MACOSX", "__pycache__"})


def is_address(text: str) -> bool:
    """Tell whether an input names a scheme, such as ``https://``, and no file."""
    head, mark, _ = text.partition("://")
    return bool(mark) and head.replace("+", "").isalnum() and len(head) > 1


def find_files(given: str) -> Iterator[Path]:
    """Find the files that a path, folder or glob names, sorted by path.

    In folders, hidden files, other cases and the pictures of saved pages are left
    out.

    Raises:
        ReadError: There is none, or a folder cannot be opened.
    """
    if not given:
        # A variable of the shell that is not set; as a path it would be this folder.
        raise ReadError("an input without a name")
    try:
        if Path(given).is_dir():
            yield from _find_in_folder(given)
        elif Path(given).exists():
            yield Path(given)
        elif glob.has_magic(given):
            yield from _find_by_pattern(given)
        else:
            raise ReadError("no such file or folder")
    except (OSError, ValueError) as error:
        # A text given in place of a path is too long for one, for instance.
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"cannot be opened: {reason}") from error


def load_file(path: Path) -> bytes:
    """Read a file.

    Raises:
        ReadError: It cannot be opened, is too large, or no file but a device.
    """
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise ReadError("a folder that cannot be opened")
        if not S_ISREG(status.st_mode):
            raise ReadError("a device or a pipe: only files are read")
        if status.st_size > MAX_FILE_BYTES:
            raise ReadError(
                f"a file of {say_size(status.st_size)}: "
                f"at most {say_size(MAX_FILE_BYTES)} are read"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror or error}") from error


def _find_in_folder(given: str) -> Iterator[Path]:
    found = False
    for path in _walk(Path(given)):
        found = True
        yield path
    if not found:
        raise ReadError("a folder without files: nothing to read")


def _find_by_pattern(given: str) -> Iterator[Path]:
    # Path.glob takes no absolute pattern.
    matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 see above
    if not matches:
        raise ReadError("no file fits this pattern")
    for match in matches:
        if not Path(match).is_dir():
            yield Path(match)
        elif "**" not in given:
            yield from _walk(Path(match))


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        # Loading it tells the user; the other folders are still read.
        yield folder
        return
    names = {entry.name for entry in entries}
    if "case.db" in names:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _CLUTTER:
            continue
        if entry.is_dir():
            if not entry.is_symlink() and not _is_page_folder(entry, names):
                yield from _walk(entry)
        else:
            yield entry


def _is_page_folder(folder: Path, names: Iterable[str]) -> bool:
    """Tell whether a browser made a folder for the pictures of a saved page."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and bool({f"{stem}.html", f"{stem}.htm"} & set(names))
