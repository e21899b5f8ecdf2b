"""The timeline: events from years to hours, in lanes by actor or place."""

from collections import Counter
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Event
from dragoman.store.catalog.browse import Facet, Question
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.spread import count_by
from dragoman.web.api.reading import answer
from dragoman.web.desk import CatalogDep
from dragoman.web.lists import LISTS, read_listing, read_request
from dragoman.web.pages.lists import name_values
from dragoman.web.templating import render
from dragoman.web.wording import say_event

router = APIRouter()

# More events than this are drawn as counts.
MAX_DRAWN = 300
_LANES = 12
_MONTHS_LISTED = 60
_DAYS, _MONTHS, _YEARS = 10, 7, 4

Lanes = Literal["", "actor", "place"]


@router.get("/timeline")
def timeline(request: Request, catalog: CatalogDep, lanes: Lanes = "") -> HTMLResponse:
    """Show events in time; the same counts stand below as a list."""
    asked = read_request(LISTS["event"], request.query_params)
    bare = replace(asked, after="", limit=1)
    listing = read_listing(catalog, bare, with_facets=False)
    months = count_by(catalog.connection, asked.question, _MONTHS)
    buckets = months if len(months) <= _MONTHS_LISTED else _add_up(months)
    return render(
        request,
        "timeline.html",
        {
            "listing": listing,
            "value_name": name_values(listing),
            "lanes": lanes,
            "buckets": buckets,
            "by_year": buckets is not months,
        },
    )


def _add_up(months: list[Facet]) -> list[Facet]:
    """Return counts by year."""
    years: Counter[str] = Counter()
    for one in months:
        years[one.value[:_YEARS]] += one.things
    return [Facet(year, things) for year, things in sorted(years.items())]


@router.get("/timeline/data")
def timeline_data(
    request: Request,
    catalog: CatalogDep,
    lanes: Lanes = "",
    limit: Annotated[int, Query(ge=1, le=1_000)] = MAX_DRAWN,
) -> Response:
    """Return what is drawn between two dates: events, or counts if there are many."""
    asked = read_request(LISTS["event"], request.query_params, limit=limit)
    question = replace(asked.question, ascending=True, first=asked.first or "0")
    page = catalog.page(replace(question, after=None))
    if page.total > limit or page.more:
        return answer({"counts": _count(catalog, question), "events": [], "lanes": []})
    things = catalog.things([row.id for row in page.rows])
    events = [thing for thing in things if isinstance(thing, Event)]
    items, named = _items(events, lanes)
    return answer({"counts": [], "events": items, "lanes": named})


def _count(catalog: Catalog, question: Question) -> list[dict[str, object]]:
    """Return counts by the finest unit that can still be drawn."""
    for chars in (_DAYS, _MONTHS, _YEARS):
        found = count_by(catalog.connection, question, chars)
        if len(found) <= 120 or chars == _YEARS:
            return [_span(one.value) | {"things": one.things} for one in found]
    return []


def _span(value: str) -> dict[str, object]:
    bounds = find_bounds(value)
    first, last = bounds or (None, None)
    return {
        "value": value,
        "start": first.isoformat() if first else value,
        "end": last.isoformat() if last else value,
    }


def _items(
    events: list[Event], lanes: Lanes
) -> tuple[list[dict[str, object]], list[dict[str, str]]]:
    """Return events as they are drawn, and the lanes they are drawn in."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    keys = {event.id: _keys(event, lanes, names) for event in events}
    for own in keys.values():
        counts.update(own)
    kept = {key for key, _ in counts.most_common(_LANES)}
    items = []
    for event in events:
        own = [key for key in keys[event.id] if key in kept] if lanes else [""]
        items += [_item(event, lane) for lane in own or ["others"]]
    if not lanes:
        return items, []
    named = [{"id": key, "name": names[key]} for key, _ in counts.most_common(_LANES)]
    if any(item["lane"] == "others" for item in items):
        named.append({"id": "others", "name": "others"})
    return items, named


def _keys(event: Event, lanes: Lanes, names: dict[str, str]) -> list[str]:
    if lanes == "place":
        if event.place is None:
            return []
        names[event.place] = event.place_name or event.place
        return [event.place]
    parties = [one.party for one in event.participants if one.party.entity]
    for party in parties:
        names[party.entity or ""] = party.name
    return list(dict.fromkeys(party.entity or "" for party in parties))


def _item(event: Event, lane: str) -> dict[str, object]:
    who = ", ".join(one.party.name for one in event.participants[:4])
    what = say_event(event)
    link = "to" if event.mode == "visit" else "in"
    where = f" {link} {event.place_name}" if event.place_name else ""
    value = event.time.value if event.time else ""
    clock = value.partition("T")[2] if "/" not in value else ""
    span = _span(value.partition("T")[0] if clock else value)
    return span | {
        "id": event.id,
        "lane": lane,
        "clock": clock[:5],
        "label": f"{what}{where}: {who}" if who else f"{what}{where}",
        "modality": event.modality.value,
        "reports": len(event.reports),
    }
