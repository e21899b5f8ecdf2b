"""HTML pages: the article without the furniture around it."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import Document as Metadata
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Extractor

from dragoman.errors import ReadError
from dragoman.model.document import PROSE, BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.decode import decode
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.markup import Piece, find_pieces, parse_html
from dragoman.read.structure import settle_pieces

_CHARSET = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding=[\"']([\w-]+)",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
_SENTENCE = re.compile(r"[.!?…؟۔।。！？][\"'”’»)\]]*$")
_MIN_SENTENCE_CHARS = 20
_ARTICLES = (
    './/*[@itemprop="articleBody"]',
    ".//article",
    ".//main",
    './/*[@role="main"]',
    ".//body",
)


class HtmlReader:
    """Reads ``text/html``."""

    name = "html"
    version = "1"
    media_types = frozenset({"text/html"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the article of a page."""
        draft = read_page(decode(data, find_charset(data)))
        draft.url = draft.url or find_address(origin)
        yield finish(draft, data, origin, "text/html", settings)


def find_address(origin: str) -> str | None:
    """Return the address that an origin is or ends with, ``None`` for a file."""
    last = origin.rpartition("!")[2] if "!http" in origin else origin
    return last if last.startswith(("http://", "https://")) else None


def find_charset(data: bytes) -> str | None:
    """Return the encoding that a page declares, ``None`` if it declares none."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def read_page(text: str) -> Draft:
    """Make a draft of the article in a page.

    Raises:
        ReadError: There is no element, or no sentence in the page's main part.
    """
    root = parse_html(text)
    if root is None:
        raise ReadError("an HTML page without an article: no element in it")
    metadata = extract_metadata(
        root, date_config={"extensive_search": False, "original_date": True}
    )
    pieces = settle_pieces(_find_article(root), metadata.title)
    if not any(_is_sentence(kind, piece) for kind, piece in pieces):
        raise ReadError("an HTML page without an article: no sentence in its main part")
    body, blocks = compose(pieces)
    return Draft(
        text=body,
        blocks=blocks,
        title=metadata.title,
        source=_as_written(root, metadata.sitename),
        author=metadata.author,
        url=metadata.url,
        published=metadata.date,
        lang=root.get("lang"),
    )


def _as_written(root: HtmlElement, name: str | None) -> str | None:
    """Return an outlet's name as the page writes it.

    The extractor makes "I24News" of "i24NEWS": capitals where a name has none.
    """
    if name is None:
        return None
    written = (element.get("content", "").strip() for element in root.iter("meta"))
    return next((one for one in written if one.casefold() == name.casefold()), name)


def _find_article(root: HtmlElement) -> list[Piece]:
    options = Extractor(comments=False, formatting=False, fast=False)
    found = bare_extraction(root, options=options)
    pieces = find_pieces(found.body) if isinstance(found, Metadata) else []
    if len(pieces) > 1:
        return _add_captions(root, pieces)
    # Of short pages the extractor returns all words in one lump.
    for path in _ARTICLES:
        for element in root.iterfind(path):
            own = find_pieces(element)
            if any(_is_sentence(kind, piece) for kind, piece in own):
                return own
    return pieces


def _add_captions(root: HtmlElement, pieces: list[Piece]) -> list[Piece]:
    """Put the captions back that the extractor leaves out with the pictures.

    A caption goes before the paragraph that follows its picture; one that no
    paragraph of the article follows belongs to something else.
    """
    places = {_fold(text): index for index, (_, text) in enumerate(pieces)}
    before: dict[int, list[str]] = {}
    waiting: list[str] = []
    for element in root.iter("figcaption", "p", "h1", "h2", "h3", "li"):
        text = " ".join(element.text_content().split())
        if element.tag != "figcaption":
            place = places.get(_fold(text))
            if place is not None:
                before.setdefault(place, []).extend(waiting)
                waiting = []
        elif text and _fold(text) not in places and not _is_aside(element):
            waiting.append(text)
    if not before:
        return pieces
    added: list[Piece] = []
    for index, piece in enumerate(pieces):
        captions = before.get(index, ())
        added.extend((BlockKind.CAPTION, text) for text in captions)
        added.append(piece)
    return added


def _fold(text: str) -> str:
    return "".join(text.split())[:200]


def _is_aside(element: HtmlElement) -> bool:
    return any(
        parent.tag in {"aside", "nav", "footer", "header", "a"}
        for parent in element.iterancestors()
    )


def _is_sentence(kind: BlockKind, piece: str) -> bool:
    return (
        kind in PROSE
        and len(piece) >= _MIN_SENTENCE_CHARS
        and _SENTENCE.search(piece) is not None
    )
