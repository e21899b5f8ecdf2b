"""Reading a case: everything in a fixed order, merged by the canonical map."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.errors import StoreError
from dragoman.model.amendment import Amendment
from dragoman.model.assembly import (
    assemble_entity,
    assemble_narrative,
    assemble_statement,
)
from dragoman.model.assembly_event import assemble_event
from dragoman.model.assembly_incident import assemble_incidents
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    EventClaim,
    IncidentClaim,
    NarrativeClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.decision import Decision
from dragoman.model.directory import Directory
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event, Incident, Narrative, Statement
from dragoman.model.failure import Failure
from dragoman.model.judgement import Edge
from dragoman.model.knowledge import Known
from dragoman.model.view import AnyClaim
from dragoman.store.amendments import all_amendments, apply_amendments
from dragoman.store.canonical import (
    canonical_of,
    canonicals_of,
    members_of,
    read_edge,
)
from dragoman.store.cards import find_struck, make_cards
from dragoman.store.closeup import Closeup
from dragoman.store.clusters import find_apart
from dragoman.store.codec import KIND_OF, KINDS, decode_claim, decode_document
from dragoman.store.connect import fetch, find_kept, stream
from dragoman.store.contradictions import all_contradictions, set_against
from dragoman.store.decisions import (
    current_decisions,
    decisions_on,
    find_decision,
    list_decisions,
)
from dragoman.store.kept import Kept, look_up
from dragoman.store.knowledge import count_knowledge, find_known_things
from dragoman.store.review import Question, list_questions
from dragoman.store.search import Hit, search_documents, search_statements
from dragoman.store.tables import (
    CLAIMS,
    DOCUMENTS,
    EDGES,
    FAILURES,
    INFO,
)

_DOCUMENT = "SELECT head, body FROM documents WHERE id = :document"
_TEXT = "SELECT body FROM documents WHERE id = :document"
_OF_DOCUMENT = """
    SELECT id, kind, body FROM claims WHERE document = :document ORDER BY ordinal
"""
_PUBLISHED = """
    SELECT id, published FROM documents
    WHERE id IN (SELECT value FROM json_each(:asked))
"""
_HEADS = """
    SELECT id, head FROM documents
    WHERE id IN (SELECT value FROM json_each(:asked))
"""
_FILED = """
    SELECT claim FROM keys
    WHERE resolver = :resolver AND key IN (SELECT value FROM json_each(:asked))
"""
_FILED_BEHIND = """
    SELECT claim FROM json_each(:asked) AS asked
    CROSS JOIN keys ON resolver = :resolver AND keys."key" >= asked.value
    AND keys."key" < asked.value || char(1114111)
"""
# Sorted without the bodies: those of a large case do not fit into memory.
_CLUSTERS = """
    SELECT coalesce(canonical.canonical, claims.subject) AS cluster, claims.n
    FROM claims LEFT JOIN canonical ON canonical.id = claims.subject
    WHERE claims.kind IN (SELECT value FROM json_each(:asked))
    ORDER BY cluster, claims.id
"""
_BODIES = """
    SELECT n, kind, body FROM claims WHERE n IN (SELECT value FROM json_each(:asked))
"""
_AT_ONCE = 500
_NAMED = """
    SELECT id, kind, body FROM claims
    WHERE id IN (SELECT value FROM json_each(:asked))
