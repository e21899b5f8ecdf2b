"""One entity: names by script, roles in time, events, statements, with whom."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.model.claim import NameUse
from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Epithet, Event, Narrative, Role, Statement
from dragoman.store.catalog.browse import Filter, Question
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.portrait import Counted, Portrait
from dragoman.web.desk import CatalogDep
from dragoman.web.lists import leading_citations
from dragoman.web.templating import render

router = APIRouter()

_SHOWN, _TIES = 10, 15
# Values of an entity on its page, most reported first; the API has all of them.
_ROLES, _NAMES = 40, 60
_SCRIPTS = {
    "LATIN": "Latin script",
    "ARABIC": "Arabic script",
    "HEBREW": "Hebrew script",
    "CYRILLIC": "Cyrillic script",
    "GREEK": "Greek script",
}


@router.get("/entities/{entity_id}")
def entity_page(entity_id: str, request: Request, catalog: CatalogDep) -> Response:
    """Show an entity; an address from before a merge leads to what it is now."""
    portrait = catalog.portrait(entity_id)
    if portrait is None:
        return redirect_or_404(catalog, entity_id, "entities")
    return _show(request, catalog, portrait)


def redirect_or_404(catalog: Catalog, identifier: str, path: str) -> Response:
    """Lead from an identifier of a claim to the thing that it is part of now.

    Raises:
        HTTPException: Status 404, there is no such thing.
    """
    canonical = catalog.canonical(identifier)
    if canonical != identifier and catalog.row(canonical) is not None:
        return RedirectResponse(f"/{path}/{canonical}", status_code=307)
    raise HTTPException(404, "there is no such thing in this case (any more)")


def _show(request: Request, catalog: Catalog, portrait: Portrait) -> HTMLResponse:
    entity = replace(portrait.entity, roles=portrait.entity.roles[:_ROLES])
    events = _latest(catalog, "event", "event.entity", entity.id)
    said = _latest(catalog, "statement", "statement.speaker", entity.id)
    cited = {
        c.span.document_id
        for thing in (*events, *said)
        for c in leading_citations(thing)
    }
    values: list[NameUse | Role | Epithet] = []
    values += (*entity.names[:_NAMES], *entity.roles, *entity.epithets)
    cited |= {
        value.citations[0].span.document_id for value in values if value.citations
    }
    ties = catalog.ties(entity.id, _TIES)
    cards = catalog.cards(tie.value for tie in ties)
    fields = {
        "events": "event.entity",
        "here": "event.place",
        "said": "statement.speaker",
        "told": "statement.addressee",
        "relayed": "statement.via",
        "carried": "narrative.carrier",
        "staff": "entity.body",
    }
    first, last, bars = role_bars(entity.roles)
    return render(
        request,
        "entity.html",
        {
            "entity": entity,
            "portrait": portrait,
            "names": names_by_script(portrait),
            "span": {"first": first, "last": last},
            "bars": bars,
            "hidden": len(portrait.entity.roles) - len(entity.roles),
            "events": [one for one in events if isinstance(one, Event)],
            "statements": [one for one in said if isinstance(one, Statement)],
            "numbers": {
                name: catalog.count(field, entity.id) for name, field in fields.items()
            },
            "ties": [(cards[tie.value], tie) for tie in ties if tie.value in cards],
            "documents": catalog.heads(cited),
        },
    )


def _latest(
    catalog: Catalog, kind: str, field: str, entity: str
) -> Sequence[Event | Statement | Narrative]:
    question = Question(kind, (Filter(field, entity),), limit=_SHOWN)
    return catalog.things([row.id for row in catalog.page(question).rows])


def names_by_script(
    portrait: Portrait,
) -> list[tuple[str, list[tuple[NameUse, Counted]]]]:
    """Return the spellings of an entity with their counts, by script."""
    groups: defaultdict[str, list[tuple[NameUse, Counted]]] = defaultdict(list)
    pairs = zip(portrait.entity.names, portrait.names, strict=True)
    for use, count in islice(pairs, _NAMES):
        groups[script_of(use.text)].append((use, count))
    return list(groups.items())


def script_of(text: str) -> str:
    """Return the script of a name by its first letter.

    >>> script_of("نصر الله"), script_of("Nasrallah")
    ('Arabic script', 'Latin script')
    """
    letter = next((c for c in text if c.isalpha()), "")
    word = unicodedata.name(letter, "").split(" ")[0]
    return _SCRIPTS.get(word, "Other scripts")


def role_bars(
    roles: Sequence[Role],
) -> tuple[str, str, list[tuple[float, float] | None]]:
    """Place roles on a time bar by the publication dates that cite them.

    Returns:
        First and last date of all, and for each role where its bar begins and how
        wide it is, in hundredths of the whole; ``None`` where no date is known.
    """
    spans = [_days(role) for role in roles]
    known = [span for span in spans if span is not None]
    if not known:
        return "", "", [None] * len(roles)
    first = min(span[0] for span in known)
    last = max(span[1] for span in known)
    width = max(1, last - first)
    bars = [
        None
        if span is None
        else (
            round(min(97.0, 100 * (span[0] - first) / width), 1),
            round(max(3.0, 100 * (span[1] - span[0]) / width), 1),
        )
        for span in spans
    ]
    dates = [
        one for role in roles for one in (role.first_cited, role.last_cited) if one
    ]
    return min(dates), max(dates), bars


def _days(role: Role) -> tuple[int, int] | None:
    first = find_bounds(role.first_cited) if role.first_cited else None
    last = find_bounds(role.last_cited) if role.last_cited else None
    if first is None or last is None:
        return None
    return first[0].toordinal(), last[1].toordinal()
