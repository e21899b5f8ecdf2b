"""Plain text: the file as it is, blocks found in its layout."""

from collections.abc import Iterator

from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.decode import decode
from dragoman.read.draft import Draft, finish
from dragoman.read.masthead import read_masthead
from dragoman.read.structure import find_blocks


class PlainReader:
    """Reads ``text/plain``."""

    name = "plain"
    version = "1"
    media_types = frozenset({"text/plain"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that a text file is."""
        text = decode(data)
        yield finish(read_plain(text), data, origin, "text/plain", settings)


def read_plain(text: str, title: str | None = None) -> Draft:
    """Make a draft of a decoded text, which stays as it is.

    Args:
        text: Decoded, line ends normalized.
        title: Headline where it is known already.
    """
    blocks = find_blocks(text, title)
    head = read_masthead([(b.kind, text[b.start : b.end]) for b in blocks[:16]])
    return Draft(
        text=text,
        blocks=blocks,
        title=head.title,
        source=head.source,
        author=head.author,
        url=head.url,
        published=head.published,
    )
