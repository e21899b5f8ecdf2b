"""The application: routes, middleware, and what happens when something is wrong."""

import secrets
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.web.api import reading, writing
from dragoman.web.assets import STATIC, check_libraries
from dragoman.web.desk import Desk
from dragoman.web.pages import (
    corrections,
    desk,
    documents,
    dossier,
    downloads,
    entities,
    lists,
    map,
    network,
    overview,
    review,
    search,
    things,
    timeline,
)
from dragoman.web.security import Guard
from dragoman.web.settings import WebSettings
from dragoman.web.templating import render

# Requests answered at once: each holds a connection with its own cache.
_THREADS = 6

PAGES = (
    overview.router,
    lists.router,
    documents.router,
    entities.router,
    things.router,
    timeline.router,
    network.router,
    map.router,
    search.router,
    review.router,
    corrections.router,
    desk.router,
    downloads.router,
    dossier.router,
)


def create_app(settings: WebSettings, *, watch: bool = True) -> FastAPI:
    """Make the workbench of one case.

    Args:
        settings: Which case, and who may reach it.
        watch: Whether to take in what other programs add while it runs.

    Raises:
        StoreError: There is no case, or it cannot be written.
        SettingsError: The libraries of the pages are missing.
    """
    check_libraries()
    own = Desk(settings)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        if watch:
            own.watch()
            # The first map would wait for the gazetteer otherwise.
            threading.Thread(target=map.warm, args=(own,), daemon=True).start()
        yield
        own.close()

    app = FastAPI(
        title="dragoman",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.desk = own
    app.state.secret = secrets.token_bytes(32)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    app.include_router(reading.router)
    app.include_router(writing.router)
    app.add_middleware(Guard, settings=settings)
    app.add_exception_handler(HTTPException, _explain)
    app.add_exception_handler(RequestValidationError, _explain)
    app.add_exception_handler(ValueError, _explain)
    app.add_exception_handler(DragomanError, _explain)
    return app


def _explain(request: Request, error: Exception) -> Response:
    """Tell in one line what is wrong, as a page or as JSON."""
    status, message = _status_of(error)
    if request.url.path.startswith("/api/") or request.url.path.endswith(".json"):
        return JSONResponse({"error": message}, status)
    title = HTTPStatus(status).phrase
    return render(request, "message.html", {"title": title, "message": message}, status)


def _status_of(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail)
    if isinstance(error, RequestValidationError):
        faults = [
            f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}"
            for fault in error.errors()
        ]
        return 422, "; ".join(faults)
    if isinstance(error, DragomanError):
        return 503, " ".join(str(error).split())
    return 422, " ".join(str(error).split())
