"""Lists to take away: CSV and JSON of what a page shows, all of its pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import StreamingResponse

from dragoman.web.desk import Desk, DeskDep
from dragoman.web.lists import (
    BY_PATH,
    MAX_LIMIT,
    Listing,
    read_listing,
    read_request,
)
from dragoman.web.lists import Request as ListRequest
from dragoman.web.shapes import COLUMNS, listing_objects, listing_rows
from dragoman.web.spreadsheet import make_line

router = APIRouter()

# Larger sets are what ``dragoman export`` is for.
MAX_ROWS = 10_000


@router.get("/{path}.csv")
def as_csv(path: str, request: Request, desk: DeskDep) -> StreamingResponse:
    """Send a list as a table."""
    asked = _ask(path, request)
    head = make_line(COLUMNS[asked.spec.kind])
    return _send(_stream(desk, asked, head, _csv_part, ""), f"{path}.csv", "text/csv")


@router.get("/{path}.json")
def as_json(path: str, request: Request, desk: DeskDep) -> StreamingResponse:
    """Send a list as a JSON array."""
    asked = _ask(path, request)
    return _send(
        _stream(desk, asked, "[", _JsonParts(), "\n]\n"),
        f"{path}.json",
        "application/json",
    )


def _ask(path: str, request: Request) -> ListRequest:
    spec = BY_PATH.get(path)
    if spec is None:
        raise HTTPException(404, "there is no such list")
    return read_request(spec, request.query_params, limit=MAX_LIMIT)


def _stream(
    desk: Desk,
    asked: ListRequest,
    head: str,
    part: Callable[[Listing], str],
    foot: str,
) -> Iterator[bytes]:
    yield head.encode()
    sent = 0
    # One transaction a page: a slow reader must not hold up the case.
    while True:
        with desk.browsing() as catalog:
            listing = read_listing(catalog, asked, with_facets=False)
        yield part(listing).encode()
        sent += len(listing.rows)
        if listing.following is None or sent >= MAX_ROWS:
            break
        asked = replace(asked, after=listing.following)
    yield foot.encode()


def _csv_part(listing: Listing) -> str:
    return "".join(map(make_line, listing_rows(listing)))


class _JsonParts:
    """Objects of a JSON array, with commas between them."""

    def __init__(self) -> None:
        self._begun = False

    def __call__(self, listing: Listing) -> str:
        lines = []
        for shape in listing_objects(listing):
            lines.append(",\n" if self._begun else "\n")
            lines.append(msgspec.json.encode(shape).decode())
            self._begun = True
        return "".join(lines)


def _send(parts: Iterator[bytes], name: str, media_type: str) -> StreamingResponse:
    return StreamingResponse(
        parts,
        media_type=f"{media_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
