"""Who holds the offices that matter to a few things, without reading a whole case.

``Holders`` needs the people of a case, but for an answer only those who may hold the
office in question, or whom a list knows by the name of its holder. They are looked up
by words: every wording of a title and of a body is a phrase to be found.
"""

from collections.abc import Iterable
from functools import cache

from dragoman.analyze.holders import Holders, read_office
from dragoman.analyze.identify import identify
from dragoman.analyze.tenures import Office, body_key, list_tenures, office_line
from dragoman.data.office_holders import Holder, office_holders
from dragoman.data.starter import name_key
from dragoman.data.tables import (
    country_names,
    demonyms,
    fold_key,
    name_words,
    organizations,
)
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.entity import Entity, Event, Statement
from dragoman.store.closeup import Closeup
from dragoman.store.view import SqliteView

Phrases = frozenset[tuple[str, ...]]


@cache
def title_phrases(line: str) -> Phrases:
    """Return phrases of which every title of a line has one (``office_line``).

    >>> ("premier",) in title_phrases("prime minister")
    True
    """
    found = {tuple(line.split())}
    for title, usual in name_words().same_office.items():
        if f" {line}".endswith(f" {usual}"):
            front = line.removesuffix(usual)
            found.add((*front.split(), *title.replace("-", " ").split()))
    return frozenset(found)


@cache
def body_phrases(key: str) -> Phrases:
    """Return phrases of which every name of a body has one (``body_key``).

    >>> ("iranian",) in body_phrases("c=IR")
    True
    """
    states = {**demonyms(), **country_names()}
    names = {name for name, code in states.items() if f"c={code}" == key}
    for name, known in organizations().items():
        if fold_key(known.name) == key:
            names.add(name)
    return frozenset(tuple(name.split()) for name in names or {key})


def find_holders(
    closeup: Closeup, view: SqliteView, things: Iterable[Event | Statement]
) -> Holders:
    """Return the holders of all offices that some things name."""
    asked = {read_office(party.name) for one in things for party in one.parties}
    offices = {office for office in asked if office is not None}
    people = {
        role.entity
        for role in list_roles(closeup, {office.body for office in offices})
        if any(office_line(role.title) == office.line for office in offices)
    }
    known = {term.name for office in offices for term in _terms(office)}
    people |= _bearers(closeup, view, known)
    return Holders(closeup.entities(people), view)


def list_roles(closeup: Closeup, bodies: Iterable[str]) -> list[RoleClaim]:
    """Return claims of roles, with all at some bodies.

    Args:
        closeup: Of the case.
        bodies: As ``body_key`` names them.
    """
    keys = frozenset(bodies)
    phrases = {phrase for key in keys for phrase in body_phrases(key)}
    inside = [
        claim.id
        for claim in closeup.naming("entity", phrases)
        if isinstance(claim, EntityClaim) and body_key(claim.name) in keys
    ]
    roles = [*closeup.about("role", inside), *closeup.naming("role", phrases)]
    return [claim for claim in roles if isinstance(claim, RoleClaim)]


def find_described(
    closeup: Closeup, view: SqliteView, kind: str, entity: Entity
) -> list[Claim]:
    """Return claims that may name somebody by an office alone.

    Args:
        closeup: Of the case.
        view: The same state.
        kind: ``event`` or ``statement``.
        entity: Who is meant.
    """
    offices = {tenure.office for tenure in list_tenures([entity])}
    known = identify(entity, view.known(use.text for use in entity.names))
    if entity.schema == "Person" and known is not None:
        offices |= _listed(known.name)
    phrases = {phrase for office in offices for phrase in title_phrases(office.line)}
    return [
        claim
        for claim in closeup.naming(kind, phrases)
        if isinstance(claim, EventClaim | StatementClaim)
        and any(read_office(party.name) in offices for party in claim.parties)
    ]


def _terms(office: Office) -> list[Holder]:
    """Return the terms of an office in the table that ships."""
    terms = office_holders().get(office.body.removeprefix("c=").lower(), ())
    return [term for term in terms if office_line(term.office) == office.line]


def _listed(name: str) -> set[Office]:
    """Return the offices that somebody holds in the table that ships."""
    return {
        Office(office_line(term.office), body)
        for key, terms in office_holders().items()
        for term in terms
        if term.name == name
        for body in (key, f"c={key.upper()}")
    }


def _bearers(closeup: Closeup, view: SqliteView, names: Iterable[str]) -> set[str]:
    """Return claims of names that lists give to some people, by their usual names."""
    asked = frozenset(names)
    others = {
        other
        for name, listed in view.known(asked).items()
        for known in listed
        if known.name == name
        for other in known.names
    }
    phrases = {tuple(name_key(other).split()) for other in others}
    keys = {name_key(other) for other in others}
    return {
        claim.id
        for claim in closeup.naming("entity", phrases)
        if isinstance(claim, EntityClaim)
        and any(name_key(use.text) in keys for use in claim.names)
    }
