"""EPUB: the chapters of a book in reading order, one document."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.archive import check_office_zip, find_member, open_zip
from dragoman.read.decode import decode
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.markup import find_html_pieces
from dragoman.read.masthead import Piece
from dragoman.read.sniff import EPUB
from dragoman.read.structure import settle_pieces
from dragoman.read.xmlguard import parse_xml, refuse_entities

_CHAPTER = re.compile(r"xhtml|html", re.IGNORECASE)
_NOT_READ = re.compile(r"\b(nav|toc|cover|titlepage|copyright)\b", re.IGNORECASE)


class EpubReader:
    """Reads ``application/epub+zip``."""

    name = "epub"
    version = "1"
    media_types = frozenset({EPUB})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that a book is."""
        check_office_zip(data)
        with open_zip(data) as archive:
            draft = _read_book(archive)
        yield finish(draft, data, origin, EPUB, settings)


def _read_book(archive: ZipFile) -> Draft:
    if find_member(archive, "META-INF/encryption.xml") is not None:
        names = archive.namelist()
        if "META-INF/rights.xml" in names or "META-INF/license.lcpl" in names:
            raise ReadError("an encrypted EPUB: it needs its seller's key")
    package_name = _find_package(archive)
    package = parse_xml(_get(archive, package_name))
    title = _find_about(package, "title")
    pieces: list[Piece] = []
    for name in _find_chapters(package, package_name):
        chapter = find_member(archive, name)
        if chapter is not None:
            refuse_entities(chapter)
            pieces.extend(find_html_pieces(decode(chapter)))
    if not any(kind is BlockKind.PARAGRAPH for kind, _ in pieces):
        raise ReadError("an EPUB without text in its chapters")
    text, blocks = compose(settle_pieces(pieces, title))
    return Draft(
        text=text,
        blocks=blocks,
        title=title,
        source=_find_about(package, "publisher"),
        author=_find_about(package, "creator"),
        published=_find_about(package, "date"),
        lang=_find_about(package, "language"),
    )


def _find_package(archive: ZipFile) -> str:
    container = parse_xml(_get(archive, "META-INF/container.xml"))
    for element in container.iter("{*}rootfile"):
        path = element.get("full-path")
        if path:
            return path
    raise ReadError("a damaged EPUB: its container names no package")


def _get(archive: ZipFile, name: str) -> bytes:
    data = find_member(archive, name)
    if data is None:
        raise ReadError(f"a damaged EPUB: {name} is missing")
    return data


def _find_about(package: etree._Element, name: str) -> str | None:
    for element in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        text = (element.text or "").strip()
        if text:
            return text
    return None


def _find_chapters(package: etree._Element, package_name: str) -> Iterator[str]:
    items = {
        item.get("id"): item
        for item in package.iter("{*}item")
        if _CHAPTER.search(item.get("media-type") or "")
        and "nav" not in (item.get("properties") or "").split()
    }
    folder = dirname(package_name)
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        href = unquote(item.get("href") or "") if item is not None else ""
        if href and not _NOT_READ.search(href):
            yield normpath(join(folder, href.partition("#")[0]))
