"""DOCX: paragraphs with their styles, and tables, in the order of the body."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.archive import check_office_zip
from dragoman.read.draft import finish
from dragoman.read.masthead import Piece
from dragoman.read.office import Properties, draft_pieces
from dragoman.read.sniff import DOCX

_STYLES = (
    (re.compile(r"title$", re.IGNORECASE), BlockKind.TITLE),
    (
        re.compile(r"subtitle|heading|überschrift|titre|titolo", re.IGNORECASE),
        BlockKind.HEADING,
    ),
    (re.compile(r"list|bullet|aufzählung", re.IGNORECASE), BlockKind.LIST_ITEM),
    (re.compile(r"caption|beschriftung", re.IGNORECASE), BlockKind.CAPTION),
    (re.compile(r"header|footer|toc|signature", re.IGNORECASE), BlockKind.BOILERPLATE),
)


class DocxReader:
    """Reads Word documents of 2007 and later."""

    name = "docx"
    version = "1"
    media_types = frozenset({DOCX})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that a Word file is."""
        check_office_zip(data)
        try:
            word = docx.Document(BytesIO(data))
        except (OpcError, BadZipFile, KeyError, ValueError) as error:
            raise ReadError(f"a damaged DOCX: {error}") from error
        pieces = []
        for block in word.iter_inner_content():
            if isinstance(block, Paragraph):
                pieces.append((_find_kind(block), block.text))
            else:
                pieces.extend(_read_rows(block))
        known = word.core_properties
        about = Properties(known.title, known.author, known.language)
        draft = draft_pieces(pieces, about)
        yield finish(draft, data, origin, DOCX, settings)


def _find_kind(paragraph: Paragraph) -> BlockKind:
    style = paragraph.style.name if paragraph.style is not None else None
    for pattern, kind in _STYLES:
        if style and pattern.search(style):
            return kind
    properties = paragraph._p.pPr  # noqa: SLF001 numbering has no public name
    if properties is not None and properties.numPr is not None:
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _read_rows(table: Table) -> Iterator[Piece]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            # A merged cell is handed out once for each column that it covers.
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        yield BlockKind.TABLE, " | ".join(cells)
