from io import BytesIO

import odfdo
import pytest

from dragoman.errors import ReadError
from dragoman.read.odt import OdtReader
from read.samples import CLOSE, LEAD, TITLE, list_blocks, make_zip, read_one


def _make() -> bytes:
    office = odfdo.Document("text")
    body = office.body
    body.clear()
    body.append(odfdo.Header(1, TITLE))
    body.append(odfdo.Paragraph(LEAD))
    body.append(odfdo.List(["Flour for the north.", "دقيق للجنوب."]))
    table = odfdo.Table("t", width=2, height=1)
    table.set_value("A1", "Soum")
    table.set_value("B1", "14")
    body.append(table)
    noted = odfdo.Paragraph(CLOSE)
    noted.insert_annotation(after="Council", body="is that so?", creator="x")
    body.append(noted)
    packed = BytesIO()
    office.save(packed)
    return packed.getvalue()


def test_elements_become_kinds_and_comments_go() -> None:
    assert list_blocks(read_one(OdtReader(), _make())) == [
        ("title", TITLE),
        ("paragraph", LEAD),
        ("list_item", "Flour for the north."),
        ("list_item", "دقيق للجنوب."),
        ("table", "Soum | 14"),
        ("paragraph", CLOSE),
    ]


def test_encrypted_file_says_so() -> None:
    data = make_zip(
        {"mimetype": "x", "META-INF/manifest.xml": "<m:encryption-data xmlns:m='x'/>"}
    )

    with pytest.raises(ReadError, match="encrypted ODT: a password is needed"):
        read_one(OdtReader(), data)


def test_damaged_file_says_so() -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_one(OdtReader(), make_zip({"content.xml": "<a"}))
