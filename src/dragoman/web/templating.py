"""Pages from templates: everything escaped, nothing inline."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.analyze.origins import count_origins
from dragoman.model.span import Citation
from dragoman.web.analyst import analyst_of
from dragoman.web.assets import Assets
from dragoman.web.csrf import csrf_of
from dragoman.web.lists import LISTS
from dragoman.web.wording import (
    direction,
    language_name,
    safe_link,
    say_act,
    say_count,
    say_event,
    say_kind,
    say_time,
    shorten,
)

# Address and name of each place in the head of the page, in order.
NAVIGATION: list[tuple[str, str]] = [
    ("/", "Overview"),
    ("/documents", "Documents"),
    ("/entities", "Who and where"),
    ("/events", "Events"),
    ("/statements", "Statements"),
    ("/narratives", "Narratives"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/review", "Review"),
    ("/dossier", "Dossier"),
]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    environment.filters |= {
        "time": say_time,
        "kind": say_kind,
        "act": say_act,
        "event_label": say_event,
        "count": say_count,
        "short": shorten,
        "language": language_name,
        "direction": direction,
        "safe_link": safe_link,
        "origins": count_origins,
        "query": urlencode,
        "words": words_address,
    }
    environment.globals |= {
        "asset": Assets().address,
        "navigation": NAVIGATION,
        "version": __version__,
        "lists": LISTS,
    }
    return environment


def words_address(citation: Citation) -> str:
    """Return the address at which the words of a citation are shown in their text."""
    span = citation.span
    return f"/documents/{quote(span.document_id)}?at={span.start}-{span.end}#cited"


def render(
    request: Request,
    name: str,
    context: Mapping[str, object],
    status: int = 200,
) -> HTMLResponse:
    """Return a page.

    Args:
        request: What it answers.
        name: Of the template.
        context: What the template tells.
        status: HTTP status.
    """
    page = _environment().get_template(name)
    path = request.url.path
    body = page.render(
        path=path,
        address=f"{path}?{request.url.query}" if request.url.query else path,
        csrf=csrf_of(request),
        analyst=analyst_of(request),
        case_name=request.app.state.desk.settings.case.resolve().name,
        left=request.app.state.desk.left,
        **context,
    )
    return HTMLResponse(body, status)
