"""A document: text that never changes, and where it came from."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import SpanError
from dragoman.model.span import Citation, Span


class BlockKind(StrEnum):
    """What a stretch of a document is, as far as its layout tells.

    Only ``PROSE`` kinds are read for claims; the others stay in the text so that
    nothing is lost and searching finds them.
    """

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


HEADINGS = frozenset({BlockKind.HEADING, BlockKind.TITLE})
PROSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.TITLE}
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other stretch of the text, without outer white space.

    Attributes:
        kind: What it is.
        start: First code point in the text.
        end: Code point after the last one.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a document.

    Attributes:
        name: Name of the outlet or author, ``None`` if the document does not say.
        url: Address of the document, ``None`` if it has none.
        author: Person named in the byline, ``None`` if there is none.
    """

    name: str | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One published report.

    Attributes:
        id: Hashed from ``digest`` and ``part``.
        text: Final once read; every offset counts its code points.
        blocks: In reading order, not overlapping; white space lies between them.
        title: Headline, ``None`` if there is none.
        source: Who published it.
        lang: ISO 639-1 code, ``None`` if it could not be told.
        published: ISO 8601 date (``YYYY-MM-DD``), ``None`` if not known.
        retrieved: ISO 8601 UTC time at which the bytes were read.
        digest: ``sha256:`` and the hash of the original bytes.
        media_type: Of the original bytes, such as ``text/html``.
        origin: File path or address as it was given, with ``!member`` for a part.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    source: Source
    lang: str | None
    published: str | None
    retrieved: str
    digest: str
    media_type: str
    origin: str

    @property
    def label(self) -> str:
        """Headline, or the name of the file."""
        return self.title or shorten_origin(self.origin)

    def cite(self, start: int, end: int) -> Citation:
        """Make a citation of ``text[start:end]``.

        Raises:
            SpanError: The stretch is empty or lies outside the text.
        """
        if end > len(self.text):
            raise SpanError(
                f"span [{start}, {end}) of {self.id}: the text has {len(self.text)}"
            )
        return Citation(Span(self.id, start, end), self.text[start:end])


def shorten_origin(origin: str) -> str:
    """Return a file's name without its folders; an address stays as it is.

    Dossiers are published, and the folders of the machine that made them tell
    nothing about a source.

    >>> shorten_origin("/home/ann/in/reports.zip!may/4.txt")
    'reports.zip!may/4.txt'
    >>> shorten_origin("-!line 4")
    'standard input!line 4'
    """
    first, mark, rest = origin.partition("!")
    if first == "-":
        return f"standard input{mark}{rest}"
    if "://" in first:
        return origin
    name = first.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return f"{name or first}{mark}{rest}"
