import pytest

from dragoman.errors import ReadError
from dragoman.read.html import HtmlReader, find_address, find_charset
from read.samples import CLOSE, LEAD, TITLE, list_blocks, read_one

MIDDLE = (
    "The governor's office confirmed the talk but said nothing of the flour, which "
    "the province has asked for twice since the spring and never got."
)


def _page(body: str, head: str = "", lang: str = "en") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{TITLE} - Harbour Mail</title>{head}</head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul>'
        f"</nav>{body}<footer>Copyright 2024 Harbour Mail. Privacy policy</footer>"
        "</body></html>"
    ).encode()


ARTICLE = (
    f"<article><h1>{TITLE}</h1><p class='byline'>By Jane Roe</p>"
    "<figure><img src='x'><figcaption>Ingrid Solberg at the wells of Harat."
    f"</figcaption></figure><p>{LEAD}</p><p>{MIDDLE}</p>"
    f"<h2>What next</h2><p>{CLOSE}</p>"
    "<ul><li>Flour for the north.</li><li>Seed for the south.</li></ul>"
    f"<p>Read more: Who is the envoy?</p></article>"
)


def test_article_keeps_its_parts_and_loses_what_is_around() -> None:
    document = read_one(HtmlReader(), _page(ARTICLE))

    assert list_blocks(document) == [
        ("title", TITLE),
        ("caption", "Ingrid Solberg at the wells of Harat."),
        ("paragraph", LEAD),
        ("paragraph", MIDDLE),
        ("heading", "What next"),
        ("paragraph", CLOSE),
        ("list_item", "Flour for the north."),
        ("list_item", "Seed for the south."),
        ("boilerplate", "Read more: Who is the envoy?"),
    ]


def test_metadata_of_the_head_are_read() -> None:
    head = (
        '<meta property="og:site_name" content="The Harbour Mail">'
        '<meta name="author" content="Jane Roe">'
        '<meta property="article:published_time" content="2024-03-04T23:00:00-05:00">'
        '<link rel="canonical" href="https://mail.example/envoy">'
    )

    document = read_one(HtmlReader(), _page(ARTICLE, head))

    assert document.title == TITLE
    assert document.source.name == "The Harbour Mail"
    assert document.source.author == "Jane Roe"
    assert document.source.url == "https://mail.example/envoy"
    assert document.published == "2024-03-04"
    assert document.lang == "en"


def test_metadata_in_json_are_read() -> None:
    head = (
        '<script type="application/ld+json">{"@context": "https://schema.org", '
        '"@type": "NewsArticle", "datePublished": "2024-03-04", "publisher": '
        '{"@type": "Organization", "name": "Harbour Mail"}}</script>'
    )

    document = read_one(HtmlReader(), _page(ARTICLE, head))

    assert document.source.name == "Harbour Mail"
    assert document.published == "2024-03-04"


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01T00:00:00Z", "2031-01-01"])
def test_impossible_publication_date_is_dropped(day: str) -> None:
    head = f'<meta property="article:published_time" content="{day}">'

    assert read_one(HtmlReader(), _page(ARTICLE, head)).published is None


def test_date_in_the_footer_is_not_taken_for_publication() -> None:
    assert read_one(HtmlReader(), _page(ARTICLE)).published is None


def test_short_page_is_read_in_parts() -> None:
    body = f"<h1>{TITLE}</h1><p>{CLOSE}</p><p>Nobody else spoke that day.</p>"

    document = read_one(HtmlReader(), _page(body))

    assert ("title", TITLE) in list_blocks(document)
    assert ("paragraph", CLOSE) in list_blocks(document)


def test_page_set_with_tables_and_breaks_is_read() -> None:
    body = (
        "<table><tr><td><a href='/'>Start</a></td><td><h2>" + TITLE + "</h2>"
        f"{LEAD}<br><br>{MIDDLE}<br><br>{CLOSE}</td></tr></table>"
    )

    document = read_one(HtmlReader(), _page(body))

    assert [("paragraph", text) for text in (LEAD, MIDDLE, CLOSE)] == [
        block for block in list_blocks(document) if block[0] == "paragraph"
    ]


def test_arabic_page_with_old_encoding_is_read() -> None:
    lead = (
        "التقى وزير الخارجية سالم المنصوري اليوم الأحد في تونس المبعوث الأممي هانس "
        "كيلر وبحث معه تطورات الأوضاع في المنطقة وسبل دعم الحوار بين الأطراف كافة."
    )
    page = (
        "<html lang=ar dir=rtl><head><meta charset=windows-1256></head><body>"
        f"<h1>لقاء في تونس</h1><p>{lead}</p><p>{lead}</p></body></html>"
    )

    document = read_one(HtmlReader(), page.encode("cp1256"))

    assert ("paragraph", lead) in list_blocks(document)
    assert document.lang == "ar"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<h1>404</h1>",
        "<ul>" + "<li><a href='/x'>Section</a></li>" * 40 + "</ul>",
        "<div>" * 5000 + "x" + "</div>" * 5000,
    ],
    ids=["empty", "heading", "links", "deep"],
)
def test_page_without_an_article_says_so(body: str) -> None:
    with pytest.raises(ReadError, match="HTML page without an article"):
        read_one(HtmlReader(), _page(body))


def test_entities_declared_in_a_page_do_not_expand() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY a "bomb"><!ENTITY b "&a;&a;">]><html><body>'
        f"<p>{LEAD}</p><p>{MIDDLE} &b;</p></body></html>"
    )

    assert "bombbomb" not in read_one(HtmlReader(), page.encode()).text


def test_address_is_taken_from_the_origin() -> None:
    origin = "crawl.warc!https://mail.example/envoy"

    assert read_one(HtmlReader(), _page(ARTICLE), origin).source.url == (
        "https://mail.example/envoy"
    )
    assert find_address("page.html") is None


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (
            b'<meta http-equiv=x content="text/html; charset=windows-1256">',
            "windows-1256",
        ),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<html>", None),
    ],
)
def test_declared_encoding_is_found(data: bytes, charset: str | None) -> None:
    assert find_charset(data) == charset


@pytest.mark.parametrize("name", ["i12NEWS", "allHarbours.example"])
def test_outlet_is_named_as_it_writes_itself(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}">'

    document = read_one(HtmlReader(), _page(ARTICLE, head))

    assert document.source.name == name
