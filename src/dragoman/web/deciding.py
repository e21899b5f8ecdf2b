"""Decisions on who is who: asked side by side, kept with name and time, undone.

Two people may have the same question open. What a page saw goes back with the
answer (``stamp``); if the pair has changed since, the answer is not taken and the
other's decision is shown.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from dragoman.errors import DragomanError
from dragoman.model.claim import Claim, EntityClaim, EventClaim, NarrativeClaim
from dragoman.model.decision import Decision, find_undone, list_standing, make_decision
from dragoman.model.directory import make_card
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement
from dragoman.model.span import Citation
from dragoman.store.catalog.browse import Row
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.codec import KIND_OF
from dragoman.store.view import SqliteView
from dragoman.web.desk import Desk
from dragoman.web.wording import say_kind, shorten

MAX_NOTE = 500
_SHOWN = 6
_AROUND = 140
ANSWERS = {
    "x": Judgement.POSITIVE,
    "n": Judgement.NEGATIVE,
    "u": Judgement.UNSURE,
}
PATHS = {
    "entity": "entities",
    "event": "events",
    "statement": "statements",
    "narrative": "narratives",
}


class ConflictError(DragomanError):
    """Somebody else decided in the meantime.

    Attributes:
        decisions: What stands on the pair now, newest first.
    """

    def __init__(self, message: str, decisions: list[Decision]) -> None:
        super().__init__(message)
        self.decisions = decisions


@dataclass(frozen=True, slots=True)
class Words:
    """A passage with what stands around it."""

    citation: Citation
    document: Document | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question.

    Attributes:
        claim: The claim that is asked about.
        row: The entry of its cluster, ``None`` if it is not filed yet.
        title: What it is called.
        facts: What is known of it, in a few words each.
        words: Where it stands, the first few.
        claims: How many claims are one with it.
    """

    claim: Claim
    row: Row | None
    title: str
    facts: tuple[str, ...]
    words: tuple[Words, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair as it is put to a person.

    Attributes:
        left: Side with the lesser identifier.
        right: The other side.
        kind: Of the claims.
        merged: Whether they are one at present.
        together: What they would be called, empty for other kinds than entities.
        stamp: What the page saw; goes back with the answer.
        standing: Decisions that stand on this pair.
    """

    left: Side
    right: Side
    kind: str
    merged: bool
    together: str
    stamp: str
    standing: tuple[Decision, ...]


def ask(catalog: Catalog, one: str, other: str) -> Asked | None:
    """Return a pair of claims as a question, ``None`` if a claim is gone."""
    left, right = sorted((one, other))
    claims = {claim.id: claim for claim in catalog.view.claims_named([left, right])}
    if len(claims) != 2:
        return None
    kinds = {KIND_OF[type(claim)] for claim in claims.values()}
    if len(kinds) != 1 or not kinds <= PATHS.keys():
        return None
    sides = [_side(catalog, claims[one]) for one in (left, right)]
    merged = catalog.canonical(left) == catalog.canonical(right)
    return Asked(
        sides[0],
        sides[1],
        kinds.pop(),
        merged,
        "" if merged else _name_together(catalog, left, right),
        stamp_of(catalog.view, left, right),
        tuple(standing_on(catalog.view, left, right)),
    )


def review_address(one: str, other: str) -> str:
    """Return the address at which a pair of claims is asked about."""
    return "/review?" + urlencode({"pair": f"{one}~{other}"})


def stamp_of(view: SqliteView, left: str, right: str) -> str:
    """Return a word for all that an answer on a pair depends on."""
    entries = [one.id for one in view.decisions_on([left, right])]
    homes = view.canonicals([left, right])
    text = "|".join([*sorted(entries), homes[left], homes[right]])
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def standing_on(view: SqliteView, left: str, right: str) -> list[Decision]:
    """Return the decisions that stand on a pair, newest first."""
    return [
        one
        for one in list_standing(view.decisions_on([left, right]))
        if {one.left, one.right} == {left, right}
    ]


def decide(
    desk: Desk,
    pair: tuple[str, str],
    judgement: Judgement,
    *,
    analyst: str,
    stamp: str | None,
    note: str = "",
) -> Decision:
    """Keep a decision on a pair of claims.

    Args:
        desk: The case.
        pair: Identifiers of two claims of one kind.
        judgement: The same, not the same, or cannot tell.
        analyst: Who decides.
        stamp: What the analyst saw; ``None`` to decide whatever stands.
        note: Why, in the analyst's words.

    Raises:
        ValueError: There are no such claims, or they are of different kinds.
        ConflictError: The pair has changed since it was seen.
    """
    left, right = sorted(pair)
    entry = make_decision(
        left,
        right,
        judgement,
        analyst=analyst,
        made=datetime.now(UTC).isoformat(timespec="microseconds"),
        note=" ".join(note.split())[:MAX_NOTE],
    )
    with desk.writing() as writer:
        kinds = {KIND_OF[type(c)] for c in writer.view.claims_named([left, right])}
        if len(writer.view.claims_named([left, right])) != 2 or len(kinds) != 1:
            raise ValueError(f"{left[:40]}, {right[:40]}: no two claims of one kind")
        if stamp is not None and stamp != stamp_of(writer.view, left, right):
            raise ConflictError(
                "the pair has changed since you opened it",
                standing_on(writer.view, left, right),
            )
        writer.add_decisions([entry])
    desk.catch_up()
    return entry


def undo(desk: Desk, identifier: str, *, analyst: str) -> Decision:
    """Take an entry of the journal back; taking an undo back brings it back.

    Raises:
        ValueError: There is no such entry, or it is undone already.
    """
    with desk.writing() as writer:
        entry = writer.view.decision(identifier)
        if entry is None:
            raise ValueError(f"{identifier[:40]!r}: there is no such entry")
        around = writer.view.decisions_on([entry.left, entry.right])
        if identifier in find_undone(around):
            raise ValueError(f"{identifier[:40]!r}: the entry is undone already")
        back = make_decision(
            entry.left,
            entry.right,
            Judgement.NO_JUDGEMENT,
            analyst=analyst,
            made=datetime.now(UTC).isoformat(timespec="microseconds"),
            undoes=identifier,
        )
        writer.add_decisions([back])
    desk.catch_up()
    return back


def last_own(catalog: Catalog, analyst: str) -> Decision | None:
    """Return the newest decision of an analyst that stands."""
    standing = list_standing(catalog.view.decisions())
    return next((one for one in standing if one.analyst == analyst), None)


def _side(catalog: Catalog, claim: Claim) -> Side:
    canonical = catalog.canonical(claim.id)
    others = [one for one in catalog.claims(canonical, 40) if one.id != claim.id]
    own = [claim, *(one for one in others if type(one) is type(claim))]
    citations = [one.citations[0] for one in own[:_SHOWN]]
    heads = catalog.heads(one.span.document_id for one in citations)
    return Side(
        claim,
        catalog.row(canonical),
        title_of(claim),
        tuple(dict.fromkeys(fact for one in own for fact in _facts(one)))[:12],
        tuple(
            _words(catalog, one, heads.get(one.span.document_id)) for one in citations
        ),
        len(catalog.view.members(canonical)),
    )


def _words(catalog: Catalog, citation: Citation, document: Document | None) -> Words:
    span = citation.span
    begin = max(0, span.start - _AROUND)
    before = catalog.excerpt(span.document_id, begin, span.start)
    after = catalog.excerpt(span.document_id, span.end, span.end + _AROUND)
    # Whole words of the same paragraph.
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == span.start - begin and begin:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    return Words(citation, document, before, after)


def title_of(claim: Claim) -> str:
    """Return what a claim is called in a line."""
    match claim:
        case EntityClaim():
            return claim.name
        case EventClaim():
            who = ", ".join(one.party.name for one in claim.participants[:4])
            return f"{say_kind(claim.mode or claim.type)}: {who}"
        case NarrativeClaim():
            return f"“{shorten(claim.label, 120)}”"
        case _:
            return f"“{shorten(getattr(claim, 'content', ''), 160)}”"


def _facts(claim: Claim) -> list[str]:
    match claim:
        case EntityClaim():
            told = dict.fromkeys(map(str.lower, (claim.schema, *claim.types)))
            kinds = ", ".join(told).replace("_", " ")
            names = [use.text for use in claim.names]
            return [kinds, *names, *([claim.country] if claim.country else [])]
        case EventClaim():
            when = claim.time.value if claim.time else "undated"
            return [when, claim.place_name or "place not told", claim.modality.value]
        case NarrativeClaim():
            return [say_kind(claim.form)]
        case _:
            title = getattr(claim, "title", "")
            return [title] if title else [str(getattr(claim, "act", ""))]


def _name_together(catalog: Catalog, left: str, right: str) -> str:
    claims = [
        claim
        for one in (left, right)
        for claim in catalog.claims(catalog.canonical(one), 200)
        if isinstance(claim, EntityClaim)
    ]
    return make_card(claims).name if claims else ""
