"""The lists: documents, entities, events, statements, narratives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.dossier.nouns import label_of, label_of_mode
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.fulltext import split_terms
from dragoman.store.search import Passage, find_passages
from dragoman.web.desk import CatalogDep
from dragoman.web.lists import (
    LISTS,
    FilterSpec,
    Listing,
    ListSpec,
    read_listing,
    read_request,
)
from dragoman.web.templating import render
from dragoman.web.wording import language_name, say_kind

router = APIRouter()

# Passages are looked for in the first so many code points of a document.
_MAX_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage of a document in pieces: words, and whether they were asked for."""

    hits: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[str, bool], ...]


def show_passages(
    catalog: Catalog, documents: Sequence[str], query: str
) -> dict[str, list[ShownPassage]]:
    """Return where the words of a query stand in some documents."""
    terms = split_terms(query)
    return {
        one: [
            _cut(passage)
            for passage in find_passages(catalog.excerpt(one, 0, _MAX_LOOKED_AT), terms)
        ]
        for one in documents
    }


def _cut(passage: Passage) -> ShownPassage:
    pieces: list[tuple[str, bool]] = []
    place = 0
    for left, right in passage.hits:
        start, end = left - passage.start, right - passage.start
        pieces += [(passage.text[place:start], False), (passage.text[start:end], True)]
        place = end
    pieces.append((passage.text[place:], False))
    return ShownPassage(passage.hits, tuple(pieces))


def name_values(listing: Listing) -> Callable[[FilterSpec, str], str]:
    """Return how the values of filters are shown."""

    def value_name(spec: FilterSpec, value: str) -> str:
        if spec.entity:
            card = listing.cards.get(value)
            return card.name if card else value
        if spec.name == "tie":
            cards = (listing.cards.get(one) for one in value.split("|"))
            return " and ".join(card.name for card in cards if card)
        if spec.name == "lang":
            return language_name(value)
        if spec.field == "event.type":
            return label_of(value)
        if spec.field == "event.mode":
            return label_of_mode(value)
        return value if spec.name in {"outlet", "topic"} else say_kind(value)

    return value_name


def _show_list(spec: ListSpec, request: Request, catalog: Catalog) -> HTMLResponse:
    asked = read_request(spec, request.query_params)
    listing = read_listing(catalog, asked)
    searched = asked.query if spec.kind == "document" else ""
    passages = (
        show_passages(catalog, [row.id for row in listing.rows], searched)
        if searched
        else {}
    )
    return render(
        request,
        "list.html",
        {
            "listing": listing,
            "passages": passages,
            "value_name": name_values(listing),
        },
    )


@router.get("/documents")
def documents(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """List documents."""
    return _show_list(LISTS["document"], request, catalog)


@router.get("/entities")
def entities(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """List persons, organisations, places and works."""
    return _show_list(LISTS["entity"], request, catalog)


@router.get("/events")
def events(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """List events."""
    return _show_list(LISTS["event"], request, catalog)


@router.get("/statements")
def statements(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """List statements."""
    return _show_list(LISTS["statement"], request, catalog)


@router.get("/narratives")
def narratives(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """List narratives."""
    return _show_list(LISTS["narrative"], request, catalog)
