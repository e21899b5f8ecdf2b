"""From claims and the canonical map to what a reader sees; pure functions.

Each function takes the claims of one cluster in the order of their identifiers,
so that the result does not depend on the order in which documents came.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    IncidentClaim,
    Manner,
    NameUse,
    NarrativeClaim,
    Party,
    RoleClaim,
    StatementClaim,
    Time,
)
from dragoman.model.directory import (
    Directory,
    EntityCard,
    key_of,
    make_card,
    unite,
)
from dragoman.model.edtf import days_of
from dragoman.model.entity import (
    Entity,
    Epithet,
    Narrative,
    Report,
    Role,
    Statement,
)
from dragoman.model.span import Citation

# The closest to the words themselves first.
_MANNERS = (Manner.DIRECT, Manner.MIXED, Manner.INDIRECT)


def assemble_entity(
    canonical: str,
    claims: Iterable[Claim],
    directory: Directory,
    card: EntityCard | None = None,
) -> Entity | None:
    """Assemble an entity from its own claims, its roles and its epithets.

    Args:
        canonical: Its identifier.
        claims: All of its cluster.
        directory: Of the view.
        card: Its card, if it was made of these claims already.

    Returns:
        ``None`` if no document names the entity: there would be no evidence.
    """
    own: list[EntityClaim] = []
    roles: list[RoleClaim] = []
    epithets: list[EpithetClaim] = []
    for claim in claims:
        if isinstance(claim, EntityClaim):
            own.append(claim)
        elif isinstance(claim, RoleClaim):
            roles.append(claim)
        elif isinstance(claim, EpithetClaim):
            epithets.append(claim)
    citations = unite(citation for claim in own for citation in claim.citations)
    if not citations:
        return None
    card = card or make_card(own)
    return Entity(
        id=canonical,
        schema=card.schema,
        types=card.types,
        name=card.name,
        names=_unite_names(own, card.name),
        epithets=_unite_epithets(epithets, directory),
        roles=_unite_roles(roles, directory),
        country=card.country,
        citations=citations,
    )


def _unite_names(claims: Sequence[EntityClaim], best: str) -> tuple[NameUse, ...]:
    """Unite spellings; the best name first, then the most cited."""
    cited: defaultdict[tuple[str, str | None], list[Citation]] = defaultdict(list)
    for claim in claims:
        for use in claim.names:
            cited[use.text, use.lang].extend(use.citations)
    uses = [NameUse(text, lang, unite(found)) for (text, lang), found in cited.items()]
    return tuple(
        sorted(
            (use for use in uses if use.citations),
            key=lambda use: (
                use.text != best,
                -len(use.citations),
                use.text,
                use.lang or "",
            ),
        )
    )


def _unite_epithets(
    claims: Sequence[EpithetClaim], directory: Directory
) -> tuple[Epithet, ...]:
    alike: defaultdict[str, list[EpithetClaim]] = defaultdict(list)
    for claim in claims:
        alike[_bare(claim.text)].append(claim)
    return tuple(
        Epithet(
            text=group[0].text,
            by=directory.parties(party for claim in group for party in claim.by),
            citations=unite(c for claim in group for c in claim.citations),
        )
        for _, group in sorted(alike.items())
    )


def _bare(text: str) -> str:
    """Return an epithet without its article: "the Wig" and "Wig" are the same."""
    first, _, rest = text.casefold().partition(" ")
    return rest if rest and first in {"a", "an", "the"} else text.casefold()


def _unite_roles(claims: Sequence[RoleClaim], directory: Directory) -> tuple[Role, ...]:
    """Unite the same office at the same body with the same status.

    A role without a body joins the same title with one, if there is only one.
    """
    bodies: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        body = _body_of(claim, directory)
        if body:
            bodies[claim.title.casefold(), claim.status].add(body)
    alike: defaultdict[tuple[str, str, str], list[RoleClaim]] = defaultdict(list)
    for claim in claims:
        title = claim.title.casefold()
        body = _body_of(claim, directory)
        if not body and len(bodies[title, claim.status]) == 1:
            body = next(iter(bodies[title, claim.status]))
        alike[title, body, claim.status].append(claim)
    roles = [_make_role(group, directory) for group in alike.values()]
    return tuple(
        sorted(
            roles,
            key=lambda role: (
                -len(role.citations),
                role.title.casefold(),
                role.organization_name or "",
                role.status,
            ),
        )
    )


def _body_of(claim: RoleClaim, directory: Directory) -> str:
    entity = directory.entity(claim.organization)
    return entity or (claim.organization_name or "").casefold()


def _make_role(claims: Sequence[RoleClaim], directory: Directory) -> Role:
    titles = Counter(claim.title for claim in claims)
    citations = unite(citation for claim in claims for citation in claim.citations)
    dates = sorted(
        date
        for citation in citations
        if (date := directory.published.get(citation.span.document_id)) is not None
    )
    told = next(
        (claim for claim in claims if _body_of(claim, directory)),
        claims[0],
    )
    entity = directory.entity(told.organization)
    return Role(
        title=min(titles, key=lambda one: (one.isupper(), -titles[one], one)),
        organization=entity,
        organization_name=(
            told.organization_name if entity is None else directory.cards[entity].name
        ),
        status=claims[0].status,
        time=find_sharpest([claim.time for claim in claims]),
        first_cited=dates[0] if dates else None,
        last_cited=dates[-1] if dates else None,
        citations=citations,
    )


def find_sharpest(times: Iterable[Time | None]) -> Time | None:
    """Return the most precise of some times, the first one among equals."""
    known = [time for time in times if time is not None]
    return min(known, key=lambda time: days_of(time.value), default=None)


def gather_reports(
    claims: Iterable[StatementClaim | NarrativeClaim | IncidentClaim],
) -> tuple[Report, ...]:
    """Return what each document tells, by document."""
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for claim in claims:
        cited[claim.document_id].extend(claim.citations)
    return tuple(Report(one, unite(found)) for one, found in sorted(cited.items()))


def assemble_statement(
    canonical: str, claims: Sequence[StatementClaim], directory: Directory
) -> Statement:
    """Assemble a statement from its tellings (one or more).

    The telling closest to the words (direct before indirect, then the longest)
    gives content and act; what it leaves open is taken from the others.
    """
    ranked = sorted(
        claims,
        key=lambda claim: (
            _MANNERS.index(claim.manner),
            -len(claim.content),
            claim.id,
        ),
    )
    main = ranked[0]
    events = [directory.canonical(one.event) for one in ranked if one.event is not None]
    outlets = [one.outlet for one in ranked if one.outlet is not None]
    conditions = [
        one.condition
        for one in ranked
        if one.condition is not None and one.condition in main.content
    ]
    first = tuple(c for c in main.citations if main.content in c.quote)[:1]
    rest = unite(c for claim in claims for c in claim.citations)
    return Statement(
        id=canonical,
        speakers=_best_parties([one.speakers for one in ranked], directory),
        via=_best_parties([one.via for one in ranked], directory),
        addressees=_best_parties([one.addressees for one in ranked], directory),
        manner=main.manner,
        act=main.act,
        content=main.content,
        condition=next(iter(conditions), None),
        topics=tuple(dict.fromkeys(topic for one in ranked for topic in one.topics)),
        time=find_sharpest([one.time for one in ranked]),
        event=next(iter(events), None),
        outlet=directory.party(outlets[0]) if outlets else None,
        reports=gather_reports(claims),
        citations=first + tuple(c for c in rest if c not in first),
    )


def _best_parties(
    lists: Sequence[Sequence[Party]], directory: Directory
) -> tuple[Party, ...]:
    """Return the first list with the most resolved parties."""
    found = [directory.parties(parties) for parties in lists]
    if len(found) == 1:
        return found[0]
    return max(
        found,
        key=lambda parties: (
            bool(parties),
            all(party.entity is not None for party in parties),
        ),
    )


def assemble_narrative(
    canonical: str, claims: Sequence[NarrativeClaim], directory: Directory
) -> Narrative:
    """Assemble a narrative from its tellings (one or more)."""
    labels = Counter(claim.label for claim in claims)
    forms = Counter(claim.form for claim in claims)
    origins = [claim.origin for claim in claims if claim.origin is not None]
    carriers = directory.parties(p for claim in claims for p in claim.carriers)
    return Narrative(
        id=canonical,
        label=min(labels, key=lambda label: (-labels[label], -len(label), label)),
        form=min(forms, key=lambda form: (-forms[form], form)),
        carriers=tuple(sorted(carriers, key=lambda p: (p.entity is None, key_of(p)))),
        origin=directory.party(origins[0]) if origins else None,
        citations=unite(c for claim in claims for c in claim.citations),
    )
