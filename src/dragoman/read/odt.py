"""ODT: headings, paragraphs, lists and tables of the text body."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import odfdo

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.archive import check_office_zip, find_member, open_zip
from dragoman.read.draft import finish
from dragoman.read.masthead import Piece
from dragoman.read.office import Properties, draft_pieces
from dragoman.read.sniff import ODT

# Comments, notes and deleted text are no part of what is published.
_DROPPED = "//office:annotation | //text:note | //text:tracked-changes"
_BROKEN = (KeyError, ValueError, TypeError, OSError, AttributeError, BadZipFile)
_MAX_DEPTH = 50


class OdtReader:
    """Reads OpenDocument texts."""

    name = "odt"
    version = "1"
    media_types = frozenset({ODT})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that an OpenDocument file is."""
        check_office_zip(data)
        _refuse_encrypted(data)
        try:
            office = odfdo.Document(BytesIO(data))
            body = office.body
        except _BROKEN as error:
            raise ReadError(f"a damaged ODT: {error}") from error
        for element in body.xpath(_DROPPED):
            if isinstance(element, odfdo.Element) and element.parent is not None:
                element.parent.delete(element)
        known = office.meta
        about = Properties(known.title, known.creator, known.language)
        draft = draft_pieces(_find_pieces(body, BlockKind.PARAGRAPH, 0), about)
        yield finish(draft, data, origin, ODT, settings)


def _refuse_encrypted(data: bytes) -> None:
    with open_zip(data) as archive:
        manifest = find_member(archive, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise ReadError("an encrypted ODT: a password is needed")


def _find_pieces(
    element: odfdo.Element, kind: BlockKind, depth: int
) -> Iterator[Piece]:
    if depth > _MAX_DEPTH:
        return
    for child in element.children:
        tag = child.tag
        if tag in {"text:p", "text:h"}:
            text = child.text_recursive.strip()
            if text:
                yield _find_kind(child, kind), text
        elif tag == "table:table-row":
            yield BlockKind.TABLE, _read_row(child)
        elif tag in {"text:list", "text:list-item", "text:list-header"}:
            yield from _find_pieces(child, BlockKind.LIST_ITEM, depth + 1)
        elif tag.startswith(("text:", "table:", "draw:")) and "index" not in tag:
            yield from _find_pieces(child, kind, depth + 1)


def _find_kind(element: odfdo.Element, kind: BlockKind) -> BlockKind:
    style = str(element.get_attribute("text:style-name") or "").lower()
    if style in {"title", "titel"}:
        return BlockKind.TITLE
    if element.tag == "text:h" or style == "subtitle":
        return BlockKind.HEADING
    if "caption" in style or style in {"illustration", "figure"}:
        return BlockKind.CAPTION
    return kind


def _read_row(row: odfdo.Element) -> str:
    cells = (" ".join(cell.text_recursive.split()) for cell in row.children)
    return " | ".join(cell for cell in cells if cell)
