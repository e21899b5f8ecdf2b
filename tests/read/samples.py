"""Small sources made by hand, and a way to read them."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, Reader, ReadSettings

SETTINGS = ReadSettings(
    date=None, source=None, title=None, retrieved="2026-01-05T10:00:00Z"
)

TITLE = "Envoy leaves Harat"
LEAD = (
    "The special envoy, Ingrid Solberg, left Harat on Monday after a talk with "
    "Governor Idris Belkacem, who gave her a map of the wells and asked for flour."
)
CLOSE = "She will brief the Council on Thursday."


def read_all(
    reader: Reader,
    data: bytes,
    origin: str = "given",
    settings: ReadSettings = SETTINGS,
) -> list[Document | Part | Failure]:
    return list(reader.read(data, origin, settings))


def read_one(
    reader: Reader,
    data: bytes,
    origin: str = "given",
    settings: ReadSettings = SETTINGS,
) -> Document:
    (found,) = reader.read(data, origin, settings)
    assert isinstance(found, Document)
    return found


def list_blocks(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, document.text[block.start : block.end])
        for block in document.blocks
    ]


def make_zip(members: Mapping[str, bytes | str]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def make_pdf(pages: Iterable[Iterable[tuple[str, int, int]]], extra: str = "") -> bytes:
    """Write a PDF: for each page its lines as text, type size, height on the page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf 72 {height} Td ({_escape(text)}) Tj ET\n"
            for text, size, height in lines
        )
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {number + 1} 0 R /Resources << /Font << /F1 << /Type /Font "
            f"/Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R {extra} >>\n"
        f"startxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
