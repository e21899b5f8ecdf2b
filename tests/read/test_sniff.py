import pytest

from dragoman.read.registry import BUILT_IN
from dragoman.read.sniff import DOCX, EPUB, FEED, JSONL, ODT, READABLE, sniff
from read.samples import LEAD, make_zip

MAIL = b"Received: by x\nFrom: a@b\nSubject: c\n\ntext"


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (LEAD.encode(), "a.txt", "text/plain"),
        (LEAD.encode(), "a", "text/plain"),
        (LEAD.encode(), "a.md", "text/markdown"),
        (LEAD.encode("utf-16"), "a.txt", "text/plain"),
        ("قال الوزير".encode("cp1256"), "a.txt", "text/plain"),
        (b"<!DOCTYPE html><p>x", "a", "text/html"),
        (b"\xef\xbb\xbf\n <html><p>x", "a.txt", "text/html"),
        ("<!doctype html><p>x".encode("utf-16"), "a", "text/html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", "a", "text/html"),
        (b"<p>Text first.</p>", "a.html", "text/html"),
        (b"Text first. <p>x</p>", "a.html", "text/html"),
        (b"<?xml version='1.0'?>\n<!-- c --><rss version='2.0'/>", "a.html", FEED),
        (b"<rss version='2.0'/>", "a", FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "a.xml", FEED),
        (b"<rdf:RDF xmlns='x'/>", "a", FEED),
        (b"<!DOCTYPE l [<!ENTITY a 'b'>]><rss/>", "a.xml", FEED),
        (b"%PDF-1.7", "a.txt", "application/pdf"),
        (b"\n\n%PDF-1.7", "a", "application/pdf"),
        (b"\x1f\x8b\x08\x00", "a", "application/gzip"),
        (b"WARC/1.0\r\n", "a", "application/warc"),
        (b'{"text": "a"}\n{"text": "b"}', "a.txt", JSONL),
        (b'{"text": "br', "a.jsonl", JSONL),
        (b'{"text": "br\n', "a", JSONL),
        (b"{not json}", "a.txt", "text/plain"),
        (MAIL, "a", "message/rfc822"),
        (b"no headers", "a.eml", "message/rfc822"),
        (b"FROM: Embassy\nTO: Ministry\n\nThe envoy left.", "a", "text/plain"),
        (b"From a@b Mon Mar  4 23:10:00 2024\n" + MAIL, "a", "application/mbox"),
        (b"From here on, at 10:00 in 2024,\nit rained", "a", "text/plain"),
        (make_zip({"word/document.xml": "x"}), "a.zip", DOCX),
        (make_zip({"mimetype": ODT}), "a", ODT),
        (make_zip({"mimetype": EPUB}), "a", EPUB),
        (make_zip({"a.txt": "x"}), "a.docx", "application/zip"),
        (b"\x89PNG\r\n", "a.txt", "image/png"),
        (bytes(range(256)) * 9, "a.txt", "application/octet-stream"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "application/x-ole-storage"),
    ],
)
def test_content_tells_the_kind_and_the_name_only_helps(
    data: bytes, name: str, media_type: str
) -> None:
    assert sniff(data, name) == media_type


def test_declared_kind_counts_where_the_name_is_silent() -> None:
    assert sniff(b"Text first. <p>x</p>", "report", "text/html") == "text/html"
    assert sniff(b"%PDF-1.7", "report", "text/html") == "application/pdf"


def test_readable_kinds_are_those_with_a_reader() -> None:
    assert set(BUILT_IN) == READABLE
