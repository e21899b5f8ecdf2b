import pytest

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.protocols import Part
from dragoman.read.feed import FeedReader
from read.samples import CLOSE, LEAD, TITLE, list_blocks, read_all

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Mail</title><language>en</language>
<item><title>{TITLE}</title><link>https://mail.example/1</link>
<author>jane@mail.example (Jane Roe)</author>
<pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><h2>What next</h2><p>{CLOSE}</p>
<p>The post Envoy appeared first on Harbour Mail.</p>]]></content:encoded></item>
<item><title>وزير يستقيل</title><guid>2</guid><description>استقال الوزير يوم الجمعة.
</description><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
<item><title>Minister resigns</title></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Atom</title>
<entry><title type="html">Envoy &lt;b&gt;leaves&lt;/b&gt; Harat</title>
<updated>2024-03-05T01:00:00Z</updated><link href="https://atom.example/1"/>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>"""


def _read(feed: str) -> list[tuple[Document, bytes]]:
    found = []
    for part in read_all(FeedReader(), feed.encode()):
        assert isinstance(part, Part)
        assert part.document is not None
        found.append((part.document, part.data))
    return found


def test_entry_is_a_document_with_metadata_of_entry_and_feed() -> None:
    document, _ = _read(RSS)[0]

    assert document.title == TITLE
    assert document.source.name == "Harbour Mail"
    assert document.source.author == "Jane Roe"
    assert document.source.url == "https://mail.example/1"
    assert document.published == "2024-03-04"
    assert document.origin == "given!entry 1"
    assert list_blocks(document) == [
        ("title", TITLE),
        ("paragraph", LEAD),
        ("heading", "What next"),
        ("paragraph", CLOSE),
        ("boilerplate", "The post Envoy appeared first on Harbour Mail."),
    ]


def test_entry_keeps_its_own_bytes() -> None:
    entries = _read(RSS)

    assert all(data in RSS.encode() for _, data in entries)
    assert len({document.digest for document, _ in entries}) == 3


def test_entry_has_the_same_id_in_a_feed_that_grew() -> None:
    grown = RSS.replace("<item>", "<item><title>New</title></item><item>", 1)

    assert _read(grown)[1][0].id == _read(RSS)[0][0].id


def test_plain_description_and_epoch_date_are_taken_for_what_they_are() -> None:
    document, _ = _read(RSS)[1]

    assert ("paragraph", "استقال الوزير يوم الجمعة.") in list_blocks(document)
    assert document.published is None
    assert document.source.url is None


def test_entry_of_a_title_alone_is_read() -> None:
    document, _ = _read(RSS)[2]

    assert list_blocks(document) == [("title", "Minister resigns")]


def test_atom_is_read() -> None:
    ((document, _),) = _read(ATOM)

    assert document.title == TITLE
    assert document.source.name == "Harbour Atom"
    assert document.published == "2024-03-05"
    assert ("paragraph", LEAD) in list_blocks(document)


def test_broken_feed_is_still_read() -> None:
    document, _ = _read(
        RSS.replace("</rss>", "").replace("<language>", "<language> &x ")
    )[0]

    assert document.title == TITLE


@pytest.mark.parametrize("declaration", ['"lol"', 'SYSTEM "file:///etc/hostname"'])
def test_entities_are_refused(declaration: str) -> None:
    feed = f"<!DOCTYPE x [<!ENTITY e {declaration}>]>" + ATOM.replace("Envoy", "&e;")

    with pytest.raises(ReadError, match="declares entities"):
        _read(feed)


def test_feed_without_entries_says_so() -> None:
    with pytest.raises(ReadError, match="a feed without entries"):
        _read("<rss version='2.0'><channel><title>x</title></channel></rss>")
