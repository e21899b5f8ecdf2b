"""One event, statement or narrative, with its reports side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.model.amendment import Amendment, list_amendments
from dragoman.model.claim import Claim, EventClaim, Party, StatementClaim
from dragoman.model.document import Document
from dragoman.model.entity import Statement
from dragoman.model.span import Citation
from dragoman.store.catalog.browse import Filter, Question
from dragoman.store.catalog.catalog import Catalog
from dragoman.web.amending import Grades, grades_of
from dragoman.web.deciding import review_address
from dragoman.web.desk import CatalogDep
from dragoman.web.lists import leading_citations
from dragoman.web.pages.entities import redirect_or_404
from dragoman.web.templating import render

router = APIRouter()

_TELLINGS, _SAID = 24, 10


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling as it was read, and what people corrected in it."""

    claim: EventClaim | StatementClaim
    amendments: tuple[Amendment, ...] = ()


@router.get("/events/{event_id}")
def event_page(event_id: str, request: Request, catalog: CatalogDep) -> Response:
    """Show an event: who took part, what each report says, where they differ."""
    event = catalog.event(event_id)
    if event is None:
        return redirect_or_404(catalog, event_id, "events")
    tellings, hidden = _tellings(catalog, event_id)
    about = Question("statement", (Filter("statement.event", event_id),), limit=_SAID)
    said = catalog.things([row.id for row in catalog.page(about).rows])
    cited = [
        *_documents(event.citations[:50]),
        *(one.claim.document_id for one in tellings),
        *(
            document
            for one in event.disagreements
            for variant in one.variants
            for document in _documents(variant.citations[:3])
        ),
        *(d for thing in said for d in _documents(leading_citations(thing))),
    ]
    heads = catalog.heads(cited)
    return render(
        request,
        "event.html",
        {
            "event": event,
            "tellings": tellings,
            "hidden": hidden,
            "differing": {one.property for one in event.disagreements},
            **_merges(catalog, tellings),
            "statements": [one for one in said if isinstance(one, Statement)],
            "documents": heads,
            "grade": _grade(catalog, tellings, heads),
        },
    )


@router.get("/statements/{statement_id}")
def statement_page(
    statement_id: str, request: Request, catalog: CatalogDep
) -> Response:
    """Show a statement: who said it to whom, through whom, and each report of it."""
    statement = catalog.statement(statement_id)
    if statement is None:
        return redirect_or_404(catalog, statement_id, "statements")
    tellings, hidden = _tellings(catalog, statement_id)
    against = catalog.things(statement.against)
    contrary = [one for one in against if isinstance(one, Statement)]
    cited = [
        *(one.claim.document_id for one in tellings),
        *(document for one in contrary for document in _documents(one.citations[:1])),
    ]
    heads = catalog.heads(cited)
    return render(
        request,
        "statement.html",
        {
            "statement": statement,
            "contrary": contrary,
            **_merges(catalog, tellings),
            "tellings": tellings,
            "hidden": hidden,
            "documents": heads,
            "grade": _grade(catalog, tellings, heads),
        },
    )


@router.get("/narratives/{narrative_id}")
def narrative_page(
    narrative_id: str, request: Request, catalog: CatalogDep
) -> Response:
    """Show a narrative with everywhere it stands."""
    narrative = catalog.narrative(narrative_id)
    if narrative is None:
        return redirect_or_404(catalog, narrative_id, "narratives")
    return render(
        request,
        "narrative.html",
        {
            "narrative": narrative,
            "documents": catalog.heads(_documents(narrative.citations[:100])),
        },
    )


def _tellings(catalog: Catalog, canonical: str) -> tuple[list[Telling], int]:
    """Return the first tellings of a thing and how many are left out."""
    claims = [
        claim
        for claim in catalog.claims(canonical, 200)
        if isinstance(claim, EventClaim | StatementClaim)
    ]
    shown = claims[:_TELLINGS]
    known = catalog.amendments(claim.id for claim in shown)
    tellings = []
    for claim in shown:
        entries = tuple(list_amendments(known.get(claim.id, [])))
        if isinstance(claim, EventClaim):
            named = _named(catalog, claim, claim.attribution)
            tellings.append(Telling(replace(claim, attribution=named), entries))
        else:
            tellings.append(Telling(claim, entries))
    return tellings, len(claims) - len(shown)


def _merges(catalog: Catalog, tellings: Sequence[Telling]) -> dict[str, object]:
    """Return what a page shows of why its reports are one, so as to part them."""
    told_in = {one.claim.id: one.claim.document_id for one in tellings}
    edges = catalog.edges_among(list(told_in))
    return {"edges": edges, "told_in": told_in, "review": review_address}


def _grade(
    catalog: Catalog, tellings: Sequence[Telling], heads: Mapping[str, Document]
) -> Grades:
    outlets = {head.source.name or "" for head in heads.values()}
    return grades_of(catalog, [one.claim.id for one in tellings], sorted(outlets))


def _named(
    catalog: Catalog, claim: Claim, parties: Sequence[Party]
) -> tuple[Party, ...]:
    names = catalog.names_in([claim])
    return tuple(
        Party(
            names.canonical(one.entity) if one.entity else None,
            (names.name(one.entity) if one.entity else None) or one.name,
        )
        for one in parties
    )


def _documents(citations: Iterable[Citation]) -> list[str]:
    return [citation.span.document_id for citation in citations]
