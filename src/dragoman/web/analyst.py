"""Who decides: the name under which a decision is kept."""

from urllib.parse import quote, unquote

from fastapi import HTTPException, Request

from dragoman.text.printable import keep_on_line

COOKIE = "dragoman_analyst"
MAX_CHARS = 60


def clean_name(name: str) -> str:
    """Return a name as it is kept.

    Raises:
        ValueError: It is empty, too long, or names a program.
    """
    clean = " ".join(keep_on_line(name).split())
    if not clean or len(clean) > MAX_CHARS or clean.lower().startswith("auto:"):
        raise ValueError(
            f"{clean[:MAX_CHARS]!r} is no name of a person: need 1 to {MAX_CHARS}"
            " characters, not beginning with 'auto:'"
        )
    return clean


def analyst_of(request: Request) -> str:
    """Return the name that the reader has given, or the one of the settings."""
    given = unquote(request.cookies.get(COOKIE, ""))
    try:
        return clean_name(given)
    except ValueError:
        name: str = request.app.state.desk.settings.analyst
        return name


def cookie_for(name: str) -> str:
    """Return the value of the cookie that keeps a name.

    Raises:
        HTTPException: Status 422, the name is none.
    """
    try:
        return quote(clean_name(name))
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
