"""Who works here, and help."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.web.analyst import COOKIE, cookie_for
from dragoman.web.csrf import CsrfDep
from dragoman.web.templating import render

router = APIRouter()

_YEAR_S = 365 * 24 * 3600


@router.get("/analyst")
def ask_name(request: Request) -> HTMLResponse:
    """Ask under which name decisions are kept."""
    return render(request, "analyst.html", {})


@router.post("/analyst", dependencies=[CsrfDep])
def keep_name(name: Annotated[str, Form(max_length=200)]) -> RedirectResponse:
    """Keep the name in this browser."""
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(
        COOKIE, cookie_for(name), max_age=_YEAR_S, httponly=True, samesite="strict"
    )
    return answer


@router.get("/help")
def help_page(request: Request) -> HTMLResponse:
    """Explain the workbench."""
    return render(request, "help.html", {})


@router.get("/api")
def api_page(request: Request) -> HTMLResponse:
    """List what the API offers."""
    paths = request.app.openapi()["paths"].items()
    return render(request, "api.html", {"paths": sorted(paths)})
