"""Bytes from an address, bounded in time, size and redirects."""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from dragoman.errors import ReadError
from dragoman.read.limits import (
    FETCH_TIMEOUT_S,
    FETCH_TOTAL_S,
    MAX_FETCH_BYTES,
    MAX_REDIRECTS,
    say_size,
)

_HEADERS = {
    "User-Agent": "dragoman (+https://pypi.org/project/dragoman/)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,"
    "application/atom+xml,application/pdf;q=0.9,*/*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address served.

    Attributes:
        data: The body, unpacked where the transfer was packed.
        url: Address after redirects.
        media_type: As the server declares it, ``None`` if it does not.
    """

    data: bytes
    url: str
    media_type: str | None


def fetch(url: str) -> Fetched:
    """Get what an address serves.

    Raises:
        ReadError: The scheme is not http or https, the server does not answer in
            time, answers with an error, redirects too often, or serves too much.
    """
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError as error:
        raise ReadError(f"no address: {error}") from error
    if scheme not in {"http", "https"}:
        raise ReadError(f"address with scheme {scheme!r}: only http and https are read")
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=MAX_REDIRECTS,
                timeout=FETCH_TIMEOUT_S,
                headers=_HEADERS,
            ) as client,
            client.stream("GET", url) as response,
        ):
            return _receive(response)
    except httpx.TooManyRedirects as error:
        raise ReadError(
            f"redirects without end: more than {MAX_REDIRECTS} are not followed"
        ) from error
    except httpx.TimeoutException as error:
        raise ReadError(
            f"no answer in time: {FETCH_TIMEOUT_S:.0f} seconds are allowed"
        ) from error
    except httpx.UnsupportedProtocol as error:
        raise ReadError(
            "redirects to a scheme that is not read: only http and https are"
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise ReadError(
            f"cannot be fetched: {str(error) or type(error).__name__}"
        ) from error


def _receive(response: httpx.Response) -> Fetched:
    if response.status_code >= 400:
        raise ReadError(
            f"the server answered {response.status_code} {response.reason_phrase}"
        )
    deadline = time.monotonic() + FETCH_TOTAL_S
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_bytes(64 * 1024):
        size += len(chunk)
        if size > MAX_FETCH_BYTES:
            raise ReadError(
                f"serves more than {say_size(MAX_FETCH_BYTES)}, "
                "the most that is fetched"
            )
        if time.monotonic() > deadline:
            raise ReadError(
                f"serves too slowly: {FETCH_TOTAL_S:.0f} seconds are allowed"
            )
        chunks.append(chunk)
    declared = response.headers.get("content-type", "").split(";")[0].strip().lower()
    return Fetched(b"".join(chunks), str(response.url), declared or None)
