"""The review: pairs side by side, answered by keys, with undo and journal."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from dragoman.model.claim import EntityClaim
from dragoman.model.decision import Decision, find_undone
from dragoman.model.judgement import Judgement
from dragoman.store.catalog.catalog import Catalog
from dragoman.web.analyst import analyst_of
from dragoman.web.csrf import CsrfDep
from dragoman.web.deciding import (
    ANSWERS,
    MAX_NOTE,
    PATHS,
    ConflictError,
    ask,
    decide,
    last_own,
    review_address,
    title_of,
    undo,
)
from dragoman.web.desk import CatalogDep, DeskDep
from dragoman.web.templating import render

router = APIRouter()

_JOURNAL = 100
_MEMBERS = 200
VERDICTS = {
    Judgement.POSITIVE: "the same",
    Judgement.NEGATIVE: "not the same",
    Judgement.UNSURE: "cannot tell",
    Judgement.NO_JUDGEMENT: "undone",
}
Identifier = Annotated[str, Form(max_length=64)]


class Answer(BaseModel):
    """The form of a question.

    Attributes:
        left: One claim.
        right: The other one.
        verdict: ``x`` the same, ``n`` not the same, ``u`` cannot tell.
        stamp: What the page saw.
        back: Where to go on.
        note: Why.
    """

    left: str = Field(max_length=64)
    right: str = Field(max_length=64)
    verdict: Literal["x", "n", "u"]
    stamp: str = Field(max_length=40)
    back: str = Field(default="/review", max_length=300)
    note: str = Field(default="", max_length=MAX_NOTE)


@router.get("/review")
def review(
    request: Request,
    catalog: CatalogDep,
    desk: DeskDep,
    pair: Annotated[str, Query(max_length=140)] = "",
    skip: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Response:
    """Show the next question, or the pair that the address names."""
    queue = desk.questions(catalog)
    reasons: tuple[str, ...] = ()
    score = None
    judge = ""
    left, _, right = pair.partition("~")
    if not pair:
        if skip >= len(queue):
            return _show_empty(request, catalog, skipped=skip)
        edge = queue[skip].edge
        left, right = edge.left, edge.right
    for one in queue:
        if {one.edge.left, one.edge.right} == {left, right}:
            reasons, score, judge = one.edge.reasons, one.edge.score, one.edge.judge
    asked = ask(catalog, left, right)
    if asked is None:
        if pair:
            raise HTTPException(404, "there is no such pair in this case")
        desk.forget_questions()
        return RedirectResponse("/review", status_code=303)
    return render(
        request,
        "review.html",
        {
            "asked": asked,
            "reasons": reasons,
            "score": score,
            "judge": judge,
            "place": skip + 1,
            "waiting": len(queue),
            "skip": skip,
            "pair": pair,
            "paths": PATHS,
            "verdicts": VERDICTS,
            "last": _describe(catalog, last_own(catalog, analyst_of(request))),
        },
    )


def _show_empty(request: Request, catalog: Catalog, *, skipped: int) -> HTMLResponse:
    last = _describe(catalog, last_own(catalog, analyst_of(request)))
    return render(request, "review_empty.html", {"skipped": skipped, "last": last})


@router.post("/review", dependencies=[CsrfDep])
def answer(
    request: Request, desk: DeskDep, given: Annotated[Answer, Form()]
) -> Response:
    """Keep an answer and go on."""
    try:
        decide(
            desk,
            (given.left, given.right),
            ANSWERS[given.verdict],
            analyst=analyst_of(request),
            stamp=given.stamp,
            note=given.note,
        )
    except ConflictError as conflict:
        return render(
            request,
            "conflict.html",
            {
                "message": str(conflict),
                "decisions": conflict.decisions,
                "verdicts": VERDICTS,
                "again": f"/review?pair={given.left}~{given.right}",
            },
            409,
        )
    return RedirectResponse(_own_path(given.back), status_code=303)


@router.post("/review/undo", dependencies=[CsrfDep])
def take_back(
    request: Request,
    desk: DeskDep,
    entry: Identifier,
    back: Annotated[str, Form(max_length=300)] = "/journal",
) -> RedirectResponse:
    """Take a decision back."""
    undo(desk, entry, analyst=analyst_of(request))
    return RedirectResponse(_own_path(back), status_code=303)


def _own_path(back: str) -> str:
    # Nothing but a path of this workbench: no other host behind "//" or "\".
    safe = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if safe and back.isprintable() else "/"


@router.get("/journal")
def journal(
    request: Request,
    catalog: CatalogDep,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """Show what people decided, newest first."""
    entries = catalog.view.decisions()[::-1]
    shown = entries[skip : skip + _JOURNAL]
    return render(
        request,
        "journal.html",
        {
            "entries": [_describe(catalog, one) for one in shown],
            "undone": find_undone(entries),
            "verdicts": VERDICTS,
            "paths": PATHS,
            "skip": skip,
            "following": skip + _JOURNAL if skip + _JOURNAL < len(entries) else None,
        },
    )


def _describe(
    catalog: Catalog, entry: Decision | None
) -> tuple[Decision, str, str] | None:
    """Return an entry with the titles of its claims."""
    if entry is None:
        return None
    claims = catalog.view.claims_named([entry.left, entry.right])
    titles = {claim.id: title_of(claim) for claim in claims}
    gone = "a claim that was read anew"
    return entry, titles.get(entry.left, gone), titles.get(entry.right, gone)


@router.get("/entities/{entity_id}/merges")
def merges(
    entity_id: str,
    request: Request,
    catalog: CatalogDep,
    q: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Show what was put together to an entity, why, and what could be added."""
    portrait = catalog.portrait(entity_id)
    if portrait is None:
        raise HTTPException(404, "there is no such thing in this case (any more)")
    claims = [
        claim
        for claim in catalog.claims(entity_id, _MEMBERS)
        if isinstance(claim, EntityClaim)
    ]
    edges = catalog.edges_among([claim.id for claim in claims])
    names = {claim.id: title_of(claim) for claim in claims}
    found = catalog.find("entity", q, limit=8).rows if q else ()
    heads = catalog.heads(claim.document_id for claim in claims)
    return render(
        request,
        "merges.html",
        {
            "entity": portrait.entity,
            "claims": claims,
            "names": names,
            "edges": edges,
            "documents": heads,
            "q": q,
            "found": [row for row in found if row.id != entity_id],
            "cards": catalog.cards(row.id for row in found),
            "review": review_address,
        },
    )
