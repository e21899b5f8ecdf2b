from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from dragoman.errors import ReadError
from dragoman.read.docx import DocxReader
from read.samples import CLOSE, LEAD, TITLE, list_blocks, make_zip, read_one


def _make(author: str = "") -> bytes:
    word = docx.Document()
    word.core_properties.author = author
    word.add_heading(TITLE, 0)
    word.add_paragraph("By Jane Roe")
    word.add_paragraph(LEAD)
    word.add_heading("What next", 1)
    word.add_paragraph("Flour for the north.", style="List Bullet")
    word.add_paragraph("قال الوزير إنه لن يغادر.")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Soum", "14"
    word.add_paragraph(CLOSE)
    packed = BytesIO()
    word.save(packed)
    return packed.getvalue()


def _with_document(replace: tuple[bytes, bytes]) -> bytes:
    with ZipFile(BytesIO(_make())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(*replace, 1)
    return make_zip(members)


def test_styles_become_kinds_in_the_order_of_the_body() -> None:
    assert list_blocks(read_one(DocxReader(), _make())) == [
        ("title", TITLE),
        ("byline", "By Jane Roe"),
        ("paragraph", LEAD),
        ("heading", "What next"),
        ("list_item", "Flour for the north."),
        ("paragraph", "قال الوزير إنه لن يغادر."),
        ("table", "Soum | 14"),
        ("paragraph", CLOSE),
    ]


def test_byline_names_the_author_before_the_properties_do() -> None:
    document = read_one(DocxReader(), _make("Office User"))

    assert document.title == TITLE
    assert document.source.author == "Jane Roe"


def test_entities_in_a_document_are_refused() -> None:
    data = _with_document(
        (b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document')
    )

    with pytest.raises(ReadError, match="declares entities"):
        read_one(DocxReader(), data)


@pytest.mark.parametrize(
    "data",
    [_make()[:8000], make_zip({"word/document.xml": "<a/>"}), make_zip({})],
    ids=["truncated", "bare", "empty"],
)
def test_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_one(DocxReader(), data)
