"""Writing a case: what a stage found, in the transaction of one document."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, text, update

from dragoman.model.amendment import Amendment
from dragoman.model.claim import Claim, StatementClaim
from dragoman.model.decision import Decision
from dragoman.model.document import Document
from dragoman.model.edition import Edition
from dragoman.model.failure import Failure
from dragoman.model.judgement import Edge
from dragoman.model.knowledge import Known
from dragoman.store.amendments import (
    add_amendment,
    amendments_on,
    find_amendment,
)
from dragoman.store.blocking import Filing, KeysByClaim
from dragoman.store.clusters import append_edges
from dragoman.store.codec import KIND_OF, decode_document, encode, subject_of
from dragoman.store.connect import fetch, find_kept, send
from dragoman.store.decisions import add_decisions, pass_on
from dragoman.store.editions import add_edition
from dragoman.store.fulltext import fold
from dragoman.store.heirs import find_heirs
from dragoman.store.knowledge import drop_knowledge, put_knowledge
from dragoman.store.naming import drop_names, index_names
from dragoman.store.tables import (
    CLAIMS,
    DOCUMENTS,
    FAILURES,
    INFO,
    KEYS,
)
from dragoman.store.view import SqliteView

_ADD_DOCUMENT = """
    INSERT OR IGNORE INTO documents (id, digest, published, head, body)
    VALUES (:id, :digest, :published, :head, :body)
"""
_HEAD = "SELECT head FROM documents WHERE id = :document"
_COMPLETE = """
    UPDATE documents
    SET head = :head, published = :published, extracted = NULL, resolved = NULL
    WHERE id = :id
"""
_INDEX_DOCUMENT = """
    INSERT INTO document_words (rowid, title, body)
    SELECT n, :title, :body FROM documents WHERE id = :id
"""
_KEEP_ORIGINAL = """
    INSERT OR IGNORE INTO originals (digest, size, packed)
    VALUES (:digest, :size, :packed)
"""
_FORGET_FAILURE = "DELETE FROM failures WHERE origin = ? AND stage = ?"
_PUT_CLAIM = """
    INSERT OR IGNORE INTO claims (id, document, ordinal, kind, subject, body)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_INDEX_STATEMENT = """
    INSERT INTO statement_words (rowid, body)
    SELECT n, ?2 FROM claims WHERE id = ?1
"""
_MARK_EXTRACTED = """
    UPDATE documents SET extracted = :producers, resolved = NULL WHERE id = :id
"""
_MARK_RESOLVED = "UPDATE documents SET resolved = :producers WHERE id = :id"