"""


class SqliteView:
    """One consistent state of a case; see ``model.view.View``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept = find_kept(connection) or Kept()

    def documents(self) -> Iterator[Document]:
        """All documents, by identifier."""
        query = select(DOCUMENTS.c.head, DOCUMENTS.c.body).order_by(DOCUMENTS.c.id)
        for head, body in self._connection.execute(query).yield_per(16):
            yield _read_document(head, body)

    def document(self, document_id: str) -> Document:
        """One document.

        Raises:
            StoreError: There is no such document.
        """
        return _read_document(*self._row(_DOCUMENT, document_id))

    def text(self, document_id: str) -> str:
        """The text of one document.

        Raises:
            StoreError: There is no such document.
        """
        text: str = self._row(_TEXT, document_id)[0]
        return text

    def _row(self, query: str, document_id: str) -> Sequence[Any]:
        """Return what a query asks of one document."""
        rows = fetch(self._connection, query, document=document_id)
        if not rows:
            raise StoreError(f"there is no document {document_id!r} in the case")
        row: Sequence[Any] = rows[0]
        return row

    def title(self) -> str | None:
        """The headline that was given to the dossier last, ``None`` if none was."""
        return self._connection.execute(
            select(INFO.c.value).where(INFO.c.name == "title")
        ).scalar()

    def failures(self) -> Iterator[Failure]:
        """Everything that could not be read, by origin."""
        rows = self._connection.execute(
            select(FAILURES).order_by(
                FAILURES.c.origin, FAILURES.c.stage, FAILURES.c.producer
            )
        )
        for row in rows:
            yield Failure(
                row.origin, row.stage, row.producer, row.message, row.document
            )

    def claims(self, kind: type[AnyClaim]) -> Iterator[AnyClaim]:
        """All claims of one kind, by identifier."""
        rows = self._connection.execute(
            select(CLAIMS.c.kind, CLAIMS.c.body)
            .where(CLAIMS.c.kind == KIND_OF[kind])
            .order_by(CLAIMS.c.id)
        )
        for row in rows.yield_per(500):
            claim = decode_claim(row.kind, row.body)
            if isinstance(claim, kind):
                yield claim

    def claims_of(self, document_id: str) -> list[Claim]:
        """All claims of one document, in the order of extraction."""
        kept = self._kept
        known = kept.claims_of.get(document_id)
        if known is None:
            rows = fetch(self._connection, _OF_DOCUMENT, document=document_id)
            kept.make_room()
            claims = [self._decode(*row) for row in rows]
            kept.claims_of[document_id] = tuple([claim.id for claim in claims])
            return claims
        return self.claims_named(known)

    def claims_by_keys(self, resolver: str, keys: Iterable[str]) -> list[Claim]:
        """Claims that a resolver filed under any of the blocking keys."""
        return self._filed(_FILED, resolver, keys)

    def claims_by_stems(self, resolver: str, stems: Iterable[str]) -> list[Claim]:
        """Claims that a resolver filed under any key that begins with one of these."""
        return self._filed(_FILED_BEHIND, resolver, stems)

    def _filed(self, query: str, resolver: str, asked: Iterable[str]) -> list[Claim]:
        rows = fetch(self._connection, query, sorted(set(asked)), resolver=resolver)
        return self.claims_named(sorted({claim for (claim,) in rows}))

    def claims_named(self, identifiers: Sequence[str]) -> list[Claim]:
        """Claims by their identifiers, in the order asked for."""
        kept = self._kept
        kept.make_room()
        claims = kept.claims
        missing = [one for one in identifiers if one not in claims]
        if not missing:
            return [claims[one] for one in identifiers]
        for row in fetch(self._connection, _NAMED, missing):
            self._decode(*row)
        return [claims[one] for one in identifiers if one in claims]

    def _decode(self, identifier: str, kind: str, body: bytes) -> Claim:
        claims = self._kept.claims
        known = claims.get(identifier)
        if known is None:
            known = claims[identifier] = decode_claim(kind, body)
        return known

    def canonical(self, identifier: str) -> str:
        """Canonical identifier of a claim, the identifier itself if it is alone."""
        return canonical_of(self._connection, identifier)

    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Canonical identifiers of many claims at once."""
        return canonicals_of(self._connection, identifiers)

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        """Pairs of clusters that a negative judgement keeps apart."""
        return find_apart(self._connection, canonicals)

    def published(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Publication dates of many documents at once."""
        return look_up(self._kept.published, documents, self._read_dates)

    def outlets(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Who published some documents, ``None`` where the document does not say."""
        return look_up(self._kept.outlets, documents, self._read_outlets)

    def _read_dates(self, documents: list[str]) -> dict[str, str | None]:
        return dict(fetch(self._connection, _PUBLISHED, documents))

    def _read_outlets(self, documents: list[str]) -> dict[str, str | None]:
        rows = fetch(self._connection, _HEADS, documents)
        return {one: decode_document(head).source.name for one, head in rows}

    def members(self, canonical: str) -> tuple[str, ...]:
        """All identifiers of a cluster in order."""
        return members_of(self._connection, canonical)

    def edges(self) -> Iterator[Edge]:
        """All automatic judgements in the order in which they were made."""
        rows = self._connection.execute(select(EDGES).order_by(EDGES.c.n))
        for row in rows.yield_per(500):
            yield read_edge(row)

    def decisions(self) -> list[Decision]:
        """All entries of the journal of people's decisions, oldest first.

        Entries on claims that are gone since their document was read anew stand for
        those that took their place.
        """
        return current_decisions(self._connection)

    def journal(self) -> list[Decision]:
        """All entries as they were made, to be carried to a copy of the case."""
        return list_decisions(self._connection)

    def decisions_on(self, claims: Iterable[str]) -> list[Decision]:
        """Entries of the journal on pairs with any of these claims, oldest first."""
        return decisions_on(self._connection, claims)

    def known(self, names: Iterable[str]) -> dict[str, tuple[Known, ...]]:
        """What lists know by each of some names, the user's before the starter pack."""
        return find_known_things(self._connection, names)

    def packs(self) -> dict[str, int]:
        """The user's lists in the case with the number of their entries."""
        return count_knowledge(self._connection)

    def questions(self, limit: int = 100, about: Sequence[str] = ()) -> list[Question]:
        """Pairs of claims that a person should judge, those that change most first.

        With the claims of one entity, all that holds it together, the weakest first.
        """
        return list_questions(self._connection, limit, about)

    def decision(self, identifier: str) -> Decision | None:
        """One entry of the journal, ``None`` if there is none of this name."""
        return find_decision(self._connection, identifier)

    def entities(self) -> Iterator[Entity]:
        """All entities, by canonical identifier."""
        for canonical, claims in self._clusters(EntityClaim, RoleClaim, EpithetClaim):
            card = self._directory.cards.get(canonical)
            entity = assemble_entity(canonical, claims, self._directory, card)
            if entity is not None:
                yield entity

    def events(self) -> Iterator[Event]:
        """All events, by canonical identifier."""
        for canonical, claims in self._clusters(EventClaim):
            tellings = [claim for claim in claims if isinstance(claim, EventClaim)]
            yield assemble_event(canonical, tellings, self._directory)

    def statements(self) -> Iterator[Statement]:
        """All statements, by canonical identifier."""
        against = all_contradictions(self._connection)
        for canonical, claims in self._clusters(StatementClaim):
            tellings = [claim for claim in claims if isinstance(claim, StatementClaim)]
            statement = assemble_statement(canonical, tellings, self._directory)
            yield set_against(statement, against)

    def narratives(self) -> Iterator[Narrative]:
        """All narratives, by canonical identifier."""
        for canonical, claims in self._clusters(NarrativeClaim):
            tellings = [claim for claim in claims if isinstance(claim, NarrativeClaim)]
            yield assemble_narrative(canonical, tellings, self._directory)

    def incidents(self) -> Iterator[Incident]:
        """All incidents, in the order of their first records."""
        claims = apply_amendments(self.claims(IncidentClaim), self._amendments)
        records = (claim for claim in claims if isinstance(claim, IncidentClaim))
        yield from assemble_incidents(records, self._directory)

    def _clusters(self, *kinds: type[Claim]) -> Iterator[tuple[str, list[Claim]]]:
        """Yield the claims that belong together, by canonical identifier."""
        amendments = self._amendments
        for canonical, group in groupby(self._in_clusters(*kinds), itemgetter(0)):
            claims = [decode_claim(kind, body) for _, kind, body in group]
            if amendments:
                claims = list(apply_amendments(claims, amendments))
            if claims:
                yield canonical, claims

    def _in_clusters(self, *kinds: type[Claim]) -> Iterator[tuple[str, str, bytes]]:
        """Yield claims as they are stored, cluster by cluster."""
        names = (KIND_OF[kind] for kind in kinds)
        rows = stream(self._connection, _CLUSTERS, names)
        while some := list(islice(rows, _AT_ONCE)):
            found = fetch(self._connection, _BODIES, (n for _, n in some))
            bodies = {n: (kind, body) for n, kind, body in found}
            for canonical, n in some:
                yield canonical, *bodies[n]

    def closeup(self) -> Closeup:
        """The same state, to look at some things without reading the others."""
        return Closeup(self._connection)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Documents that have every word of a query, best first."""
        return search_documents(self._connection, query, limit)

    def search_statements(self, query: str, limit: int = 20) -> list[StatementClaim]:
        """Statements whose content has every word of a query, best first."""
        return search_statements(self._connection, query, limit)

    def count(self) -> dict[str, int]:
        """How many documents there are, and how many claims of each kind."""
        documents = self._connection.execute(
            select(func.count()).select_from(DOCUMENTS)
        ).scalar_one()
        rows = self._connection.execute(
            select(CLAIMS.c.kind, func.count()).group_by(CLAIMS.c.kind)
        )
        claims = {row[0]: row[1] for row in rows}
        return {"document": documents} | {kind: claims.get(kind, 0) for kind in KINDS}

    @cached_property
    def _amendments(self) -> dict[str, list[Amendment]]:
        """What people corrected, by claim, read once a view."""
        return all_amendments(self._connection)

    @cached_property
    def _directory(self) -> Directory:
        """Names of all entities and dates of all documents, made once a view."""
        canonical = dict(
            stream(self._connection, "SELECT id, canonical FROM canonical")
        )
        names = ((one, body) for one, _, body in self._in_clusters(EntityClaim))
        cards = dict(make_cards(names, find_struck(self._amendments)))
        published = dict(
            stream(self._connection, "SELECT id, published FROM documents")
        )
        return Directory(canonical, cards, published)


def _read_document(row: bytes, text: str) -> Document:
    head = decode_document(row)
    return Document(
        id=head.id,
        text=text,
        blocks=head.blocks,
        title=head.title,
        source=head.source,
        lang=head.lang,
        published=head.published,
        retrieved=head.retrieved,
        digest=head.digest,
        media_type=head.media_type,
        origin=head.origin,
    )
