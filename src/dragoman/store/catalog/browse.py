"""Lists of things by index: filters, order, pages by key, and counts.

A list never reads more than its page: the rarest filter drives, the others are
looked up row by row, and counting stops at ``MAX_COUNTED``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    exists,
    func,
    select,
    tuple_,
)

from dragoman.store.catalog.tables import ENTRIES, POSTINGS, TOTALS

MAX_COUNTED = 5_000
# Facets of a narrowed list are counted over its first so many things.
MAX_FACETED = 1_000

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: ``field`` (such as ``event.place``) has the value."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a list asks for.

    Attributes:
        kind: ``document``, ``entity``, ``event``, ``statement``, ``narrative``.
        filters: All of them must hold.
        first: Earliest ``sort`` (a date for dated kinds), ``None`` for no bound.
        last: Latest one, inclusive; a prefix such as ``2024-05`` takes in all of it.
        ascending: Lowest ``sort`` first.
        after: Key of the row before the page, ``None`` for the first page.
        limit: Rows at most.
    """

    kind: str
    filters: tuple[Filter, ...] = ()
    first: str | None = None
    last: str | None = None
    ascending: bool = False
    after: Key | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list; see ``tables.ENTRIES``."""

    n: int
    id: str
    kind: str
    sort: str
    label: str
    documents: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list.

    Attributes:
        rows: In order.
        following: Key to go on after, ``None`` on the last page.
        total: How many there are, at most ``MAX_COUNTED`` if ``more``.
        more: Whether there are more than ``total``.
    """

    rows: tuple[Row, ...]
    following: Key | None
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a field and how many things have it."""

    value: str
    things: int


def list_entries(connection: Connection, question: Question) -> Page:
    """Return one page of a list."""
    source, sort, number, conditions = narrow(connection, question)
    total, more = _count(connection, question, source, number, conditions)
    if question.after is not None:
        key = tuple_(sort, number)
        conditions.append(
            key > question.after if question.ascending else key < question.after
        )
    order = (sort, number) if question.ascending else (sort.desc(), number.desc())
    found = (
        select(number)
        .select_from(source)
        .where(*conditions)
        .order_by(*order)
        .limit(question.limit + 1)
    )
    numbers = list(connection.execute(found).scalars())
    rows = read_rows(connection, numbers[: question.limit])
    left = len(numbers) > question.limit
    following = (rows[-1].sort, rows[-1].n) if left and rows else None
    return Page(tuple(rows), following, total, more)


def narrow(
    connection: Connection, question: Question
) -> tuple[
    FromClause, ColumnElement[str], ColumnElement[int], list[ColumnElement[bool]]
]:
    """Return where to look, by what it is ordered, the numbers and the conditions."""
    filters = _rarest_first(connection, question.filters)
    conditions: list[ColumnElement[bool]]
    source: FromClause
    sort: ColumnElement[str]
    number: ColumnElement[int]
    if filters:
        source, sort, number = POSTINGS, POSTINGS.c.sort, POSTINGS.c.n
        conditions = [
            POSTINGS.c.field == filters[0].field,
            POSTINGS.c.value == filters[0].value,
        ]
    else:
        source, sort, number = ENTRIES, ENTRIES.c.sort, ENTRIES.c.n
        conditions = [ENTRIES.c.kind == question.kind]
    for further in filters[1:]:
        other = POSTINGS.alias()
        conditions.append(
            exists().where(
                other.c.field == further.field,
                other.c.value == further.value,
                other.c.sort == sort,
                other.c.n == number,
            )
        )
    if question.first is not None:
        conditions.append(sort >= question.first)
    if question.last is not None:
        # Everything that begins with the bound: "2024-05" ends with May.
        conditions.append(sort <= f"{question.last}~")
        if question.first is None:
            conditions.append(sort > "")
    return source, sort, number, conditions


def _rarest_first(connection: Connection, filters: Sequence[Filter]) -> list[Filter]:
    if len(filters) < 2:
        return list(filters)
    counts = {one: count_things(connection, one.field, one.value) for one in filters}
    return sorted(dict.fromkeys(filters), key=lambda one: counts[one])


def _count(
    connection: Connection,
    question: Question,
    source: FromClause,
    number: ColumnElement[int],
    conditions: Iterable[ColumnElement[bool]],
) -> tuple[int, bool]:
    bounded = question.first is not None or question.last is not None
    if not bounded and len(question.filters) < 2:
        field, value = (
            (question.filters[0].field, question.filters[0].value)
            if question.filters
            else (question.kind, "")
        )
        return count_things(connection, field, value), False
    inner = select(number).select_from(source).where(*conditions)
    found = connection.execute(
        select(func.count()).select_from(inner.limit(MAX_COUNTED + 1).subquery())
    ).scalar_one()
    return min(found, MAX_COUNTED), found > MAX_COUNTED


def count_things(connection: Connection, field: str, value: str = "") -> int:
    """Return how many things have a value; those of a kind for the kind itself."""
    found = connection.execute(
        select(TOTALS.c.things).where(TOTALS.c.field == field, TOTALS.c.value == value)
    ).scalar()
    return found or 0


def read_rows(connection: Connection, numbers: Sequence[int]) -> list[Row]:
    """Return entries by number, in the order asked for."""
    columns = [ENTRIES.c[name] for name in Row.__slots__]
    rows = connection.execute(select(*columns).where(ENTRIES.c.n.in_(numbers)))
    found = {row.n: Row(*row) for row in rows}
    return [found[n] for n in numbers if n in found]


def top_facets(connection: Connection, field: str, limit: int) -> list[Facet]:
    """Return the most frequent values of a field in the whole case."""
    rows = connection.execute(
        select(TOTALS.c.value, TOTALS.c.things)
        .where(TOTALS.c.field == field)
        # The order of the index, read backwards.
        .order_by(TOTALS.c.things.desc(), TOTALS.c.value.desc())
        .limit(limit)
    )
    return [Facet(row.value, row.things) for row in rows]


def facets_of(
    connection: Connection, question: Question, fields: Sequence[str], limit: int
) -> dict[str, list[Facet]]:
    """Return the most frequent values among the things that a list asks for.

    Counted over the first ``MAX_FACETED`` of them; over all without a filter.
    """
    if not question.filters and question.first is None and question.last is None:
        return {field: top_facets(connection, field, limit) for field in fields}
    source, _, number, conditions = narrow(connection, question)
    inside = select(number).select_from(source).where(*conditions).limit(MAX_FACETED)
    rows = connection.execute(
        select(POSTINGS.c.field, POSTINGS.c.value, func.count().label("things"))
        # Not a bare column: SQLite would read all of these fields instead of the
        # postings of the few things inside.
        .where(POSTINGS.c.n.in_(inside), POSTINGS.c.field.concat("").in_(fields))
        .group_by(POSTINGS.c.field, POSTINGS.c.value)
        .order_by(func.count().desc(), POSTINGS.c.value)
    )
    found: dict[str, list[Facet]] = {field: [] for field in fields}
    for row in rows:
        if len(found[row.field]) < limit:
            found[row.field].append(Facet(row.value, row.things))
    return found


def list_ties(connection: Connection, entity: str, limit: int) -> list[Facet]:
    """Return who takes part in events with an entity, most often first."""
    begin = f"{entity}|"
    rows = connection.execute(
        select(TOTALS.c.value, TOTALS.c.things)
        .where(
            TOTALS.c.field == "event.tie",
            TOTALS.c.value >= begin,
            TOTALS.c.value < f"{entity}}}",
        )
        .order_by(TOTALS.c.things.desc(), TOTALS.c.value)
        .limit(limit)
    )
    return [Facet(row.value.removeprefix(begin), row.things) for row in rows]
