"""Reading a case page by page: what the workbench and its API ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from dragoman.model.amendment import Amendment
from dragoman.model.claim import Claim, EntityClaim, EpithetClaim, RoleClaim
from dragoman.model.directory import EntityCard
from dragoman.model.document import Document
from dragoman.model.edition import Edition
from dragoman.model.entity import Event, Narrative, Statement
from dragoman.model.judgement import Edge, Judgement
from dragoman.store.amendments import amendments_on, newest_amendments
from dragoman.store.canonical import BATCH, canonical_of, canonicals_of, read_edge
from dragoman.store.catalog.browse import (
    Facet,
    Filter,
    Page,
    Question,
    Row,
    count_things,
    facets_of,
    list_entries,
    list_ties,
    read_rows,
    top_facets,
)
from dragoman.store.catalog.find import Found, find_entries
from dragoman.store.catalog.gather import (
    Thing,
    assemble_things,
    load_clusters,
    make_directory,
    read_cards,
)
from dragoman.store.catalog.portrait import DECODER, Portrait, hang, others_in
from dragoman.store.catalog.refresh import KINDS
from dragoman.store.catalog.tables import ENTRIES, PORTRAITS
from dragoman.store.codec import decode_claim, decode_document
from dragoman.store.editions import find_edition, list_editions
from dragoman.store.tables import CLAIMS, DOCUMENTS, EDGES
from dragoman.store.view import SqliteView


class Catalog:
    """One consistent state of a case, read by index.

    Attributes:
        view: The same state, for what is read whole.
        connection: The transaction, for modules of ``store`` that add to this.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.view = SqliteView(connection)

    def counts(self) -> dict[str, int]:
        """Return how many things of each kind there are."""
        return {kind: count_things(self.connection, kind) for kind in KINDS}

    def page(self, question: Question) -> Page:
        """Return one page of a list."""
        return list_entries(self.connection, question)

    def find(
        self,
        kind: str,
        query: str,
        *,
        filters: Sequence[Filter] = (),
        offset: int = 0,
        limit: int = 50,
    ) -> Found:
        """Return what has every word of a query; see ``find_entries``."""
        return find_entries(
            self.connection, kind, query, filters=filters, offset=offset, limit=limit
        )

    def facets(
        self, question: Question, fields: Sequence[str], limit: int = 12
    ) -> dict[str, list[Facet]]:
        """Return the most frequent values among what a list asks for."""
        return facets_of(self.connection, question, fields, limit)

    def top(self, field: str, limit: int) -> Sequence[Facet]:
        """Return the most frequent values of a field."""
        return top_facets(self.connection, field, limit)

    def count(self, field: str, value: str) -> int:
        """Return how many things have a value."""
        return count_things(self.connection, field, value)

    def ties(self, entity: str, limit: int) -> Sequence[Facet]:
        """Return who takes part in events with an entity, most often first."""
        return list_ties(self.connection, entity, limit)

    def cards(self, identifiers: Iterable[str]) -> Mapping[str, EntityCard]:
        """Return the cards of entities, as far as there are."""
        return read_cards(self.connection, identifiers)

    def canonical(self, identifier: str) -> str:
        """Return the canonical identifier of a claim."""
        return canonical_of(self.connection, identifier)

    def row(self, identifier: str) -> Row | None:
        """Return the entry of a thing, ``None`` if there is none."""
        n = self.connection.execute(
            select(ENTRIES.c.n).where(ENTRIES.c.id == identifier)
        ).scalar()
        return None if n is None else read_rows(self.connection, [n])[0]

    def portrait(self, identifier: str) -> Portrait | None:
        """Return an entity as its page shows it, ``None`` if there is none."""
        body = self.connection.execute(
            select(PORTRAITS.c.body)
            .join(ENTRIES, ENTRIES.c.n == PORTRAITS.c.n)
            .where(ENTRIES.c.id == identifier)
        ).scalar()
        if body is None:
            return None
        portrait = DECODER.decode(body)
        return hang(portrait, self.cards(others_in(portrait.entity)))

    def things(self, identifiers: Sequence[str]) -> Sequence[Thing]:
        """Return events, statements and narratives, assembled, as asked for."""
        return assemble_things(self.connection, identifiers)

    def event(self, identifier: str) -> Event | None:
        """Return one event with all its tellings."""
        thing = self._thing(identifier)
        return thing if isinstance(thing, Event) else None

    def statement(self, identifier: str) -> Statement | None:
        """Return one statement with all its tellings."""
        thing = self._thing(identifier)
        return thing if isinstance(thing, Statement) else None

    def narrative(self, identifier: str) -> Narrative | None:
        """Return one narrative with all its tellings."""
        thing = self._thing(identifier)
        return thing if isinstance(thing, Narrative) else None

    def _thing(self, identifier: str) -> Thing | None:
        found = assemble_things(self.connection, [identifier], max_claims=None)
        return found[0] if found else None

    def claims(self, canonical: str, max_claims: int) -> Sequence[Claim]:
        """Return the claims of a cluster as they were read, the first so many."""
        found = load_clusters(
            self.connection, [canonical], max_claims=max_claims, amended=False
        )
        return found.get(canonical, [])

    def amendments(self, targets: Iterable[str]) -> dict[str, list[Amendment]]:
        """Return all corrections and grades of some targets, oldest first."""
        return amendments_on(self.connection, targets)

    def newest_amendments(self, limit: int, offset: int = 0) -> Sequence[Amendment]:
        """Return entries of the journal of corrections, newest first."""
        return newest_amendments(self.connection, limit, offset)

    def names_told_in(self, documents: Iterable[str]) -> Iterator[EntityClaim]:
        """Yield the names that some documents tell."""
        asked = sorted(set(documents))
        for start in range(0, len(asked), BATCH):
            rows = self.connection.execute(
                select(CLAIMS.c.kind, CLAIMS.c.body).where(
                    CLAIMS.c.document.in_(asked[start : start + BATCH]),
                    CLAIMS.c.kind == "entity",
                )
            )
            for row in rows:
                claim = decode_claim(row.kind, row.body)
                if isinstance(claim, EntityClaim):
                    yield claim

    def edges_among(self, claims: Sequence[str]) -> list[Edge]:
        """Return the automatic merges between some claims, likeliest first."""
        inside = set(claims)
        found: dict[tuple[str, str], Edge] = {}
        for start in range(0, len(claims), BATCH):
            part = claims[start : start + BATCH]
            rows = self.connection.execute(
                select(EDGES)
                .where(EDGES.c.left.in_(part), EDGES.c.right.in_(inside))
                .order_by(EDGES.c.n)
            )
            edges = [read_edge(row) for row in rows]
            found.update(((edge.left, edge.right), edge) for edge in edges)
        held = [e for e in found.values() if e.judgement is Judgement.POSITIVE]
        return sorted(held, key=lambda e: (-(e.score or 0.0), e.left, e.right))

    def names_in(self, claims: Sequence[Claim]) -> "Names":
        """Return the look-up of names for some claims."""
        directory = make_directory(self.connection, claims)
        # Those whose claims these are: assembling never asks for them.
        own = {c.entity for c in claims if isinstance(c, RoleClaim | EpithetClaim)}
        canonical = canonicals_of(self.connection, own - set(directory.canonical_of))
        cards = read_cards(self.connection, canonical.values())
        return Names(
            {**directory.canonical_of, **canonical}, {**directory.cards, **cards}
        )

    def heads(self, identifiers: Iterable[str]) -> dict[str, Document]:
        """Return documents without their text, by identifier."""
        asked = sorted(set(identifiers))
        found: dict[str, Document] = {}
        for start in range(0, len(asked), BATCH):
            rows = self.connection.execute(
                select(DOCUMENTS.c.id, DOCUMENTS.c.head).where(
                    DOCUMENTS.c.id.in_(asked[start : start + BATCH])
                )
            )
            found.update((row.id, decode_document(row.head)) for row in rows)
        return found

    def excerpt(self, document_id: str, start: int, end: int) -> str:
        """Return ``text[start:end]`` of a document without reading all of it."""
        found = self.connection.execute(
            select(func.substr(DOCUMENTS.c.body, start + 1, end - start)).where(
                DOCUMENTS.c.id == document_id
            )
        ).scalar()
        return found or ""

    def length(self, document_id: str) -> int:
        """Return the length of a document in code points, 0 if there is none."""
        found = self.connection.execute(
            select(func.length(DOCUMENTS.c.body)).where(DOCUMENTS.c.id == document_id)
        ).scalar()
        return found or 0

    def edition(self, version: int | None = None) -> Edition | None:
        """Return a version of the edited dossier, the latest if none is named."""
        return find_edition(self.connection, version)

    def editions(self, limit: int) -> list[Edition]:
        """Return the latest versions of the edited dossier, newest first."""
        return list_editions(self.connection, limit)

    def newest(self, limit: int) -> list[Document]:
        """Return the documents that came last, without their text."""
        rows = self.connection.execute(
            select(DOCUMENTS.c.head).order_by(DOCUMENTS.c.n.desc()).limit(limit)
        )
        return [decode_document(row.head) for row in rows]


class Names:
    """Canonical identifiers and best names of what claims refer to."""

    def __init__(
        self, canonical_of: Mapping[str, str], cards: Mapping[str, EntityCard]
    ) -> None:
        self._canonical_of = canonical_of
        self._cards = cards

    def canonical(self, identifier: str) -> str:
        """Return the canonical identifier, the identifier itself if it is alone."""
        return self._canonical_of.get(identifier, identifier)

    def name(self, identifier: str) -> str | None:
        """Return the best name of an entity, ``None`` if there is no such."""
        card = self._cards.get(self.canonical(identifier))
        return None if card is None else card.name
