"""How things spread over time, places and pairs: what pictures are drawn of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.store.canonical import BATCH
from dragoman.store.catalog.browse import Facet, Question, narrow, top_facets
from dragoman.store.catalog.tables import ENTRIES, POSTINGS, TOTALS

# Ties that a picture can show; the strongest are kept.
MAX_TIES = 8_000


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities and how often something ties them, by month.

    Attributes:
        left: One entity.
        right: The other one.
        months: ``YYYY-MM`` (empty where no date is told) and how often.
    """

    left: str
    right: str
    months: tuple[tuple[str, int], ...]


def count_by(connection: Connection, question: Question, chars: int) -> list[Facet]:
    """Count dated things by year (4 characters), month (7) or day (10), in order."""
    source, sort, number, conditions = narrow(connection, question)
    part = func.substr(sort, 1, chars)
    rows = connection.execute(
        select(part.label("value"), func.count(number).label("things"))
        .select_from(source)
        .where(*conditions, sort > "")
        .group_by(part)
        .order_by(part)
    )
    return [Facet(row.value, row.things) for row in rows]


def list_event_ties(
    connection: Connection, nodes: Iterable[str], limit: int = MAX_TIES
) -> list[Tie]:
    """Return the strongest ties by common events among some entities."""
    inside = set(nodes)
    pairs = [
        facet.value
        for facet in top_facets(connection, "event.tie", 4 * limit)
        if _is_inside(facet.value, inside)
    ][:limit]
    months: dict[str, dict[str, int]] = {pair: {} for pair in pairs}
    for start in range(0, len(pairs), BATCH):
        month = func.substr(POSTINGS.c.sort, 1, 7)
        rows = connection.execute(
            select(POSTINGS.c.value, month.label("month"), func.count().label("n"))
            .where(
                POSTINGS.c.field == "event.tie",
                POSTINGS.c.value.in_(pairs[start : start + BATCH]),
            )
            .group_by(POSTINGS.c.value, month)
        )
        for row in rows:
            months[row.value][row.month] = row.n
    return [_tie(pair, months[pair]) for pair in pairs]


def _is_inside(pair: str, inside: set[str]) -> bool:
    left, _, right = pair.partition("|")
    # Each tie is filed from both ends.
    return left < right and left in inside and right in inside


def _tie(pair: str, months: Mapping[str, int]) -> Tie:
    left, _, right = pair.partition("|")
    return Tie(left, right, tuple(sorted(months.items())))


def list_role_ties(connection: Connection, limit: int) -> list[Tie]:
    """Return who holds an office where, for the bodies with most of them."""
    bodies = [one.value for one in top_facets(connection, "entity.body", 300)]
    rows = connection.execute(
        select(POSTINGS.c.value, ENTRIES.c.id)
        .join(ENTRIES, ENTRIES.c.n == POSTINGS.c.n)
        .where(POSTINGS.c.field == "entity.body", POSTINGS.c.value.in_(bodies))
        .order_by(POSTINGS.c.sort.desc())
        .limit(limit)
    )
    return [Tie(row.id, row.value, (("", 1),)) for row in rows if row.id != row.value]


def list_statement_ties(connection: Connection, limit: int) -> list[Tie]:
    """Return who speaks to whom."""
    said, told = POSTINGS.alias(), POSTINGS.alias()
    newest = (
        select(told.c.value, told.c.sort, told.c.n)
        .where(told.c.field == "statement.addressee")
        .limit(4 * limit)
        .subquery()
    )
    month = func.substr(newest.c.sort, 1, 7)
    rows = connection.execute(
        select(
            said.c.value.label("left"),
            newest.c.value.label("right"),
            month,
            func.count(),
        )
        .join(newest, newest.c.n == said.c.n)
        .where(said.c.field == "statement.speaker")
        .group_by(said.c.value, newest.c.value, month)
    )
    found: dict[tuple[str, str], dict[str, int]] = {}
    for left, right, when, number in rows:
        if left != right:
            found.setdefault((left, right), {})[when] = number
    ranked = sorted(found, key=lambda pair: -sum(found[pair].values()))[:limit]
    return [Tie(*pair, tuple(sorted(found[pair].items()))) for pair in ranked]


def count_in_range(
    connection: Connection, field: str, values: Sequence[str], first: str, last: str
) -> dict[str, int]:
    """Count dated things under each of some values, between two dates.

    Args:
        connection: A transaction.
        field: Such as ``event.place``.
        values: Under which values.
        first: Earliest date or its beginning, empty for no bound.
        last: Latest date or its beginning, empty for no bound.
    """
    if not first and not last:
        rows = connection.execute(
            select(TOTALS.c.value, TOTALS.c.things).where(
                TOTALS.c.field == field, TOTALS.c.value.in_(values)
            )
        )
        return {row.value: row.things for row in rows}
    rows = connection.execute(
        select(POSTINGS.c.value, func.count().label("things"))
        .where(
            POSTINGS.c.field == field,
            POSTINGS.c.value.in_(values),
            POSTINGS.c.sort >= (first or "0"),
            POSTINGS.c.sort <= f"{last or '9'}~",
        )
        .group_by(POSTINGS.c.value)
    )
    return {row.value: row.things for row in rows}
