"""Forms: only those that a page of this session holds are taken."""

import hmac

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect

from dragoman.web.security import is_same_origin, make_csrf

FIELD = "csrf"
HEADER = "x-csrf-token"
# A dossier of many reports has four fields a sentence.
MAX_FIELDS = 100_000


def csrf_of(request: Request) -> str:
    """Return what the forms of a page have to bring back."""
    secret: bytes = request.app.state.secret
    return make_csrf(secret, request.state.session)


async def read_form(request: Request) -> FormData:
    """Return the form of a request; it is read once, however often it is asked for.

    Raises:
        HTTPException: Status 413; the body was broken off because it is too long.
    """
    try:
        return await request.form(max_fields=MAX_FIELDS)
    except ClientDisconnect:
        raise HTTPException(413, "the request is too large") from None


async def check_csrf(request: Request) -> None:
    """Refuse a change that no page of this session asked for.

    Raises:
        HTTPException: Status 403.
    """
    if not is_same_origin(request.headers):
        raise HTTPException(403, "this came from another site")
    given = request.headers.get(HEADER)
    if given is None:
        form = await read_form(request)
        value = form.get(FIELD)
        given = value if isinstance(value, str) else ""
    if not hmac.compare_digest(given.encode(), csrf_of(request).encode()):
        raise HTTPException(403, "this page is out of date: load it again")


CsrfDep = Depends(check_csrf)
