import pytest

from dragoman.errors import ReadError
from dragoman.model.failure import Failure
from dragoman.protocols import Part
from dragoman.read.warc import WarcReader
from read.samples import LEAD, read_all

PAGE = f"<html><body><p>{LEAD}</p></body></html>".encode()


def _make(*served: tuple[str, str, str, bytes]) -> bytes:
    packed = b""
    for url, status, kind, data in served:
        body = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-03-06T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        packed += head.encode() + body + b"\r\n\r\n"
    return packed


def test_pages_are_parts_with_address_and_time_of_retrieval() -> None:
    crawl = _make(
        ("https://mail.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://mail.example/s.css", "200 OK", "text/css", b"body {color: red}"),
        ("https://mail.example/gone", "404 Not Found", "text/html", PAGE),
    )

    (part,) = read_all(WarcReader(), crawl)

    assert isinstance(part, Part)
    assert (part.name, part.media_type) == ("https://mail.example/1", "text/html")
    assert part.data == PAGE
    assert part.settings is not None
    assert part.settings.retrieved == "2024-03-06T00:00:00Z"


def test_crawl_without_pages_says_so() -> None:
    crawl = _make(("https://mail.example/x", "200 OK", "image/png", b"\x89PNG\r\n"))

    with pytest.raises(ReadError, match="without a record that can be read"):
        read_all(WarcReader(), crawl)


def test_damage_behind_a_page_does_not_lose_the_page() -> None:
    crawl = _make(("https://mail.example/1", "200 OK", "text/html", PAGE))

    found = read_all(WarcReader(), crawl + b"rubbish\r\n\r\n")

    assert isinstance(found[0], Part)
    assert all(isinstance(item, Failure) for item in found[1:])
