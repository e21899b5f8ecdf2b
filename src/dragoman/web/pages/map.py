"""The map: where events took place, and how sure it is which place is meant."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from dragoman.analyze.places import Context, Placed, locate
from dragoman.errors import StoreError
from dragoman.model.entity import Entity
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.spread import count_in_range
from dragoman.web.api.reading import answer
from dragoman.web.desk import CatalogDep, Desk, DeskDep
from dragoman.web.lists import LISTS, read_request
from dragoman.web.templating import render

router = APIRouter()
_LOG = logging.getLogger(__name__)

# Places on the map, those with most events.
MAX_PLACES = 300


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the case.

    Attributes:
        id: Entity.
        name: As the sources name it.
        events: How many events took place there.
        placed: Where it lies, ``None`` if that is not known.
    """

    id: str
    name: str
    events: int
    placed: Placed | None

    @property
    def certainty(self) -> str:
        """How sure it is where the place lies, in words."""
        if self.placed is None:
            return "not on the map"
        if self.placed.location.kind == "state":
            return "somewhere in the state"
        if self.placed.sure:
            return "sure"
        return f"likeliest of {self.placed.others + 1} places of this name"


@router.get("/map")
def map_page(request: Request, catalog: CatalogDep, desk: DeskDep) -> HTMLResponse:
    """Show the map; the same places stand beside it as a list."""
    asked = read_request(LISTS["event"], request.query_params)
    spots = list_spots(catalog, desk, asked.first, asked.last)
    return render(request, "map.html", {"spots": spots, "asked": asked})


@router.get("/map/data")
def map_data(request: Request, catalog: CatalogDep, desk: DeskDep) -> Response:
    """Return the places that can be drawn."""
    asked = read_request(LISTS["event"], request.query_params)
    return answer(
        {
            "places": [
                {
                    "id": one.id,
                    "name": one.name,
                    "events": one.events,
                    "latitude": one.placed.location.latitude,
                    "longitude": one.placed.location.longitude,
                    "kind": one.placed.location.kind,
                    "sure": one.placed.sure,
                    "certainty": one.certainty,
                }
                for one in list_spots(catalog, desk, asked.first, asked.last)
                if one.placed is not None
            ]
        }
    )


def warm(desk: Desk) -> None:
    """Find the places of the case before somebody asks for the map."""
    try:
        with desk.browsing() as catalog:
            list_spots(catalog, desk, "", "")
    except StoreError as error:
        _LOG.info("map: %s", error)


def list_spots(catalog: Catalog, desk: Desk, first: str, last: str) -> list[Spot]:
    """Return the places in which events took place, those with most events first."""
    top = [one.value for one in catalog.top("event.place", MAX_PLACES)]
    counts = count_in_range(catalog.connection, "event.place", top, first, last)
    entities = {
        one: portrait.entity
        for one in counts
        if (portrait := catalog.portrait(one)) is not None
    }
    placed = _place(catalog, desk, list(entities.values()))
    return [
        Spot(one, entities[one].name, counts[one], placed.get(one))
        for one in sorted(entities, key=lambda one: (-counts[one], one))
    ]


def _place(
    catalog: Catalog, desk: Desk, entities: Sequence[Entity]
) -> dict[str, Placed | None]:
    """Find entities on the map; what was found stays until the entity changes."""
    keys = {entity.id: (entity.id, hash(entity)) for entity in entities}
    new = [entity for entity in entities if keys[entity.id] not in desk.placed]
    if new:
        context = _read_context(catalog, new)
        for entity in new:
            desk.placed[keys[entity.id]] = locate(entity, context)
    return {one: desk.placed[key] for one, key in keys.items()}


def _read_context(catalog: Catalog, entities: Sequence[Entity]) -> Context:
    """Gather the states that the case speaks of, and those around some mentions."""
    states = {one.value: one.things for one in catalog.top("entity.country", 60)}
    documents = {c.span.document_id for entity in entities for c in entity.citations}
    near: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in catalog.names_told_in(documents):
        if claim.country is not None:
            near[claim.document_id] += [
                (one.span.start, one.span.end, claim.country) for one in claim.citations
            ]
    return Context(states, near)
