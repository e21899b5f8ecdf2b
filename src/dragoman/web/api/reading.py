"""Reading through the API: lists, single things, counts."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from dragoman.analyze.identify import identify
from dragoman.export.objects import document_object, entity_object
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.gather import Thing
from dragoman.web.api import models
from dragoman.web.desk import CatalogDep, DeskDep
from dragoman.web.lists import (
    LISTS,
    MAX_LIMIT,
    MAX_QUERY,
    MAX_VALUE,
    ListSpec,
    read_listing,
    read_request,
)
from dragoman.web.shapes import listing_objects, thing_object

FAULTS: dict[int | str, dict[str, Any]] = {
    404: {"model": models.Fault, "description": "There is no such thing"},
    422: {"model": models.Fault, "description": "Something is not allowed"},
    429: {"description": "Too many requests"},
}

router = APIRouter(prefix="/api/v1", tags=["read"], responses=FAULTS)

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Items at most")]


def parameters_of(spec: ListSpec) -> dict[str, Any]:
    """Return the filters of a list as OpenAPI describes them."""
    found = [
        _parameter(
            one.name,
            f"{one.label}: identifier of an entity" if one.entity else one.label,
            max_length=MAX_VALUE,
        )
        for one in spec.filters
    ]
    if spec.searchable:
        words = 'Words that must all occur; "in quotes" one after the other'
        found.append(_parameter("q", words, max_length=MAX_QUERY))
    if spec.dated:
        date = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
        found.append(_parameter("from", "Earliest date", pattern=date))
        found.append(_parameter("to", "Latest date", pattern=date))
        found.append(_parameter("order", "`oldest` first", enum=["", "oldest"]))
    found.append(_parameter("after", "`next` of the page before", max_length=200))
    return {"parameters": found}


def _parameter(name: str, description: str, **schema: object) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": {"type": "string", **schema},
    }


def answer(shape: object, status: int = 200) -> Response:
    """Return a shape as JSON."""
    return Response(msgspec.json.encode(shape), status, media_type="application/json")


def _list(kind: str, request: Request, catalog: Catalog, limit: int) -> Response:
    asked = read_request(LISTS[kind], request.query_params, limit=limit)
    listing = read_listing(catalog, asked, with_facets=False)
    return answer(
        {
            "items": list(listing_objects(listing)),
            "total": listing.total,
            "total_is_lower_bound": listing.more,
            "next": listing.following,
        }
    )


@router.get("/counts", response_model=models.Counts)
def counts(catalog: CatalogDep, desk: DeskDep) -> Response:
    """Count what is in the case."""
    return answer({**catalog.counts(), "pending": desk.left})


@router.get(
    "/documents",
    response_model=models.Page[models.DocumentHead],
    openapi_extra=parameters_of(LISTS["document"]),
)
def list_documents(
    request: Request, catalog: CatalogDep, limit: Limit = 50
) -> Response:
    """List documents, newest first; the best first with `q`."""
    return _list("document", request, catalog, limit)


@router.get(
    "/entities",
    response_model=models.Page[models.EntityHead],
    openapi_extra=parameters_of(LISTS["entity"]),
)
def list_entities(request: Request, catalog: CatalogDep, limit: Limit = 50) -> Response:
    """List persons, organisations, places and works, most reported first."""
    return _list("entity", request, catalog, limit)


@router.get(
    "/events",
    response_model=models.Page[models.Event],
    openapi_extra=parameters_of(LISTS["event"]),
)
def list_events(request: Request, catalog: CatalogDep, limit: Limit = 50) -> Response:
    """List events, latest first."""
    return _list("event", request, catalog, limit)


@router.get(
    "/statements",
    response_model=models.Page[models.Statement],
    openapi_extra=parameters_of(LISTS["statement"]),
)
def list_statements(
    request: Request, catalog: CatalogDep, limit: Limit = 50
) -> Response:
    """List statements, latest first; the best first with `q`."""
    return _list("statement", request, catalog, limit)


@router.get(
    "/narratives",
    response_model=models.Page[models.Narrative],
    openapi_extra=parameters_of(LISTS["narrative"]),
)
def list_narratives(
    request: Request, catalog: CatalogDep, limit: Limit = 50
) -> Response:
    """List slogans, themes and recirculated media, most reported first."""
    return _list("narrative", request, catalog, limit)


@router.get("/documents/{document_id}", response_model=models.Document)
def get_document(document_id: str, catalog: CatalogDep) -> Response:
    """Return a document with its whole text."""
    if document_id not in catalog.heads([document_id]):
        raise HTTPException(404, "there is no such document in this case")
    return answer(document_object(catalog.view.document(document_id)))


@router.get("/entities/{entity_id}", response_model=models.Entity)
def get_entity(entity_id: str, catalog: CatalogDep) -> Response:
    """Return an entity; every value with the first few of its citations."""
    portrait = catalog.portrait(catalog.canonical(entity_id))
    if portrait is None:
        raise HTTPException(404, "there is no such entity in this case")
    entity = portrait.entity
    found = catalog.view.known(use.text for use in entity.names)
    return answer(entity_object(entity, identify(entity, found)))


@router.get("/events/{event_id}", response_model=models.Event)
def get_event(event_id: str, catalog: CatalogDep) -> Response:
    """Return an event with all its reports."""
    return _thing(catalog.event(catalog.canonical(event_id)))


@router.get("/statements/{statement_id}", response_model=models.Statement)
def get_statement(statement_id: str, catalog: CatalogDep) -> Response:
    """Return a statement with its relay chain."""
    return _thing(catalog.statement(catalog.canonical(statement_id)))


@router.get("/narratives/{narrative_id}", response_model=models.Narrative)
def get_narrative(narrative_id: str, catalog: CatalogDep) -> Response:
    """Return a narrative with everywhere it stands."""
    return _thing(catalog.narrative(catalog.canonical(narrative_id)))


def _thing(thing: Thing | None) -> Response:
    if thing is None:
        raise HTTPException(404, "there is no such thing in this case")
    return answer(thing_object(thing))
