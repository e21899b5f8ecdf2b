"""An entity as its page shows it: every value with its count and a few citations.

Portraits are kept in the catalog without the names of others, which may change
without the entity; ``hang`` puts them in when a portrait is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from dragoman.model.claim import NameUse, Party
from dragoman.model.directory import EntityCard
from dragoman.model.entity import Entity, Epithet, Role
from dragoman.model.span import Citation

# Citations that a portrait keeps of each value; the rest is counted.
KEPT = 4

Value = TypeVar("Value", NameUse, Role, Epithet)


class Counted(msgspec.Struct, frozen=True):
    """How often a value of a portrait stands, and in how many documents."""

    times: int
    documents: int


class Portrait(msgspec.Struct, frozen=True):
    """An entity with few citations and the counts of all of them.

    Attributes:
        entity: Assembled; of the citations of each value only the first few.
        names: Counts of ``entity.names``, in the same order.
        roles: Counts of ``entity.roles``.
        epithets: Counts of ``entity.epithets``.
        own: Counts of the entity.
    """

    entity: Entity
    names: tuple[Counted, ...]
    roles: tuple[Counted, ...]
    epithets: tuple[Counted, ...]
    own: Counted


DECODER = msgspec.json.Decoder(Portrait)


def make_portrait(entity: Entity) -> Portrait:
    """Return the portrait of an entity as it is kept."""
    return Portrait(
        entity=replace(
            entity,
            names=tuple(_shorten(use) for use in entity.names),
            roles=tuple(_shorten(_strip(role)) for role in entity.roles),
            epithets=tuple(_shorten(epithet) for epithet in entity.epithets),
            citations=entity.citations[:KEPT],
        ),
        names=tuple(_count(use.citations) for use in entity.names),
        roles=tuple(_count(role.citations) for role in entity.roles),
        epithets=tuple(_count(epithet.citations) for epithet in entity.epithets),
        own=_count(entity.citations),
    )


def _shorten(value: Value) -> Value:
    return replace(value, citations=value.citations[:KEPT])


def _strip(role: Role) -> Role:
    return role if role.organization is None else replace(role, organization_name=None)


def _count(citations: Sequence[Citation]) -> Counted:
    return Counted(len(citations), len({one.span.document_id for one in citations}))


def others_in(entity: Entity) -> Iterator[str]:
    """Yield the entities whose names a portrait needs."""
    yield from (one.organization for one in entity.roles if one.organization)
    for epithet in entity.epithets:
        yield from (one.entity for one in epithet.by if one.entity)


def hang(portrait: Portrait, cards: Mapping[str, EntityCard]) -> Portrait:
    """Return a kept portrait with the names of others, in the order of the view."""
    roles = [
        (_name_body(role, cards), count)
        for role, count in zip(portrait.entity.roles, portrait.roles, strict=True)
    ]
    roles.sort(
        key=lambda pair: (
            -pair[1].times,
            pair[0].title.casefold(),
            pair[0].organization_name or "",
            pair[0].status,
        )
    )
    epithets = tuple(
        replace(one, by=tuple(_name_party(party, cards) for party in one.by))
        for one in portrait.entity.epithets
    )
    return Portrait(
        entity=replace(
            portrait.entity, roles=tuple(role for role, _ in roles), epithets=epithets
        ),
        names=portrait.names,
        roles=tuple(count for _, count in roles),
        epithets=portrait.epithets,
        own=portrait.own,
    )


def _name_body(role: Role, cards: Mapping[str, EntityCard]) -> Role:
    card = cards.get(role.organization or "")
    return role if card is None else replace(role, organization_name=card.name)


def _name_party(party: Party, cards: Mapping[str, EntityCard]) -> Party:
    card = cards.get(party.entity or "")
    return party if card is None else Party(party.entity, card.name)
