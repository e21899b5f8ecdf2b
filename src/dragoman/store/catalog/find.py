"""Searching the words of documents and statements and the names of entities.

Hits of rare words come best first. A word that most of the case has tells little,
and weighing it would cost more than reading: such hits come newest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from dragoman.store.catalog.browse import Filter, Row, read_rows
from dragoman.store.fulltext import match_expression

# More hits than this are not weighed.
MAX_WEIGHED = 3_000
# Offsets beyond this are refused: refine the query instead.
MAX_OFFSET = 2_000

# How to get from a hit to its entry.
_SOURCES = {
    "document": (
        "document_words",
        " JOIN documents d ON d.n = w.rowid JOIN catalog_entries e ON e.id = d.id",
    ),
    "statement": (
        "statement_words",
        " JOIN claims c ON c.n = w.rowid"
        " LEFT JOIN canonical k ON k.id = c.id"
        " JOIN catalog_entries e ON e.id = coalesce(k.canonical, c.id)",
    ),
    "entity": ("catalog_names", " JOIN catalog_entries e ON e.n = w.rowid"),
}
_CONDITION = (
    " AND EXISTS (SELECT 1 FROM catalog_postings p WHERE p.n = e.n"
    " AND p.field = :field# AND p.value = :value# AND p.sort = e.sort)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that a query finds.

    Attributes:
        rows: In order.
        total: Number of hits in the index, at most ``MAX_WEIGHED`` if ``more``;
            filters are not counted in.
        more: Whether there are more, so that the newest come first.
        following: Offset of the next page, ``None`` on the last one.
    """

    rows: tuple[Row, ...]
    total: int
    more: bool
    following: int | None


def find_entries(
    connection: Connection,
    kind: str,
    query: str,
    *,
    filters: Sequence[Filter] = (),
    offset: int = 0,
    limit: int = 50,
) -> Found:
    """Return the entries of a kind that have every word of a query.

    Args:
        connection: A transaction.
        kind: ``document``, ``statement`` or ``entity``.
        query: Words; those in double quotes must follow one another. The last word
            of a search for names may be only begun.
        filters: Conditions that must hold as well.
        offset: Hits to leave out, up to ``MAX_OFFSET``.
        limit: Rows at most.
    """
    expression = match_expression(query)
    if expression is None or offset > MAX_OFFSET:
        return Found((), 0, more=False, following=None)
    if kind == "entity" and not query.rstrip().endswith('"'):
        expression += "*"
    table, joins = _SOURCES[kind]
    parameters: dict[str, object] = {"query": expression, "kind": kind}
    hits = connection.execute(
        text(
            f"SELECT count(*) FROM (SELECT 1 FROM {table}"  # noqa: S608  # own names
            f" WHERE {table} MATCH :query LIMIT {MAX_WEIGHED + 1})"
        ),
        parameters,
    ).scalar_one()
    more = hits > MAX_WEIGHED
    conditions = ""
    for number, one in enumerate(filters):
        conditions += _CONDITION.replace("#", str(number))
        parameters |= {f"field{number}": one.field, f"value{number}": one.value}
    if kind == "entity":
        order = "e.documents DESC, e.n"
    else:
        order = "w.rowid DESC" if more else "w.rank, e.n"
    rows = connection.execute(
        text(
            f"SELECT DISTINCT e.n FROM {table} w{joins}"  # noqa: S608  # own names
            f" WHERE {table} MATCH :query AND e.kind = :kind{conditions}"
            f" ORDER BY {order} LIMIT :limit OFFSET :offset"
        ),
        parameters | {"limit": limit + 1, "offset": offset},
    )
    numbers = list(rows.scalars())
    following = offset + limit if len(numbers) > limit else None
    return Found(
        tuple(read_rows(connection, numbers[:limit])),
        min(hits, MAX_WEIGHED),
        more,
        following,
    )
