"""The first page: what is in the case, what is new, what needs a decision."""

from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.model.entity import Event
from dragoman.store.catalog.browse import Question
from dragoman.web.desk import CatalogDep, DeskDep
from dragoman.web.templating import render

router = APIRouter()

_NEWEST, _TOP, _EVENTS, _FAILURES = 12, 12, 6, 200


@router.get("/")
def overview(request: Request, catalog: CatalogDep, desk: DeskDep) -> HTMLResponse:
    """Show the case at a glance."""
    latest = catalog.page(Question("event", limit=_EVENTS)).rows
    events = [
        thing
        for thing in catalog.things([row.id for row in latest])
        if isinstance(thing, Event)
    ]
    cited = {report.document_id for event in events for report in event.reports[:3]}
    return render(
        request,
        "overview.html",
        {
            "counts": catalog.counts(),
            "newest": catalog.newest(_NEWEST),
            "top": catalog.page(Question("entity", limit=_TOP)).rows,
            "events": events,
            "documents": catalog.heads(cited),
            "differing": catalog.count("event.differs", "yes"),
            "failures": list(islice(catalog.view.failures(), _FAILURES)),
            "waiting": len(desk.questions(catalog)),
        },
    )
