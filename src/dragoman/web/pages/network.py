"""The network: who meets whom, holds office where, speaks to whom."""

from collections import Counter
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.spread import (
    MAX_TIES,
    Tie,
    list_event_ties,
    list_role_ties,
    list_statement_ties,
)
from dragoman.web.api.reading import answer
from dragoman.web.desk import CatalogDep
from dragoman.web.templating import render

router = APIRouter()

MAX_NODES = 2_000
_LISTED = 40

Ties = Literal["events", "roles", "statements"]
Count = Annotated[int, Query(ge=2, le=MAX_NODES)]


@router.get("/network")
def network(
    request: Request, catalog: CatalogDep, ties: Ties = "events", most: Count = 300
) -> HTMLResponse:
    """Show the network; its strongest ties stand below as a list."""
    listed = _list(catalog, ties, most, limit=10 * _LISTED)
    found = sorted(listed, key=lambda tie: -_weight(tie))[:_LISTED]
    cards = catalog.cards(one for tie in found for one in (tie.left, tie.right))
    rows = [
        (cards[tie.left], cards[tie.right], tie, _weight(tie))
        for tie in found
        if tie.left in cards and tie.right in cards
    ]
    return render(request, "network.html", {"ties": ties, "most": most, "rows": rows})


@router.get("/network/data")
def network_data(
    catalog: CatalogDep, ties: Ties = "events", most: Count = 300
) -> Response:
    """Return nodes and ties, with the months of each tie."""
    found = _list(catalog, ties, most)
    weight: Counter[str] = Counter()
    for tie in found:
        for one in (tie.left, tie.right):
            weight[one] += _weight(tie)
    kept = [one for one, _ in weight.most_common(most)]
    cards = catalog.cards(kept)
    place = {one: n for n, one in enumerate(kept) if one in cards}
    return answer(
        {
            "nodes": [
                [one, cards[one].name, cards[one].schema, weight[one]] for one in place
            ],
            "ties": [
                [tie.left, tie.right, tie.months]
                for tie in found
                if tie.left in place and tie.right in place
            ],
        }
    )


def _list(
    catalog: Catalog, ties: Ties, most: int, *, limit: int = MAX_TIES
) -> list[Tie]:
    if ties == "roles":
        return list_role_ties(catalog.connection, limit)
    if ties == "statements":
        return list_statement_ties(catalog.connection, limit)
    nodes = [one.value for one in catalog.top("event.entity", most)]
    return list_event_ties(catalog.connection, nodes, limit)


def _weight(tie: Tie) -> int:
    return sum(number for _, number in tie.months)
