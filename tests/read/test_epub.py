import pytest

from dragoman.errors import ReadError
from dragoman.read.epub import EpubReader
from read.samples import CLOSE, LEAD, list_blocks, make_zip, read_one

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Wells</dc:title>'
    "<dc:creator>Jane Roe</dc:creator><dc:publisher>Harbour Press</dc:publisher>"
    "<dc:date>2020-05-01</dc:date><dc:language>en</dc:language></metadata><manifest>"
    '<item id="n" href="nav.xhtml" properties="nav" '
    'media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/>'
    "</spine></package>"
)


def _make(**members: str) -> bytes:
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": members.get("container", CONTAINER),
            "OEBPS/book.opf": members.get("package", PACKAGE),
            "OEBPS/nav.xhtml": "<html><body><p>Contents.</p></body></html>",
            "OEBPS/text/a b.xhtml": f"<html><h1>One</h1><p>{LEAD}</p></html>",
            "OEBPS/text/b.xhtml": members.get(
                "chapter",
                "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html>"
                f"<body><h1>Два</h1><p>{CLOSE}</p></body></html>",
            ),
        }
    )


def test_chapters_come_in_reading_order() -> None:
    assert list_blocks(read_one(EpubReader(), _make())) == [
        ("title", "Wells"),
        ("heading", "Два"),
        ("paragraph", CLOSE),
        ("heading", "One"),
        ("paragraph", LEAD),
    ]


def test_package_names_title_author_publisher_and_date() -> None:
    document = read_one(EpubReader(), _make())

    assert document.title == "Wells"
    assert document.source.name == "Harbour Press"
    assert document.source.author == "Jane Roe"
    assert document.published == "2020-05-01"


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"container": "<a/>"}, "names no package"),
        ({"container": "<a"}, "broken XML"),
        ({"package": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "declares entities"),
        ({"package": "<package/>"}, "without text"),
    ],
)
def test_damaged_book_says_so(members: dict[str, str], message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_one(EpubReader(), _make(**members))


def test_book_without_container_says_so() -> None:
    with pytest.raises(ReadError, match=r"container\.xml is missing"):
        read_one(EpubReader(), make_zip({"mimetype": "application/epub+zip"}))


def test_chapter_that_declares_entities_is_refused() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>'
    )

    with pytest.raises(ReadError, match="declares entities"):
        read_one(EpubReader(), _make(chapter=bomb))
