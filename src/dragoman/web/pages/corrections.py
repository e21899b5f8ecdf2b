"""Correcting a claim, striking it, grading it and its outlet; the journal of it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from dragoman.extract.statements.lexicon import load_lexicon
from dragoman.model.amendment import (
    DIGITS,
    FIELDS,
    LETTERS,
    MAX_VALUE,
    NO_BODY,
    RELIABILITY,
    STATUSES,
    Amendment,
    list_amendments,
    outlet_target,
)
from dragoman.model.claim import EntityClaim, Modality, StatementClaim
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.codec import KIND_OF
from dragoman.web.amending import (
    StaleError,
    Wish,
    amend_target,
    grades_of,
    stamp_of,
    undo_amendment,
)
from dragoman.web.analyst import analyst_of
from dragoman.web.csrf import CsrfDep
from dragoman.web.deciding import MAX_NOTE
from dragoman.web.desk import CatalogDep, DeskDep
from dragoman.web.pages.documents import make_claim_card
from dragoman.web.templating import render

router = APIRouter()

_OUTLETS = 200
_JOURNAL = 100


class Correction(BaseModel):
    """The form of a correction."""

    target: str = Field(max_length=400)
    field: str = Field(max_length=40)
    value: str = Field(default="", max_length=MAX_VALUE)
    note: str = Field(default="", max_length=MAX_NOTE)
    stamp: str = Field(max_length=40)


@router.get("/claims/{claim_id}/correct")
def correct(claim_id: str, request: Request, catalog: CatalogDep) -> Response:
    """Show a claim with its words and what can be corrected."""
    found = catalog.view.claims_named([claim_id])
    if not found:
        raise HTTPException(404, "there is no such claim in this case")
    claim = found[0]
    citation = claim.citations[0]
    span = citation.span
    entries = catalog.amendments([claim_id]).get(claim_id, [])
    standing = list_amendments(entries)
    document = catalog.heads([claim.document_id])[claim.document_id]
    candidates = [
        one
        for one in catalog.view.claims_of(claim.document_id)
        if isinstance(one, EntityClaim) and one.schema != "Work"
    ]
    return render(
        request,
        "correct.html",
        {
            "claim": claim,
            "kind": KIND_OF[type(claim)],
            "card": make_claim_card(claim, catalog.names_in([claim, *candidates])),
            "document": document,
            "before": catalog.excerpt(
                span.document_id, max(0, span.start - 300), span.start
            ),
            "after": catalog.excerpt(span.document_id, span.end, span.end + 300),
            "citation": citation,
            "fields": FIELDS.get(type(claim), ()),
            "no_body": NO_BODY,
            "candidates": candidates if isinstance(claim, StatementClaim) else [],
            "choices": {
                "status": STATUSES,
                "modality": [one.value for one in Modality],
                "act": load_lexicon().acts,
            },
            "digits": DIGITS,
            "standing": {one.field: one for one in standing},
            "entries": entries[::-1],
            "holding": {one.id for one in standing},
            "stamp": stamp_of(entries),
            "grade": grades_of(catalog, [claim_id], [document.source.name or ""]),
        },
    )


@router.post("/corrections", dependencies=[CsrfDep])
def keep(
    request: Request, desk: DeskDep, given: Annotated[Correction, Form()]
) -> Response:
    """Keep a correction or a grade."""
    outlet = given.target.startswith(outlet_target(""))
    back = "/sources" if outlet else f"/claims/{given.target}/correct"
    wish = Wish(
        given.target,
        given.field,
        given.value,
        analyst_of(request),
        given.note,
        given.stamp,
    )
    try:
        amend_target(desk, wish)
    except StaleError as error:
        context = {
            "message": str(error),
            "decisions": [],
            "verdicts": {},
            "again": back,
        }
        return render(request, "conflict.html", context, 409)
    return RedirectResponse(back, status_code=303)


@router.post("/corrections/undo", dependencies=[CsrfDep])
def take_back(
    request: Request,
    desk: DeskDep,
    entry: Annotated[str, Form(max_length=64)],
) -> RedirectResponse:
    """Take a correction or a grade back."""
    undone = undo_amendment(desk, entry, analyst=analyst_of(request))
    outlet = undone.target.startswith(outlet_target(""))
    back = "/sources" if outlet else f"/claims/{undone.target}/correct"
    return RedirectResponse(back, status_code=303)


@router.get("/sources")
def sources(request: Request, catalog: CatalogDep) -> Response:
    """Show the outlets with their grades, which people alone give."""
    outlets = catalog.top("document.outlet", _OUTLETS)
    targets = {one.value: outlet_target(one.value) for one in outlets}
    known = catalog.amendments(targets.values())
    rows = [
        (one, _grade(known.get(targets[one.value], [])), targets[one.value])
        for one in outlets
    ]
    stamps = {target: stamp_of(known.get(target, [])) for target in targets.values()}
    return render(
        request,
        "sources.html",
        {"rows": rows, "letters": LETTERS, "stamps": stamps, "field": RELIABILITY},
    )


def _grade(entries: list[Amendment]) -> Amendment | None:
    standing = list_amendments(entries)
    return standing[-1] if standing else None


@router.get("/corrections")
def corrections(
    request: Request,
    catalog: CatalogDep,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Show what people corrected and graded, newest first."""
    entries = catalog.newest_amendments(_JOURNAL + 1, skip)
    return render(
        request,
        "corrections.html",
        {
            "entries": entries[:_JOURNAL],
            "holding": _holding(catalog, entries),
            "following": skip + _JOURNAL if len(entries) > _JOURNAL else None,
        },
    )


def _holding(catalog: Catalog, entries: Sequence[Amendment]) -> set[str]:
    known = catalog.amendments(one.target for one in entries)
    return {one.id for own in known.values() for one in list_amendments(own)}
