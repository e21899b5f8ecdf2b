"""A PDF writer just big enough for the sample: two fonts, pages, a running foot."""

import textwrap
from collections.abc import Iterable
from datetime import datetime

WIDTH, HEIGHT, MARGIN = 595, 842, 62
LEADING = 14
# (font, size, characters a line, space before) of a kind of paragraph.
STYLES = {
    "title": ("F2", 16, 54, 0),
    "h2": ("F2", 12, 78, 10),
    "p": ("F1", 10, 92, 6),
    "li": ("F1", 10, 88, 4),
    "note": ("F1", 8, 110, 4),
    "quote": ("F1", 10, 84, 6),
}


def write_pdf(
    title: str, author: str, when: datetime, pieces: Iterable[tuple[str, str]]
) -> bytes:
    """Set the pieces and return the file."""
    pages = _set_pages([("title", title), *pieces])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _font("Times-Roman"),
        _font("Times-Bold"),
        (
            f"<< /Title {_string(title)} /Author {_string(author)} "
            f"/Producer (make_sample) /CreationDate (D:{when:%Y%m%d}000000Z) >>"
        ).encode("latin-1"),
    ]
    kids = []
    for number, lines in enumerate(pages, start=1):
        foot = f"{author}  |  {title}  |  Page {number} of {len(pages)}"
        lines.append(f"BT /F1 8 Tf {MARGIN} 36 Td {_string(foot)} Tj ET")
        stream = "\n".join(lines).encode("latin-1")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            f"/Contents {len(objects) + 2} 0 R >>".encode()
        )
        objects.append(
            f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _write_file(objects)


def _set_pages(pieces: Iterable[tuple[str, str]]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    y = HEIGHT - MARGIN
    for kind, text in pieces:
        font, size, chars, before = STYLES[kind]
        y -= before
        lead = "\u2022 " if kind == "li" else ""
        indent = MARGIN + (10 if kind in ("li", "quote") else 0)
        step = LEADING + max(0, size - 10)
        for line in textwrap.wrap(lead + text, chars):
            y -= step
            if y < MARGIN + step:
                pages.append([])
                y = HEIGHT - MARGIN - step
            pages[-1].append(
                f"BT /{font} {size} Tf {indent} {y} Td {_string(line)} Tj ET"
            )
    return pages


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} "
        "/Encoding /WinAnsiEncoding >>"
    ).encode()


def _string(text: str) -> str:
    """Return a PDF string; each byte of Windows-1252 stands as one character."""
    plain = text.encode("cp1252").decode("latin-1")
    for mark in "\\()":
        plain = plain.replace(mark, "\\" + mark)
    return f"({plain})"


def _write_file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return out
