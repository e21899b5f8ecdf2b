"""Readers by media type, loaded when the first file of the type comes."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint

from dragoman.errors import PluginError
from dragoman.protocols import Reader, installed
from dragoman.read.sniff import DOCX, EPUB, JSON_RECORD, JSONL, ODT

GROUP = "dragoman.readers"

# Media types of the readers that come with the package, so that a heavy library is
# imported only for a file that needs it. Foreign readers are loaded and asked.
BUILT_IN = {
    "text/plain": "plain",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/pdf": "pdf",
    DOCX: "docx",
    ODT: "odt",
    EPUB: "epub",
    "message/rfc822": "mail",
    "application/mbox": "mbox",
    "application/feed+xml": "feed",
    "application/warc": "warc",
    JSONL: "jsonl",
    JSON_RECORD: "jsonl",
    "application/gzip": "gzip",
    "application/zip": "zip",
}


class ReaderRegistry:
    """Finds the reader of a media type among the entry points."""

    def __init__(self, points: Mapping[str, EntryPoint]) -> None:
        self._points = points
        self._readers: dict[str, Reader] = {}
        for name in sorted(set(points) - set(BUILT_IN.values())):
            self._load(name)

    def find_reader(self, media_type: str) -> Reader | None:
        """Return the reader of a media type, ``None`` if there is none.

        Raises:
            PluginError: Two readers take one media type, or one cannot be loaded.
        """
        if media_type not in self._readers:
            name = BUILT_IN.get(media_type)
            if name is not None and name in self._points:
                self._load(name)
        return self._readers.get(media_type)

    def _load(self, name: str) -> None:
        try:
            reader: Reader = self._points[name].load()()
        except (ImportError, AttributeError, TypeError) as error:
            raise PluginError(f"reader {name!r} cannot be loaded: {error}") from error
        for media_type in sorted(reader.media_types):
            owner = BUILT_IN.get(media_type, name)
            if owner != name or media_type in self._readers:
                raise PluginError(
                    f"media type {media_type!r} is taken by two readers: "
                    f"{owner!r} and {name!r}"
                )
            self._readers[media_type] = reader


@lru_cache(maxsize=1)
def get_registry() -> ReaderRegistry:
    """Return the registry of the installed readers.

    Raises:
        PluginError: A name is registered twice, or a reader cannot be loaded.
    """
    points: dict[str, EntryPoint] = {}
    for point in installed(GROUP):
        if point.name in points:
            raise PluginError(f"reader {point.name!r} is registered twice")
        points[point.name] = point
    return ReaderRegistry(points)
