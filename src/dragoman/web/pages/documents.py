"""One document beside what was extracted from it."""

import re
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from dragoman.model.amendment import STRUCK, Amendment, list_amendments
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    EventClaim,
    IncidentClaim,
    NarrativeClaim,
    Party,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.document import Document
from dragoman.store.catalog.catalog import Catalog, Names
from dragoman.store.codec import KIND_OF
from dragoman.store.fulltext import find_hits, split_terms
from dragoman.web.desk import CatalogDep, DeskDep
from dragoman.web.marking import (
    CITED,
    HIT,
    Mark,
    mark_blocks,
    marks_of,
    page_bounds,
)
from dragoman.web.templating import render, words_address
from dragoman.web.wording import say_event, say_kind, say_time

router = APIRouter()

# In the order in which they stand beside the text.
KIND_NAMES = {
    "event": "Events",
    "incident": "Incidents",
    "statement": "Statements",
    "role": "Roles",
    "narrative": "Narratives",
    "epithet": "Epithets",
    "entity": "Names",
}
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim as it stands beside the text."""

    id: str
    kind: str
    start: int
    title: str
    words: str
    tag: str = ""
    text: str = ""
    link: str = ""
    amend: str = ""
    changed: str = ""
    struck: bool = False


@router.get("/documents/{document_id}")
def document_page(
    document_id: str,
    request: Request,
    catalog: CatalogDep,
    at: str = "",
    part: int = 1,
    q: str = "",
) -> HTMLResponse:
    """Show a document, at the words asked for."""
    document = get_head(catalog, document_id)
    length = catalog.length(document_id)
    bounds = page_bounds(document, length)
    cited = _read_at(at)
    if cited is not None:
        part = next(
            (n for n, (_, end) in enumerate(bounds, 1) if cited[0] < end), len(bounds)
        )
    part = min(max(part, 1), len(bounds))
    start, end = bounds[part - 1]
    text = catalog.excerpt(document_id, start, end)
    claims = [
        claim
        for claim in catalog.view.claims_of(document_id)
        if any(c.span.start < end and c.span.end > start for c in claim.citations)
    ]
    marks = marks_of(claims)
    if cited is not None:
        marks.append(Mark(*cited, CITED))
    if q:
        hits = find_hits(text, split_terms(q))
        marks += [Mark(left + start, right + start, HIT) for left, right in hits]
    names = catalog.names_in(claims)
    known = catalog.amendments(claim.id for claim in claims)
    cards = sorted(
        (
            _mark_amended(make_claim_card(claim, names), known.get(claim.id, []))
            for claim in claims
        ),
        key=lambda card: (list(KIND_NAMES).index(card.kind), card.start),
    )
    return render(
        request,
        "document.html",
        {
            "document": document,
            "blocks": mark_blocks(text, start, document.blocks, marks),
            "groups": [
                (kind, list(group))
                for kind, group in groupby(cards, attrgetter("kind"))
            ],
            "kind_names": KIND_NAMES,
            "cited_start": max(cited[0], start) if cited else -1,
            "part": part,
            "pages": len(bounds),
        },
    )


@router.get("/documents/{document_id}/original")
def original(document_id: str, catalog: CatalogDep, desk: DeskDep) -> Response:
    """Hand out the file as it came, never to be shown by the browser itself."""
    document = get_head(catalog, document_id)
    return Response(
        desk.original(document.digest),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{document.id}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def get_head(catalog: Catalog, document_id: str) -> Document:
    """Return a document without its text.

    Raises:
        HTTPException: Status 404.
    """
    document = catalog.heads([document_id]).get(document_id)
    if document is None:
        raise HTTPException(404, "there is no such document in this case")
    return document


def _read_at(at: str) -> tuple[int, int] | None:
    found = _AT.fullmatch(at)
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end else None


def make_claim_card(claim: Claim, names: Names) -> ClaimCard:
    """Return a claim as it stands beside the text of its document."""
    kind = KIND_OF[type(claim)]
    title, tag, text, link = _describe(claim, names)
    citation = claim.citations[0]
    return ClaimCard(
        id=claim.id,
        kind=kind,
        start=citation.span.start,
        title=title,
        words=words_address(citation),
        tag=tag,
        text=text,
        link=link,
        amend=f"/claims/{claim.id}/correct",
    )


def _mark_amended(card: ClaimCard, entries: list[Amendment]) -> ClaimCard:
    standing = list_amendments(entries)
    struck = any(one.field == STRUCK for one in standing)
    changed = "; ".join(
        f"{one.field} by {one.analyst}, {one.made[:10]}" for one in standing
    )
    return replace(card, changed=changed, struck=struck)


def _describe(claim: Claim, names: Names) -> tuple[str, str, str, str]:
    """Return title, tag, text and address of a claim."""
    match claim:
        case EntityClaim():
            target = names.canonical(claim.id)
            name = names.name(claim.id) or claim.name
            return name, say_kind(claim.schema), "", f"/entities/{target}"
        case RoleClaim():
            holder = names.name(claim.entity) or "someone"
            body = f", {claim.organization_name}" if claim.organization_name else ""
            target = names.canonical(claim.entity)
            return holder, claim.status, claim.title + body, f"/entities/{target}"
        case EpithetClaim():
            by = _say_parties(claim.by, names)
            target = names.canonical(claim.entity)
            return (
                f"“{claim.text}”",
                f"by {by}" if by else "",
                "",
                f"/entities/{target}",
            )
        case EventClaim():
            who = _say_parties([one.party for one in claim.participants], names)
            what = say_event(claim)
            when = f", {say_time(claim.time.value)}" if claim.time else ""
            link = "to" if claim.mode == "visit" else "in"
            where = f" {link} {claim.place_name}" if claim.place_name else ""
            title = f"{what}{where}{when}"
            put = claim.modality.value
            tag = "" if put == "asserted" else put
            return title, tag, who, f"/events/{names.canonical(claim.id)}"
        case StatementClaim():
            who = _say_parties(claim.speakers, names) or "someone"
            target = f"/statements/{names.canonical(claim.id)}"
            return who, say_kind(claim.act), claim.content, target
        case NarrativeClaim():
            target = f"/narratives/{names.canonical(claim.id)}"
            return f"“{claim.label}”", say_kind(claim.form), "", target
        case IncidentClaim():
            who = _say_parties([one.party for one in claim.parts], names)
            event = names.canonical(claim.events[0]) if claim.events else ""
            return say_kind(claim.kind), "", who, f"/events/{event}" if event else ""


def _say_parties(parties: "list[Party] | tuple[Party, ...]", names: Names) -> str:
    return ", ".join(
        (names.name(one.entity) if one.entity else None) or one.name for one in parties
    )
