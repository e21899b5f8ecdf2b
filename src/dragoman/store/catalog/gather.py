"""Some clusters of a case, assembled without reading the rest.

The same functions assemble here as for the whole case (``store.view``); only the
directory they look names up in is cut to what the claims at hand refer to.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from dragoman.model.assembly import assemble_narrative, assemble_statement
from dragoman.model.assembly_event import assemble_event
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
from dragoman.model.directory import Directory, EntityCard
from dragoman.model.entity import Event, Narrative, Statement
from dragoman.store.amendments import amendments_on, apply_amendments
from dragoman.store.canonical import BATCH, canonicals_of
from dragoman.store.catalog.tables import ENTRIES
from dragoman.store.codec import decode_claim, encode
from dragoman.store.contradictions import contradictions_of, set_against
from dragoman.store.tables import CANONICAL, CLAIMS, DOCUMENTS

Thing = Event | Statement | Narrative
CardReader = Callable[[Connection, Iterable[str]], Mapping[str, EntityCard]]

# Tellings of one thing that a list looks at; its own page counts them all.
MAX_TELLINGS = 200


class Card(msgspec.Struct, frozen=True):
    """What an entry says about its thing, beside the label."""

    schema: str = ""
    types: tuple[str, ...] = ()
    country: str | None = None


_CARD = msgspec.json.Decoder(Card)


def encode_card(card: EntityCard) -> bytes:
    """Return the card of an entity as it is kept in its entry."""
    return encode(Card(card.schema, card.types, card.country))


def read_cards(
    connection: Connection, identifiers: Iterable[str]
) -> dict[str, EntityCard]:
    """Return the cards of entities by canonical identifier, as far as there are."""
    asked = sorted(set(identifiers))
    found: dict[str, EntityCard] = {}
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(ENTRIES.c.id, ENTRIES.c.label, ENTRIES.c.card).where(
                ENTRIES.c.id.in_(asked[start : start + BATCH]),
                ENTRIES.c.kind == "entity",
            )
        )
        for row in rows:
            card = _CARD.decode(row.card)
            found[row.id] = EntityCard(card.schema, card.types, row.label, card.country)
    return found


def load_clusters(
    connection: Connection,
    canonicals: Sequence[str],
    *,
    max_claims: int | None = None,
    amended: bool = True,
) -> dict[str, list[Claim]]:
    """Return the claims of clusters in the order of their identifiers.

    Args:
        connection: A transaction.
        canonicals: Canonical identifiers.
        max_claims: Claims of each cluster at most, ``None`` for all of them.
        amended: Whether they come as people corrected them, or as they were read.
    """
    home: dict[str, str] = {}
    for start in range(0, len(canonicals), BATCH):
        part = canonicals[start : start + BATCH]
        home.update((one, one) for one in part)
        rows = connection.execute(
            select(CANONICAL.c.id, CANONICAL.c.canonical)
            .where(CANONICAL.c.canonical.in_(part))
            .order_by(CANONICAL.c.id)
            # A busy name has tens of thousands of members.
            .limit(max_claims if len(canonicals) == 1 else None)
        )
        home.update((row.id, row.canonical) for row in rows)
    subjects = _cut(home, max_claims)
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for start in range(0, len(subjects), BATCH):
        rows = connection.execute(
            select(CLAIMS.c.subject, CLAIMS.c.kind, CLAIMS.c.body)
            .where(CLAIMS.c.subject.in_(subjects[start : start + BATCH]))
            .order_by(CLAIMS.c.id)
        )
        for row in rows:
            found[home[row.subject]].append(decode_claim(row.kind, row.body))
    return _amend(connection, found) if amended else found


def _amend(
    connection: Connection, clusters: Mapping[str, Sequence[Claim]]
) -> dict[str, list[Claim]]:
    claims = (claim.id for claims in clusters.values() for claim in claims)
    entries = amendments_on(connection, claims)
    amended = {
        canonical: list(apply_amendments(claims, entries))
        for canonical, claims in clusters.items()
    }
    return {canonical: claims for canonical, claims in amended.items() if claims}


def _cut(home: dict[str, str], max_claims: int | None) -> list[str]:
    """Return the members to load, in order."""
    if max_claims is None:
        return sorted(home)
    taken: defaultdict[str, int] = defaultdict(int)
    kept = []
    for member in sorted(home):
        taken[home[member]] += 1
        if taken[home[member]] <= max_claims:
            kept.append(member)
    return kept


_BLANK = EntityCard("", (), "", None)


def blank_cards(
    _connection: Connection, identifiers: Iterable[str]
) -> dict[str, EntityCard]:
    """Return cards without names, for where names do not matter."""
    return dict.fromkeys(identifiers, _BLANK)


def make_directory(
    connection: Connection, claims: Sequence[Claim], cards_of: CardReader = read_cards
) -> Directory:
    """Return the look-ups that assembling these claims needs.

    Args:
        connection: A transaction.
        claims: To be assembled.
        cards_of: Returns the cards of entities; else the catalog does.
    """
    referred = {one for claim in claims for one in _references(claim)}
    canonical = canonicals_of(connection, referred)
    cards = cards_of(connection, canonical.values())
    asked = sorted({claim.document_id for claim in claims})
    published: dict[str, str | None] = {}
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(DOCUMENTS.c.id, DOCUMENTS.c.published).where(
                DOCUMENTS.c.id.in_(asked[start : start + BATCH])
            )
        )
        published.update((row.id, row.published) for row in rows)
    return Directory(canonical, cards, published)


def _references(claim: Claim) -> Iterable[str]:
    """Yield the identifiers of other claims that a claim names."""
    named: list[str | None] = []
    match claim:
        case EntityClaim():
            pass
        case EpithetClaim():
            named += _entities(claim.by)
        case RoleClaim():
            named.append(claim.organization)
        case EventClaim():
            named += _entities(claim.parties)
            named += _entities(claim.attribution)
            named.append(claim.place)
        case StatementClaim():
            named += _entities(claim.parties)
            named += [claim.event, claim.outlet.entity if claim.outlet else None]
        case NarrativeClaim():
            named += _entities(claim.carriers)
            named.append(claim.origin.entity if claim.origin else None)
        case IncidentClaim():
            named += _entities(one.party for one in claim.parts)
            named += [claim.place, *claim.events]
    return (one for one in named if one is not None)


def _entities(parties: Iterable[Party]) -> list[str | None]:
    return [party.entity for party in parties]


def assemble(
    canonical: str, claims: Sequence[Claim], directory: Directory
) -> Thing | None:
    """Assemble an event, a statement or a narrative; ``None`` for other claims."""
    events = [claim for claim in claims if isinstance(claim, EventClaim)]
    if events:
        return assemble_event(canonical, events, directory)
    said = [claim for claim in claims if isinstance(claim, StatementClaim)]
    if said:
        return assemble_statement(canonical, said, directory)
    told = [claim for claim in claims if isinstance(claim, NarrativeClaim)]
    return assemble_narrative(canonical, told, directory) if told else None


def assemble_things(
    connection: Connection,
    canonicals: Sequence[str],
    *,
    max_claims: int | None = MAX_TELLINGS,
    cards_of: CardReader = read_cards,
) -> list[Thing]:
    """Assemble things in the order asked for; those that are gone are left out."""
    clusters = load_clusters(connection, canonicals, max_claims=max_claims)
    everything = [claim for claims in clusters.values() for claim in claims]
    directory = make_directory(connection, everything, cards_of)
    found = (assemble(one, clusters.get(one, ()), directory) for one in canonicals)
    things = [thing for thing in found if thing is not None]
    said = [thing.id for thing in things if isinstance(thing, Statement)]
    against = contradictions_of(connection, said)
    return [
        set_against(thing, against) if isinstance(thing, Statement) else thing
        for thing in things
    ]
