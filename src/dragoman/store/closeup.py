"""Some things of a case, whole, without reading the others.

What comes out is what ``SqliteView`` assembles from all claims, to the letter. Claims
refer to names of their own document; only corrections lead elsewhere, so what people
corrected is looked at whatever it says.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from dragoman.model.assembly import assemble_entity
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.directory import EntityCard
from dragoman.model.entity import Entity, Event, Statement
from dragoman.store.amendments import all_amendments, apply_amendments
from dragoman.store.canonical import canonicals_of
from dragoman.store.cards import find_struck, make_cards
from dragoman.store.catalog.gather import (
    Thing,
    assemble_things,
    load_clusters,
    make_directory,
)
from dragoman.store.codec import decode_claim
from dragoman.store.connect import fetch, stream
from dragoman.store.fulltext import split_terms
from dragoman.store.naming import find_naming
from dragoman.store.search import find_entities

_MEMBERS = """
    SELECT id FROM canonical
    WHERE canonical IN (SELECT value FROM json_each(:asked))
"""
_BESIDE = """
    SELECT DISTINCT told.kind, told.body
    FROM json_each(:asked) AS asked
    CROSS JOIN claims AS name ON name.id = asked.value
    CROSS JOIN claims AS told ON told.document = name.document
    WHERE told.kind = :kind AND instr(told.body, CAST(name.id AS BLOB))
"""
_CORRECTED = """
    SELECT kind, body FROM claims
    WHERE kind = :kind AND id IN (SELECT value FROM json_each(:asked))
"""
_NAMES = """
    SELECT coalesce(canonical.canonical, claims.subject) AS cluster, claims.body
    FROM json_each(:asked) AS asked
    CROSS JOIN claims ON claims.subject = asked.value AND claims.kind = 'entity'
    LEFT JOIN canonical ON canonical.id = claims.subject
    ORDER BY cluster
"""


class Closeup:
    """Some things of one state of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._amendments = all_amendments(connection)
        self._struck = find_struck(self._amendments)
        # Those of whom all names are struck have no card.
        self._cards: dict[str, EntityCard | None] = {}

    def named(self, name: str) -> list[Entity]:
        """Return the entities that a name can mean; see ``find_entities``."""
        wanted = split_terms(name)
        whole, partly = {name}, set()
        for claim in self._bearers(wanted):
            spellings = [split_terms(use.text) for use in claim.names if use.citations]
            if wanted in spellings:
                whole.add(claim.id)
            elif wanted and any(set(wanted) <= set(words) for words in spellings):
                partly.add(claim.id)
        found = find_entities(self.entities(whole), name)
        return found or find_entities(self.entities(partly), name)

    def _bearers(self, wanted: Sequence[str]) -> Iterator[EntityClaim]:
        """Yield claims of names, with all that have some words."""
        claims = find_naming(self._connection, "entity", [wanted])
        for claim in apply_amendments(claims, self._amendments):
            if isinstance(claim, EntityClaim):
                yield claim

    def entities(self, identifiers: Iterable[str]) -> list[Entity]:
        """Return the entities that some names belong to, by canonical identifier."""
        clusters = load_clusters(self._connection, self._homes(identifiers))
        everything = [claim for claims in clusters.values() for claim in claims]
        directory = make_directory(self._connection, everything, self._read_cards)
        found = (
            assemble_entity(one, clusters[one], directory) for one in sorted(clusters)
        )
        return [entity for entity in found if entity is not None]

    def events(self, claims: Iterable[Claim]) -> list[Event]:
        """Return the events that some claims tell, by canonical identifier."""
        return [one for one in self._things(claims) if isinstance(one, Event)]

    def statements(self, claims: Iterable[Claim]) -> list[Statement]:
        """Return the statements that some claims tell, by canonical identifier."""
        return [one for one in self._things(claims) if isinstance(one, Statement)]

    def about(self, kind: str, identifiers: Iterable[str]) -> list[Claim]:
        """Return claims of a kind, with all that refer to any of some entities.

        Args:
            kind: ``role``, ``event`` or ``statement``.
            identifiers: Of entities.
        """
        found = self._beside(kind, self._members(identifiers))
        return self._amend([*found, *self._corrected(kind)])

    def naming(self, kind: str, phrases: Iterable[Sequence[str]]) -> list[Claim]:
        """Return claims of a kind, with all that name somebody by a phrase.

        Args:
            kind: ``entity``, ``role``, ``event`` or ``statement``. Of an entity its
                names count, of a role its body, else the words for who has no name.
            phrases: Words, folded; all those of one phrase must be there.
        """
        found = find_naming(self._connection, kind, phrases)
        # Whoever is struck has no name any more.
        left = self._beside(kind, self._struck)
        return self._amend([*found, *left, *self._corrected(kind)])

    def _beside(self, kind: str, names: Iterable[str]) -> list[Claim]:
        rows = fetch(self._connection, _BESIDE, sorted(names), kind=kind)
        return [decode_claim(*row) for row in rows]

    def _corrected(self, kind: str) -> list[Claim]:
        rows = fetch(self._connection, _CORRECTED, self._amendments, kind=kind)
        return [decode_claim(*row) for row in rows]

    def _amend(self, claims: Iterable[Claim]) -> list[Claim]:
        once = {claim.id: claim for claim in claims}.values()
        return list(apply_amendments(once, self._amendments))

    def _things(self, claims: Iterable[Claim]) -> list[Thing]:
        return assemble_things(
            self._connection,
            self._homes(claim.id for claim in claims),
            max_claims=None,
            cards_of=self._read_cards,
        )

    def _homes(self, identifiers: Iterable[str]) -> list[str]:
        return sorted(set(canonicals_of(self._connection, identifiers).values()))

    def _members(self, identifiers: Iterable[str]) -> set[str]:
        homes = self._homes(identifiers)
        members = {one for (one,) in fetch(self._connection, _MEMBERS, homes)}
        return members.union(homes)

    def _read_cards(
        self, connection: Connection, identifiers: Iterable[str]
    ) -> dict[str, EntityCard]:
        """Return the cards of entities, made of all the claims that name them."""
        asked = set(identifiers)
        missing = asked - self._cards.keys()
        rows = stream(connection, _NAMES, self._members(missing))
        self._cards.update(dict.fromkeys(missing))
        self._cards.update(make_cards(rows, self._struck))
        cards = ((one, self._cards[one]) for one in asked)
        return {one: card for one, card in cards if card is not None}