class SqliteWriter:
    """Changes of one transaction; all of them hold, or none.

    Attributes:
        view: The case as this transaction sees it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.view = SqliteView(connection)

    def add_document(self, document: Document, original: bytes) -> bool:
        """Store a document with the bytes that it was read from.

        Returns:
            Whether it is new; a document that is there stays as it is.
        """
        self.forget_failure(document.origin, "read")
        row = {
            "id": document.id,
            "digest": document.digest,
            "published": document.published,
            "head": encode(replace(document, text="")),
            "body": document.text,
        }
        if not send(self._connection, _ADD_DOCUMENT, row):
            return False
        words = {
            "id": document.id,
            "title": fold(document.title or ""),
            "body": fold(document.text),
        }
        send(self._connection, _INDEX_DOCUMENT, words)
        packed = {
            "digest": document.digest,
            "size": len(original),
            "packed": zlib.compress(original),
        }
        send(self._connection, _KEEP_ORIGINAL, packed)
        return True

    def complete_document(self, document: Document) -> bool:
        """Give a document that is there the date and the outlet that it lacks.

        Returns:
            Whether it lacked one that is known now; then it is to be read anew.
        """
        rows = fetch(self._connection, _HEAD, document=document.id)
        old = decode_document(rows[0][0])
        source = replace(old.source, name=old.source.name or document.source.name)
        whole = replace(
            old, published=old.published or document.published, source=source
        )
        if whole == old:
            return False
        row = {"id": whole.id, "head": encode(whole), "published": whole.published}
        send(self._connection, _COMPLETE, row)
        if (kept := find_kept(self._connection)) is not None:
            kept.published.pop(whole.id, None)
            kept.outlets.pop(whole.id, None)
        return True

    def keep_title(self, title: str) -> None:
        """Keep the headline of the dossier for when none is given."""
        self._connection.execute(
            insert(INFO).prefix_with("OR REPLACE").values(name="title", value=title)
        )

    def add_failure(self, failure: Failure) -> None:
        """Note what was lost; a later failure of the same kind takes its place."""
        self._connection.execute(
            insert(FAILURES)
            .prefix_with("OR REPLACE")
            .values(
                origin=failure.origin,
                stage=failure.stage,
                producer=failure.producer,
                message=failure.message,
                document=failure.document_id,
            )
        )

    def forget_failure(self, origin: str, *stages: str) -> None:
        """Strike what is no longer lost."""
        struck = [(origin, stage) for stage in stages]
        send(self._connection, _FORGET_FAILURE, struck)

    def put_claims(
        self, document: Document, claims: Sequence[Claim], producers: str
    ) -> None:
        """Store the claims of a document in place of those of older producers."""
        old = self._drop_claims(document.id)
        if (kept := find_kept(self._connection)) is not None:
            kept.forget_document(document.id)
            kept.keep_document(document.id, claims)
        rows = [
            (
                claim.id,
                document.id,
                ordinal,
                KIND_OF[type(claim)],
                subject_of(claim),
                encode(claim),
            )
            for ordinal, claim in enumerate(claims)
        ]
        if rows:
            send(self._connection, _PUT_CLAIM, rows)
        pass_on(self._connection, find_heirs(old, claims))
        self._index_statements(claims)
        index_names(self._connection, claims)
        self.forget_failure(document.origin, "annotate", "extract")
        mark = {"id": document.id, "producers": producers}
        send(self._connection, _MARK_EXTRACTED, mark)

    def _drop_claims(self, document_id: str) -> list[Claim]:
        old = self.view.claims_of(document_id)
        if not old:
            return []
        numbers = self._numbers(old)
        drop_names(self._connection, old)
        for claim in old:
            if isinstance(claim, StatementClaim):
                self._connection.execute(
                    text(
                        "INSERT INTO statement_words(statement_words, rowid, body)"
                        " VALUES ('delete', :n, :body)"
                    ),
                    {"n": numbers[claim.id], "body": fold(claim.content)},
                )
            self._connection.execute(delete(KEYS).where(KEYS.c.claim == claim.id))
        self._connection.execute(delete(CLAIMS).where(CLAIMS.c.document == document_id))
        return old

    def _index_statements(self, claims: Sequence[Claim]) -> None:
        said = [claim for claim in claims if isinstance(claim, StatementClaim)]
        if not said:
            return
        rows = [(one.id, fold(one.content)) for one in said]
        send(self._connection, _INDEX_STATEMENT, rows)

    def _numbers(self, claims: Sequence[Claim]) -> dict[str, int]:
        rows = self._connection.execute(
            select(CLAIMS.c.id, CLAIMS.c.n).where(
                CLAIMS.c.document == claims[0].document_id
            )
        )
        return {row.id: row.n for row in rows}

    def append_edges(self, edges: Iterable[Edge]) -> int:
        """Add automatic judgements that do not hold yet.

        Returns:
            How many were added.
        """
        return append_edges(self._connection, edges)

    def add_decisions(self, entries: Iterable[Decision]) -> int:
        """Write entries into the journal of people's decisions.

        Returns:
            How many were new.
        """
        return add_decisions(self._connection, entries)

    def add_amendment(self, entry: Amendment) -> None:
        """Write an entry into the journal of corrections and grades."""
        add_amendment(self._connection, entry)

    def amendments_on(self, targets: Iterable[str]) -> dict[str, list[Amendment]]:
        """Return all entries on some targets, oldest first."""
        return amendments_on(self._connection, targets)

    def find_amendment(self, identifier: str) -> Amendment | None:
        """Return an entry of the journal of corrections, ``None`` if there is none."""
        return find_amendment(self._connection, identifier)

    def put_knowledge(self, entries: Sequence[Known]) -> int:
        """Store entries of a user's list; all names are to be judged anew."""
        self._connection.execute(update(DOCUMENTS).values(resolved=None))
        return put_knowledge(self._connection, entries)

    def drop_knowledge(self, pack: str) -> int:
        """Take a user's list out of the case; returns how many entries it had."""
        return drop_knowledge(self._connection, pack)

    def add_edition(self, edition: Edition) -> bool:
        """Store a version of the edited dossier; tells whether it was the next one."""
        return add_edition(self._connection, edition)

    def open_file(self, resolver: str, keys_by_claim: KeysByClaim) -> Filing:
        """Return what is filed under the blocking keys of new claims."""
        return Filing(self._connection, resolver, keys_by_claim)

    def mark_resolved(self, document_id: str, producers: str) -> None:
        """Note that the resolvers have judged the claims of a document."""
        mark = {"id": document_id, "producers": producers}
        send(self._connection, _MARK_RESOLVED, mark)
