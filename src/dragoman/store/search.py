"""Full-text search over the documents and statements of a case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, text

from dragoman.model.claim import StatementClaim
from dragoman.model.entity import Entity
from dragoman.store.codec import decode_claim
from dragoman.store.fulltext import find_hits, match_expression, split_terms

# Code points on either side of a hit.
CONTEXT = 60
MAX_PASSAGES = 3

_DOCUMENTS = text(
    "SELECT d.id, d.published, d.body, bm25(document_words, 4.0, 1.0) AS rank"
    " FROM document_words JOIN documents d ON d.n = document_words.rowid"
    " WHERE document_words MATCH :query ORDER BY rank, d.id LIMIT :limit"
)
_STATEMENTS = text(
    "SELECT c.id, c.kind, c.body, bm25(statement_words) AS rank"
    " FROM statement_words JOIN claims c ON c.n = statement_words.rowid"
    " WHERE statement_words MATCH :query ORDER BY rank, c.id LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text with hits in it.

    Attributes:
        start: First code point in the document.
        end: Code point after the last one.
        text: The words from ``start`` to ``end``.
        hits: Offsets of the words that were searched for, in the document.
    """

    start: int
    end: int
    text: str
    hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has all words of a query.

    Attributes:
        document_id: Which one.
        published: Its publication date.
        passages: Where the words stand, the first few; none if only the title
            has them.
    """

    document_id: str
    published: str | None
    passages: tuple[Passage, ...]


def search_documents(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Return the documents that have every word of a query, best first.

    Words in double quotes must follow one another. Case, diacritics, vowel signs
    and the writing variants of Arabic and Persian letters make no difference.
    """
    expression = match_expression(query)
    if expression is None:
        return []
    rows = connection.execute(_DOCUMENTS, {"query": expression, "limit": limit})
    terms = split_terms(query)
    return [
        Hit(row.id, row.published, tuple(find_passages(row.body, terms)))
        for row in rows
    ]


def search_statements(
    connection: Connection, query: str, limit: int
) -> list[StatementClaim]:
    """Return the statements whose content has every word of a query, best first."""
    expression = match_expression(query)
    if expression is None:
        return []
    rows = connection.execute(_STATEMENTS, {"query": expression, "limit": limit})
    claims = [decode_claim(row.kind, row.body) for row in rows]
    return [claim for claim in claims if isinstance(claim, StatementClaim)]


def find_passages(body: str, terms: list[str]) -> Iterator[Passage]:
    """Yield the first stretches of a text in which words stand."""
    return islice(_passages(body, terms), MAX_PASSAGES)


def _passages(body: str, terms: list[str]) -> Iterator[Passage]:
    group: list[tuple[int, int]] = []
    for hit in find_hits(body, terms):
        between = body[group[-1][1] : hit[0]] if group else ""
        if len(between) > CONTEXT or "\n" in between:
            yield _cut(body, group)
            group = []
        group.append(hit)
    if group:
        yield _cut(body, group)


def _cut(body: str, hits: list[tuple[int, int]]) -> Passage:
    start = max(0, hits[0][0] - CONTEXT)
    end = min(len(body), hits[-1][1] + CONTEXT)
    # Begin and end with whole words of the same paragraph.
    before, after = body[start : hits[0][0]], body[hits[-1][1] : end]
    before = before.rpartition("\n")[2]
    after = after.partition("\n")[0]
    if len(before) == CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0]
    start, end = hits[0][0] - len(before), hits[-1][1] + len(after)
    return Passage(start, end, body[start:end], tuple(hits))


def find_entities(entities: Iterable[Entity], name: str) -> list[Entity]:
    """Return the entities that a name can mean, the most cited first.

    An identifier or a whole name wins; else all names count that have every
    word of the given one.
    """
    wanted = split_terms(name)
    whole, partly = [], []
    for entity in entities:
        spellings = [split_terms(use.text) for use in entity.names]
        if entity.id == name or wanted in spellings:
            whole.append(entity)
        elif wanted and any(set(wanted) <= set(words) for words in spellings):
            partly.append(entity)
    return sorted(whole or partly, key=lambda one: (-len(one.citations), one.id))
