import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.read import fetch as fetching
from dragoman.read.dispatch import read_inputs
from dragoman.read.fetch import fetch
from dragoman.read.files import is_address
from read.samples import LEAD, SETTINGS, TITLE

FEED = (
    "<rss version='2.0'><channel><title>Harbour Mail</title><item>"
    f"<title>{TITLE}</title><description>{LEAD}</description></item></channel></rss>"
)
PAGE = f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p></body></html>"
BODIES = {
    "/feed": ("application/rss+xml", FEED.encode()),
    "/page": ("text/html; charset=utf-8", PAGE.encode()),
    "/cyrillic": ("text/plain; charset=windows-1251", "Министр ушёл.".encode("cp1251")),
    "/large": ("text/plain", b"x" * 200_000),
    "/empty": ("text/plain", b""),
}
REDIRECTS = {"/loop": "/loop", "/moved": "/page", "/away": "ftp://127.0.0.1/x"}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[path])
            self.end_headers()
        elif path in BODIES:
            kind, body = BODIES[path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)
        elif path == "/silent":
            threading.Event().wait(0.6)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(
        target=httpd.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def _read(address: str) -> Document | Failure:
    (found,) = read_inputs([address], SETTINGS)
    return found if isinstance(found, Failure) else found[0]


def test_feed_at_an_address_is_read(server: str) -> None:
    document = _read(f"{server}/feed")

    assert isinstance(document, Document)
    assert document.title == TITLE
    assert document.origin == f"{server}/feed!entry 1"


def test_page_at_an_address_is_read_with_its_address(server: str) -> None:
    document = _read(f"{server}/moved")

    assert isinstance(document, Document)
    assert LEAD in document.text
    assert document.source.url == f"{server}/moved"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", "redirects without end: more than 10 are not followed"),
        ("/away", "only http and https"),
        ("/nowhere", "the server answered 404"),
        ("/empty", "nothing to read"),
    ],
)
def test_what_cannot_be_fetched_is_one_clear_failure(
    server: str, path: str, message: str
) -> None:
    failure = _read(f"{server}{path}")

    assert isinstance(failure, Failure)
    assert message in failure.message
    assert failure.origin == f"{server}{path}"
    assert "\n" not in failure.message


def test_answer_that_is_too_large_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_FETCH_BYTES", 100_000)

    with pytest.raises(ReadError, match="serves more than"):
        fetch(f"{server}/large")


def test_server_that_keeps_silent_is_given_up(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "FETCH_TIMEOUT_S", 0.2)

    with pytest.raises(ReadError, match="no answer in time"):
        fetch(f"{server}/silent")


def test_nobody_listening_is_a_failure() -> None:
    with pytest.raises(ReadError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/x")


@pytest.mark.parametrize("address", ["ftp://x/y", "file:///etc/hostname", "gopher://x"])
def test_other_schemes_are_refused(address: str) -> None:
    assert is_address(address)
    with pytest.raises(ReadError, match="only http and https are read"):
        fetch(address)


def test_broken_address_is_a_failure() -> None:
    with pytest.raises(ReadError, match="no address: Invalid IPv6 URL"):
        fetch("http://[::1")


@pytest.mark.parametrize("name", ["report.txt", "C:\\x", "a:b", "folder/x", "-", ""])
def test_paths_are_no_addresses(name: str) -> None:
    assert not is_address(name)


def test_declared_kind_comes_without_its_parameters(server: str) -> None:
    fetched = fetch(f"{server}/page")

    assert fetched.media_type == "text/html"
    assert fetched.url == f"{server}/page"
