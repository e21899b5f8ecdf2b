"""``dragoman serve``: the workbench in a browser."""

import getpass
import logging
import os
import secrets
import socket
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from dragoman.cli.options import CaseArgument
from dragoman.cli.progress import report_progress
from dragoman.cli.terminal import say, show
from dragoman.errors import SettingsError
from dragoman.web.analyst import clean_name
from dragoman.web.app import create_app
from dragoman.web.settings import DEFAULT_PORT, WebSettings, is_loopback

TOKEN_VARIABLE = "DRAGOMAN_TOKEN"  # noqa: S105  # the name of a variable


def serve(
    case: CaseArgument,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Address to listen on."),
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="Port; 0 for a free one."
        ),
    ] = DEFAULT_PORT,
    analyst: Annotated[
        str | None,
        typer.Option(
            "--analyst", metavar="NAME", help="Name under which decisions are kept."
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            metavar="SECRET",
            envvar=TOKEN_VARIABLE,
            help="Secret that requests must bring; 'new' to make one. Needed on any"
            " address but this machine's own. It also lets the API write.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open a case in the browser: read, check, mend and publish.

    Example: dragoman serve tour
    """
    secret = secrets.token_urlsafe(24) if token == "new" else token  # noqa: S105  # a word
    settings = WebSettings(
        case, host, port, clean_name(analyst or _find_user()), secret
    )
    app = create_app(settings)
    listener = _listen(host, port)
    suffix = f"/?token={secret}" if secret else "/"
    name = host if is_loopback(host) else socket.gethostname()
    name = f"[{name}]" if ":" in name else name
    show(f"http://{name}:{listener.getsockname()[1]}{suffix}")
    _fill_catalog(app)
    say("open this address in a browser; stop with Ctrl+C")
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=30,
            limit_concurrency=200,
            h11_max_incomplete_event_size=65_536,
        )
    )
    server.run(sockets=[listener])


def _fill_catalog(app: FastAPI) -> None:
    """Bring what pages read up to date; who asks meanwhile is answered afterwards."""
    with report_progress() as progress:
        total = 0
        for left in app.state.desk.refresh():
            if not total:
                say("filling the catalog first; the address answers when it is filled")
            total = max(total, left)
            progress("catalog", total - left, total)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port at once, so that the printed address is right.

    Raises:
        SettingsError: It cannot be had.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"cannot listen on {host}:{port}: {reason}; another port: --port 0"
        ) from error
    return listener


def _find_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USER", "analyst")
